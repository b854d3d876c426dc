"""Find each cell's place in the finished file.

Cells that can stand in one place only are found first; they tell where their letter stands. The others (a bare
«Привет») are then looked for between their neighbours, or, for notes, behind the row that calls them.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from edition.audit.expected import Expected, Kind
from edition.audit.follow import Beginnings, Book, Stretch, follow

TELLING = 16
"""Letters a cell must have to be taken for found because it stands in one place only."""
AROUND = 150
"""Strips before and behind a letter's known rows among which its other rows are looked for."""


@dataclass(slots=True)
class Found:
    """Which strips hold which cell; cells that are not here are faulty or missing."""

    book: Book
    beginnings: Beginnings
    places: dict[int, tuple[Stretch, ...]] = field(default_factory=dict)

    def take(self, number: int, stretches: tuple[Stretch, ...]) -> None:
        """Note that a cell stands in these stretches."""
        self.places[number] = stretches
        self.book.claim(stretches)


def locate(book: Book, cells: Sequence[Expected]) -> Found:
    """Find every cell whose words are all there, in order and letter for letter."""
    found = Found(book, Beginnings(book, cells))
    counted = Counter(cell.folded for cell in cells)
    doubtful = [
        number
        for number, cell in enumerate(cells)
        if counted[cell.folded] > 1 or not _take_if_alone(found, number, cell)
    ]
    owners = Owners(cells)
    owners.draw_borders(found, cells)
    known = [number for number in doubtful if owners.span(found, cells[number]) is not None]
    unknown = [number for number in doubtful if owners.span(found, cells[number]) is None]
    for number in (*known, *unknown):
        _take_nearest(found, owners, cells, number)
    return found


class Owners:
    """The cells of each letter or text, by version and kind, in the order of the file."""

    def __init__(self, cells: Sequence[Expected]) -> None:
        """Sort the cells by owner and by column."""
        self._kinds = [cell.kind for cell in cells]
        self._by_owner: dict[str, list[int]] = {}
        self._columns: dict[tuple[str, str], list[int]] = {}
        self._borders: dict[str, list[tuple[int, str]]] = {}
        for number, cell in enumerate(cells):
            if cell.kind in (Kind.ROW, Kind.NOTE):
                self._by_owner.setdefault(cell.owner, []).append(number)
            if cell.kind is Kind.ROW:
                self._columns.setdefault((cell.owner, cell.version), []).append(number)

    def columns(self) -> Iterator[list[int]]:
        """Give the rows of each version of each owner, in order."""
        yield from self._columns.values()

    def span(self, found: Found, cell: Expected, *kinds: Kind) -> tuple[int, int] | None:
        """Give the first and last strip of those cells of the owner (of these kinds, or all) that are found so far."""
        own = (n for n in self._by_owner.get(cell.owner, ()) if not kinds or self._kinds[n] in kinds)
        here = [found.places[number] for number in own if number in found.places]
        return (min(s[0][0] for s in here), max(s[-1][0] for s in here)) if here else None

    def draw_borders(self, found: Found, cells: Sequence[Expected]) -> None:
        """Remember where rows of each version stand, so that no letter is sought beyond its neighbours."""
        for number, stretches in found.places.items():
            cell = cells[number]
            if cell.kind is Kind.ROW:
                borders = self._borders.setdefault(cell.version, [])
                borders += [(stretches[0][0], cell.owner), (stretches[-1][0], cell.owner)]
        for borders in self._borders.values():
            borders.sort()

    def room(self, found: Found, cell: Expected) -> tuple[int, int] | None:
        """Give the strips in which a letter's rows may stand: around those found, up to another letter's."""
        span = self.span(found, cell, Kind.ROW) or self.span(found, cell)
        if span is None:
            return None
        first, last = span[0] - AROUND, span[1] + AROUND
        borders = self._borders.get(cell.version, [])
        before = bisect_left(borders, (span[0], ""))
        while before and borders[before - 1][0] >= first:
            before -= 1
            if borders[before][1] != cell.owner:
                first = borders[before][0]
                break
        for ordinal, owner in borders[bisect_left(borders, (span[1], "")) :]:
            if ordinal > last:
                break
            if owner != cell.owner:
                last = ordinal
                break
        return first, last

    def neighbours(self, found: Found, cells: Sequence[Expected], number: int) -> tuple[int | None, int | None]:
        """Give the strips in which the rows before and behind a row of the same version end and begin."""
        cell = cells[number]
        column = self._columns.get((cell.owner, cell.version), ())
        before = after = None
        for other in column:
            stretches = found.places.get(other)
            if stretches is None:
                continue
            if other < number:
                before = stretches[-1][0]
            elif other > number and after is None:
                after = stretches[0][0]
        return before, after

    def window(self, found: Found, cells: Sequence[Expected], number: int) -> tuple[int, int]:
        """Give the first and last strip among which a row is to be looked for (all, where nothing is known)."""
        room = self.room(found, cells[number])
        if room is None:
            return 0, len(found.book.strips) - 1
        before, after = self.neighbours(found, cells, number)
        if before is not None and after is not None and before > after:
            before = after = None
        return (before if before is not None else room[0], after if after is not None else room[1])

    def level(self, found: Found, cells: Sequence[Expected], number: int) -> int | None:
        """Give the strip of the row that stands level with a row, or calls a note, in any version."""
        cell = cells[number]
        wanted = {Kind.ROW: cell.ordinal, Kind.TITLE: 1}.get(cell.kind, cell.near)
        for other in self._by_owner.get(cell.owner, ()):
            if cells[other].kind is Kind.ROW and cells[other].ordinal == wanted and other in found.places:
                return found.places[other][0][0]
        return None


def _take_if_alone(found: Found, number: int, cell: Expected) -> bool:
    if cell.kind is Kind.READING or sum(len(part) for part in cell.folded) < TELLING:
        return False
    matches: list[tuple[Stretch, ...]] = []
    for ordinal, offset in found.beginnings.of(cell):
        stretches = follow(found.book, cell, ordinal, offset)
        if stretches:
            matches.append(stretches)
            if len(matches) > 1:
                return False
    if matches:
        found.take(number, matches[0])
    return bool(matches)


def _take_nearest(found: Found, owners: Owners, cells: Sequence[Expected], number: int) -> None:
    cell = cells[number]
    places = sorted(
        _likely(found, owners, cells, number), key=lambda place: _distance(found, owners, cells, number, place)
    )
    for ordinal, offset in places:
        stretches = follow(found.book, cell, ordinal, offset)
        if stretches:
            found.take(number, stretches)
            return


def _likely(found: Found, owners: Owners, cells: Sequence[Expected], number: int) -> Iterator[tuple[int, int]]:
    """Give the places where a cell may begin, as far as its neighbours leave it room."""
    cell = cells[number]
    if cell.kind is Kind.ROW and owners.span(found, cell) is not None:
        within = list(found.beginnings.of(cell, *owners.window(found, cells, number)))
        if within or len(cell.whole) < TELLING:
            yield from within
            return
    span = owners.span(found, cell)
    first = span[0] if span is not None and cell.kind in (Kind.NOTE, Kind.READING) else 0
    yield from found.beginnings.of(cell, first)


def _distance(
    found: Found, owners: Owners, cells: Sequence[Expected], number: int, place: tuple[int, int]
) -> tuple[int, int, int]:
    """Order places: nearest to the row before, else to the row behind, or to the row that calls a note.

    A dateline that the composed heading repeats is thus found in its own row.
    """
    anchor = None
    if cells[number].kind is Kind.ROW:
        before, after = owners.neighbours(found, cells, number)
        anchor = before if before is not None else after
    if anchor is None:
        anchor = owners.level(found, cells, number)
    return (abs(place[0] - anchor) if anchor is not None else 0, *place)
