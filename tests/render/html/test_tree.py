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
from tests.specimens.book import EN, RU, para, row, specimen_book

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
            yield block.content
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
    for element in body.iterfind(".//span[@class]"):
        if "para" in str(element.get("class")).split():
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
    rows = [row for row in html.iter("div", "h2") if "row" in classes(row)]
    assert len(rows) > 15
    for found in rows:
        cells = [cell for cell in found if "cell" in classes(cell)]
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


def test_in_print_a_note_follows_its_first_caller() -> None:
    html = render_html(specimen_book(), PRINT)
    notes = {str(note.get("id")): note for note in html.iter("span") if "footnote" in classes(note)}
    assert len(notes) == 4
    bridge = notes["l-1901-03-02-quill-n-2"]
    ancestors = list(bridge.iterancestors())
    assert not [parent for parent in ancestors if parent.tag == "em" or "bound" in classes(parent)]
    assert next(parent for parent in ancestors if "cell" in classes(parent)).get("lang") == RU
    only_translated = notes["l-1901-03-05-quill-n-1"]
    assert next(p for p in only_translated.iterancestors() if "cell" in classes(p)).get("lang") == EN


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
    title = Heading(1, (Run("Источники"),), RU)
    division = Division("sources", "s", "back", RU, {}, (title, row("Архивы", "Archives", "heading")))
    html = render_html(replace(specimen_book(), divisions=(division,)), PRINT)
    headings = [(heading.tag, "".join(map(str, heading.itertext()))) for heading in html.iter("h1", "h2", "h3")]
    assert headings == [("h1", "Источники"), ("h2", "Архивы Archives")]
