"""What the text face lacks is printed by its supplement, in XeTeX as elsewhere."""

from itertools import pairwise

import pytest

from edition.inspect.pdf import PdfDocument, read_pdf
from edition.render.latex import render_latex
from edition.settings.style_file import load_style
from edition.typeset.latex import typeset_latex
from tests.specimens.greek import BOLD, GREEK, ITALIC, MARKED, SIGN, SMALL, greek_book


@pytest.fixture(scope="module")
def greek(tmp_path_factory: pytest.TempPathFactory) -> PdfDocument:
    """Set the specimen in octavo; the engine has nothing to say of it."""
    folder = tmp_path_factory.mktemp("greek")
    style, _ = load_style(folder)
    assert style is not None
    made = typeset_latex(render_latex(greek_book(), style), style)
    assert made.findings == ()
    assert made.write is not None
    made.write(folder / "greek.pdf")
    return read_pdf(folder / "greek.pdf")


def faces(document: PdfDocument, *wanted: str) -> set[str]:
    found = [word for page in document.pages() for word in page.words if word.text.strip(",;.") in wanted]
    assert {word.text.strip(",;.") for word in found} == set(wanted)
    return {word.font.rpartition("+")[2] for word in found}


def test_each_word_stands_in_its_face(greek: PdfDocument) -> None:
    assert faces(greek, *GREEK, SIGN, SMALL) == {"GentiumBookPlus"}
    assert faces(greek, ITALIC) == {"GentiumBookPlus-Italic"}
    assert faces(greek, BOLD) == {"GentiumBookPlus-Bold"}
    assert faces(greek, "wrote:", "писал:", "1921", "кириллица") == {"Vollkorn-Regular"}
    assert faces(greek, "slanted") == {"Vollkorn-Italic"}
    assert faces(greek, MARKED) <= {"GentiumBookPlus", "Vollkorn-Regular"}


def test_lines_with_greek_keep_their_distance(greek: PdfDocument) -> None:
    of_text = [word for word in greek.page(0).words if word.size > 9]
    baselines = sorted({round(word.baseline, 1) for word in of_text})
    assert len(baselines) > 4
    assert {round(below - above, 1) for above, below in pairwise(baselines)} == {13.6}, "the leading of octavo"


def test_no_other_face_is_in_the_file(greek: PdfDocument) -> None:
    assert {font.name.rpartition("+")[2].partition("-")[0] for font in greek.fonts} == {"Vollkorn", "GentiumBookPlus"}
    assert all(font.embedded and font.to_unicode for font in greek.fonts)
