"""Cost what is the same whatever stands on a frame: each position at which a frame may end → its cost."""

from edition.press.breaks import TOLERANCE, parted_callers, unlawful
from edition.press.costs import Costs
from edition.press.text import Text

CLOSERS = frozenset({"closer", "signature"})
"""Roles of rows that should not stand at the head of a frame without any words of the letter before them."""


class Turns:
    """``cost`` of ending a frame at a position; ``white``: what a leading of white costs there, squared."""

    __slots__ = ("_costs", "_stranded", "_text", "cost", "white")

    def __init__(self, text: Text, leading: float, costs: Costs) -> None:
        self._text = text
        self._costs = costs
        self._stranded = _stranded(text, costs.stranded_lines * leading - TOLERANCE)
        self.cost = [self._cost(position) for position in range(text.last + 1)]
        self.white = [self._white(position) for position in range(text.last + 1)]

    def _cost(self, position: int) -> float:
        if position in (0, self._text.last):
            return 0.0
        stranded = self._costs.stranded * self._stranded[position]
        within = any(self._text.cut[position])
        return stranded + (self._broken(position) if within else self._between(position))

    def _between(self, position: int) -> float:
        costs, number = self._costs, self._text.row[position]
        before, after = self._text.rows[number - 1], self._text.rows[number]
        if after.fresh:
            return 0.0
        cost = costs.head_alone if before.keep_with_next else 0.0
        if after.role in CLOSERS and before.letter == after.letter and not after.opens:
            cost += costs.closer_alone
        return cost

    def _broken(self, position: int) -> float:
        costs, row, cut = self._costs, self._text.rows[self._text.row[position]], self._text.cut[position]
        most = max(len(cell.lines) for cell in row.cells)
        cost = costs.broken_row + costs.broken_short_row / most
        if row.whole:
            cost += costs.broken_whole_row
        lanes = zip(row.cells, cut, strict=True)
        hyphens = sum(0 < count < len(cell.lines) and cell.lines[count - 1].hyphenated for cell, count in lanes)
        cost += costs.hyphen_at_turn * hyphens + costs.callers_parted * parted_callers(row, cut)
        return cost + costs.widow * unlawful(row, cut)

    def _white(self, position: int) -> float:
        number = self._text.row[position]
        if position == self._text.last:
            return 0.0
        if any(self._text.cut[position]):
            return self._costs.white
        row = self._text.rows[number]
        if row.fresh:
            return self._costs.white_before_fresh
        return self._costs.white_before_letter if row.opens else self._costs.white


def _stranded(text: Text, least: float) -> list[int]:
    """Count, by position, on how many sides less than ``least`` points of a letter stand that goes on beyond."""
    stranded = [0] * (text.last + 1)
    for first, end in _letters(text):
        head = first
        while head + 1 < end and text.rows[head].keep_with_next:
            head += 1
        begin, foot = text.origin[text.start[head]], text.bottom[text.start[end]]
        for position in range(text.start[first] + 1, text.start[end]):
            above, below = text.bottom[position] - begin, foot - text.origin[position]
            stranded[position] = (above < least) + (below < least)
    return stranded


def _letters(text: Text) -> list[tuple[int, int]]:
    """Give the first row of each letter and that after its last."""
    rows = text.rows
    firsts = [
        number
        for number, row in enumerate(rows)
        if not number or row.opens or row.fresh or row.letter != rows[number - 1].letter
    ]
    return list(zip(firsts, [*firsts[1:], len(rows)], strict=False))
