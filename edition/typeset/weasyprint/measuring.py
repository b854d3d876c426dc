"""The boxes of a laid-out unit → its rows and notes, measured for the page maker and set for the pages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final
from xml.etree.ElementTree import Element

from edition.press.measured import Band, MeasuredUnit, Note, Row
from edition.typeset.weasyprint.lines import Calls, SetCell, SetLine, classes, painted_words, points, set_cell
from edition.typeset.weasyprint.private import Box, is_line

NOTES: Final[Mapping[str, Band]] = {"footnote": Band.NOTES, "reading": Band.APPARATUS}
"""The classes of what stands at the foot, and where there."""

_AVOID: Final = ("avoid", "avoid-page")
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_UNNUMBERED: Final = "source-note"


class StrayWords(ValueError):
    """Words stand outside the cells of rows and notes: they would be on no page."""


@dataclass(frozen=True, slots=True)
class SetUnit:
    """The cells of a unit as they were set: those of its rows in order, those of its notes by their ids."""

    rows: tuple[tuple[SetCell, ...], ...]
    notes: Mapping[str, tuple[SetCell, ...]]

    def lines(self) -> Iterator[SetLine]:
        """Yield all lines in the order of the HTML, but for the notes, which come last."""
        for cells in (*self.rows, *self.notes.values()):
            for cell in cells:
                yield from cell.lines


def measure_unit(unit: Box, around: tuple[Box, ...], lanes: int) -> tuple[MeasuredUnit, SetUnit]:
    """Measure a unit; raise ``StrayWords`` for words that no lane has room for."""
    reader = _Reader(unit, lanes)
    reader.read(unit, around)
    return reader.result()


class _Reader:
    """Walks the blocks of a unit and gathers its rows and notes.

    ``_margins`` are the margins that meet above the next row: notes stand elsewhere and theirs do not count.
    ``_waiting`` are the names of groups, other than letters, of which no line was met yet.
    """

    def __init__(self, unit: Box, lanes: int) -> None:
        self._lanes = lanes
        self._rows: list[Row] = []
        self._notes: dict[str, Note] = {}
        self._set_rows: list[tuple[SetCell, ...]] = []
        self._set_notes: dict[str, tuple[SetCell, ...]] = {}
        self._margins: list[float] = []
        self._letter = ""
        self._opened = False
        self._known: set[str] = set()
        self._waiting: tuple[str, ...] = ()
        elements = [box.element for box in unit.descendants() if box.element is not None]
        self._calls = Calls([one for one in dict.fromkeys(elements) if _band(one)])

    def result(self) -> tuple[MeasuredUnit, SetUnit]:
        return MeasuredUnit(tuple(self._rows), self._notes), SetUnit(tuple(self._set_rows), self._set_notes)

    def read(self, box: Box, around: tuple[Box, ...]) -> None:
        """Read a block and what is in it."""
        if is_line(box):
            _refuse(box)
        elif (element := box.element) is not None and _band(element):
            self._read_note(box, element, around)
        elif element is not None and "row" in classes(element):
            self._margins.append(box.margin_top)
            self._read_row(box, element, around)
            self._margins = [box.margin_bottom]
        else:
            self._read_group(box, around)

    def _read_group(self, box: Box, around: tuple[Box, ...]) -> None:
        element = box.element
        letter = element.get("id", "") if element is not None and "entry" in classes(element) else ""
        if letter:
            self._letter, self._opened = letter, False
        elif anchor := box.style["anchor"]:
            self._waiting = (*self._waiting, anchor)
        self._margins.append(box.margin_top)
        for child in box.children:
            self.read(child, (*around, box))
        self._margins.append(box.margin_bottom)
        if letter:
            self._letter = ""

    def _read_row(self, box: Box, element: Element, around: tuple[Box, ...]) -> None:
        cells = self._read_cells(box, around)
        role = _role(element)
        if self._rows and box.style["break_before"] in _AVOID:
            self._rows[-1] = replace(self._rows[-1], keep_with_next=True)
        row = Row(
            cells=tuple(cell.measured for cell in cells),
            ordinal=len(self._rows),
            id=element.get("id", ""),
            role=role,
            letter=self._letter,
            before=points(max(0.0, *self._margins) + min(0.0, *self._margins)),
            whole=box.style["break_inside"] in _AVOID,
            keep_with_next=box.style["break_after"] in _AVOID,
            opens=bool(self._letter) and not self._opened,
            original=_original(element),
            numbered=bool(self._letter) and role != _UNNUMBERED and box.element_tag not in _HEADINGS,
        )
        self._opened = True
        self._rows.append(row)
        self._set_rows.append(cells)

    def _read_note(self, box: Box, element: Element, around: tuple[Box, ...]) -> None:
        cells = self._read_cells(box, around)
        id = element.get("id", "")
        measured = tuple(cell.measured for cell in cells)
        self._notes[id] = Note(id, measured, ordinal=len(self._notes), band=_band(element) or Band.NOTES)
        self._set_notes[id] = cells

    def _read_cells(self, box: Box, around: tuple[Box, ...]) -> tuple[SetCell, ...]:
        """Read a cell for each lane; those that are not there are empty."""
        cells = [child for child in box.children if child.element is not box.element]
        for child in box.children:
            if child not in cells:
                _refuse(child)
        if len(cells) > self._lanes:
            _refuse(cells[self._lanes])
        found = [self._read_cell(cell, (*around, box)) for cell in cells[: self._lanes]]
        return (*found, *(SetCell() for _ in range(self._lanes - len(found))))

    def _read_cell(self, cell: Box, around: tuple[Box, ...]) -> SetCell:
        """Read a cell; the first line of a group is where links to the group lead."""
        found = set_cell(cell, around, self._calls, self._known, self._waiting)
        if found.lines:
            self._waiting = ()
        return found


def _band(element: Element) -> Band | None:
    return next((band for name, band in NOTES.items() if name in classes(element)), None)


def _original(row: Element) -> int:
    """Give the lane of a row's original: the first, where no cell says that it is."""
    return next((lane for lane, cell in enumerate(row) if "original" in classes(cell)), 0)


def _role(element: Element) -> str:
    return next((name for name in classes(element) if name != "row"), "")


def _refuse(box: Box) -> None:
    if words := painted_words(box).strip():
        raise StrayWords(f"«{words[:60]}» stands in no lane")
