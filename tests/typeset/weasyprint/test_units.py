"""The HTML of a book → its parts and units."""

from lxml import etree, html

from edition.typeset.weasyprint.units import PART_TITLE, parts, running_titles

BOOK = """
<html lang="ru"><head><title>t</title>
<meta name="running-title" lang="ru" content="Письма"><meta name="running-title" lang="en" content="Letters"></head>
<body><section class="division title-page" id="title-page-ru" lang="ru" data-matter="front"><p>Письма</p></section>
<section class="division letters pressed" id="letters" lang="ru" data-matter="body" data-lanes="ru en">
<h1 class="row division-heading"><span class="cell original" lang="ru" data-running="Письма">Письма</span>
<span class="cell translation" lang="en" data-running="Letters">Letters</span></h1>
<article class="entry" id="l-one" data-number="1"><h2 class="row entry-heading">
<span class="cell original" data-date="1 мая" lang="ru">1</span>
<span class="cell translation" lang="en" data-date="May 1" data-status="machine">1</span></h2>
<div class="row paragraph"><div class="cell"><p>см. <a href="#l-two">2</a>, <a href="#п 1">п</a></p></div></div>
</article>
<article class="entry" id="l-two" data-number="2"><h2 class="row entry-heading"></h2></article>
</section></body></html>
"""


def book() -> etree._Element:
    return html.document_fromstring(BOOK)


def test_in_columns_the_heading_is_a_unit_before_the_letters() -> None:
    title, letters = parts(book(), "columns")

    assert (title.kind, title.pressed, len(title.units)) == ("title-page", False, 1)
    assert (letters.kind, letters.lanes) == ("letters", ("ru", "en"))
    assert [unit.letter.id if unit.letter else "" for unit in letters.units] == ["", "l-one", "l-two"]
    assert letters.titles == {"ru": "Письма", "en": "Letters"}


def test_facing_letters_have_their_title_on_a_leaf_of_its_own() -> None:
    _, leaf, letters = parts(book(), "facing")

    assert (leaf.kind, leaf.pressed) == (PART_TITLE, False)
    assert "Letters" in leaf.units[0].html.decode()
    assert [unit.letter.id for unit in letters.units if unit.letter] == ["l-one", "l-two"]


def test_a_unit_stands_in_a_section_like_its_own() -> None:
    _, letters = parts(book(), "columns")

    section = etree.fromstring(letters.units[1].html)

    assert (section.get("class"), section.get("id"), section.get("lang")) == (
        "division letters pressed",
        "letters",
        "ru",
    )
    assert [child.get("id") for child in section] == ["l-one"]


def test_links_inside_the_book_get_a_scheme_of_our_own() -> None:
    _, letters = parts(book(), "columns")

    links = [link.get("href") for link in etree.fromstring(letters.units[1].html).iter("a")]

    assert links == ["edition:l-two", "edition:%D0%BF%201"]


def test_running_heads_know_number_date_and_status() -> None:
    _, letters = parts(book(), "columns")
    head = letters.units[1].letter

    assert head is not None
    assert (head.number, head.dates, head.statuses["en"]) == ("1", {"ru": "1 мая", "en": "May 1"}, "machine")
    assert running_titles(book()) == {"ru": "Письма", "en": "Letters"}
