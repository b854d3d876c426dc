"""Find each cell's place in the finished file.

Cells that can stand in one place only are found first; they tell where their letter stands. The others (a bare
«Привет») are then looked for between their neighbours, or, for notes, behind the row that calls them.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, islice

from edition.audit.expected import Expected, Kind
from edition.audit.follow import FAR, Beginnings, Book, Stretch, follow

ENOUGH = 12
"""Places, the nearest first, among which the best is chosen for a cell that may stand in several."""
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
    for number, cell in enumerate(cells):
        if counted[cell.folded] == 1:
            _take_if_alone(found, number, cell)
    owners = Owners(cells)
    owners.draw_borders(found, cells)
    columns = sorted(owners.columns(), key=lambda column: owners.span(found, cells[column[0]]) is None)
    for column in columns:
        for run in _runs(found, column):
            _take_run(found, owners, cells, run)
    for number, cell in enumerate(cells):
        if number not in found.places and cell.kind is not Kind.ROW:
            _take_nearest(found, owners, cells, number)
    return found


def _runs(found: Found, column: Sequence[int]) -> Iterator[list[int]]:
    """Give the rows of a column that are not found yet, as runs between those that are."""
    for known, run in groupby(column, key=lambda number: number in found.places):
        if not known:
            yield list(run)


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


def _take_run(found: Found, owners: Owners, cells: Sequence[Expected], run: Sequence[int]) -> None:
    """Find rows that stand between two known ones: as many as can stand in their order, as near as may be.

    A short row may agree with other words of the book; the heading may have the words of a dateline. So all places
    are looked at together, and rows are kept to the side on which a neighbour is known.
    """
    before, _ = owners.neighbours(found, cells, run[0])
    matches: list[Match] = []
    for number in run:
        first, last = owners.window(found, cells, number)
        places = found.beginnings.near(cells[number], first, last)
        if owners.span(found, cells[number]) is None:
            places = found.beginnings.of(cells[number])
        whole = (follow(found.book, cells[number], *place) for place in places)
        matches += (_match(found.book, number, stretches) for stretches in islice(filter(None, whole), ENOUGH))
    for match in best_in_order(matches, late=before is None):
        found.take(match.number, match.stretches)


@dataclass(frozen=True, slots=True)
class Match:
    """A place in which a row's words stand whole; ``loose`` counts what speaks against it."""

    number: int
    stretches: tuple[Stretch, ...]
    loose: int

    @property
    def start(self) -> tuple[int, int]:
        """Strip and offset of the first letter."""
        return self.stretches[0][0], self.stretches[0][1]

    @property
    def end(self) -> tuple[int, int]:
        """Strip and offset behind the last letter."""
        return self.stretches[-1][0], self.stretches[-1][2]


def _match(book: Book, number: int, stretches: tuple[Stretch, ...]) -> Match:
    """Weigh a match: other words on its lines speak against it (it may be part of a longer row), and lines between."""
    (first, start, _), (last, _, end) = stretches[0], stretches[-1]
    shared = start > 0 or end < len(book.strips[last].text)
    return Match(number, stretches, last - first + 1 - len({ordinal for ordinal, _, _ in stretches}) + 2 * shared)


def best_in_order(matches: Sequence[Match], late: bool) -> list[Match]:
    """Choose matches of different rows that stand in the order of the rows: the most, the least loose.

    Of equals, those that begin as late as they can (``late``: the row behind is known), else end as early.
    """
    best: list[tuple[tuple[int, int, tuple[int, int]], int]] = []
    for place, match in enumerate(matches):
        score, chosen = (1, -match.loose, match.start if late else (0, 0)), -1
        for other in range(place):
            if matches[other].number < match.number and matches[other].end <= match.start:
                (count, loose, first), _ = best[other]
                if (count + 1, loose - match.loose, first) > score:
                    score, chosen = (count + 1, loose - match.loose, first), other
        best.append((score, chosen))
    place = max(range(len(best)), key=lambda at: (best[at][0], [-side for side in matches[at].end]), default=-1)
    out = []
    while place >= 0:
        out.append(matches[place])
        place = best[place][1]
    return out[::-1]


def _take_nearest(found: Found, owners: Owners, cells: Sequence[Expected], number: int) -> None:
    """Find a note, a reading or a title in the first place behind the row that calls it, or nearest to its text."""
    cell = cells[number]
    level = owners.level(found, cells, number)
    span = owners.span(found, cell)
    places = list(found.beginnings.of(cell))
    if span is not None and cell.kind is not Kind.TITLE:
        places = [*found.beginnings.near(cell, span[0], span[1] + FAR), *places]
    if level is not None:
        places.sort(key=lambda place: (abs(place[0] - level), place))
    for ordinal, offset in places:
        stretches = follow(found.book, cell, ordinal, offset)
        if stretches:
            found.take(number, stretches)
            return
