"""A flowed division → pages broken by the engine: title pages, contents, indexes, the colophon.

They have no notes and no margin boxes; heads and folios are added as on pressed pages.
"""

from copy import deepcopy
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

import weasyprint
from lxml import etree

from edition.typeset.weasyprint.galley import html_of
from edition.typeset.weasyprint.lanes import PageSize, page_size
from edition.typeset.weasyprint.typecase import TypeCase

_SHEET: Final = "flowed.css"


@dataclass(frozen=True, slots=True)
class Flowed:
    """The pages of a division without their heads, and the HTML that their boxes belong to."""

    document: weasyprint.Document
    root: Element

    @property
    def anchors(self) -> tuple[tuple[str, ...], ...]:
        """The names of the places that begin on each page."""
        seen: set[str] = set()
        found = []
        for page in self.document.pages:
            found.append(tuple(sorted(page.anchors.keys() - seen)))
            seen |= page.anchors.keys()
        return tuple(found)


def lay_out_flowed(
    division: etree._Element, recto: bool, case: TypeCase, title: str = "", language: str = ""
) -> Flowed:
    """Lay out a division that begins on a ``recto`` or on a verso; ``title`` and ``language`` are the book's."""
    html = html_of([deepcopy(division)], title, language)
    laid_out = case.lay_out(html, _SHEET, css=_rules(page_size(case.style), recto))
    return Flowed(laid_out.document, laid_out.root)


def _rules(size: PageSize, recto: bool) -> str:
    """Write the margins of both sides as CSS, and the side on which the division begins."""
    margins = "".join(
        f"@page :{side} {{ margin: {size.top}pt {size.width - size.text_width - size.x(right):g}pt {size.bottom}pt "
        f"{size.x(right)}pt }}\n"
        for side, right in (("left", False), ("right", True))
    )
    return f"{margins}html {{ break-before: {'right' if recto else 'left'} }}\n"
