"""A style and all that an editor can get wrong in it."""

import os
import shutil
from pathlib import Path

import pytest

from edition.model.finding import Finding
from edition.settings.style_file import load_style

OCTAVO = Path(__file__).parents[2] / "styles" / "octavo"


def written(folder: Path, text: str) -> Path:
    """Make an edition with a style.yaml."""
    folder.mkdir(exist_ok=True)
    (folder / "style.yaml").write_text(text, encoding="utf-8")
    return folder


def found(folder: Path) -> list[tuple[str, str, int]]:
    """Give code, file and line of every finding."""
    return [(each.code, each.position.file, each.position.line) for each in load_style(folder)[1]]


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    return tmp_path / "Письма"


def test_without_a_file_and_without_a_base_it_is_octavo(edition: Path) -> None:
    edition.mkdir()
    bare, findings = load_style(edition)
    own, more = load_style(written(edition, "text: {size: 11pt, leading: 14pt}\n"))
    assert bare is not None
    assert own is not None
    assert (*findings, *more) == ()
    assert bare.tokens["page-width"] == own.tokens["page-width"] == "156mm"
    assert (bare.tokens["text-size"], own.tokens["text-size"]) == ("10.4pt", "11pt")


def test_a_style_of_the_edition_with_sheets_and_words(edition: Path) -> None:
    written(edition, "based_on: quarto\n")
    quarto = edition / "styles" / "quarto"
    (quarto / "words").mkdir(parents=True)
    written(quarto, "based_on: octavo\npage: {width: 189mm}\n")
    (quarto / "words" / "en.yaml").write_text("index_of_names: Persons\nrole_ill: Drawn by {name}\n", encoding="utf-8")
    (quarto / "book.css").write_text("p { color: black }", encoding="utf-8")
    (edition / "words").mkdir()
    (edition / "words" / "en-GB.yaml").write_text("contents: In this Book\n", encoding="utf-8")
    style, findings = load_style(edition)
    assert findings == ()
    assert style is not None
    assert (style.name, style.tokens["page-width"], style.tokens["page-height"]) == ("quarto", "189mm", "234mm")
    assert style.folders == (edition, quarto, OCTAVO)
    assert style.file("book.css") == quarto / "book.css"
    assert style.file("epub.css") == OCTAVO / "epub.css"
    british, american, german = style.words("en-GB"), style.words("en-US"), style.words("de")
    assert british is not None
    assert american is not None
    assert german is None
    assert (british["contents"], british["index_of_names"]) == ("In this Book", "Persons")
    assert (american["contents"], american["role_ill"]) == ("Contents", "Drawn by {name}")


def test_a_layout_has_lengths_of_its_own(edition: Path) -> None:
    text = "text: {leading: 14pt}\nnotes: {leading: 12pt}\ncolumns: {text: {leading: 12pt}}\n"
    facing, findings = load_style(written(edition, text))
    assert findings == ()
    assert facing is not None
    columns = facing.with_layout("columns")
    assert (facing.layout, columns.layout) == ("facing", "columns")
    lengths = [(style.tokens["text-size"], style.tokens["text-leading"]) for style in (facing, columns)]
    assert lengths == [("10.4pt", "14pt"), ("9.4pt", "12pt")]
    # what an edition says for all layouts goes before what the style it is based on says for one
    assert [style.tokens["notes-leading"] for style in (facing, columns)] == ["12pt", "12pt"]
    assert not [name for name in (*facing.tokens, *facing.settings) if name.startswith(("facing", "columns"))]
    assert columns.with_layout("facing") == facing


def test_what_a_style_says_of_letters_and_lines(edition: Path) -> None:
    octavo, _ = load_style(written(edition, "based_on: octavo\n"))
    other, _ = load_style(written(edition, "letters: fresh\nline-numbers: none\n"))
    assert octavo is not None
    assert other is not None
    assert (octavo.letters_fresh, octavo.line_numbers, octavo.apparatus_by_line) == (False, 5, True)
    # where no lines are numbered, nobody would find an entry by its line
    assert (other.letters_fresh, other.line_numbers, other.apparatus_by_line) == (True, 0, False)
    assert not octavo.with_settings(apparatus="letters").apparatus_by_line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("layuot: columns\n", ("Y020", "style.yaml", 1)),
        ("page:\n  widht: 150mm\n", ("Y020", "style.yaml", 2)),
        ("page:\n  width: broad\n", ("Y024", "style.yaml", 2)),
        ("page:\n  gutter: 1em\n", ("Y024", "style.yaml", 2)),
        ("page:\n  width: -20mm\n", ("Y024", "style.yaml", 2)),
        ("page:\n  width: 156pt\n", ("G006", "style.yaml", 2)),
        ("page:\n  height: 40mm\n", ("G006", "style.yaml", 2)),
        ("text:\n  size: 94pt\n", ("G006", "style.yaml", 2)),
        ("text:\n  leading: 4pt\n", ("G006", "style.yaml", 2)),
        ("face:\n  family: 'Foo\"; } body { display: none'\n", ("Y024", "style.yaml", 2)),
        ("face:\n  bold: ../../secret.ttf\n", ("G002", "style.yaml", 2)),
        ("face:\n  bold: '*.ttf'\n", ("G002", "style.yaml", 2)),
        ("face:\n  bold: '..'\n", ("G002", "style.yaml", 2)),
        ("face:\n  supplement: {bold: none.ttf}\n", ("G002", "style.yaml", 2)),
        ("face:\n  supplement: {scripts: Greek}\n", ("Y024", "style.yaml", 2)),
        ("face:\n  supplement: {features: ss01}\n", ("Y020", "style.yaml", 2)),
        ("layout: scroll\n", ("G003", "style.yaml", 1)),
        ("facing:\n  page:\n    widht: 150mm\n", ("Y020", "style.yaml", 3)),
        ("columns:\n  letters: fresh\n", ("Y020", "style.yaml", 2)),
        ("columns:\n  page:\n    width: 60mm\n", ("G006", "style.yaml", 3)),
        ("line-numbers: often\n", ("Y024", "style.yaml", 1)),
        ("letters: anew\n", ("Y023", "style.yaml", 1)),
        ("apparatus: none\n", ("Y023", "style.yaml", 1)),
        ("based_on: qarto\n", ("G001", "style.yaml", 1)),
        ("based_on: ..\n", ("G001", "style.yaml", 1)),
        ("- a list\n", ("Y022", "style.yaml", 1)),
    ],
)
def test_a_fault_is_found_where_it_stands(edition: Path, text: str, expected: tuple[str, str, int]) -> None:
    assert expected in found(written(edition, text))


def test_every_fault_at_once(edition: Path) -> None:
    text = "layuot: columns\npage:\n  width: broad\nface:\n  bold: none.ttf\ntext:\n  size: 90pt\n"
    assert {(code, line) for code, _, line in found(written(edition, text))} == {
        ("Y020", 1), ("Y024", 3), ("G002", 5), ("G006", 7),
    }  # fmt: skip


def test_a_style_based_on_itself(edition: Path) -> None:
    written(edition, "based_on: quarto\n")
    (edition / "styles").mkdir()
    written(edition / "styles" / "quarto", "based_on: quarto\n")
    assert found(edition) == [("G001", "styles/quarto/style.yaml", 1)]


def test_a_style_that_stands_alone_says_all_measures_and_words(edition: Path) -> None:
    written(edition, "based_on: bare\n")
    (edition / "styles").mkdir()
    bare = edition / "styles" / "bare"
    written(bare, "layout: columns\n")
    (bare / "words").mkdir()
    (bare / "words" / "de.yaml").write_text("contents: Inhalt\n", encoding="utf-8")
    codes = [code for code, _, _ in found(edition)]
    assert (codes.count("G005"), codes.count("G002"), codes.count("G009")) == (13, 5, 1)


@pytest.mark.parametrize(
    ("text", "code"), [("contens: Inhalt\n", "G007"), ("- Inhalt\n", "G008"), ("contents: {a: b\n", "Y010")]
)
def test_words_that_cannot_serve(edition: Path, text: str, code: str) -> None:
    edition.mkdir()
    (edition / "words").mkdir()
    (edition / "words" / "en.yaml").write_text(text, encoding="utf-8")
    findings: tuple[Finding, ...] = load_style(edition)[1]
    assert [(each.code, each.position.file) for each in findings] == [(code, "words/en.yaml")]


def test_a_file_of_another_encoding_is_a_finding(edition: Path) -> None:
    edition.mkdir()
    (edition / "style.yaml").write_bytes("# Стиль\nbased_on: octavo\n".encode("cp1251"))
    assert found(edition) == [("Y001", "style.yaml", 1)]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_a_finding(edition: Path) -> None:
    (written(edition, "based_on: octavo\n") / "style.yaml").chmod(0)
    assert found(edition) == [("G004", "style.yaml", 1)]


def test_a_folder_in_place_of_the_file_is_a_finding(edition: Path) -> None:
    (edition / "style.yaml").mkdir(parents=True)
    assert found(edition) == [("G004", "style.yaml", 1)]


def test_fonts_of_the_style_come_before_those_of_the_system(edition: Path) -> None:
    written(edition, "face: {regular: Own.ttf}\n")
    (edition / "fonts").mkdir()
    style, _ = load_style(written(edition, "locators: page\n"))
    assert style is not None
    shutil.copyfile(style.face.italic, edition / "fonts" / "Own.ttf")
    style, findings = load_style(written(edition, "face: {regular: Own.ttf}\n"))
    assert style is not None
    assert findings == ()
    assert style.face.regular == edition / "fonts" / "Own.ttf"


def test_the_supplement_of_an_edition_goes_over_that_of_its_base(edition: Path) -> None:
    style, findings = load_style(written(edition, "face: {supplement: {bold: GentiumBookPlus-Regular.ttf}}\n"))
    assert findings == ()
    assert style is not None
    supplement = style.face.supplement
    assert supplement is not None
    assert (supplement.family, supplement.scripts) == ("Gentium Book Plus", ("Grek",))
    assert supplement.bold == supplement.regular
    assert style.face.files == (*style.face.cuts, *supplement.cuts)


def test_a_style_that_stands_alone_needs_no_supplement(edition: Path) -> None:
    bare = edition / "styles" / "bare"
    bare.mkdir(parents=True)
    octavo = (OCTAVO / "style.yaml").read_text(encoding="utf-8")
    begin, end = octavo.index("  supplement:"), octavo.index("\nlocators:")
    written(bare, octavo[:begin] + octavo[end:])
    (bare / "words").mkdir()
    style, _ = load_style(written(edition, "based_on: bare\n"))
    assert style is not None
    assert style.face.supplement is None
    assert style.face.families == ("Vollkorn",)
