"""Justified lines end flush."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import weasyprint
from weasyprint.text.fonts import FontConfiguration

from edition.inspect.pdf import read_pdf
from edition.typeset.weasyprint.justifying import mended_justification
from tests.specimens.style import VOLLKORN

MEASURE = 180
SHEET = f"""
@font-face {{ font-family: Vollkorn; src: url("{(VOLLKORN / "Vollkorn-Regular.ttf").as_uri()}") }}
@page {{ size: {MEASURE + 40}pt 400pt; margin: 20pt }}
body {{ font: 10pt/13pt Vollkorn; text-align: justify; margin: 0 }}
"""
TEXT = (
    "The twelfth bridge of Nowhere, for which Ada Quill wrote <em>five</em> of her letters, was never built at all; "
    "yet its keeper, P. Vymyslov, rowed over every day, and <span>took the toll of all that</span> were not there. "
) * 6


def ends(context: AbstractContextManager[None], file: Path) -> Iterator[float]:
    """Give how far each line but the last ends from its measure, in points.

    Where a letter hangs over its advance the file says another width than was set: such lines are left out.
    """
    fonts = FontConfiguration()
    sheet = weasyprint.CSS(string=SHEET, font_config=fonts)
    with context:
        document = weasyprint.HTML(string=f"<html lang=en><p>{TEXT}").render(stylesheets=[sheet], font_config=fonts)
    document.write_pdf(file)
    words = read_pdf(file).page(0).words
    baselines = sorted({round(word.baseline, 1) for word in words})
    for baseline in baselines[:-1]:
        last = max((word for word in words if round(word.baseline, 1) == baseline), key=lambda word: word.box.x1)
        if not last.text.endswith("f"):
            yield last.box.x1 - 20 - MEASURE


def test_lines_end_flush(tmp_path: Path) -> None:
    found = list(ends(mended_justification(), tmp_path / "mended.pdf"))
    assert len(found) > 20
    assert max(map(abs, found)) < 0.12


def test_the_defect_is_still_there_to_be_cured(tmp_path: Path) -> None:
    found = list(ends(nullcontext(), tmp_path / "plain.pdf"))
    assert max(map(abs, found)) > 0.4
