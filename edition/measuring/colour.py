"""The colour of the text: hyphens, and the white between words."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from edition.inspect.tagged import TypeLine
from edition.measuring.figures import Colour, Spot, worst_first
from edition.measuring.setting import Setting, shown

NARROW, WIDE = 0.18, 0.40
"""Word spaces between these, in em, are even."""
LADDER = 3
"""So many hyphens one above the other are too many."""
JUSTIFIED = 0.5
"""A line that ends nearer than this, in points, to the longest of its paragraph on its page is justified."""


def colour(setting: Setting) -> Colour:
    """Look at the paragraphs of rows that stand beside each other, headings not counted."""
    paragraphs = [
        paragraph
        for division in setting.parallel()
        for row in division.rows
        if not row.heading
        for cell in row.cells
        for paragraph in cell.paragraphs
    ]
    lines = [line for paragraph in paragraphs for line in paragraph]
    full = [line for paragraph in paragraphs for line in _justified(paragraph) if line.spaces]
    uneven = [line for line in full if not NARROW <= _space(line) <= WIDE]
    return Colour(
        len(lines),
        sum(line.broken for line in lines) / len(lines) if lines else 0.0,
        len(full),
        1 - len(uneven) / len(full) if full else 1.0,
        worst_first([_spot(setting, line, round(_space(line), 3)) for line in uneven]),
        worst_first([_spot(setting, line, 0) for paragraph in paragraphs for line in _ladders(paragraph)]),
    )


def _space(line: TypeLine) -> float:
    return sum(line.spaces) / len(line.spaces)


def _justified(paragraph: Sequence[TypeLine]) -> Iterator[TypeLine]:
    """Yield the lines that fill the measure: of those on one page but the last of all, which end at one place."""
    for _, group in groupby(paragraph[:-1], lambda line: line.page):
        lines = list(group)
        edge = max(line.box.x1 for line in lines)
        if len(lines) > 1:
            yield from (line for line in lines if edge - line.box.x1 < JUSTIFIED)


def _ladders(paragraph: Sequence[TypeLine]) -> Iterator[TypeLine]:
    for broken, group in groupby(paragraph, lambda line: line.broken):
        lines = list(group)
        if broken and len(lines) >= LADDER:
            yield lines[0]


def _spot(setting: Setting, line: TypeLine, amount: float) -> Spot:
    return Spot(line.page, setting.label(line.page), shown([line]), amount)
