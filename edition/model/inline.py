"""Inline nodes: what stands inside a paragraph of a letter, a note or an editor's text.

The union ``Inline`` is closed: code that walks it ends its ``match`` with ``assert_never``, so that a forgotten
node is a type error and not a lost word.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import assert_never

from edition.model.position import Position


@dataclass(frozen=True, slots=True)
class Text:
    """Words as they stand in the file.

    ``stretches`` tells where they go on after a line's end or a sign that is not part of them: from an offset of the
    content on, characters stand one by one from that position.
    """

    content: str
    position: Position
    stretches: tuple[tuple[int, Position], ...] = field(default=(), compare=False, repr=False)

    def at(self, offset: int) -> Position:
        """Give the place in the file of the offset-th character (from 0).

        >>> Text("two words", Position("a.yaml", 3, 5), ((4, Position("a.yaml", 4, 5)),)).at(6)
        Position(file='a.yaml', line=4, column=7)
        """
        ordinal = bisect_right(self.stretches, offset, key=lambda stretch: stretch[0]) - 1
        start, position = self.stretches[ordinal] if ordinal >= 0 else (0, self.position)
        return replace(position, column=position.column + offset - start)

    def part(self, start: int, end: int) -> "Text":
        """Give the words from one offset to another, with their places."""
        stretches = tuple((offset - start, place) for offset, place in self.stretches if start < offset < end)
        return Text(self.content[start:end], self.at(start), stretches)


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The end of a line of verse."""

    position: Position


@dataclass(frozen=True, slots=True)
class NoteCall:
    """The place of a note: ``[^name]``."""

    name: str
    position: Position


@dataclass(frozen=True, slots=True)
class Citation:
    """A work cited: ``[@work, pages]``."""

    work: str
    locus: str
    position: Position


@dataclass(frozen=True, slots=True)
class Emphasis:
    """The writer's underlining, or words set off: printed in italics."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """Words set off twice: printed in small capitals or bold, as the style says."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that refer to a letter or a web page: ``[words](letter:id)``, ``[words](https://...)``."""

    target: str
    children: tuple["Inline", ...]
    position: Position


@dataclass(frozen=True, slots=True)
class Witnessed:
    """What one witness has in the place of the lemma; an empty text is an omission."""

    siglum: str
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A lemma with the readings of other witnesses: ``[lemma]{W="reading"}``."""

    children: tuple["Inline", ...]
    readings: tuple[Witnessed, ...]
    position: Position


@dataclass(frozen=True, slots=True)
class Editorial:
    """Words with an editorial state (TEI names): ``[words]{.supplied}``.

    ``state`` is one of ``supplied``, ``unclear``, ``gap``, ``deleted``, ``added``, ``sic``.
    """

    state: str
    children: tuple["Inline", ...]
    position: Position


@dataclass(frozen=True, slots=True)
class QueryMark:
    """Words about which the editor asks: ``[words]{q=key}``."""

    key: str
    children: tuple["Inline", ...]
    position: Position


@dataclass(frozen=True, slots=True)
class NameMark:
    """Words whose person the editor has decided by hand: ``[words]{who=id}``, ``{who=none}`` (entity ``None``)."""

    entity: str | None
    children: tuple["Inline", ...]
    position: Position


@dataclass(frozen=True, slots=True)
class Mention:
    """Words recognised as a name of the register; made by ``prepare``, never by a reader.

    ``id`` is unique in the edition and becomes the anchor in every output.
    """

    entity: str
    id: str
    children: tuple["Inline", ...]
    position: Position


@dataclass(frozen=True, slots=True)
class InLanguage:
    """Words in another language than their surroundings: ``[words]{lang=fr}``."""

    language: str
    children: tuple["Inline", ...]
    position: Position


PARENTS = (
    Emphasis,
    Strong,
    Reference,
    Reading,
    Editorial,
    QueryMark,
    NameMark,
    Mention,
    InLanguage,
)
Parent = Emphasis | Strong | Reference | Reading | Editorial | QueryMark | NameMark | Mention | InLanguage
Leaf = Text | LineBreak | NoteCall | Citation
Inline = Leaf | Parent


def walk(nodes: Iterable[Inline]) -> Iterator[Inline]:
    """Yield every node in reading order, a parent before its children."""
    for node in nodes:
        yield node
        if isinstance(node, PARENTS):
            yield from walk(node.children)


def plain(nodes: Iterable[Inline]) -> str:
    """Give the words alone: no callers, no citations, a line of verse ending in a newline."""
    return "".join(_words(node) for node in nodes)


def _words(node: Inline) -> str:
    match node:
        case Text():
            return node.content
        case LineBreak():
            return "\n"
        case NoteCall() | Citation():
            return ""
        case (
            Emphasis()
            | Strong()
            | Reference()
            | Reading()
            | Editorial()
            | QueryMark()
            | NameMark()
            | Mention()
            | InLanguage()
        ):
            return plain(node.children)
        case _:
            assert_never(node)


def map_texts(nodes: tuple[Inline, ...], change: Callable[[Text], Iterable[Inline]]) -> tuple[Inline, ...]:
    """Replace every ``Text`` by what ``change`` makes of it, keeping all else."""
    out: list[Inline] = []
    for node in nodes:
        if isinstance(node, Text):
            out.extend(change(node))
        elif isinstance(node, PARENTS):
            out.append(replace(node, children=map_texts(node.children, change)))
        else:
            out.append(node)
    return tuple(out)
