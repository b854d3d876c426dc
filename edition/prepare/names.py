"""Find the names of the register in every letter and editor's text, and mark them as mentions.

What the editor has marked by hand (``{who=id}``, ``{who=none}``) stands. Words of a reference are not searched: they
speak of a letter, not of a person.
"""

import re
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
from edition.prepare.pieces import OBJECT, Piece, Step
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

    def hits(self, text: str, language: str) -> Iterator[Hit]:
        return self.matcher(language).find(text, self._small)

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
        found = self._search(pieces, place.version.language)
        pieces = row.cut(pieces, {offset for one in found for offset in (one.start, one.end)})
        ordinals = count(-1, -1)  # apart from those that flatten gives
        for one in found:
            wrapped = _wrapped(pieces, one, next(ordinals))
            if wrapped is pieces:
                self._torn(pieces, one)
            pieces = wrapped
        return self._named(row.rebuild(pieces))

    def _search(self, pieces: list[Piece], language: str) -> list[_Found]:
        """Find the names in open text, and in each stretch of another language by the forms of that."""
        text = row.words(pieces)
        closed = row.spans(pieces, _is_closed)
        found = list(self._decided(pieces, _masked(text, closed), language, 0))
        for start, end, step in closed:
            if isinstance(step.node, InLanguage):
                inside = [replace(piece, above=_below(piece, step)) for piece in pieces if step in piece.above]
                own = _masked(text[start:end], row.spans(inside, _is_closed))
                found.extend(self._decided(pieces, own, step.node.language, start))
        return found

    def _decided(self, pieces: list[Piece], text: str, language: str, offset: int) -> Iterator[_Found]:
        for hit in self.searcher.hits(text, language):
            if not hit.entity:
                self.searcher.doubt(hit, text, _position(pieces, offset + hit.start))
            else:
                yield _Found(offset + hit.start, offset + hit.end, hit.entity)

    def _torn(self, pieces: list[Piece], found: _Found) -> None:
        text = row.words(pieces)
        hit = Hit(found.start, found.end, text[found.start : found.end], "", (found.entity,), "torn")
        self.searcher.doubt(hit, text, _position(pieces, found.start))

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


def _wrapped(pieces: list[Piece], found: _Found, ordinal: int) -> list[Piece]:
    """Put a mention above the pieces of a stretch; leave them alone where that would tear a node apart."""
    first, last = _range(pieces, found)
    inside = pieces[first:last]
    depth = _common_depth(inside)
    torn = {step.ordinal for piece in inside for step in piece.above[depth:]}
    outside = (*pieces[:first], *pieces[last:])
    if not inside or any(step.ordinal in torn for piece in outside for step in piece.above):
        return pieces
    step = Step(ordinal, Mention(found.entity, "", (), _position(pieces, found.start)))
    marked = [replace(piece, above=(*piece.above[:depth], step, *piece.above[depth:])) for piece in inside]
    return [*pieces[:first], *marked, *pieces[last:]]


def _range(pieces: list[Piece], found: _Found) -> tuple[int, int]:
    """Find the first and last piece of a stretch; pieces without words at its borders stay outside."""
    start = 0
    inside: list[int] = []
    for index, piece in enumerate(pieces):
        end = start + len(piece.words)
        if start >= found.start and end <= found.end and end > start:
            inside.append(index)
        start = end
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _common_depth(pieces: list[Piece]) -> int:
    depth = 0
    for steps in zip(*(piece.above for piece in pieces), strict=False):
        if len({step.ordinal for step in steps}) > 1:
            break
        depth += 1
    # A mention goes inside what it fills wholly only where it cannot go around it; the deepest common node is kept.
    return depth


def _position(pieces: list[Piece], offset: int) -> Position:
    start = 0
    for piece in pieces:
        end = start + len(piece.words)
        if start <= offset < end and isinstance(piece.leaf, Text):
            return piece.leaf.at(offset - start)
        start = end
    raise ValueError("a name stands in words of the text")


def _is_closed(step: Step) -> bool:
    return isinstance(step.node, _CLOSED)


def _below(piece: Piece, step: Step) -> tuple[Step, ...]:
    return piece.above[piece.above.index(step) + 1 :]


def _masked(text: str, closed: Iterable[tuple[int, int, Step]]) -> str:
    """Hide stretches that are not searched, keeping the places of all other words."""
    for start, end, _ in closed:
        text = text[:start] + OBJECT * (end - start) + text[end:]
    return text


def _context(text: str, hit: Hit, around: int = 30) -> str:
    before = text[max(0, hit.start - around) : hit.start].lstrip(OBJECT)
    after = text[hit.end : hit.end + around].rstrip(OBJECT)
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
