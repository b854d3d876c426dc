"""HTML of a book + style → its pages, and the file that holds them.

The book is *laid out* as often as its page numbers need to settle: units are measured, frames made, nothing is
drawn. What was measured once is not measured again while its HTML stays the same. Then it is *printed*, block by
block, and the blocks are joined.
"""

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Final, Self

from lxml import etree

from edition.book.tree import Metadata
from edition.model.finding import Finding, Report
from edition.model.pagination import Pagination
from edition.press import make_frames
from edition.press.measured import MeasuredUnit
from edition.settings.style import Style
from edition.typeset.joining import BookFile, join_blocks
from edition.typeset.result import Typeset
from edition.typeset.weasyprint.blocks import Pressed
from edition.typeset.weasyprint.flows import flow_of
from edition.typeset.weasyprint.heads import RunningHeads
from edition.typeset.weasyprint.lanes import lanes_of, measure_of
from edition.typeset.weasyprint.layout import Layout, outline, pagination
from edition.typeset.weasyprint.planning import plan_blocks
from edition.typeset.weasyprint.printing import Extent, Setting, ToCount, ToMeasure, count, measure, print_block
from edition.typeset.weasyprint.private import engine_findings
from edition.typeset.weasyprint.sheets import arrange
from edition.typeset.weasyprint.units import Part, parts, running_titles
from edition.typeset.weasyprint.workers import Workers

GALLEY: Final = 12
"""How many units are measured in one galley; their lines are the same in a galley of any length."""


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
        layout = Layout(metadata, setting, divisions, pressed, flowed, sheets, heads)
        return Typeset(pagination(layout), partial(self._print, layout))

    def _measure(self, setting: Setting, divisions: Sequence[Part]) -> None:
        """Measure the units that have not been measured as they are now."""
        due: dict[int, list[bytes]] = {}
        for part in divisions:
            if part.pressed:
                lanes = len(part.lanes)
                new = (unit.html for unit in part.units if (lanes, unit.html) not in self._measured)
                due.setdefault(lanes, []).extend(new)
        tasks = [
            ToMeasure(setting, lanes, tuple(units[first : first + self._galley]))
            for lanes, units in sorted(due.items())
            for first in range(0, len(units), self._galley)
        ]
        for number, (task, found) in enumerate(zip(tasks, self._workers.do(measure, tasks), strict=True), 1):
            self._report(f"setting lines, galley {number} of {len(tasks)}")
            self._measured |= {(task.lanes, unit): measured for unit, measured in zip(task.units, found, strict=True)}

    def _count(self, setting: Setting, divisions: Sequence[Part]) -> None:
        units = [part.units[0].html for part in divisions if not part.pressed]
        tasks = [ToCount(setting, unit) for unit in dict.fromkeys(units) if unit not in self._counted]
        for task, extent in zip(tasks, self._workers.do(count, tasks), strict=True):
            self._counted[task.unit] = extent

    def _press(self, part: Part) -> Pressed:
        """Make the frames of a part."""
        lanes = lanes_of(self._style, len(part.lanes))
        units = [self._measured[len(part.lanes), unit.html] for unit in part.units]
        fresh = part.kind == "letters" and self._style.letters_fresh
        flow = flow_of(units, len(part.lanes), fresh)
        return Pressed(flow, make_frames(flow, measure_of(self._style, lanes)), lanes.pages)

    def _print(self, layout: Layout, target: Path) -> tuple[Finding, ...]:
        """Print the pages and write them to a file."""
        with TemporaryDirectory(prefix="edition-") as folder:
            tasks = list(plan_blocks(layout, Path(folder)))
            for number, _ in enumerate(self._workers.do(print_block, tasks), 1):
                self._report(f"printing, block {number} of {len(tasks)}")
            self._report("joining the blocks")
            return tuple(join_blocks([task.target for task in tasks], target, self._file(layout)))

    def _file(self, layout: Layout) -> BookFile:
        return BookFile(
            metadata=layout.metadata,
            faces=self._style.face.files,
            outline=tuple(outline(layout)),
            labels=tuple(sheet.label for sheet in layout.sheets),
            moment=int(epoch) if (epoch := os.environ.get("SOURCE_DATE_EPOCH", "")).isdecimal() else None,
        )
