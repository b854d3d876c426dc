"""The face of each word is chosen while LaTeX is written, wherever words are written."""

import re
from dataclasses import replace

from edition.book.tree import Book
from edition.render.latex import render_latex
from edition.settings.style import Style
from edition.settings.style_file import load_style
from tests.cli.conftest import ROOT
from tests.specimens.greek import BOLD, GREEK, ITALIC, MARKED, SIGN, SMALL, greek_book


def octavo() -> Style:
    style, _ = load_style(ROOT / "corpus")
    assert style is not None
    return style


def written(book: Book, style: Style) -> str:
    return render_latex(book, style).text.partition(r"\begin{document}")[2]


def supplementary(source: str) -> set[str]:
    """Give what ``\\supplement`` prints; none of it may stand anywhere else but in strings of the PDF."""
    source = re.sub(r"\\bookmark\[.*?\]\{.*?\}", "", source)
    found = set(re.findall(r"\\supplement\{([^{}]*)\}", source))
    rest = re.sub(r"\\supplement\{[^{}]*\}", "", source)
    assert not re.search("[\u0370-\u03ff\u1f00-\u1fff\u035bↃ]", rest)
    return found


def test_every_word_that_the_text_face_lacks_is_in_the_supplement() -> None:
    assert supplementary(written(greek_book(), octavo())) == {*GREEK, ITALIC, BOLD, SMALL, MARKED[:2], SIGN}


def test_slope_and_weight_are_kept_around_it() -> None:
    source = written(greek_book(), octavo())
    assert rf"\emph{{slanted \supplement{{{ITALIC}}}}}" in source
    assert rf"\strongly{{heavy \supplement{{{BOLD}}}}}" in source
    assert rf"\textsc{{small \supplement{{{SMALL}}}}}" in source


def test_running_heads_and_bookmarks() -> None:
    source = written(greek_book(), octavo())
    assert re.search(rf"\\runningheads\{{.*\}}\{{Greek \\supplement\{{{GREEK[2]}\}}\}}", source)
    assert re.search(rf"\\bookmark\[.*\]\{{Греческое / Greek {GREEK[2]}\}}", source), "strings of a PDF have no face"


def test_files_of_both_faces_are_named() -> None:
    style = octavo()
    assert style.face.supplement is not None
    files = render_latex(greek_book(), style).files
    assert files["fonts/supplement-bold-italic.ttf"] == style.face.supplement.bold_italic
    assert len(files) == 9


def test_without_a_supplement_there_is_no_such_command() -> None:
    style = octavo()
    alone = render_latex(greek_book(), replace(style, face=replace(style.face, supplement=None)))
    assert "supplement" not in alone.text
    assert len(alone.files) == 5
