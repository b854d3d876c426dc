"""Find where a row or a note may be broken: a row → cuts, each a number of lines for every lane."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from edition.press.measured import Cell, Line, Row

LEAST = 2
"""Lines that stay together at a break: on each side, of a paragraph as of the whole."""

TOLERANCE = 0.01
"""Points by which sums of lengths may be off."""

Cut = tuple[int, ...]
"""How many lines of each lane stand before a break."""


def legal_breaks(lines: Sequence[Line]) -> tuple[int, ...]:
    """Give the numbers of lines after which these may be broken.

    Two lines at least stand on each side, of the whole and of a paragraph that is broken; so a paragraph of three
    lines is not.

    >>> [legal_breaks([Line(12.0 * n, 12.0) for n in range(count)]) for count in (3, 4, 6)]
    [(), (2,), (2, 3, 4)]
    """
    begins = [0] * (len(lines) + 1)
    for n in range(1, len(lines)):
        begins[n] = begins[n - 1] if lines[n].paragraph == lines[n - 1].paragraph else n
    ends = [len(lines)] * (len(lines) + 1)
    for n in range(len(lines) - 1, 0, -1):
        ends[n - 1] = ends[n] if lines[n].paragraph == lines[n - 1].paragraph else n
    return tuple(
        n
        for n in range(LEAST, len(lines) - LEAST + 1)
        if begins[n] == n or (n - begins[n] >= LEAST and ends[n] - n >= LEAST)
    )


def depth_between(cell: Cell, first: int, end: int) -> float:
    """Give the depth in points of lines ``first`` to before ``end`` of a cell; its head belongs to the first line."""
    if end <= first:
        return 0.0
    return cell.lines[end - 1].bottom - (cell.lines[first].top if first else 0.0)


def depth_of(row: Row) -> float:
    """Give the depth of a row in points: that of its deepest cell."""
    return max((cell.height for cell in row.cells), default=0.0)


def row_cuts(row: Row, height: float) -> tuple[Cut, ...]:
    """Give the cuts where a row may be broken, in order.

    A cut is chosen on the deepest lane; every other lane is broken at its legal break nearest to the same share of
    its depth. A row that is whole, or has a lane of fewer than four lines, has no cuts, unless it is deeper than
    ``height``, that of a frame: then a short lane stays whole before the first cut, and where legal cuts leave more
    together than a frame holds, it may be cut after every line.
    """
    deep = depth_of(row) > height + TOLERANCE
    short = any(0 < len(cell.lines) < 2 * LEAST for cell in row.cells)
    if not deep and (row.whole or short):
        return ()
    cuts = _cuts(row, lambda cell: legal_breaks(cell.lines))
    if deep and _deepest_part(row, cuts) > height + TOLERANCE:
        return _cuts(row, lambda cell: tuple(range(1, len(cell.lines))))
    return cuts


def unlawful(row: Row, cut: Cut) -> int:
    """Count the lanes that a cut breaks where no break is legal: widows, orphans, single lines."""
    return sum(
        0 < count < len(cell.lines) and count not in legal_breaks(cell.lines)
        for cell, count in zip(row.cells, cut, strict=True)
    )


def parted_callers(row: Row, cut: Cut) -> int:
    """Count the notes that lanes of a row call on different sides of a cut: their sides would be an opening apart."""
    sides: dict[str, set[bool]] = {}
    for cell, count in zip(row.cells, cut, strict=True):
        for place, line in enumerate(cell.lines):
            for note in line.calls:
                sides.setdefault(note, set()).add(place < count)
    return sum(len(found) > 1 for found in sides.values())


def _cuts(row: Row, breaks: Callable[[Cell], tuple[int, ...]]) -> tuple[Cut, ...]:
    deepest = max(range(len(row.cells)), key=lambda lane: (row.cells[lane].height, -lane))
    master = row.cells[deepest]
    places = [breaks(cell) if cell is master else _places(cell, breaks(cell)) for cell in row.cells]
    if not all(places):
        return ()
    depths = [[depth_between(cell, 0, count) for count in places[lane]] for lane, cell in enumerate(row.cells)]
    shares = [depth / master.height for depth in depths[deepest]]
    return tuple(
        tuple(
            count if cell is master else places[lane][_nearest(depths[lane], share * cell.height)]
            for lane, cell in enumerate(row.cells)
        )
        for count, share in zip(places[deepest], shares, strict=True)
    )


def _places(cell: Cell, breaks: tuple[int, ...]) -> tuple[int, ...]:
    """Give where a lane may be broken; a short or empty one only after all its lines."""
    return (len(cell.lines),) if len(cell.lines) < 2 * LEAST else breaks


def _nearest(depths: Sequence[float], wanted: float) -> int:
    """Give the place of the depth nearest to that wanted; of two as near, the first."""
    place = bisect_left(depths, wanted)
    near = range(max(place - 1, 0), min(place + 1, len(depths)))
    return min(near, key=lambda other: (abs(depths[other] - wanted), other))


def _deepest_part(row: Row, cuts: tuple[Cut, ...]) -> float:
    ends = ((0,) * len(row.cells), *cuts, tuple(len(cell.lines) for cell in row.cells))
    return max(
        depth_between(cell, ends[part][lane], ends[part + 1][lane])
        for part in range(len(ends) - 1)
        for lane, cell in enumerate(row.cells)
    )
