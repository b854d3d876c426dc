"""Reckon what a frame costs: two positions and what was placed before → cost and what is placed after."""

from bisect import bisect_right

from edition.press.breaks import LEAST, TOLERANCE
from edition.press.costs import Costs
from edition.press.feet import Ends, Feet
from edition.press.measured import Band, Measure
from edition.press.text import Text
from edition.press.turns import Turns


class Reckoning:
    """The frames that can be made of a text and its feet, with their costs.

    ``nothing`` is what is placed before the first frame, ``due`` by position what is placed where nothing is carried.
    """

    __slots__ = ("_feet", "_height", "_leading", "_text", "_turns", "_until", "costs", "due", "last", "nothing")

    def __init__(self, text: Text, feet: Feet, measure: Measure, costs: Costs) -> None:
        self._text = text
        self._feet = feet
        self._turns = Turns(text, measure.leading, costs)
        self._height = measure.height
        self._leading = measure.leading
        self._until = _before_fresh(text)
        self.costs = costs
        self.due = feet.due
        self.last = text.last
        self.nothing: Ends = (0,) * len(feet.queues)

    def ends(self, first: int) -> range:
        """Give where a frame that begins at a position can end: at the next at least, even if that is too deep."""
        text = self._text
        room = self._height + TOLERANCE
        limit = self._until[first]
        end = bisect_right(text.bottom, text.origin[first] + room, first + 1, limit + 1)
        if any(text.cut[first]):
            following = text.start[text.row[first] + 1]
            end = bisect_right(range(limit + 1), room, first + 1, following, key=lambda at: text.depth(first, at))
            if end == following:
                end = bisect_right(text.bottom, text.origin[first] + room, following, limit + 1)
        return range(first + 1, max(end, first + 2))

    def least(self, first: int, end: int) -> float:
        """Give what a frame between two positions costs at the least, whatever stands at its foot."""
        return self._turns.cost[end]

    def frame(self, first: int, end: int, placed: Ends) -> tuple[float, Ends]:
        """Give the cost of a frame between two positions, and what is placed with it."""
        due = self.due[end]
        if placed == due:
            white, foot = self._height - self._text.depth(first, end), 0.0
            after = due
            cost = self._turns.cost[end]
        else:
            after, white, foot = self._feet.fill(placed, first, end)
            cost = self._turns.cost[end] + self._foot_cost(foot)
            if after != due:
                cost += self._carried(placed, after, first, end)
        if white < -TOLERANCE:
            cost += self.costs.overfull
        elif white > 0:
            cost += self._turns.white[end] * (white / self._leading) ** 2
        if self._text.row[first] == self._text.row[end]:
            cost += self.costs.thin_part * self._thin_parts(first, end)
        return cost, after

    def frame_alone(self, position: int, placed: Ends) -> tuple[float, Ends]:
        """Give the cost of a frame that holds carried lines and no text, and what is placed with it."""
        after = self._feet.fill_alone(placed, position)
        return self.costs.notes_alone + self._carried(placed, after, position, position), after

    def _foot_cost(self, foot: float) -> float:
        deep = max(foot - self.costs.deep_foot_share * self._height, 0.0) / self._leading
        return self.costs.deep_foot * deep * deep

    def _thin_parts(self, first: int, end: int) -> int:
        """Count the lanes that a row between two breaks leaves with fewer than two lines."""
        text = self._text
        return sum(
            len(cell.lines) >= 2 * LEAST and after - before < LEAST
            for cell, before, after in zip(
                text.rows[text.row[first]].cells, text.cut[first], text.cut[end], strict=True
            )
        )

    def _carried(self, placed: Ends, after: Ends, first: int, end: int) -> float:
        """Cost what is carried beyond a frame."""
        costs, cost = self.costs, 0.0
        for number, queue in enumerate(self._feet.queues):
            stop, due = after[number], queue.due[end]
            if stop == due:
                continue
            cost += costs.carried_line * (due - stop) + costs.note_away * (queue.begun[due] - queue.begun[stop])
            if queue.band is Band.APPARATUS:
                cost += costs.broken_apparatus
            if queue.splits(stop):
                cost += costs.broken_note + costs.hyphen_at_turn * queue.lines[stop - 1].hyphenated
            if queue.stop[stop] != stop:
                cost += costs.widow
            if stop == placed[number] < queue.due[first]:
                cost += costs.note_interrupted
        return cost


def _before_fresh(text: Text) -> list[int]:
    """Give, by position, the next one at which a frame must end: before a row that begins a fresh one, or the last."""
    until = [text.last] * (text.last + 1)
    for number in range(len(text.rows) - 1, -1, -1):
        begin, end = text.start[number], text.start[number + 1]
        fresh = end < text.last and text.rows[number + 1].fresh
        until[begin:end] = [end if fresh else until[end]] * (end - begin)
    return until
