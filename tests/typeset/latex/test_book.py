"""The specimen as a finished PDF, looked at with a reader that had no part in making it."""

from collections import Counter
from pathlib import Path

import pytest

from edition.book.tree import (
    Anchored,
    Book,
    BookInline,
    Caller,
    Division,
    Entry,
    Footnote,
    Heading,
    Linked,
    Para,
    Parallel,
    Run,
    Side,
    Spoken,
    Styled,
    words,
)
from edition.inspect.pdf import PdfDocument, book_words, read_pdf
from edition.render.latex import LatexSource, render_latex
from edition.render.latex.setting import rows_of
from edition.typeset.latex import typeset_latex
from edition.typeset.result import Typeset
from tests.specimens.book import EN, RU, row, specimen_book, specimen_metadata
from tests.specimens.style import specimen_style
from tests.typeset.latex.conftest import written

LETTER = "l-1901-03-02-quill"
BOTTOM, SIDE = 23 * 72 / 25.4, 17 * 72 / 25.4 - 3
"""The margins of the specimen in points; signs may hang a little in the outer one."""


def set_rows(*rows: Parallel, **tokens: str) -> Typeset:
    """Set rows as a letter of their own."""
    heading = Parallel(tuple(Side(tag, (Para((Run("1"),), tag, "entry-number"),)) for tag in (RU, EN)), "entry-heading")
    entry = Entry("l-x", "1", heading, rows, row("Источник.", "Source.", "source-note"), None, {EN: "1 · 1901"})
    style = specimen_style(**tokens)
    return typeset_latex(render_latex(book_of(entry), style), style)


def book_of(*entries: Entry) -> Book:
    return Book(specimen_metadata(), (Division("letters", "letters", "body", RU, {RU: "П", EN: "L"}, entries),))


def page_words(typeset: Typeset, folder: Path) -> list[list[str]]:
    path = folder / "made.pdf"
    written(typeset, path)
    return book_words(path)


def anchors(nodes: tuple[BookInline, ...]) -> list[str]:
    found: list[str] = []
    for node in nodes:
        if isinstance(node, Anchored | Caller) and node.id:
            found.append(node.id)
        if isinstance(node, Anchored | Styled | Spoken | Linked):
            found += anchors(node.children)
    return found


def anchors_of_book(book: Book) -> set[str]:
    """Gather the names of all places of rows, cells, notes, callers and words."""
    found = {division.id for division in book.divisions}
    for division in book.divisions:
        found |= {block.id for block in division.blocks if isinstance(block, Entry | Heading)}
        for line in rows_of(division):
            found |= {line.id, *(side.id for side in line.sides)}
            found |= {id for side in line.sides for para in side.paragraphs for id in anchors(para.content)}
            for note in line.notes:
                found |= {note.id, *(side.id for side in note.sides if side.paragraphs)}
    return found - {""}


def test_it_is_made_without_a_finding(specimen: Typeset) -> None:
    assert specimen.findings == ()


def test_every_place_of_the_tree_is_a_place_of_the_file(specimen: Typeset) -> None:
    assert anchors_of_book(specimen_book()) - specimen.pagination.pages.keys() == set()


def test_every_link_leads_to_a_place_of_the_file(specimen_pdf: PdfDocument) -> None:
    targets = [link.target for page in specimen_pdf.links for link in page]
    assert len(targets) > 20
    assert set(targets) <= {f"#{name}" for name in specimen_pdf.destinations}


def test_links_of_notes_lead_there_and_back(specimen_pdf: PdfDocument) -> None:
    targets = {link.target for page in specimen_pdf.links for link in page}
    assert {f"#{LETTER}-{place}-1-{version}" for place in "nc" for version in ("ru", "en")} <= targets


def test_a_place_lies_above_its_words(specimen_pdf: PdfDocument, specimen: Typeset) -> None:
    place = specimen_pdf.destinations[f"{LETTER}-m2"]
    name = next(word for word in specimen_pdf.page(place.page).words if word.text.startswith("Bumagin"))
    assert place.x == pytest.approx(name.box.x0, abs=2)
    assert 5 < name.baseline - place.y < 14


def test_front_matter_has_roman_numbers_and_the_body_begins_at_1(specimen: Typeset, specimen_pdf: PdfDocument) -> None:
    labels = {name: specimen.pagination.pages[name].label for name in ("half-title", "contents", "letters")}
    assert labels == {"half-title": "i", "contents": "v", "letters": "1"}
    assert specimen_pdf.labels[specimen.pagination.pages["letters"].index] == "1"
    assert specimen.pagination.pages["letters"].index % 2 == 0, "the body begins on a recto"


def test_only_the_faces_of_the_style_are_used(specimen_pdf: PdfDocument) -> None:
    assert {font.name.rpartition("+")[2] for font in specimen_pdf.fonts} <= {
        "Vollkorn-Regular",
        "Vollkorn-Italic",
        "Vollkorn-SemiBold",
        "Vollkorn-SemiBoldItalic",
    }
    assert all(font.embedded and font.to_unicode for font in specimen_pdf.fonts)


def test_versions_of_a_row_begin_level(specimen_pdf: PdfDocument) -> None:
    page = specimen_pdf.page(specimen_pdf.destinations[LETTER].page)
    baselines = {word.text: word.baseline for word in page.words}
    for russian, english in (("Дорогая", "Dear"), ("Узнайте,", "Please"), ("Привет", "Regards,"), ("ВА.", "VA,")):
        assert baselines[russian] == pytest.approx(baselines[english], abs=0.05), russian


def test_original_and_translation_stand_in_columns_of_their_own(specimen_pdf: PdfDocument) -> None:
    page = specimen_pdf.page(specimen_pdf.destinations[LETTER].page)
    middle = (page.trim.x0 + page.trim.x1) / 2
    at = {word.text: word.box for word in page.words}
    assert at["Привет"].x1 < middle < at["Regards,"].x0
    assert at["Мост"].x1 < middle < at["bridge"].x0


def test_small_capitals_are_copied_as_the_letters_they_stand_for(specimen_pdf: PdfDocument) -> None:
    page = specimen_pdf.page(specimen_pdf.destinations[LETTER].page)
    assert {"Вымыслов", "Vymyslov"} <= {word.text for word in page.words}


def test_hostile_text_is_printed_as_it_stands(specimen: Typeset, tmp_path: Path) -> None:
    printed = " ".join(word for page in page_words(specimen, tmp_path) for word in page)
    assert r"5 < 6 & 7 > 2, 100% \alpha {x} #1 $2 _a ^b ~." in printed


def test_bookmarks_name_divisions_and_letters(specimen_pdf: PdfDocument) -> None:
    items = [(item.level, item.title) for item in specimen_pdf.outline]
    assert (1, "О тексте / Note on the Text") in items or (0, "О тексте / Note on the Text") in items
    titles = [title for _, title in items]
    assert titles.index("Письма / Letters") + 1 == next(at for at, title in enumerate(titles) if "Quill" in title)


def test_the_file_says_what_it_is(specimen_pdf: PdfDocument) -> None:
    said = specimen_pdf.metadata
    assert said.language == "ru"
    assert said.creators == ("P. Vymyslov",)
    assert said.info["Title"] == "Письма о мосте / Letters about a Bridge"
    assert "CreationDate" not in said.info
    assert "ModDate" not in said.info


def test_heads_name_the_book_on_the_verso_and_the_letter_on_the_recto(tmp_path: Path) -> None:
    long = row("слово " * 2500, "word " * 2500)
    path = tmp_path / "heads.pdf"
    written(set_rows(long), path)
    pages = list(read_pdf(path).pages())
    heads = [" ".join(word.text for word in page.words if word.baseline < page.trim.y0 + 50) for page in pages]
    assert heads[1] == "2 О мосте"
    assert heads[2] == "1 · 1901 3"
    assert heads[0] == "", "no head over the opening of a division"


def test_long_notes_run_on_and_lose_no_word(tmp_path: Path) -> None:
    rows = []
    expected: Counter[str] = Counter()
    for number in range(1, 9):
        sides, texts = [], {}
        for tag, count in ((RU, 60 * number), (EN, 640 - 60 * number)):
            body = [f"{tag[0]}{number}w{at}" for at in range(count)]
            text = [f"{tag[0]}{number}t{at}" for at in range(40 * (number % 3) + 5)]
            expected.update((*body, *text))
            sides.append(Side(tag, (Para((Run(" ".join(body)),), tag, "note"),), f"n{number}-{tag[:2]}"))
            texts[tag] = (
                Run(" ".join(text[:5])),
                Caller(f"c{number}-{tag[:2]}", f"n{number}-{tag[:2]}", str(number)),
                Run(" " + " ".join(text[5:])),
            )
        note = Footnote(f"n{number}", str(number), "editor", tuple(sides), (f"c{number}-ru", f"c{number}-en"))
        rows.append(row(texts[RU], texts[EN], id=f"r{number}", notes=(note,)))
    typeset = set_rows(*rows)
    assert [finding for finding in typeset.findings if finding.code == "E024"] == []
    printed = Counter(word for page in page_words(typeset, tmp_path) for word in page)
    assert {word: printed[word] for word in expected} == dict(expected)
    path = tmp_path / "made.pdf"
    for page in read_pdf(path).pages():
        placed = [word for word in page.words if word.text in expected]
        assert all(word.baseline <= page.trim.y1 - BOTTOM and word.box.x1 <= page.trim.x1 - SIDE for word in placed)


def test_a_heading_stays_with_its_text(tmp_path: Path) -> None:
    entries = []
    for number in range(1, 25):
        heading = Parallel(
            tuple(
                Side(
                    tag,
                    (
                        Para((Run(str(number)),), tag, "entry-number"),
                        Para((Run("Vymyslov to Quill"),), tag, "entry-title"),
                    ),
                )
                for tag in (RU, EN)
            ),
            "entry-heading",
            f"l-{number}-h",
        )
        rows = (
            row("Ада!", "Ada!", "salutation", f"l-{number}-r1"),
            row("слово " * (17 * number % 90 + 20), "word " * (13 * number % 80 + 20), id=f"l-{number}-r2"),
        )
        entries.append(Entry(f"l-{number}", str(number), heading, rows, row("А.", "A.", "source-note"), None))
    style = specimen_style()
    pages = typeset_latex(render_latex(book_of(*entries), style), style).pagination.pages
    for number in range(1, 25):
        assert pages[f"l-{number}"] == pages[f"l-{number}-r1"] == pages[f"l-{number}-r2"], number


def test_a_character_without_a_picture_is_told_with_its_place() -> None:
    found = set_rows(row("Слово", "Word", id="l-x-r1"), row("Знак 字.", "Sign.", id="l-x-r2")).findings
    assert [(finding.code, str(finding.position)) for finding in found] == [("E022", "letters/x.yaml:1:1")]
    assert "U+5B57" in found[0].message
    assert "letter x, row 2" in found[0].message


def test_words_without_end_stay_on_the_page(tmp_path: Path) -> None:
    typeset = set_rows(row("ы" * 4000, "y" * 4000, id="l-x-r1"))
    assert typeset.findings == ()
    assert "".join(word for page in page_words(typeset, tmp_path) for word in page).count("y") >= 4000


def test_names_beyond_ascii_are_places_too() -> None:
    linked = row((Anchored("п-акт", (Run("Слово"),)),), (Linked("п-акт", (Run("Word"),)),), id="ряд_1")
    typeset = set_rows(linked)
    assert {"п-акт", "ряд_1"} <= typeset.pagination.pages.keys()
    assert typeset.findings == ()


def test_a_link_to_nowhere_is_told() -> None:
    found = set_rows(row("Слово", (Linked("gone", (Run("Word"),)),))).findings
    assert [finding.code for finding in found] == ["E025"]
    assert "«gone»" in found[0].message


ATTACKS = (
    r"\input{/etc/passwd}",
    r"\write18{touch owned}",
    r"^^5cinput{/etc/passwd}",
    r"\catcode`\%=12 \end{document}",
    r"}}\special{pdf:docinfo <</Title(owned)>>}{{",
    r"\openout3=owned",
    "%\n\\stop",
    "~^^M\\relax",
    "$$\\loop\\iftrue\\repeat",
    "\\csname par\\endcsname ## #1 && __",
    "--- ``a'' ?` !`",
)


def test_what_looks_like_tex_is_printed(tmp_path: Path) -> None:
    rows = (row(attack, f"Word {attack}", id=f"l-x-r{at}") for at, attack in enumerate(ATTACKS, 1))
    typeset = set_rows(*rows)
    assert not [finding for finding in typeset.findings if finding.severity == "error"]
    printed = "".join(word for page in page_words(typeset, tmp_path) for word in page)
    for attack in ATTACKS:
        assert printed.count("".join(attack.split())) == 2, attack


def test_the_same_book_gives_the_same_bytes_wherever_it_is_made(
    specimen: Typeset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "with a space, and Кириллица"
    elsewhere.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(elsewhere))
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1234567890")
    style = specimen_style()
    again = typeset_latex(render_latex(specimen_book(), style), style)
    books = [written(made, tmp_path / name).read_bytes() for made, name in ((specimen, "a.pdf"), (again, "b.pdf"))]
    assert books[0] == books[1]
    assert list(elsewhere.iterdir()) == [], "nothing is left behind"


def test_an_error_of_the_engine_names_the_letter() -> None:
    style = specimen_style()
    source = render_latex(specimen_book(), style)
    broken = LatexSource(source.text.replace("Dear Ada,", r"Dear \undefined Ada,"), source.files)
    typeset = typeset_latex(broken, style)
    assert typeset.write is None
    assert [finding.code for finding in typeset.findings] == ["E021"]
    assert str(typeset.findings[0].position) == "letters/1901-03-02-quill.yaml:1:1"


def test_each_cell_is_printed_in_order(specimen: Typeset, tmp_path: Path) -> None:
    printed = "".join(word for page in page_words(specimen, tmp_path) for word in page)
    for division in specimen_book().divisions:
        for line in rows_of(division):
            for para in (para for side in line.sides for para in side.paragraphs):
                content = (node for node in para.content if not isinstance(node, Styled) or node.style != "superior")
                assert "".join(words(content).split()) in printed


def test_words_are_hyphenated_by_the_rules_of_their_language(tmp_path: Path) -> None:
    russian, english = "безразлично ненападении опровержение ", "negotiations understanding representative "
    path = tmp_path / "hyphens.pdf"
    written(set_rows(row(russian * 40, english * 40), text_size="13pt"), path)
    broken = {word.text for page in read_pdf(path).pages() for word in page.words if word.broken}
    assert any("а" <= word[0] <= "я" for word in broken)
    assert any("a" <= word[0] <= "z" for word in broken)
    allowed = (
        "без",
        "безраз",
        "безразлич",
        "не",
        "ненапа",
        "ненападе",
        "нена",
        "опро",
        "опровер",
        "опроверже",
        "nego",
        "ne",
        "negoti",
        "negotia",
        "un",
        "under",
        "un",
        "understand",
        "rep",
        "repre",
        "represen",
        "represen",
        "representa",
    )
    assert {word.rstrip("-") for word in broken} <= set(allowed)


def test_british_english_is_hyphenated_even_where_its_own_patterns_are_missing() -> None:
    book = Book(
        specimen_metadata(),
        (
            Division(
                "text", "t-x", "body", "en-GB", {}, (Para((Run("understanding representatives " * 60),), "en-GB"),)
            ),
        ),
    )
    style = specimen_style(page_width="90mm")
    assert typeset_latex(render_latex(book, style), style).findings == ()
