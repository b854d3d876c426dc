"""One font a face for the whole book, cut from the style's own files, with words that can be copied."""

import unicodedata
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
from fontTools.ttLib import TTFont

from edition.typeset.joining import BookFile, join_blocks
from edition.typeset.joining.block_file import PartFont
from edition.typeset.joining.fonts import unite_fonts
from edition.typeset.joining.part_fonts import is_font
from tests.specimens.style import specimen_face
from tests.typeset.joining.parts import METADATA, SHEET, block, book_file, join, part

FIRST = "<p>Affidavit, office <i>и курсив</i>"
SECOND = "<p><span class=small-caps>Дж. Малые</span> <b>bold ffi</b> б<i>уква</i>"


def fonts(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    """Give the fonts that pages name, by the names of their faces without the tag."""
    found = [font for font in pdf.objects if is_font(font) and font.Subtype == "/Type0"]
    names = [str(font.BaseFont).split("+")[1] for font in found]
    assert len(set(names)) == len(names)
    return dict(zip(names, found, strict=True))


def text(pdf: Path) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(page.get_textpage().get_text_range() for page in document)


def test_a_face_is_one_font_in_the_book(tmp_path: Path) -> None:
    pdf = join(tmp_path, part(FIRST), part(SECOND), part(FIRST))
    assert sorted(fonts(pdf)) == ["Vollkorn-Italic", "Vollkorn-Regular", "Vollkorn-SemiBold"]


def test_ligatures_and_small_capitals_are_copied_as_words(tmp_path: Path) -> None:
    join(tmp_path, part(FIRST), part(SECOND))
    assert " ".join(text(tmp_path / "book.pdf").split()) == "Affidavit, office и курсив Дж. Малые bold ffi буква"


def test_an_accent_of_its_own_does_not_eat_its_letter(tmp_path: Path) -> None:
    join(tmp_path, part("<p>замо\u0301к х\u0301 х"))
    assert text(tmp_path / "book.pdf") == "замо\u0301к х\u0301 х"


def test_an_accent_on_a_small_capital_does_not_either(tmp_path: Path) -> None:
    join(tmp_path, part("<p class=small-caps>замо\u0301к х\u0301 х e\u0328\u0301"))
    assert unicodedata.normalize("NFC", text(tmp_path / "book.pdf")) == "замо\u0301к х\u0301 х ę\u0301"


def test_a_font_has_the_glyphs_used_and_no_others(tmp_path: Path) -> None:
    pdf = join(tmp_path, part("<p>Аб"), part("<p>бв"))
    font = fonts(pdf)["Vollkorn-Regular"]
    program = TTFont(BytesIO(font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()))
    drawn = {chr(code) for code, name in program.getBestCmap().items() if program["glyf"][name].numberOfContours}
    assert drawn == set("Абв")


def test_fonts_know_nothing_of_the_order_of_parts(tmp_path: Path) -> None:
    programs = []
    for ordinal, parts in enumerate(([FIRST, SECOND], [SECOND, FIRST])):
        folder = tmp_path / str(ordinal)
        folder.mkdir()
        with join(folder, *map(part, parts)) as pdf:
            programs.append({str(font.BaseFont) for font in fonts(pdf).values()})
    assert programs[0] == programs[1]


def test_a_face_that_is_not_the_styles_is_told_with_its_characters(tmp_path: Path) -> None:
    sheet = SHEET.replace("'Vollkorn Text'", "'DejaVu Serif'")
    blocks = block(tmp_path, part("<p>Аб"), part("<p>Aя</p>", sheet))
    (finding,) = join_blocks(blocks, tmp_path / "book.pdf", book_file())
    assert finding.code == "E041"
    assert "«DejaVuSerif»" in finding.message
    assert "A (U+0041), я (U+044F)" in finding.message
    assert not (tmp_path / "book.pdf").exists()


def test_a_character_without_a_sign_is_told(tmp_path: Path) -> None:
    unassigned = "\U0010fffd"
    (finding,) = join_blocks(block(tmp_path, part(f"<p>A{unassigned}")), tmp_path / "book.pdf", book_file())
    assert finding.code == "E042"
    assert "(U+10FFFD)" in finding.message


def test_another_version_of_a_face_is_not_the_styles() -> None:
    used = PartFont("Vollkorn-Regular", 1, {40: (1.0, "A")})
    _, findings = unite_fonts([[used]], specimen_face().files)
    assert [finding.code for finding in findings] == ["E041"]


def test_a_face_of_postscript_outlines(tmp_path: Path) -> None:
    face = Path("/usr/share/texmf/fonts/opentype/public/lm/lmroman10-regular.otf")
    sheet = f"@font-face {{ font-family: Trial; src: url({face.as_uri()}) }} body {{ font: 12pt Trial }}"
    blocks = block(tmp_path, part("<p>Office", sheet))
    assert join_blocks(blocks, tmp_path / "book.pdf", BookFile(METADATA, (face,))) == ()
    assert text(tmp_path / "book.pdf") == "Office"
    with pikepdf.open(tmp_path / "book.pdf") as pdf:
        (font,) = fonts(pdf).values()
        assert font.DescendantFonts[0].Subtype == "/CIDFontType0"
        assert font.DescendantFonts[0].FontDescriptor.FontFile3.Subtype == "/OpenType"
