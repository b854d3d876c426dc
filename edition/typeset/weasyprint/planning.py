"""A book whose pages are known → what its processes print, block by block."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from edition.press import number_lines
from edition.typeset.weasyprint.blocks import Pressed, by_part, cut
from edition.typeset.weasyprint.flows import letters_on, units_on
from edition.typeset.weasyprint.lanes import lanes_of, page_size
from edition.typeset.weasyprint.layout import Layout
from edition.typeset.weasyprint.printing import Run, ToPrint
from edition.typeset.weasyprint.sheetplan import Head, Imposition, SheetPlan
from edition.typeset.weasyprint.sheets import BLANK, Sheet
from edition.typeset.weasyprint.units import LetterHead


def plan_blocks(layout: Layout, folder: Path) -> Iterator[ToPrint]:
    """Yield the blocks of a book, each to be written to a file of the folder."""
    planning = _Planning(layout)
    for number, block in enumerate(cut(layout.sheets, layout.pressed)):
        runs = tuple(planning.run(part, sheets) for part, sheets in by_part(block))
        yield ToPrint(layout.setting, runs, folder / f"{number:06}")


class _Planning:
    """Plans pages; what it needs of every part is made once."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._style = layout.setting.style
        self._numbers = {part: number_lines(pressed.flow) for part, pressed in layout.pressed.items()}
        self._letters = {unit.letter.id: unit.letter for part in layout.parts for unit in part.units if unit.letter}

    def run(self, part: int, sheets: Sequence[Sheet]) -> Run:
        """Plan pages of one part that follow each other."""
        if part in self._layout.pressed:
            return self._pressed(part, sheets)
        plans = tuple(SheetPlan(sheet.recto, self._head(sheet)) for sheet in sheets)
        return Run(plans) if part == BLANK else Run(plans, (self._layout.parts[part].units[0].html,), lanes=0)

    def _pressed(self, part: int, sheets: Sequence[Sheet]) -> Run:
        pressed, division = self._layout.pressed[part], self._layout.parts[part]
        first, last = pressed.frame_of(sheets[0]), pressed.frame_of(sheets[-1])
        units = units_on(pressed.flow, pressed.frames[first : last + 1])
        imposition = Imposition(
            flow=pressed.flow,
            lanes=lanes_of(self._style, len(division.lanes)),
            size=page_size(self._style),
            units={unit: place for place, unit in enumerate(units)},
            numbers=self._numbers[part],
            step=self._style.line_numbers if division.kind == "letters" else 0,
        )
        frames = (sheets[place : place + pressed.pages] for place in range(0, len(sheets), pressed.pages))
        plans = tuple(plan for frame in frames for plan in self._frame(imposition, pressed, frame))
        return Run(plans, tuple(division.units[unit].html for unit in units), len(division.lanes))

    def _frame(self, imposition: Imposition, pressed: Pressed, sheets: Sequence[Sheet]) -> tuple[SheetPlan, ...]:
        """Plan the pages of a frame."""
        frame = pressed.frames[pressed.frame_of(sheets[0])]
        letters = [self._letters[id] for id in letters_on(pressed.flow, frame) if id in self._letters]
        heads = [self._head(sheet, letters) for sheet in sheets]
        return imposition.plan(frame, [sheet.recto for sheet in sheets], heads)

    def _head(self, sheet: Sheet, letters: Sequence[LetterHead] = ()) -> Head:
        part = None if sheet.part == BLANK else self._layout.parts[sheet.part]
        return self._layout.heads.on(sheet, part, letters)
