"""HTML of a book + style → its pages, and the file that holds them.

The book is *laid out* as often as its page numbers need to settle: units are measured, frames made, nothing is
drawn. What was measured once is not measured again while its HTML stays the same. Then it is *printed*, block by
block, and the blocks are joined.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Final, Self

from lxml import etree

from edition.book.tree import Metadata
from edition.model.finding import Finding, Report
from edition.model.pagination import Page, Pagination
from edition.press import make_frames, number_lines
from edition.press.measured import MeasuredUnit
from edition.settings.style import Style
from edition.typeset.joining import BookFile, OutlineItem, join_blocks
from edition.typeset.result import Typeset
from edition.typeset.weasyprint.blocks import Pressed, by_part, cut
from edition.typeset.weasyprint.flows import flow_of, letters_on, line_numbers, standings, units_on
from edition.typeset.weasyprint.heads import RunningHeads
from edition.typeset.weasyprint.lanes import FACING, lanes_of, measure_of, page_size
from edition.typeset.weasyprint.printing import (
    Extent,
    Run,
    Setting,
    ToCount,
    ToMeasure,
    ToPrint,
    count,
    measure,
    print_block,
)
from edition.typeset.weasyprint.private import engine_findings
from edition.typeset.weasyprint.sheetplan import Imposition, SheetPlan
from edition.typeset.weasyprint.sheets import BLANK, Sheet, arrange
from edition.typeset.weasyprint.units import LetterHead, Part, parts, running_titles
from edition.typeset.weasyprint.workers import Workers

GALLEY: Final = 12
"""How many units are measured in one galley; their lines are the same in a galley of any length."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """A book whose pages are known."""

    metadata: Metadata
    setting: Setting
    parts: tuple[Part, ...]
    pressed: dict[int, Pressed]
    flowed: Mapping[int, Extent]
    sheets: tuple[Sheet, ...]
    heads: RunningHeads


class Press:
    """Sets books in one style, with up to ``jobs`` processes; ``report`` is told what is being done.

    It is a context: its processes end with it. The book is the same for every number of processes and every length
    of galley.
    """

    def __init__(self, style: Style, jobs: int, report: Report, galley: int = GALLEY) -> None:
        self._style = style
        self._report = report
        self._galley = galley
        self._workers = Workers(jobs)
        self._measured: dict[tuple[int, bytes], MeasuredUnit] = {}
        self._counted: dict[bytes, Extent] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self._workers.__exit__(kind, fault, at)

    def lay_out(self, metadata: Metadata, html: etree._Element) -> Typeset:
        """Make the pages of a book, without printing them."""
        findings = engine_findings()
        if findings:
            return Typeset(Pagination(), None, findings)
        setting = Setting(self._style, " / ".join(metadata.titles.values()), metadata.languages[0])
        divisions = parts(html, self._style.layout)
        self._measure(setting, divisions)
        self._count(setting, divisions)
        pressed = {number: self._press(part) for number, part in enumerate(divisions) if part.pressed}
        flowed = {
            number: self._counted[part.units[0].html] for number, part in enumerate(divisions) if not part.pressed
        }
        pages = [
            len(pressed[number].frames) * pressed[number].pages if number in pressed else flowed[number].pages
            for number in range(len(divisions))
        ]
        sheets = arrange(divisions, pages, self._style.layout)
        heads = RunningHeads(running_titles(html), self._style.layout)
        layout = _Layout(metadata, setting, divisions, pressed, flowed, sheets, heads)
        return Typeset(_pagination(layout), partial(self._print, layout))

    def _measure(self, setting: Setting, divisions: Sequence[Part]) -> None:
        """Measure the units that have not been measured as they are now."""
        due: dict[int, list[bytes]] = {}
        for part in divisions:
            if part.pressed:
                count = len(part.lanes)
                new = (unit.html for unit in part.units if (count, unit.html) not in self._measured)
                due.setdefault(count, []).extend(new)
        tasks = [
            ToMeasure(setting, lanes, tuple(units[first : first + self._galley]))
            for lanes, units in sorted(due.items())
            for first in range(0, len(units), self._galley)
        ]
        for number, (task, found) in enumerate(zip(tasks, self._workers.do(measure, tasks), strict=True), 1):
            self._report(f"setting lines, galley {number} of {len(tasks)}")
            self._measured |= {
                (task.lanes, unit): measured for unit, measured in zip(task.units, found, strict=True)
            }

    def _count(self, setting: Setting, divisions: Sequence[Part]) -> None:
        units = [part.units[0].html for part in divisions if not part.pressed]
        tasks = [ToCount(setting, unit) for unit in dict.fromkeys(units) if unit not in self._counted]
        for task, extent in zip(tasks, self._workers.do(count, tasks), strict=True):
            self._counted[task.unit] = extent

    def _press(self, part: Part) -> Pressed:
        """Make the frames of a part."""
        lanes = lanes_of(self._style, len(part.lanes))
        units = [self._measured[len(part.lanes), unit.html] for unit in part.units]
        fresh = part.kind == "letters" and self._style.settings.get("letters") == "fresh"
        flow = flow_of(units, len(part.lanes), fresh)
        return Pressed(flow, make_frames(flow, measure_of(self._style, lanes)), lanes.pages)

    def _print(self, layout: _Layout, target: Path) -> tuple[Finding, ...]:
        """Print the pages and write them to a file."""
        with TemporaryDirectory(prefix="edition-") as folder:
            tasks = list(self._blocks(layout, Path(folder)))
            for number, _ in enumerate(self._workers.do(print_block, tasks), 1):
                self._report(f"printing, block {number} of {len(tasks)}")
            self._report("joining the blocks")
            return tuple(join_blocks([task.target for task in tasks], target, self._file(layout)))

    def _blocks(self, layout: _Layout, folder: Path) -> Iterator[ToPrint]:
        planning = _Planning(layout, self._style)
        for number, block in enumerate(cut(layout.sheets, layout.pressed)):
            runs = tuple(planning.run(part, sheets) for part, sheets in by_part(block))
            yield ToPrint(layout.setting, runs, folder / f"{number:06}")

    def _file(self, layout: _Layout) -> BookFile:
        return BookFile(
            metadata=layout.metadata,
            faces=self._style.face.files,
            outline=tuple(_outline(layout)),
            labels=tuple(sheet.label for sheet in layout.sheets),
            moment=int(epoch) if (epoch := os.environ.get("SOURCE_DATE_EPOCH", "")).isdecimal() else None,
        )


class _Planning:
    """Plans the pages of blocks."""

    def __init__(self, layout: _Layout, style: Style) -> None:
        self._layout = layout
        self._style = style
        self._size = page_size(style)
        step = style.settings.get("line-numbers", "none")
        self._step = int(step) if step.isdecimal() else 0
        self._numbers = {part: number_lines(pressed.flow) for part, pressed in layout.pressed.items()}

    def run(self, part: int, sheets: Sequence[Sheet]) -> Run:
        """Plan pages of one part that follow each other."""
        if part == BLANK:
            return Run(tuple(SheetPlan(sheet.recto, self._head(sheet, ())) for sheet in sheets))
        division = self._layout.parts[part]
        if part not in self._layout.pressed:
            plans = tuple(SheetPlan(sheet.recto, self._head(sheet, ())) for sheet in sheets)
            return Run(plans, (division.units[0].html,), lanes=0)
        pressed = self._layout.pressed[part]
        first, last = pressed.frame_of(sheets[0]), pressed.frame_of(sheets[-1])
        units = units_on(pressed.flow, pressed.frames[first : last + 1])
        imposition = Imposition(
            flow=pressed.flow,
            lanes=lanes_of(self._style, len(division.lanes)),
            size=self._size,
            units={unit: place for place, unit in enumerate(units)},
            numbers=self._numbers[part],
            step=self._step if division.kind == "letters" else 0,
        )
        plans = tuple(
            plan
            for frame in range(first, last + 1)
            for plan in self._frame(imposition, pressed, frame, [s for s in sheets if pressed.frame_of(s) == frame])
        )
        return Run(plans, tuple(division.units[unit].html for unit in units), len(division.lanes))

    def _frame(
        self, imposition: Imposition, pressed: Pressed, frame: int, sheets: Sequence[Sheet]
    ) -> Iterable[SheetPlan]:
        division = self._layout.parts[sheets[0].part]
        known = {unit.letter.id: unit.letter for unit in division.units if unit.letter}
        letters = [known[id] for id in letters_on(pressed.flow, pressed.frames[frame]) if id in known]
        heads = [self._head(sheet, letters) for sheet in sheets]
        return imposition.plan(pressed.frames[frame], [sheet.recto for sheet in sheets], heads)

    def _head(self, sheet: Sheet, letters: Sequence[LetterHead]):  # noqa: ANN202
        part = None if sheet.part == BLANK else self._layout.parts[sheet.part]
        return self._layout.heads.on(sheet, part, letters)


def _pagination(layout: _Layout) -> Pagination:
    """Give the page of every anchor, and the line of the original in which it begins."""
    pages: dict[str, Page] = {}
    lines: dict[str, int] = {}
    first = {sheet.part: sheet.index for sheet in reversed(layout.sheets)}
    for number in range(len(layout.parts)):
        for anchor, page in _anchors(layout, number):
            sheet = layout.sheets[first[number] + page]
            pages.setdefault(anchor, Page(sheet.index, sheet.label))
        if number in layout.pressed:
            lines |= line_numbers(layout.pressed[number].flow)
    return Pagination(pages, len(layout.sheets), lines)


def _anchors(layout: _Layout, number: int) -> Iterator[tuple[str, int]]:
    """Yield the anchors of a part, each with the page of the part on which it begins."""
    if number in layout.flowed:
        yield from layout.flowed[number].anchors.items()
        return
    part, pressed = layout.parts[number], layout.pressed[number]
    lanes = lanes_of(layout.setting.style, len(part.lanes)).lanes
    yield part.id, 0
    for standing in standings(pressed.flow, pressed.frames):
        yield standing.anchor, standing.frame * pressed.pages + lanes[standing.lane].page


def _outline(layout: _Layout) -> Iterator[OutlineItem]:
    """Give a bookmark for every division that has a title, and for every letter."""
