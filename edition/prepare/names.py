"""Find the names of the register in every letter and editor's text, and mark them as mentions.

What the editor has marked by hand (``{who=id}``, ``{who=none}``) stands. Words of a reference are not searched: they
speak of a letter, not of a person.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count

from edition.model import anchors
from edition.model.edition import Edition
from edition.model.finding import Finding, Rule, Severity, in_order
from edition.model.inline import InLanguage, Inline, Mention, NameMark, Parent, Reference, Text
from edition.model.position import Position
from edition.model.register import Entity
from edition.prepare import pieces as row
from edition.prepare.documents import Document, Place, anchor, cells, map_letter, map_text
from edition.prepare.pieces import OBJECT, Piece, Step, Stretch
from edition.prepare.recognition import Hit, Matcher
from edition.prepare.tokens import fold

SHARED = Rule(
    "P601",
    Severity.WARNING,
    "a name that more than one entry bears",
    what="A name in the text is a form of two or more entries of the register.",
    why="An index that guesses sends its readers to the wrong person; the name is not indexed until you decide.",
    mend="Mark the words: [Каганович]{who=kaganovich}; or say `bare_surname: yes` in the register for the one that the "
    "surname alone always means.",
)
DOUBTFUL = Rule(
    "P602",
    Severity.WARNING,
    "a name whose bearer is in doubt",
    what="A surname of the register stands with other initials, another first name, as half of a double name, or at "
    "the head of a sentence where it may be a common word.",
    why="It may be somebody else, or nobody; the name is not indexed until you decide.",
    mend="Mark the words [Ягода]{who=yagoda}, or {who=none} where no entry is meant; or declare the form in the "
    "register.",
)
UNKNOWN = Rule(
    "P603",
    Severity.ERROR,
    "a person marked who is not in the register",
    what="Words are marked with `who=` and an id that no register has.",
    why="The index cannot list a person without an entry.",
    mend="Add the entry to registers/persons.yaml, or correct the id.",
)

_DOUBTS = {
    "initials": "stands with other initials",
    "double": "is half of a double name",
    "first name": "stands with another first name",
    "torn": "stands half inside a mark and half outside",
    "common": "may be a common word at the head of its sentence",
}
_SMALL = re.compile(r"(?<![^\W_])[a-zß-öø-žа-яёіѣѳѵ]+")
_CLOSED = (Reference, NameMark, Mention, InLanguage)


def recognise(edition: Edition) -> tuple[Edition, tuple[Finding, ...]]:
    """Wrap every name of the register in a ``Mention``, and every doubt in a finding.

    Mentions are numbered through a letter or text in reading order, rows first, then notes. Doing it twice gives the
    same.
    """
    searcher = _Searcher(edition)
    letters = tuple(map_letter(letter, searcher.for_document(letter)) for letter in edition.letters)
    texts = tuple(map_text(text, searcher.for_document(text)) for text in edition.texts)
    return replace(edition, letters=letters, texts=texts), in_order(searcher.findings)


class _Searcher:
    """The matchers of all languages, with the findings of one run."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.findings: list[Finding] = []
        self._matchers: dict[str, Matcher] = {}
        self._small = _small_words((*edition.letters, *edition.texts))

    def matcher(self, language: str) -> Matcher:
        if language not in self._matchers:
            entities = self.edition.register.entities
            found = Matcher((entities[id] for id in sorted(entities)), language, self.edition.description.romanisation)
            self._matchers[language] = found
        return self._matchers[language]

    def for_document(self, document: Document) -> "_InDocument":
        return _InDocument(self, (anchors.mention(anchor(document), ordinal) for ordinal in count(1)))

    def hits(self, text: str, language: str, closed: Iterable[Stretch]) -> Iterator[Hit]:
        return self.matcher(language).find(text, self._small, [(one.start, one.end) for one in closed])

    def doubt(self, hit: Hit, text: str, position: Position) -> None:
        entities = self.edition.register.entities
        named = " or ".join(_heading(entities[id]) for id in hit.candidates)
        words = " ".join(hit.words.split())
        context = _context(text, hit)
        if hit.doubt == "shared":
            message = f"«{words}» may be {named}: {context}"
            marks = " or ".join(f"[{words}]{{who={id}}}" for id in hit.candidates)
            hint = f"write {marks}, or set bare_surname: yes in the register for the one that the surname means."
            self.findings.append(SHARED.at(position, message, hint))
        else:
            message = f"«{words}» is a form of {named}, but {_DOUBTS[hit.doubt]}: {context}"
            hint = f"write [{words}]{{who={hit.candidates[0]}}}, or {{who=none}} if somebody else is meant."
            self.findings.append(DOUBTFUL.at(position, message, hint))

    def check_mark(self, mark: NameMark) -> None:
        if mark.entity is not None and mark.entity not in self.edition.register.entities:
            message = f"no register has an entry {mark.entity}."
            self.findings.append(UNKNOWN.at(mark.position, message, "add the entry, or correct the id after who=."))


@dataclass(frozen=True, slots=True)
class _Found:
    """A stretch of a paragraph that becomes a mention."""

    start: int
    end: int
    entity: str


@dataclass(slots=True)
class _InDocument:
    """Marks the names of one letter or text, paragraph after paragraph."""

    searcher: _Searcher
    ids: Iterator[str]

    def __call__(self, content: tuple[Inline, ...], place: Place) -> tuple[Inline, ...]:
        pieces = row.flatten(content)
        found = sorted(self._search(pieces, place.version.language), key=lambda one: one.start)
        pieces = row.cut(pieces, {offset for one in found for offset in (one.start, one.end)})
        return self._named(row.rebuild(self._wrapped(pieces, found)))

    def _search(self, pieces: list[Piece], language: str) -> Iterator[_Found]:
        """Find the names in open text, and in each stretch of another language by the forms of that."""
        text = row.words(pieces)
        closed = row.stretches(pieces, _is_closed)
        yield from self._decided(pieces, text, closed, language, 0)
        for one in closed:
            if isinstance(one.step.node, InLanguage):
                inside = [replace(piece, above=_below(piece, one.step)) for piece in pieces[one.first : one.last]]
                decided = row.stretches(inside, _is_closed)
                yield from self._decided(pieces, text[one.start : one.end], decided, one.step.node.language, one.start)

    def _decided(
        self, pieces: list[Piece], text: str, closed: list[Stretch], language: str, offset: int
    ) -> Iterator[_Found]:
        doubts: list[Hit] = []
        for hit in self.searcher.hits(text, language, closed):
            if hit.entity:
                yield _Found(offset + hit.start, offset + hit.end, hit.entity)
            else:
                doubts.append(hit)
        starts = row.starts(pieces) if doubts else []
        for hit in doubts:
            piece = bisect_right(starts, offset + hit.start) - 1
            self.searcher.doubt(hit, text, _position(pieces[piece], offset + hit.start - starts[piece]))

    def _wrapped(self, pieces: list[Piece], found: list[_Found]) -> list[Piece]:
        """Put a mention above the pieces of each name; leave those alone that would tear a node apart."""
        starts = row.starts(pieces)
        out: list[Piece] = []
        done = 0
        for ordinal, one in enumerate(found, start=1):
            first, last = bisect_right(starts, one.start) - 1, bisect_left(starts, one.end)
            depth = _common_depth(pieces[first:last])
            out += pieces[done:first]
            done = last
            if _tears(pieces, first, last, depth):
                self._torn(pieces, one, first)
                out += pieces[first:last]
            else:
                mention = Mention(one.entity, "", (), _position(pieces[first], 0))
                step = Step(-ordinal, mention)  # apart from the ordinals that flatten gives
                out += [_under(piece, step, depth) for piece in pieces[first:last]]
        return out + pieces[done:]

    def _torn(self, pieces: list[Piece], found: _Found, first: int) -> None:
        text = row.words(pieces)
        hit = Hit(found.start, found.end, text[found.start : found.end], "", (found.entity,), "torn")
        self.searcher.doubt(hit, text, _position(pieces[first], 0))

    def _named(self, nodes: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """Give each mention its id, in reading order, and turn the editor's marks into mentions."""
        return tuple(self._name(node) for node in nodes)

    def _name(self, node: Inline) -> Inline:
        if isinstance(node, NameMark):
            self.searcher.check_mark(node)
            if node.entity in self.searcher.edition.register.entities and node.entity is not None:
                return Mention(node.entity, next(self.ids), self._named(node.children), node.position)
        if isinstance(node, Mention):
            return Mention(node.entity, next(self.ids), self._named(node.children), node.position)
        if isinstance(node, Parent):
            return replace(node, children=self._named(node.children))
        return node


def _under(piece: Piece, step: Step, depth: int) -> Piece:
    return replace(piece, above=(*piece.above[:depth], step, *piece.above[depth:]))


def _tears(pieces: list[Piece], first: int, last: int, depth: int) -> bool:
    """Tell whether a node that the pieces do not all share goes on before or after them."""
    inside = {step.ordinal for piece in pieces[first:last] for step in piece.above[depth:]}
    beside = (*pieces[max(first - 1, 0) : first], *pieces[last : last + 1])
    return any(step.ordinal in inside for piece in beside for step in piece.above)


def _common_depth(pieces: list[Piece]) -> int:
    """Tell how many nodes stand above all of the pieces."""
    depth = 0
    for steps in zip(*(piece.above for piece in pieces), strict=False):
        if len({step.ordinal for step in steps}) > 1:
            break
        depth += 1
    return depth


def _position(piece: Piece, offset: int) -> Position:
    if not isinstance(piece.leaf, Text):
        raise TypeError("a name stands in words of the text")
    return piece.leaf.at(offset)


def _is_closed(step: Step) -> bool:
    return isinstance(step.node, _CLOSED)


def _below(piece: Piece, step: Step) -> tuple[Step, ...]:
    ordinals = [one.ordinal for one in piece.above]
    return piece.above[ordinals.index(step.ordinal) + 1 :]


def _context(text: str, hit: Hit, around: int = 30) -> str:
    before = text[max(0, hit.start - around) : hit.start].replace(OBJECT, "")
    after = text[hit.end : hit.end + around].replace(OBJECT, "")
    return " ".join(f"…{before}{hit.words}{after}…".split())


def _heading(entity: Entity) -> str:
    return next(iter(entity.headings.values()), entity.id)


def _small_words(documents: Iterable[Document]) -> frozenset[str]:
    """Collect the words that stand in small letters anywhere in the edition."""
    words: set[str] = set()
    for document in documents:
        for _, cell in cells(document):
            words.update(_SMALL.findall(cell.text))
    return frozenset(fold(word) for word in words)
