"""What the text face lacks comes from the supplement, word by word, and moves no line."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from lxml import etree

from edition.inspect.page import Word
from edition.inspect.pdf import PdfDocument, read_pdf
from edition.model.finding import untold
from edition.render.html import PRINT, render_html
from edition.settings.style import Style
from edition.settings.style_file import load_style
from edition.typeset.weasyprint import Press
from edition.typeset.weasyprint.faces import SCHEME, face_rules, made_font
from edition.typeset.weasyprint.fetching import RefusedURL, StyleFetcher
from edition.typeset.weasyprint.typecase import TypeCase
from tests.specimens.greek import BOLD, GREEK, ITALIC, MARKED, SIGN, SMALL, greek_book

TEXT = "Vollkorn-Text"
SECOND = "Gentium-Book-Plus-Supplement"


@pytest.fixture(scope="module")
def octavo(tmp_path_factory: pytest.TempPathFactory) -> Style:
    style, _ = load_style(tmp_path_factory.mktemp("edition"))
    assert style is not None
    return style


@pytest.fixture(scope="module")
def greek(octavo: Style, tmp_path_factory: pytest.TempPathFactory) -> PdfDocument:
    path = tmp_path_factory.mktemp("greek") / "greek.pdf"
    return written(octavo, render_html(greek_book(), PRINT), path)


def written(style: Style, html: etree._Element, path: Path) -> PdfDocument:
    TypeCase(style).lay_out(html, css=CSS).document.write_pdf(path)
    return read_pdf(path)


CSS = """
@page { size: 156mm 234mm; margin: 20mm }
p { margin: 0; width: 60mm; font: 9.4pt/12.4pt var(--face); hyphens: none }
strong.strong { font-weight: bold; font-variant-caps: normal }
"""


def words(document: PdfDocument) -> Iterator[Word]:
    for page in document.pages():
        yield from page.words


def faces(document: PdfDocument, *wanted: str) -> set[str]:
    """Give the fonts of the words that begin like those that are wanted; each must be there."""
    found = [word for word in words(document) if word.text.strip(",;.") in wanted]
    assert {word.text.strip(",;.") for word in found} == set(wanted)
    return {word.font.rpartition("+")[2] for word in found}


def test_each_word_stands_in_its_face(greek: PdfDocument) -> None:
    assert faces(greek, *GREEK, SIGN, SMALL) == {SECOND}
    assert faces(greek, ITALIC) == {f"{SECOND}-Italic"}
    assert faces(greek, BOLD) == {f"{SECOND}-Bold"}
    assert faces(greek, "wrote:", "писал:", "1921", "Ада", "кириллица") == {TEXT}
    assert faces(greek, "slanted") == {f"{TEXT}-Italic"}
    assert faces(greek, MARKED) == {SECOND}


def test_no_other_face_is_in_the_file(greek: PdfDocument) -> None:
    assert {font.name.rpartition("+")[2] for font in greek.fonts} == {
        *(f"{TEXT}{cut}" for cut in ("", "-Italic", "-Bold")),
        *(f"{SECOND}{cut}" for cut in ("", "-Italic", "-Bold")),
    }
    assert all(font.embedded for font in greek.fonts)
    assert not any(word.blank for word in words(greek))


def test_lines_with_greek_keep_their_distance(octavo: Style, tmp_path: Path) -> None:
    lines = ("Latin", "Ἀγαθόν", "кириллица", "z\u035b ᾧ", "Latin", f"<em>{ITALIC}</em>", "Latin")
    html = etree.fromstring(f"<html><body><p>{'<br/>'.join(lines)}</p></body></html>")
    document = written(octavo, html, tmp_path / "lines.pdf")
    baselines = sorted({round(word.baseline, 1) for word in words(document)})
    assert len(baselines) == len(lines)
    assert {round(below - above, 1) for above, below in pairwise(baselines)} == {12.4}


def test_a_whole_book_carries_one_font_for_each_file_of_the_style_that_it_needs(octavo: Style, tmp_path: Path) -> None:
    book = greek_book()
    with Press(octavo, 1, untold) as press:
        made = press.lay_out(book.metadata, render_html(book, PRINT))
        assert made.write is not None
        assert (*made.findings, *made.write(tmp_path / "book.pdf")) == ()
    document = read_pdf(tmp_path / "book.pdf")
    assert sorted(font.name.rpartition("+")[2] for font in document.fonts) == [
        "GentiumBookPlus",
        "GentiumBookPlus-Italic",
        "Vollkorn-Italic",
        "Vollkorn-Regular",
    ]
    assert faces(document, *GREEK, SIGN, MARKED) == {"GentiumBookPlus"}
    assert faces(document, "wrote:", "писал:", "1921", "кириллица") == {"Vollkorn-Regular"}


def test_a_book_without_such_words_carries_no_supplement(octavo: Style, tmp_path: Path) -> None:
    html = etree.fromstring("<html><body><p>Plain <em>words</em>, просто слова.</p></body></html>")
    document = written(octavo, html, tmp_path / "plain.pdf")
    assert {font.name.rpartition("+")[2] for font in document.fonts} == {TEXT, f"{TEXT}-Italic"}


def test_the_text_face_leaves_to_the_supplement_what_is_its_own(octavo: Style) -> None:
    face = octavo.face
    text, supplement = (made_font(face, f"{SCHEME}{which}/0") for which in ("text", "supplement"))
    assert text is not None
    assert supplement is not None
    with TTFont(BytesIO(text)) as first, TTFont(BytesIO(supplement)) as second, TTFont(face.regular) as plain:
        assert ord("α") in plain.getBestCmap()
        assert ord("α") not in first.getBestCmap(), "half a word in either face looks patched"
        assert {ord(sign) for sign in "a ж "} <= first.getBestCmap().keys()
        assert first.getGlyphOrder() == plain.getGlyphOrder()
        assert ord("ὸ") in second.getBestCmap()
        em, model = second["head"].unitsPerEm, plain["head"].unitsPerEm
        assert second["hhea"].ascent / em == pytest.approx(plain["hhea"].ascent / model, abs=0.001)
        assert second["hhea"].descent / em == pytest.approx(plain["hhea"].descent / model, abs=0.001)


def test_words_beside_each_other_in_spans_have_the_spaces_of_the_text_face(octavo: Style, tmp_path: Path) -> None:
    html = etree.fromstring("<html><body><p><em>One</em> <span>two</span> <b>three</b> four</p></body></html>")
    document = written(octavo, html, tmp_path / "spans.pdf")
    assert not any("Gentium" in font.name for font in document.fonts)


def test_only_addresses_of_the_style_are_served(octavo: Style) -> None:
    fetcher = StyleFetcher(octavo.face)
    assert fetcher.fetch(f"{SCHEME}text/3").read()
    for address in ("text/4", "other/0", "text/../0", ""):
        with pytest.raises(RefusedURL):
            fetcher.fetch(f"{SCHEME}{address}")
    alone = replace(octavo.face, supplement=None)
    with pytest.raises(RefusedURL):
        StyleFetcher(alone).fetch(f"{SCHEME}text/0")
    assert face_rules(alone).count("@font-face") == 4
    assert face_rules(octavo.face).count("@font-face") == 8
