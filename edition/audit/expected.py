"""What must stand in every output: the words of the letter files and of the editor's texts, cell by cell.

The words come from the reader's nodes as they stand in the files. Nothing that ``prepare``, ``book`` or ``render``
makes is asked. Where the edition writes something of its own among the words (a work cited, brackets about words
supplied, the number of a letter referred to), a cell falls into parts, with room between them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import assert_never

from edition.audit.fold import fold, has_words
from edition.model.edition import Edition, EditorialText
from edition.model.inline import (
    Citation,
    Editorial,
    Emphasis,
    InLanguage,
    Inline,
    LineBreak,
    Mention,
    NameMark,
    NoteCall,
    QueryMark,
    Reading,
    Reference,
    Strong,
    Text,
    walk,
)
from edition.model.letter import Cell, CellState, Letter, Note
from edition.model.position import Position

BRACKETS = 14
"""Room, in letters, for what the edition puts about words with an editorial state: ``[``, ``]``, ``[sic]``, ``[?]``."""
GENERATED = 600
"""Room, in letters, for a citation or for the number, page and place of a letter referred to."""


class Kind(StrEnum):
    """What a run of expected words is."""

    ROW = "row"
    NOTE = "note"
    READING = "reading"
    TITLE = "title"


_CLOSING = re.compile(r"[.,;:]")


@dataclass(frozen=True, slots=True)
class Part:
    """Words that stand together without a stranger among them.

    ``room`` is how many letters of the edition's own may stand before the part; an ``optional`` part may be replaced
    by the edition's own words. ``texts`` holds each piece of the file with its offset in ``words``.
    """

    words: str
    room: int
    optional: bool
    texts: tuple[tuple[int, Text], ...]


@dataclass(frozen=True)
class Expected:
    """The words of one cell: ``owner`` is the letter or text, ``place`` the row's id or the note's name.

    ``near`` is the row that calls a note or holds a reading (its ordinal; 0: none). ``ordinal`` counts rows or notes.
    """

    owner: str
    kind: Kind
    place: str
    ordinal: int
    version: str
    position: Position
    parts: tuple[Part, ...]
    near: int = 0
    folded: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        # A title may be set in capitals: only there is the case of letters typography.
        folded = (fold(part.words) for part in self.parts)
        lowered = tuple(text.lower() if self.kind is Kind.TITLE else text for text in folded)
        object.__setattr__(self, "folded", lowered)

    @cached_property
    def whole(self) -> str:
        """All parts as one text, for messages and for comparison."""
        return " ".join(part.words.strip() for part in self.parts)

    @property
    def name(self) -> str:
        """What an editor calls the cell: ``row 4 (ru)``."""
        match self.kind:
            case Kind.ROW:
                return f"row {self.place} ({self.version})"
            case Kind.NOTE:
                return f'note "{self.place}" ({self.version})'
            case Kind.READING:
                return f"the reading of {self.place}, row {self.near} ({self.version})"
            case Kind.TITLE:
                return f"the title ({self.version})"
            case _:
                assert_never(self.kind)


def expected_words(edition: Edition) -> tuple[Expected, ...]:
    """List every cell whose words must be in the output: letters first, then the editor's texts."""
    inside = frozenset(letter.id for letter in edition.letters)
    found: list[Expected] = []
    for letter in edition.letters:
        found += _rows_and_notes(letter, inside)
    for text in sorted(edition.texts, key=lambda text: text.id):
        found += _titles(text)
        found += _rows_and_notes(text, inside)
    return tuple(cell for cell in found if any(has_words(part) for part in cell.folded))


def _titles(text: EditorialText) -> Iterator[Expected]:
    for version, title in text.titles.items():
        part = Part(title, 0, False, ((0, Text(title, text.position)),))
        yield Expected(text.id, Kind.TITLE, "", 0, version, text.position, (part,))


def _rows_and_notes(owner: Letter | EditorialText, inside: frozenset[str]) -> Iterator[Expected]:
    called: dict[str, int] = {}
    readings: list[Expected] = []
    for row in owner.rows:
        for cell in row.cells:
            if cell.state is not CellState.PRESENT:
                continue
            place = row.id or str(row.ordinal)
            parts = _parts(cell, inside)
            yield Expected(owner.id, Kind.ROW, place, row.ordinal, cell.version, cell.position, parts)
            for node in _nodes(cell):
                if isinstance(node, NoteCall):
                    called.setdefault(node.name, row.ordinal)
                elif isinstance(node, Reading):
                    readings += _readings(owner.id, row.ordinal, cell.version, node)
    for ordinal, note in enumerate(owner.notes, 1):
        yield from _note(owner.id, note, ordinal, called.get(note.name, 0), inside)
    yield from readings


def _note(owner: str, note: Note, ordinal: int, near: int, inside: frozenset[str]) -> Iterator[Expected]:
    for cell in note.cells:
        if cell.state is CellState.PRESENT:
            yield Expected(
                owner, Kind.NOTE, note.name, ordinal, cell.version, cell.position, _parts(cell, inside), near
            )


def _readings(owner: str, row: int, version: str, node: Reading) -> Iterator[Expected]:
    for reading in node.readings:
        if reading.text.strip():
            part = Part(reading.text, 0, False, ((0, Text(reading.text, node.position)),))
            yield Expected(owner, Kind.READING, reading.siglum, row, version, node.position, (part,), row)


def _nodes(cell: Cell) -> Iterator[Inline]:
    for paragraph in cell.paragraphs:
        yield from walk(paragraph.content)


def _parts(cell: Cell, inside: frozenset[str]) -> tuple[Part, ...]:
    writer = _Writer(inside)
    for ordinal, paragraph in enumerate(cell.paragraphs):
        if ordinal:
            writer.space()
        writer.write(paragraph.content)
    return writer.parts()


class _Writer:
    """Collects words into parts while walking the nodes of a cell."""

    def __init__(self, inside: frozenset[str]) -> None:
        self._inside = inside
        self._parts: list[Part] = []
        self._words = ""
        self._texts: list[tuple[int, Text]] = []
        self._room = 0
        self._optional = False

    def parts(self) -> tuple[Part, ...]:
        self._end(0)
        return tuple(self._parts)

    def space(self) -> None:
        self._words += " "

    def write(self, nodes: Sequence[Inline]) -> None:
        for before, node in zip((None, *nodes), nodes, strict=False):
            if isinstance(before, Reference) and isinstance(node, Text):
                node = self._closed(node)
            self._write(node)

    def _closed(self, node: Text) -> Text:
        """The edition says where a letter can be found after the punctuation that follows the reference."""
        closing = _CLOSING.match(node.content)
        if not closing:
            return node
        self._write(node.part(0, closing.end()))
        self._end(GENERATED)
        return node.part(closing.end(), len(node.content))

    def _write(self, node: Inline) -> None:
        match node:
            case Text():
                self._texts.append((len(self._words), node))
                self._words += node.content
            case LineBreak():
                self.space()
            case NoteCall():
                pass
            case Citation():
                self._end(GENERATED)
            case Reference():
                self._reference(node)
            case Editorial():
                self._end(BRACKETS)
                self._kept_or_replaced(node.children, replaced=node.state == "gap")
                self._end(BRACKETS)
            case Emphasis() | Strong() | Reading() | QueryMark() | NameMark() | Mention() | InLanguage():
                self.write(node.children)
            case _:
                assert_never(node)

    def _reference(self, node: Reference) -> None:
        """Words that name a letter of the edition may become its number; all others stay and may be added to."""
        own = node.target.removeprefix("letter:") in self._inside
        if own:
            self._end(GENERATED)
        self._kept_or_replaced(node.children, replaced=own)
        self._end(GENERATED)

    def _kept_or_replaced(self, nodes: Sequence[Inline], *, replaced: bool) -> None:
        if not replaced:
            self.write(nodes)
            return
        self._optional = True
        self.write(nodes)
        self._end(GENERATED)

    def _end(self, room: int) -> None:
        if self._words:
            self._parts.append(Part(self._words, self._room, self._optional, tuple(self._texts)))
            self._room = 0
        self._words, self._texts, self._optional = "", [], False
        self._room = max(self._room, room)
