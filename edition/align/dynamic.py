"""Find the cheapest way through two versions, and how probable each of its steps is among all ways."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from edition.align.costs import LARGEST, Costs

_SHAPES = (
    (1, 1),
    (1, 0),
    (0, 1),
    (2, 2),
    *((1, n) for n in range(2, LARGEST + 1)),
    *((n, 1) for n in range(2, LARGEST + 1)),
)
_BAND = 60  # segments off the diagonal beyond which no pairing is tried
_NEVER = math.inf
_CHANCE = 0.05  # lengths less likely than this by chance lower the confidence of a row

Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Bead:
    """One step: segments ``first`` to before ``last`` of the original with those of the translation."""

    first: int
    last: int
    opposite_first: int
    opposite_last: int
    confidence: float


def best_path(costs: Costs) -> tuple[Bead, ...]:
    """Give the cheapest path; confidence is the share of all paths, weighed by their cost, that take the step too."""
    rows, columns = len(costs.original), len(costs.translation)
    steps = _steps(costs, rows, columns)
    best: dict[Cell, tuple[float, Cell]] = {(0, 0): (0.0, (0, 0))}
    before: dict[Cell, float] = {(0, 0): 0.0}
    for cell in _cells(rows, columns):
        if cell not in best:
            continue
        for end, cost in steps(cell):
            total = best[cell][0] + cost
            if total < best.get(end, (_NEVER, end))[0]:
                best[end] = (total, cell)
            before[end] = _add(before.get(end, -_NEVER), before[cell] - cost)
    after = _after(steps, rows, columns)
    return tuple(_traced(best, before, after, costs, (rows, columns)))


def _steps(costs: Costs, rows: int, columns: int) -> Callable[[Cell], list[tuple[Cell, float]]]:
    known: dict[Cell, list[tuple[Cell, float]]] = {}

    def steps(cell: Cell) -> list[tuple[Cell, float]]:
        if cell not in known:
            row, column = cell
            ends = ((row + m, column + n) for m, n in _SHAPES if row + m <= rows and column + n <= columns)
            known[cell] = [
                (end, costs(row, end[0], column, end[1]))
                for end in ends
                if _near(end, rows, columns) and costs.thinkable(row, end[0], column, end[1])
            ]
        return known[cell]

    return steps


def _near(cell: Cell, rows: int, columns: int) -> bool:
    if max(rows, columns) <= _BAND or cell == (rows, columns):
        return True
    return abs(cell[0] * columns - cell[1] * rows) <= (_BAND + abs(rows - columns)) * max(rows, columns)


def _cells(rows: int, columns: int) -> Iterator[Cell]:
    return ((row, column) for row in range(rows + 1) for column in range(columns + 1))


def _after(steps: Callable[[Cell], list[tuple[Cell, float]]], rows: int, columns: int) -> dict[Cell, float]:
    after: dict[Cell, float] = {(rows, columns): 0.0}
    for cell in reversed(list(_cells(rows, columns))):
        if _near(cell, rows, columns):
            for end, cost in steps(cell):
                if end in after:
                    after[cell] = _add(after.get(cell, -_NEVER), after[end] - cost)
    return after


def _traced(
    best: dict[Cell, tuple[float, Cell]], before: dict[Cell, float], after: dict[Cell, float], costs: Costs, end: Cell
) -> list[Bead]:
    beads: list[Bead] = []
    total = before.get(end, 0.0)
    while end != (0, 0):
        start = best[end][1]
        cost = costs(start[0], end[0], start[1], end[1])
        share = math.exp(min(0.0, before[start] - cost + after[end] - total))
        fit = min(1.0, costs.likelihood(start[0], end[0], start[1], end[1]) / _CHANCE)
        beads.append(Bead(start[0], end[0], start[1], end[1], share * fit))
        end = start
    return beads[::-1]


def _add(one: float, other: float) -> float:
    """Add two probabilities given as logarithms."""
    high, low = max(one, other), min(one, other)
    return high if low == -_NEVER else high + math.log1p(math.exp(low - high))
