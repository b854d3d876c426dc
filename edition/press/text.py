"""Know every place where a frame may end and how deep the text between two of them is: rows → prefix sums.

A *position* is the ordinal of such a place: the head of a row or a cut in it, in order; the last one is the end of the
flow. Depths are points. On the endless strip of all rows each line has one height from the head; a frame that begins
at a position is a window on the strip, whose upper edge is the position's ``origin``.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from edition.press.breaks import Cut, depth_between, depth_of, row_cuts
from edition.press.measured import Flow, Row

NOWHERE = -1


class Text:
    """The rows of a flow that have lines, their positions, and the depths between these.

    ``places`` holds for each row its place in the flow. ``row`` and ``cut`` hold, by position, the row in which a
    frame that ends there would go on, and how many lines of each of its lanes stand before.
    """

    __slots__ = (
        "_lane_bottom",
        "_lane_row",
        "bottom",
        "cut",
        "lanes",
        "last",
        "origin",
        "places",
        "row",
        "rows",
        "start",
    )

    def __init__(self, flow: Flow, height: float) -> None:
        self.lanes = flow.lanes
        self.rows, self.places = _with_lines(flow.rows)
        self.row: list[int] = []
        self.cut: list[Cut] = []
        self.start: list[int] = []
        self.bottom: list[float] = []
        self.origin: list[float] = []
        self._lane_bottom: list[list[float]] = [[] for _ in range(flow.lanes)]
        self._lane_row: list[list[int]] = [[] for _ in range(flow.lanes)]
        self._measure_rows(height)
        self.last = len(self.row) - 1

    def _measure_rows(self, height: float) -> None:
        y = 0.0
        none = (0,) * self.lanes
        ends = [(0.0, NOWHERE)] * self.lanes  # where the last line of each lane ends, and in which row
        for number, row in enumerate(self.rows):
            head, depth = y + row.before, depth_of(row)
            self.start.append(len(self.row))
            self._add(number, none, y, head, ends)
            for cut in row_cuts(row, height):
                heads = [depth_between(cell, 0, count) for cell, count in zip(row.cells, cut, strict=True)]
                here = [
                    (head + part, number) if count else ends[lane]
                    for lane, (part, count) in enumerate(zip(heads, cut, strict=True))
                ]
                rest = max(depth_between(cell, cut[lane], len(cell.lines)) for lane, cell in enumerate(row.cells))
                self._add(number, cut, head + max(heads), head + depth - rest, here)
            ends = [(head + cell.height, number) if cell.lines else ends[lane] for lane, cell in enumerate(row.cells)]
            y = head + depth
        self.start.append(len(self.row))
        self._add(len(self.rows), none, y, y, ends)

    def _add(self, row: int, cut: Cut, bottom: float, origin: float, ends: Sequence[tuple[float, int]]) -> None:
        self.row.append(row)
        self.cut.append(cut)
        self.bottom.append(bottom)
        self.origin.append(origin)
        for lane, (lane_bottom, lane_row) in enumerate(ends):
            self._lane_bottom[lane].append(lane_bottom)
            self._lane_row[lane].append(lane_row)

    def depth(self, first: int, end: int) -> float:
        """Give the depth of the text between two positions: that of its deepest lane."""
        if self.row[first] == self.row[end] and any(self.cut[first]):
            return max(self.lane_depth(lane, first, end) for lane in range(self.lanes))
        return self.bottom[end] - self.origin[first] if end > first else 0.0

    def lane_depth(self, lane: int, first: int, end: int) -> float:
        """Give the depth of a lane between two positions, to the foot of its last line; 0 where it has none."""
        row = self._lane_row[lane][end]
        begun = self.row[first]
        if row < begun or end <= first:
            return 0.0
        if row > begun or not any(self.cut[first]):
            return self._lane_bottom[lane][end] - self.origin[first]
        cell = self.rows[row].cells[lane]
        stop = self.cut[end][lane] if self.row[end] == row else len(cell.lines)
        return depth_between(cell, self.cut[first][lane], stop)

    def position_after(self, row: int, lane: int, line: int) -> int:
        """Give the first position that has a line of a row before it."""
        first, end = self.start[row] + 1, self.start[row + 1]
        return bisect_right(self.cut, line, first, end, key=lambda cut: cut[lane])


def _with_lines(rows: Sequence[Row]) -> tuple[list[Row], list[int]]:
    """Leave out rows without a line; what they say of where a frame or a letter begins goes to the next row."""
    kept, places = [], []
    fresh = opens = False
    for place, row in enumerate(rows):
        fresh, opens = fresh or row.fresh, opens or row.opens
        if any(cell.lines for cell in row.cells):
            kept.append(replace(row, fresh=fresh, opens=opens))
            places.append(place)
            fresh = opens = False
    return kept, places
