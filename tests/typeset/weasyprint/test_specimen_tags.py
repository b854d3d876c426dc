"""The structure of the small specimen book, element for element: ``specimen.outline`` is what a listener meets."""

import os
import re
from pathlib import Path

import pytest
import weasyprint
from lxml import etree

from edition.render.html import PRINT, render_html
from edition.typeset.weasyprint.part import write_part
from tests.specimens.book import specimen_book
from tests.typeset.weasyprint.tagged import outline
from tests.typeset.weasyprint.test_book import LAYOUTS, print_book

GOLDEN = Path(__file__).with_name("specimen.outline")
SHEET = "@page { size: 900mm 3000mm } body { font: 10pt/12pt Vollkorn } ol, ul { list-style: none }"


def test_the_specimen_is_tagged_as_it_was() -> None:
    """After a change that was meant, write the file anew: ``WRITE_GOLDEN=1 pytest`` with this file's name."""
    html = etree.tostring(render_html(specimen_book(), PRINT), method="html", encoding="unicode")
    document = weasyprint.HTML(string=html).render(stylesheets=[weasyprint.CSS(string=SHEET)])
    found = outline(write_part(document, [document._html.etree_element])) + "\n"
    if os.environ.get("WRITE_GOLDEN"):
        GOLDEN.write_text(found, encoding="utf-8")
    assert found == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_book_is_read_in_one_order_in_whatever_layout(layout: str, tmp_path: Path) -> None:
    """What stands on which page, and where a line ends, changes nothing in the tags of the printed book."""
    print_book(layout, tmp_path / "book.pdf")
    printed = outline((tmp_path / "book.pdf").read_bytes())
    assert _without_pages(printed) == _without_pages(GOLDEN.read_text(encoding="utf-8"))


def _without_pages(text: str) -> list[str]:
    """Give the lines of an outline without pages, word spaces and the signs of parted words."""
    lines = re.sub(r"\(link \d+\)", "(link)", text.replace(r"\x02", "")).splitlines()
    return [f"{len(line) - len(line.lstrip())} {''.join(line.split())}" for line in lines]
