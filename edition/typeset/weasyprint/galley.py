"""Units of HTML → a galley: their rows and notes laid out once on an endless page, measured and ready to be cut.

A unit is a letter, or all that is no letter in a division. Every version of a row is a block as wide as its lane; the
same unit gives the same lines in every galley.
"""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from typing import Final
from xml.etree.ElementTree import Element

import weasyprint
from lxml import etree

from edition.press.measured import MeasuredUnit
from edition.typeset.weasyprint.lanes import Lanes
from edition.typeset.weasyprint.lines import first_lines
from edition.typeset.weasyprint.measuring import SetUnit, measure_unit
from edition.typeset.weasyprint.private import Box, box_of
from edition.typeset.weasyprint.typecase import TypeCase

_SHEET: Final = "galley.css"
_ENDLESS: Final = "10000000px"


@dataclass(frozen=True)
class Galley:
    """What was laid out: measured for the page maker, set for the pages, with the HTML that its boxes belong to."""

    measured: tuple[MeasuredUnit, ...]
    units: tuple[SetUnit, ...]
    document: weasyprint.Document
    root: Element

    @cached_property
    def first_lines(self) -> Mapping[int, Box]:
        """The line with which each box begins, by the identity of the box."""
        return first_lines(line for unit in self.units for line in unit.lines())


def lay_out_galley(
    units: Sequence[etree._Element], lanes: Lanes, case: TypeCase, title: str = "", language: str = ""
) -> Galley:
    """Lay out units one under the other; ``title`` and ``language`` are those of the book.

    Raise ``StrayWords`` if words stand outside the cells of rows and notes: they would be on no page.
    """
    laid_out = case.lay_out(html_of([deepcopy(unit) for unit in units], title, language), _SHEET, css=_rules(lanes))
    (page,) = laid_out.document.pages
    (root,) = box_of(page).children
    (body,) = root.children
    found = [measure_unit(unit, (root, body), len(lanes.lanes)) for unit, _ in zip(body.children, units, strict=True)]
    return Galley(
        tuple(measured for measured, _ in found), tuple(placed for _, placed in found), laid_out.document, laid_out.root
    )


def html_of(blocks: Sequence[etree._Element], title: str, language: str) -> etree._Element:
    """Make a page of HTML of blocks of a book."""
    html = etree.Element("html", {"lang": language} if language else {})
    head = etree.SubElement(html, "head")
    etree.SubElement(head, "meta", charset="utf-8")
    etree.SubElement(head, "title").text = title
    body = etree.SubElement(html, "body")
    body.extend(blocks)
    return html


def _rules(lanes: Lanes) -> str:
    """Write the widths of the page and of the lanes as CSS."""
    widths = "".join(
        f".cell:nth-child({place}) {{ width: {lane.width}pt }}\n" for place, lane in enumerate(lanes.lanes, start=1)
    )
    return f"@page {{ size: {lanes.widest}pt {_ENDLESS} }}\n{widths}"
