"""The structure of the small specimen book, element for element: ``specimen.outline`` is what a listener meets."""

import os
from pathlib import Path

import weasyprint
from lxml import etree

from edition.render.html import PRINT, render_html
from edition.typeset.weasyprint.part import write_part
from tests.specimens.book import specimen_book
from tests.typeset.weasyprint.tagged import outline

GOLDEN = Path(__file__).with_name("specimen.outline")
SHEET = "@page { size: 120mm 3000mm } body { font: 10pt/12pt Vollkorn } ol, ul { list-style: none }"


def test_the_specimen_is_tagged_as_it_was() -> None:
    """After a change that was meant, write the file anew: ``WRITE_GOLDEN=1 pytest`` with this file's name."""
    html = etree.tostring(render_html(specimen_book(), PRINT), method="html", encoding="unicode")
    document = weasyprint.HTML(string=html).render(stylesheets=[weasyprint.CSS(string=SHEET)])
    found = outline(write_part(document, [document._html.etree_element])) + "\n"
    if os.environ.get("WRITE_GOLDEN"):
        GOLDEN.write_text(found, encoding="utf-8")
    assert found == GOLDEN.read_text(encoding="utf-8")
