"""Follow the words of a cell through the strips, letter for letter."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from heapq import merge

from edition.audit.expected import Expected, Kind
from edition.audit.fold import DASH, HYPHEN, TOKEN, has_words, is_letter
from edition.audit.strips import Strip

FAR = 500
"""How many strips may lie between two that belong to one cell: the other version's page with its notes, and a plate."""
HEAD = 12
"""Letters by which the beginning of a cell, or of a part behind the edition's own words, is known."""
PATIENCE = 200
"""Dead ends after which a cell is given up as faulty."""

Stretch = tuple[int, int, int]
"""A strip's ordinal, and from where to where in its folded text."""
Place = tuple[int, int]
"""A strip's ordinal, and an offset in its folded text."""


@dataclass(slots=True)
class Book:
    """The strips of a finished file, and which of their letters have been found to belong to a cell."""

    strips: Sequence[Strip]
    claims: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    _by_start: dict[str, list[int]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for ordinal, strip in enumerate(self.strips):
            self._by_start.setdefault(strip.text[:HEAD].lower(), []).append(ordinal)

    def text(self, ordinal: int, lower: bool) -> str:
        """Give a strip's words, in small letters for titles."""
        text = self.strips[ordinal].text
        return text.lower() if lower else text

    def going_on(self, words: str, after: int) -> Iterator[int]:
        """Give the strips behind ``after`` that may go on with these words, as far as a cell may reach, in order."""
        last = min(after + FAR, len(self.strips))
        if len(words) <= HEAD:  # the strip may hold more than the words
            yield from range(after + 1, last)
            return
        words = words[:HEAD].lower()
        lists = (self._by_start.get(words[:length], []) for length in range(1, HEAD + 1))
        yield from merge(*(here[bisect_right(here, after) : bisect_left(here, last)] for here in lists))

    def free(self, ordinal: int, start: int, end: int) -> bool:
        """Tell whether no cell has been found in a stretch of a strip."""
        return all(end <= first or last <= start for first, last in self.claims.get(ordinal, ()))

    def claim(self, stretches: Sequence[Stretch]) -> None:
        """Note that these letters belong to a cell."""
        for ordinal, start, end in stretches:
            self.claims.setdefault(ordinal, []).append((start, end))


@dataclass(frozen=True, slots=True)
class _Step:
    """How far the words are found: part ``part`` up to ``at``, in strip ``ordinal`` up to ``offset``."""

    part: int
    at: int
    ordinal: int
    offset: int
    stretch: Stretch | None
    before: "_Step | None"


def follow(book: Book, cell: Expected, ordinal: int, offset: int) -> tuple[Stretch, ...] | None:
    """Find all words of the cell, beginning at a place of a strip; ``None`` where they are not all there in order.

    ``offset`` is the place of the first part that has words.
    """
    first = next(number for number, part in enumerate(cell.folded) if has_words(part))
    start = _Step(first, 0, ordinal, offset, None, None)
    paths = [iter((start,))]
    dead_ends = 0
    while paths:
        step = next(paths[-1], None)
        if step is None:
            paths.pop()
            dead_ends += 1
            if dead_ends > PATIENCE + len(paths):
                return None
            continue
        if step.part == len(cell.folded):
            return _stretches(step)
        paths.append(_go_on(book, cell, step))
    return None


def _stretches(step: _Step | None) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    while step is not None:
        if step.stretch is not None:
            found.append(step.stretch)
        step = step.before
    return tuple(reversed(found))


def _go_on(book: Book, cell: Expected, step: _Step) -> Iterator[_Step]:
    """Give every way in which the words go on from here, the likeliest first."""
    lower = cell.kind is Kind.TITLE
    part = cell.folded[step.part]
    text = book.text(step.ordinal, lower)
    taken = _agreeing(part, step.at, text, step.offset)
    if taken is None or not book.free(step.ordinal, step.offset, step.offset + taken):
        if step.at == 0 and cell.parts[step.part].optional:
            yield from _next_part(book, cell, step)
        return
    stretch = (step.ordinal, step.offset, step.offset + taken)
    at, offset = step.at + taken, step.offset + taken
    if at == len(part):
        last = step.part + 1 == len(cell.folded)
        if not last or not _inside_word(part, text, offset):
            yield from _next_part(book, cell, _Step(step.part, at, step.ordinal, offset, stretch, step))
        return
    yield from _next_strip(book, part, lower, _Step(step.part, at, step.ordinal, offset, stretch, step))


def _agreeing(part: str, at: int, text: str, offset: int) -> int | None:
    """How many letters part and strip share from here to the end of either; ``None`` where they differ before it."""
    length = min(len(part) - at, len(text) - offset)
    return length if part.startswith(text[offset : offset + length], at) else None


def _inside_word(part: str, text: str, offset: int) -> bool:
    return offset < len(text) and is_letter(text[offset]) and is_letter(part[-1])


def _next_strip(book: Book, part: str, lower: bool, step: _Step) -> Iterator[_Step]:
    """The words go on in a later strip: a broken word without its hyphen, else with a new word."""
    at = step.at
    if book.strips[step.ordinal].broken:
        at += part[at] in (HYPHEN, DASH)
        if part[at : at + 1] == " ":
            return
    elif part[at] == " ":
        at += 1
    elif is_letter(part[at]) and is_letter(part[at - 1]):
        return
    for ordinal in book.going_on(part[at:], step.ordinal):
        taken = _agreeing(part, at, book.text(ordinal, lower), 0)
        if taken is not None and book.free(ordinal, 0, taken):
            yield _Step(step.part, at, ordinal, 0, None, step)


def _next_part(book: Book, cell: Expected, step: _Step) -> Iterator[_Step]:
    """Step over what the edition itself has written, to the next part that has words."""
    number = step.part + 1
    room = 0
    while number < len(cell.folded):
        room += cell.parts[number].room
        if has_words(cell.folded[number]):
            break
        number += 1
    else:
        yield _Step(number, 0, step.ordinal, step.offset, None, step)
        return
    for ordinal, offset in _behind(book, cell, cell.folded[number], step, room):
        yield _Step(number, 0, ordinal, offset, None, step)
    if cell.parts[number].optional:
        yield from _next_part(book, cell, _Step(number, 0, step.ordinal, step.offset, None, step))


def _behind(book: Book, cell: Expected, part: str, step: _Step, room: int) -> Iterator[tuple[int, int]]:
    """Give the places behind the edition's own words where the next part may begin."""
    lower = cell.kind is Kind.TITLE
    offset = step.offset
    for ordinal in range(step.ordinal, min(step.ordinal + FAR, len(book.strips))):
        text = book.text(ordinal, lower)
        head = part[: max(1, min(HEAD, len(part), len(text) - offset))]
        place = text.find(head, offset)
        while place >= 0 and place - offset <= room:
            yield ordinal, place
            place = text.find(head, place + 1)
        # The part may begin with a few letters at the strip's end.
        for place in range(max(offset, len(text) - HEAD + 1), len(text)):
            if place - offset <= room and part.startswith(text[place:]):
                yield ordinal, place
        offset = 0


class Beginnings:
    """Where in the book the first words of the cells stand.

    A cell is known by its first ``HEAD`` letters, read on into the next strips where one ends before them. Where
    something else comes between, fewer letters at a strip's end are enough, but only near where the cell is expected.
    """

    def __init__(self, book: Book, cells: Sequence[Expected]) -> None:
        """Go through the strips once, noting the places of all words with which a cell begins."""
        self._book = book
        self._heads: dict[tuple[bool, str], list[Place]] = {}
        self._ends: dict[tuple[bool, str], list[Place]] = {}
        for lower in (False, True):
            heads = {_head(cell)[0] for cell in cells if (cell.kind is Kind.TITLE) is lower}
            if heads:
                self._note(lower, heads)

    def _note(self, lower: bool, heads: set[str]) -> None:
        lengths = sorted({len(head) for head in heads})
        begun = {head[:end] for head in heads for end in range(1, len(head))}
        firsts = {TOKEN.findall(head)[0] for head in heads}
        for ordinal in range(len(self._book.strips)):
            text = self._book.text(ordinal, lower)
            for match in TOKEN.finditer(text):
                start = match.start()
                ahead = text[start : start + HEAD]
                if len(ahead) < HEAD and ahead in begun:
                    self._ends.setdefault((lower, ahead), []).append((ordinal, start))
                    ahead = self._read_on(ordinal, start, lower)
                elif match.group()[:HEAD] not in firsts:
                    continue
                for length in lengths:
                    if ahead[:length] in heads:
                        self._heads.setdefault((lower, ahead[:length]), []).append((ordinal, start))

    def _read_on(self, ordinal: int, start: int, lower: bool) -> str:
        """Give the first letters from a place, read on into the strips behind it."""
        ahead = self._book.text(ordinal, lower)[start:]
        while len(ahead) < HEAD and ordinal + 1 < len(self._book.strips):
            broken = self._book.strips[ordinal].broken
            ordinal += 1
            text = self._book.text(ordinal, lower)
            apart = not broken and is_letter(ahead[-1]) and is_letter(text[0])
            ahead += f" {text}" if apart else text
        return ahead[:HEAD]

    def of(self, cell: Expected) -> Iterator[Place]:
        """Give the places where the cell may begin, in order."""
        head, _ = _head(cell)
        yield from self._before(cell, self._heads.get((cell.kind is Kind.TITLE, head), []))

    def near(self, cell: Expected, first: int, last: int) -> Iterator[Place]:
        """Give the places where the cell may begin from strip ``first`` to strip ``last``, both included, in order."""
        head, _ = _head(cell)
        lower = cell.kind is Kind.TITLE
        lists = [self._heads.get((lower, head), [])]
        lists += [self._ends.get((lower, head[:end]), []) for end in range(1, len(head))]
        yield from self._before(cell, sorted({place for places in lists for place in _within(places, first, last)}))

    def _before(self, cell: Expected, places: Sequence[Place]) -> Iterator[Place]:
        """Step back over the marks of punctuation before the first word; they may end the strip before."""
        _, marks = _head(cell)
        for ordinal, offset in places:
            if offset >= marks:
                yield ordinal, offset - marks
            elif ordinal and len(self._book.strips[ordinal - 1].text) >= marks - offset:
                yield ordinal - 1, len(self._book.strips[ordinal - 1].text) - (marks - offset)


def _within(places: list[Place], first: int, last: int) -> list[Place]:
    return places[bisect_left(places, (first, 0)) : bisect_left(places, (last + 1, 0))]


def _head(cell: Expected) -> tuple[str, int]:
    """The first letters of a cell from its first word on, and how many marks of punctuation stand before it."""
    part = next(part for part in cell.folded if has_words(part))
    match = next(match for match in TOKEN.finditer(part) if has_words(match.group()))
    return part[match.start() : match.start() + HEAD], match.start()
