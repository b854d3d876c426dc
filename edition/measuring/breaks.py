"""What the turn of a page parts and should not: paragraphs by a single line, headings from their text, words."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from edition.inspect.tagged import TypeLine
from edition.measuring.figures import Breaks, Spot, worst_first
from edition.measuring.setting import SetCell, SetDivision, Setting, opening, shown, turns

Paragraph = Sequence[TypeLine]


def breaks(setting: Setting) -> Breaks:
    """Find what is parted."""
    text = [paragraph for division in setting.divisions for paragraph in _paragraphs(division)]
    notes = [
        paragraph
        for division in setting.divisions
        for note in division.notes
        for side in note.sides.values()
        for paragraph in side.paragraphs
    ]
    return Breaks(
        len(text),
        _spots(setting, _alone(text, 0)),
        _spots(setting, _alone(text, -1)),
        _spots(setting, (*_alone(notes, 0), *_alone(notes, -1))),
        _spots(setting, (line for division in setting.divisions for line in _left_headings(division))),
        _spots(setting, _carried(text)),
    )


def _paragraphs(division: SetDivision) -> Iterator[Paragraph]:
    for row in division.rows:
        for cell in row.cells:
            yield from cell.paragraphs
    yield from division.loose


def _alone(paragraphs: Iterable[Paragraph], end: int) -> Iterator[TypeLine]:
    """Yield the first (``end`` 0) or last (-1) line of paragraphs that go over pages, if it is alone on its page."""
    for paragraph in paragraphs:
        pages = [list(lines) for _, lines in groupby(paragraph, lambda line: line.page)]
        if len(pages) > 1 and len(pages[end]) == 1:
            yield pages[end][0]


def _left_headings(division: SetDivision) -> Iterator[TypeLine]:
    """Yield the last line of headings on whose page, or opening, the next row does not begin."""
    for row, after in pairwise(division.rows):
        if row.heading and _frames(division, row.cells, -1) != _frames(division, after.cells, 0):
            yield row.cells[0].lines[-1]


def _frames(division: SetDivision, cells: Sequence[SetCell], place: int) -> int:
    choose = max if place else min
    return choose(division.frame(cell.lines[place].page) for cell in cells)


def _carried(paragraphs: Iterable[Paragraph]) -> Iterator[TypeLine]:
    for paragraph in paragraphs:
        for before, after in turns(paragraph):
            if before.broken and opening(before.page) != opening(after.page):
                yield before


def _spots(setting: Setting, lines: Iterable[TypeLine]) -> tuple[Spot, ...]:
    return worst_first([Spot(line.page, setting.label(line.page), shown([line])) for line in lines])
