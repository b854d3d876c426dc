"""The faces in the e-book hold what its text needs, and no more."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from edition.inspect.epub import read_epub
from edition.settings.face import signs
from edition.settings.runs import runs
from edition.settings.style import Style
from edition.typeset.epub import package_epub
from edition.typeset.epub.faces import cut_faces, face_sheet
from tests.specimens.greek import MARKED, greek_book


def opened(font: bytes) -> TTFont:
    return TTFont(BytesIO(font))


def test_every_character_of_the_book_has_its_glyph(specimen: Path) -> None:
    book = read_epub(specimen)
    characters = {c for item in book.package.spine for c in book.read(item.path).decode()} - {"\n"}
    for name in ("regular", "italic", "bold", "bold-italic"):
        with opened(book.read(f"EPUB/fonts/{name}.woff2")) as font:
            assert sorted(characters - set(map(chr, font.getBestCmap()))) == []


def test_small_capitals_of_both_scripts_and_both_figures_are_kept(octavo: Style) -> None:
    fonts = cut_faces(octavo.face, "абвabc")
    with opened(fonts["fonts/regular.woff2"]) as font:
        features = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
        assert {"smcp", "lnum", "kern"} <= features | {
            record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord
        }
        substituted = {
            glyph
            for lookup in font["GSUB"].table.LookupList.Lookup
            for subtable in lookup.SubTable
            for glyph in getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {})
        }
        assert {font.getBestCmap()[ord(letter)] for letter in "абвabc"} <= substituted


def test_the_licence_goes_with_the_font(octavo: Style) -> None:
    with opened(cut_faces(octavo.face, "")["fonts/regular.woff2"]) as font:
        assert "Open Font License" in str(font["name"].getDebugName(13))


def test_same_characters_same_bytes_and_few_of_them(octavo: Style) -> None:
    once, twice = cut_faces(octavo.face, "мост"), cut_faces(octavo.face, "стом")
    assert once == twice
    assert sum(map(len, once.values())) < 150_000


@pytest.mark.parametrize("sheet", ["epub.css"])
def test_night_mode_keeps_working(octavo: Style, sheet: str) -> None:
    """No colour of text or ground is fixed: a reader's dark page would make it unreadable."""
    rules = re.sub(r"/\*.*?\*/", "", octavo.file(sheet).read_text(encoding="utf-8"), flags=re.DOTALL)
    declared = re.findall(r"(?<![\w-])(?:background(?:-color)?|color)\s*:\s*([^;}]+)", rules)
    assert set(declared) <= {"inherit"}
    assert not re.search(r"#[0-9a-f]{3,8}\b(?![^{]*\{)|rgb|hsl", rules, flags=re.IGNORECASE)


def test_the_family_is_named_as_text(octavo: Style) -> None:
    assert b'font-family: "Vollkorn", serif' in face_sheet(octavo.face, ())


@pytest.fixture(scope="module")
def greek(octavo: Style, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("greek") / "greek.epub"
    path.write_bytes(package_epub(greek_book(), octavo))
    return path


def test_each_face_has_the_characters_that_it_prints_and_no_other(octavo: Style, greek: Path) -> None:
    """So no reading system can take a character from the wrong face, or from one of its own."""
    book = read_epub(greek)
    text = "".join(book.read(item.path).decode() for item in book.package.spine)
    printed = {of: {c for run, by in runs(text, signs(octavo.face)) if by == of for c in run} for of in (False, True)}
    assert {*"τὸκαλνἀθᾧ", "Ↄ", "z", "\u035b"} <= printed[True]
    for name in ("regular", "italic", "bold", "bold-italic"):
        with opened(book.read(f"EPUB/fonts/{name}.woff2")) as font:
            assert printed[False] - {"\n"} <= set(map(chr, font.getBestCmap()))
            assert not {*"τὸκαλνἀθᾧ", "Ↄ"} & set(map(chr, font.getBestCmap()))
        with opened(book.read(f"EPUB/fonts/supplement-{name}.woff2")) as font:
            assert set(map(chr, font.getBestCmap())) == printed[True]


def test_the_sheet_names_both_faces_and_the_marked_letter_is_marked_up(greek: Path) -> None:
    book = read_epub(greek)
    sheet = book.read("EPUB/faces.css").decode()
    assert sheet.count("@font-face") == 8
    assert 'body {\n  font-family: "Vollkorn", "Gentium Book Plus", serif;' in sheet
    assert '.supplement {\n  font-family: "Gentium Book Plus", "Vollkorn", serif;' in sheet
    text = "".join(book.read(item.path).decode() for item in book.package.spine)
    assert re.findall(r'<span class="supplement">(.*?)</span>', text) == [MARKED[:2]] * 2


def test_a_book_without_such_words_carries_no_supplement(specimen: Path) -> None:
    book = read_epub(specimen)
    assert not [path for path in book.paths if "supplement" in path]
    assert b"Gentium" not in book.read("EPUB/faces.css")
