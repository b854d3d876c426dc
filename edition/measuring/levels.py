"""Rows stand level: the first lines of all versions at one height, on one opening."""

from edition.inspect.tagged import TypeLine
from edition.measuring.figures import Levels, Spot, worst_first
from edition.measuring.setting import Setting, opening

LEVEL = 0.5
"""Baselines that differ by no more than this, in points, are level."""


def levels(setting: Setting) -> Levels:
    """Compare where the versions of each row begin."""
    rows, askew, parted = 0, [], []
    for division in setting.parallel():
        for row in division.rows:
            firsts = [cell.lines[0] for cell in row.cells]
            if len(firsts) < 2:
                continue
            rows += 1
            page = firsts[0].page
            if len({opening(line.page) if division.facing else line.page for line in firsts}) > 1:
                parted.append(Spot(page, setting.label(page), row.name))
            elif (off := _spread(firsts)) > LEVEL:
                askew.append(Spot(page, setting.label(page), row.name, round(off, 2)))
    return Levels(rows, worst_first(askew), worst_first(parted))


def _spread(lines: list[TypeLine]) -> float:
    heights = [line.baseline for line in lines]
    return max(heights) - min(heights)
