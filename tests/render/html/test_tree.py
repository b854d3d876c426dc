"""The HTML tree of the specimen: what every output may rely on."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
import tinyhtml5  # type: ignore[import-untyped]  # it publishes no types
from lxml import etree

from edition.book.tree import (
    Apparatus,
    Block,
    Book,
    BookInline,
    Contents,
    Division,
    Entry,
    Heading,
    Index,
    Para,
    Parallel,
    Run,
    Side,
    words,
)
from edition.render.html import EBOOK, EPUB_TYPE, PRINT, HtmlTarget, render_html
from tests.specimens.book import EN, RU, division_heading, para, row, specimen_book

TARGETS = pytest.mark.parametrize("target", [PRINT, EBOOK], ids=["print", "ebook"])


def tokens(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def texts_of(block: Block) -> Iterator[tuple[BookInline, ...]]:
    """Yield all inline content of a block, notes included, each once."""
    match block:
        case Para():
            yield from (block.marker, block.content)
        case Parallel():
            sides = (*block.sides, *(side for note in block.notes for side in note.sides))
            yield from (part for side in sides for para in side.paragraphs for part in (para.marker, para.content))
        case Heading():
            yield from (para.content for side in block.sides for para in side.paragraphs)
        case Apparatus():
            yield from (line.content for line in block.lines)
        case Contents():
            yield from (para.content for line in block.lines for side in line.titles for para in side.paragraphs)
            yield from ((Run(line.page),) for line in block.lines)
        case Index():
            for group in block.groups:
                yield (Run(group.letter),)
                for entry in group.entries:
                    yield from (entry.heading, entry.gloss, *entry.locators, *entry.see, entry.letters)
        case Entry():
            for part in (block.heading, *block.rows, block.source):
                yield from texts_of(part)
            if block.apparatus:
                yield from texts_of(block.apparatus)


def book_words(book: Book) -> Counter[str]:
    count: Counter[str] = Counter()
    for division in book.divisions:
        for block in division.blocks:
            for content in texts_of(block):
                count += tokens(words(content))
    return count


def html_words(html: etree._Element) -> Counter[str]:
    """Count the words of the body without callers and the numbers before notes, which ``words`` leaves out too."""
    body = etree.fromstring(etree.tostring(html))[1]
    numbers = [*body.iterfind(".//a[@class='caller']"), *body.iterfind(".//span[@class='number']")]
    for element in numbers:
        for node in element.iter():
            node.text = " "
    # an inline element ends no word, a block does
    for element in body.iter("p", "div", "li", "h1", "h2", "br", "section", "dt", "dd"):
        element.tail = f" {element.tail or ''}"
    return tokens("".join(map(str, body.itertext())))


def classes(element: etree._Element) -> list[str]:
    return element.get("class", "").split()


@TARGETS
def test_no_word_is_lost_or_doubled(target: HtmlTarget) -> None:
    book = specimen_book()
    assert html_words(render_html(book, target)) == book_words(book)


@TARGETS
def test_every_link_leads_somewhere_and_every_anchor_is_one(target: HtmlTarget) -> None:
    html = render_html(specimen_book(), target)
    ids = Counter(str(element.get("id")) for element in html.iter() if element.get("id"))
    targets = {str(link.get("href"))[1:] for link in html.iter("a")}
    assert [id for id, count in ids.items() if count > 1] == []
    assert sorted(targets - set(ids)) == []


@TARGETS
def test_links_hold_words_alone_and_no_inline_element_is_empty(target: HtmlTarget) -> None:
    html = render_html(specimen_book(), target)
    for link in html.iter("a"):
        assert len(link) == 0 and link.text
    for element in html.iter("span", "a", "em", "strong", "sup"):
        if "cell" not in classes(element):
            assert "".join(map(str, element.itertext())).strip(), etree.tostring(element)


def test_an_html_parser_builds_the_same_tree() -> None:
    """A note inside a paragraph must not close it (HTML 13.2.6): WeasyPrint reads the tree as HTML text."""
    html = render_html(specimen_book(), PRINT)
    source = etree.tostring(html, method="html", encoding="unicode", doctype="<!DOCTYPE html>")
    parsed = tinyhtml5.parse(source, namespace_html_elements=False)
    assert [element.tag for element in parsed.iter()] == [element.tag for element in html.iter()]


@TARGETS
def test_each_cell_says_its_language_and_its_part(target: HtmlTarget) -> None:
    html = render_html(specimen_book(), target)
    rows = [row for row in html.iter("div", "h1", "h2") if "row" in classes(row)]
    assert len(rows) > 15
    for found in rows:
        cells = [cell for cell in found if "cell" in classes(cell)]
        if len(cells) == 1:
            assert next(found.iterancestors()).get("lang") == EN, "titles of divisions in one language"
            continue
        assert [cell.get("lang") for cell in cells] == [RU, EN]
        assert [classes(cell)[1] for cell in cells] == ["original", "translation"]


def test_a_letter_has_one_heading_below_that_of_its_division() -> None:
    html = render_html(specimen_book(), PRINT)
    for article in html.iter("article"):
        headings = list(article.iter("h1", "h2", "h3"))
        assert [heading.tag for heading in headings] == ["h2"]
    heading = next(html.iter("h2"))
    assert " ".join(map(str, heading.itertext())).split()[:3] == ["1", "Вымыслов", "—"]
    assert heading.get("data-title") == "1. Vymyslov to Quill, March 2, 1901"


def test_items_hang_from_their_markers() -> None:
    html = render_html(specimen_book(), PRINT)
    item = next(p for p in html.iter("p") if classes(p) == ["item", "hanging"])
    assert [classes(part) for part in item] == [["marker"], ["words"]]
    assert (item[0].text or "").endswith(" "), "whoever copies the item gets two words"
    row = next(div for div in html.iter("div") if classes(div) == ["row", "item"])
    assert row.get("data-level") == "1"


def test_words_in_another_language_say_so() -> None:
    html = render_html(specimen_book(), PRINT)
    spoken = [span for span in html.iter("span") if span.get("lang") == "fr"]
    assert [span.text for span in spoken] == ["quel pont", "quel pont"]


def test_in_print_notes_and_readings_follow_their_row_with_cells_like_its_own() -> None:
    html = render_html(specimen_book(), PRINT)
    asides = list(html.iter("aside"))
    assert [(aside.get("class"), before(aside).get("id")) for aside in asides] == [
        ("footnote editor", "t-note-r1"),
        ("footnote earlier", "l-1901-03-02-quill-r2"),
        ("footnote editor", "l-1901-03-02-quill-r4"),
        ("reading", "l-1901-03-02-quill-r5"),
        ("footnote translator", "l-1901-03-05-quill-r2"),
    ]
    for aside in asides:
        assert [cell.get("lang") for cell in aside] == [RU, EN]
    pact = asides[1]
    assert [[paragraph.get("class") for paragraph in cell] for cell in pact] == [["note", "note"], ["note", "note"]]
    assert [cell.get("id") for cell in pact] == ["l-1901-03-02-quill-n-1-ru", "l-1901-03-02-quill-n-1-en"]
    assert next(link.get("href") for link in pact.iter("a")) == "#l-1901-03-02-quill-c-1-ru"
    assert [classes(cell) for cell in asides[4]] == [["cell", "original", "empty"], ["cell", "translation"]]


def before(aside: etree._Element) -> etree._Element:
    """Give the row before an aside."""
    return next(found for found in aside.itersiblings(preceding=True) if "row" in classes(found))


def test_an_entry_of_the_apparatus_stands_in_the_lane_of_its_words() -> None:
    html = render_html(specimen_book(), PRINT)
    (reading,) = (aside for aside in html.iter("aside") if "reading" in classes(aside))
    assert (reading.get("id"), reading.get("data-lemma")) == ("l-1901-03-02-quill-v1", "l-1901-03-02-quill-a1")
    texts = ["".join(map(str, cell.itertext())) for cell in reading]
    assert texts == ["a\N{NO-BREAK SPACE}сравнении с] сравнениис\N{NO-BREAK SPACE}W", ""]


def test_an_entry_whose_words_are_lost_is_kept() -> None:
    letters = next(division for division in specimen_book().divisions if division.kind == "letters")
    letter = letters.blocks[0]
    assert isinstance(letter, Entry)
    fewer = replace(letters, blocks=(replace(letter, rows=letter.rows[:1]),))
    html = render_html(replace(specimen_book(), divisions=(fewer,)), PRINT)
    assert [aside.get("class") for aside in html.iter("aside")] == ["reading"]


def test_a_division_of_rows_says_its_lanes() -> None:
    html = render_html(specimen_book(), PRINT)
    sections = [section for section in html.iter("section") if "division" in classes(section)]
    pressed = [(section.get("id"), section.get("data-lanes")) for section in sections if "pressed" in classes(section)]
    assert pressed == [("t-note", "ru en-US"), ("letters", "ru en-US"), ("sources", "ru en-US")]
    assert [section.get("data-matter") for section in sections] == [*["front"] * 6, "body", *["back"] * 4]
    assert not [section for section in render_html(specimen_book(), EBOOK).iter("section") if section.get("data-lanes")]


def test_every_row_of_a_division_has_a_cell_for_each_lane() -> None:
    """A letter of which there is one version, and one whose original is not the first language of the book."""
    book = specimen_book()
    letters = next(division for division in book.divisions if division.kind == "letters")
    first, second, third = (entry for entry in letters.blocks if isinstance(entry, Entry))
    alone = replace(
        second,
        heading=only(second.heading, EN),
        rows=tuple(only(each, EN) for each in second.rows if len(each.sides[1].paragraphs)),
        source=only(second.source, EN),
        original=EN,
    )
    turned = replace(third, original=EN)
    html = render_html(replace(book, divisions=(replace(letters, blocks=(first, alone, turned)),)), PRINT)
    parts = {str(article.get("id")): cells_of(article) for article in html.iter("article")}
    assert parts[first.id] == {(RU, "original"), (EN, "translation")}
    assert parts[alone.id] == {(RU, "translation"), (EN, "original")}
    assert parts[turned.id] == {(RU, "translation"), (EN, "original")}
    for found in (*html.iter("h2"), *html.iter("div"), *html.iter("aside")):
        if {"row", "footnote", "reading"} & set(classes(found)):
            assert [cell.get("lang") for cell in found] == [RU, EN]
    assert html_words(html) == book_words(replace(book, divisions=(replace(letters, blocks=(first, alone, turned)),)))


def only(row: Parallel, language: str) -> Parallel:
    """Leave a row, and its notes, one side."""
    notes = tuple(replace(note, sides=tuple(s for s in note.sides if s.language == language)) for note in row.notes)
    return replace(row, sides=tuple(side for side in row.sides if side.language == language), notes=notes)


def cells_of(article: etree._Element) -> set[tuple[str, str]]:
    return {(str(cell.get("lang")), classes(cell)[1]) for cell in article.iter() if "cell" in classes(cell)}


def test_heads_find_what_they_say() -> None:
    html = render_html(specimen_book(), PRINT)
    metas = [(meta.get("lang"), meta.get("content")) for meta in html.iter("meta") if meta.get("name")]
    assert metas == [(RU, "О мосте"), (EN, "About a Bridge")]
    title = next(html.iter("h1"))
    assert [(cell.get("lang"), cell.get("data-running")) for cell in title] == [(RU, "Содержание"), (EN, "Contents")]
    article = next(html.iter("article"))
    assert article.get("data-number") == "1"
    heads = [(cell.get("lang"), cell.get("data-date"), cell.get("data-status")) for cell in article[0]]
    assert heads == [
        (RU, "2 марта 1901 г.", "машинный перевод"),
        (EN, "March 2, 1901", "machine translation, unrevised"),
    ]


def test_a_row_says_what_is_before_and_after_it() -> None:
    article = next(render_html(specimen_book(), PRINT).iter("article"))
    rows = [found for found in article if "row" in classes(found)]
    assert [found.get("data-after") for found in rows[:5]] == [None, "entry-heading", "salutation", "point", "point"]
    assert [place for place, found in enumerate(rows) if "introduces" in classes(found)] == [3]


def test_in_an_ebook_notes_follow_their_letter_and_lead_back() -> None:
    html = render_html(specimen_book(), EBOOK)
    sections = [section for section in html.iter("section") if "footnotes" in classes(section)]
    assert [next(section.iterancestors()).tag for section in sections] == ["section", "article", "article"]
    callers = {str(link.get("id")): str(link.get("href"))[1:] for link in html.iter("a") if "caller" in classes(link)}
    for aside in html.iter("aside"):
        back = next(link for link in aside.iter("a") if link.get("role") == "doc-backlink")
        assert aside.get("role") == "doc-footnote" and aside.get(EPUB_TYPE) == "footnote"
        assert callers[str(back.get("href"))[1:]] == aside.get("id")


@TARGETS
def test_a_note_that_nobody_calls_is_kept(target: HtmlTarget) -> None:
    book = specimen_book()
    letters = next(division for division in book.divisions if division.kind == "letters")
    letter = letters.blocks[0]
    assert isinstance(letter, Entry)
    mute = replace(letter.rows[1], sides=(Side(RU, (para("Молчание.", RU),)), Side(EN, (para("Silence.", EN),))))
    html = render_html(replace(book, divisions=(replace(letters, blocks=(replace(letter, rows=(mute,)),)),)), target)
    assert "Черновик не сохранился." in "".join(map(str, html.itertext()))


def test_text_is_text() -> None:
    division = Division("text", "t", "front", EN, {}, (row("<b>&amp;</b>", '"><script>alert(1)</script>'),))
    html = render_html(replace(specimen_book(), divisions=(division,)), PRINT)
    source = etree.tostring(html, method="html", encoding="unicode")
    assert "<script" not in source and "&lt;script&gt;alert(1)" in source and "&lt;b&gt;&amp;amp;&lt;/b&gt;" in source


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\uffff"])
def test_a_character_that_no_output_can_hold_is_named(character: str) -> None:
    division = Division("text", "t", "front", EN, {}, (para(f"a{character}b", EN),))
    with pytest.raises(ValueError, match=f"U\\+{ord(character):04X}"):
        render_html(replace(specimen_book(), divisions=(division,)), PRINT)


def test_a_locator_says_what_it_leads_to() -> None:
    html = render_html(specimen_book(), PRINT)
    locators = [link for link in html.iter("a") if "locator" in classes(link)]
    assert [(link.text, link.get("aria-label")) for link in locators] == [("1", "letter 1"), ("3", "letter 3")]
    index = next(section for section in html.iter("section") if section.get("role") == "doc-index")
    assert [heading.text for heading in index.iter("h2")] == ["B", "P"]
    entries = ["".join(map(str, entry.itertext())) for entry in index.iter("li")]
    assert entries == ["Bumagin, Foma (Бумагин, Фома; 1850–1910), clerk, 1, 3", "Paperman. see Bumagin, Foma"]


def test_contents_have_both_titles_and_the_page() -> None:
    html = render_html(specimen_book(), PRINT)
    line = next(li for li in html.iter("li") if "level-2" in classes(li))
    assert ["".join(map(str, part.itertext())) for part in line] == [
        "1. Вымыслов — Квилл, 2 марта",
        "1. Vymyslov to Quill, March 2",
        "3",
    ]
    assert {link.get("href") for link in line.iter("a")} == {"#l-1901-03-02-quill"}


def test_a_row_that_is_a_heading_is_one_level_below_the_heading_above_it() -> None:
    title = division_heading("Источники")
    division = Division("sources", "s", "back", RU, {}, (title, row("Архивы", "Archives", "heading")))
    html = render_html(replace(specimen_book(), divisions=(division,)), PRINT)
    headings = [(heading.tag, "".join(map(str, heading.itertext()))) for heading in html.iter("h1", "h2", "h3")]
    assert headings == [("h1", "Источники"), ("h2", "Архивы Archives")]
