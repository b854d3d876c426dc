"""What the processes of a press do: measure units, count the pages of flowed divisions, print blocks of pages.

Every function here takes one value and gives one, both of which can be sent to another process.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

import weasyprint
from lxml import etree

from edition.press.measured import MeasuredUnit
from edition.settings.style import Style
from edition.typeset.joining import make_block
from edition.typeset.weasyprint.flowed import Flowed, lay_out_flowed
from edition.typeset.weasyprint.furniture import Furniture, lay_out_furniture
from edition.typeset.weasyprint.galley import Galley, lay_out_galley
from edition.typeset.weasyprint.lanes import lanes_of, page_size
from edition.typeset.weasyprint.pages import furnish, make_pages
from edition.typeset.weasyprint.part import write_part
from edition.typeset.weasyprint.sheetplan import SheetPlan
from edition.typeset.weasyprint.typecase import TypeCase


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for the whole book: its style, its title, its language."""

    style: Style
    title: str
    language: str


@dataclass(frozen=True, slots=True)
class ToMeasure:
    """Units of HTML that stand in so many lanes."""

    setting: Setting
    lanes: int
    units: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class ToCount:
    """A flowed division."""

    setting: Setting
    unit: bytes


@dataclass(frozen=True, slots=True)
class Extent:
    """How many pages a flowed division takes, and on which of them (from 0) its anchors begin."""

    pages: int
    anchors: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Run:
    """Pages of one part that follow each other: plans for each, and the units of HTML that stand on them.

    ``lanes`` is 0 for a flowed division, which is printed whole.
    """

    plans: tuple[SheetPlan, ...]
    units: tuple[bytes, ...] = ()
    lanes: int = 1


@dataclass(frozen=True, slots=True)
class ToPrint:
    """A block of pages, to be written to ``target``."""

    setting: Setting
    runs: tuple[Run, ...]
    target: Path


def measure(task: ToMeasure) -> tuple[MeasuredUnit, ...]:
    """Measure the rows and notes of units."""
    return _galley(task.setting, task.units, task.lanes).measured


def count(task: ToCount) -> Extent:
    """Count the pages of a flowed division; they are as many on whichever side it begins."""
    laid_out = _flowed(task.setting, task.unit, recto=True)
    anchors = {name: page for page, names in enumerate(laid_out.anchors) for name in names}
    return Extent(len(laid_out.document.pages), anchors)


def print_block(task: ToPrint) -> None:
    """Print pages and write them as a block of the book's file."""
    style = task.setting.style
    plans = [plan for run in task.runs for plan in run.plans]
    furniture = lay_out_furniture(plans, page_size(style), _case(style))
    printed = [_print_run(task.setting, run, furniture) for run in task.runs]
    pages = [page for each in printed for page in each.pages]
    roots = [*(each.root for each in printed), furniture.root]
    pdf = write_part(printed[0].document.copy(pages), roots)
    make_block(pdf, task.target)


def _flowed(setting: Setting, unit: bytes, recto: bool) -> Flowed:
    return lay_out_flowed(etree.fromstring(unit), recto, _case(setting.style), setting.title, setting.language)


@dataclass(frozen=True, slots=True)
class _Printed:
    document: weasyprint.Document
    root: Element
    pages: tuple[weasyprint.Page, ...]


def _print_run(setting: Setting, run: Run, furniture: Furniture) -> _Printed:
    if run.lanes == 0:
        laid_out = _flowed(setting, run.units[0], run.plans[0].recto)
        pages = zip(laid_out.document.pages, run.plans, strict=True)
        return _Printed(laid_out.document, laid_out.root, tuple(furnish(*each, furniture) for each in pages))
    galley = _galley(setting, run.units, run.lanes)
    return _Printed(galley.document, galley.root, make_pages(galley, run.plans, furniture, page_size(setting.style)))


def _galley(setting: Setting, units: Iterable[bytes], lanes: int) -> Galley:
    parsed = [etree.fromstring(unit) for unit in units]
    return lay_out_galley(parsed, lanes_of(setting.style, lanes), _case(setting.style), setting.title, setting.language)


_cases: list[TypeCase] = []


def _case(style: Style) -> TypeCase:
    """Give the type case of a style; a process keeps that of the style which it was asked for last."""
    if not _cases or _cases[0].style != style:
        _cases[:] = [TypeCase(style)]
    return _cases[0]
