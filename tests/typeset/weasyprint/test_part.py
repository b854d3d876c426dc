"""The structure of a part, read back from the PDF: that of its HTML, whatever pages its words stand on."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from textwrap import dedent

import pikepdf
import pytest
import weasyprint

from edition.typeset.weasyprint.part import write_part
from tests.typeset.weasyprint.tagged import elements, marks, outline, owners, shown

SHEET = """
@page { size: 200pt 60pt; margin: 10pt; @top-center { content: "in the margin"; font: 6pt Vollkorn } }
body { font: 10pt/12pt Vollkorn; widows: 1; orphans: 1 } * { margin: 0; padding: 0 } .cell { break-before: page }
.cell, .words { display: block } ol, ul { list-style: none } aside { border-top: 1pt solid } .empty { display: none }
"""


def laid_out(body: str, sheet: str = "") -> weasyprint.Document:
    """Lay out a Russian document whose every cell begins a page of three lines."""
    html = f"<html lang=ru><head><title>T</title></head><body>{body}"
    return weasyprint.HTML(string=html).render(stylesheets=[weasyprint.CSS(string=SHEET + sheet)])


def write(document: weasyprint.Document, order: Sequence[int] = ()) -> bytes:
    """Write the pages of a document, in another order if one is given."""
    pages = [document.pages[place] for place in order] if order else document.pages
    return write_part(document.copy(pages), [document._html.etree_element])


def tree(body: str, order: Sequence[int] = (), sheet: str = "") -> str:
    return outline(write(laid_out(body, sheet), order))


def lines(text: str) -> str:
    return dedent(text).strip("\n")


LETTER = """
<section id=letters><article class=entry id=l-1>
<h2 class="row entry-heading"><span class="cell original" lang=ru>Первое</span>
  <span class="cell translation" lang=en>The first</span></h2>
<div class="row paragraph" id=r1>
  <div class="cell original" lang=ru><p>Мост стоит<a class=caller id=c-ru href="#n-1-ru">1</a>.</p></div>
  <div class="cell translation" lang=en><p>The <em>bridge</em> stands<a class=caller id=c-en href="#n-1-en"
    aria-label="note 1">1</a>.</p></div></div>
<aside class="footnote editor" id=n-1>
  <div class="cell original" id=n-1-ru lang=ru><p class=note><span class=number><a class=backlink href="#c-ru">1</a>
    </span>Так.</p></div>
  <div class="cell translation" id=n-1-en lang=en><p class=note><span class=number><a class=backlink href="#c-en">1</a>
    </span>So.</p><p class=note>And <span lang=fr>ainsi</span>.</p></div></aside>
<div class="row closer"><div class="cell original empty" lang=ru></div>
  <div class="cell translation" lang=en><p>Yours</p></div></div>
</article></section>
"""
DOT = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
)
VERSOS_FIRST = (0, 2, 4, 1, 3, 5, 6)
"""The pages of ``LETTER``, a cell each, with all that is Russian first."""


@cache
def letter() -> bytes:
    return write(laid_out(LETTER), VERSOS_FIRST)


def test_original_then_translation_row_by_row_then_the_notes_whatever_the_pages() -> None:
    assert outline(letter()) == lines(
        """
        Document
          Sect #letters @ru
            Art #l-1
              H2
                Span
                  'Первое'
                Span @en
                  'The first'
              Div
                Div
                  P
                    'Мост стоит'
                    Reference
                      Link
                        '1'
                        (link 2)
                    '.'
                Div @en
                  P
                    'The bridge stands'
                    Reference
                      Link
                        '1'
                        (link 5)
                    '.'
              Div
                Note #n-1-ru
                  P
                    Link
                      '1'
                      (link 3)
                    'Так.'
                Note #n-1-en @en
                  P
                    Link
                      '1'
                      (link 6)
                    'So.'
                  P
                    'And'
                    Span @fr
                      'ainsi'
                    '.'
              Div
                Div @en
                  P
                    'Yours'
        """
    )


def test_every_mark_has_one_owner_and_the_parent_tree_knows_it() -> None:
    with pikepdf.open(BytesIO(letter())) as document:
        places: dict[tuple[int, int], int] = {page.obj.objgen: int(page.StructParents) for page in document.pages}
        held = {
            (places[page], number): element.objgen for element in elements(document) for page, number in marks(element)
        }
        known = {
            (place, number): owner.objgen
            for place in places.values()
            for number, owner in enumerate(owners(document)[place])
        }
        assert held == known
        counted = Counter(mark for element in elements(document) for mark in marks(element))
    painted = {(words.page, words.number) for words in shown(letter()) if words.tag != "Artifact"}
    assert set(counted.values()) == {1}
    assert painted == set(held)


def test_every_area_of_a_link_is_found_from_the_parent_tree() -> None:
    with pikepdf.open(BytesIO(letter())) as document:
        owned = owners(document)
        areas = [area for page in document.pages for area in page.obj.get("/Annots", ())]
        assert sorted(int(area.StructParent) for area in areas) == list(range(len(document.pages), len(owned)))
        for area in areas:
            link = owned[int(area.StructParent)]
            assert str(link.S) == "/Link"
            assert [kid.Obj.objgen for kid in link.K if not isinstance(kid, int)] == [area.objgen]


def test_links_say_where_they_lead_and_are_printed() -> None:
    with pikepdf.open(BytesIO(letter())) as document:
        areas = [area for page in document.pages for area in page.obj.get("/Annots", ())]
        assert [str(area.Contents) for area in areas] == ["1", "1", "note 1", "1"]
        assert [str(area.Dest) for area in areas] == ["n-1-ru", "c-ru", "n-1-en", "c-en"]
        assert {int(area.F) for area in areas} == {4}


def test_notes_are_found_by_name() -> None:
    with pikepdf.open(BytesIO(letter())) as document:
        names = list(document.Root.StructTreeRoot.IDTree.Names)
        assert [str(name) for name in names[::2]] == ["l-1", "letters", "n-1-en", "n-1-ru"]
        assert [str(found.ID) for found in names[1::2]] == [str(name) for name in names[::2]]


def test_the_file_says_that_it_is_tagged_and_nothing_of_the_book() -> None:
    with pikepdf.open(BytesIO(letter())) as document:
        assert document.Root.MarkInfo.Marked
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert str(document.Root.Lang) == "ru"
        assert {str(page.Tabs) for page in document.pages} == {"/S"}
        assert "/Outlines" not in document.Root
        assert not {"/CreationDate", "/ModDate"} & document.docinfo.keys()


def test_what_stands_in_the_margin_is_an_artifact() -> None:
    margins = [words for words in shown(letter()) if words.text.strip() == "in the margin"]
    assert len(margins) == len(VERSOS_FIRST)
    assert {(words.tag, words.number) for words in margins} == {("Artifact", -1)}
    assert "margin" not in outline(letter())


def test_a_paragraph_broken_over_openings_is_one() -> None:
    """Two versions side by side, each over two pages, that stand verso, recto, verso, recto."""
    row = """<div class=row><div class=cell lang=ru><p>раз<br>два<br>три<br>четыре</p></div>
        <div class=cell lang=en><p>one<br>two<br>three<br>four</p></div></div>"""
    written = write(laid_out(row), (0, 2, 1, 3))
    assert [words.text for words in shown(written) if words.tag != "Artifact"] == [
        *("раз", "два", "три"),
        *("one", "two", "three"),
        *("четыре", "four"),
    ]
    assert outline(written) == lines(
        """
        Document
          Div @ru
            Div
              P
                'раздватричетыре'
            Div @en
              P
                'onetwothreefour'
        """
    )


def test_a_link_over_lines_and_pages_is_one_link_with_an_area_for_each() -> None:
    link = "<p>first<br>second<br><a href='https://example.org/'>third<br>fourth<br>fifth</a></p>"
    assert tree(link) == lines(
        """
        Document
          P @ru
            'firstsecond'
            Link
              'third'
              (link 1)
              'fourthfifth'
              (link 2)
              (link 2)
        """
    )


def test_what_stands_in_a_link_has_no_area_of_its_own() -> None:
    found = tree("<p><a href='edition:l-1'>the <em>very</em> first</a></p>")
    assert found == "Document\n  P @ru\n    Link\n      'the very first'\n      (link 1)"


def test_links_inside_the_book_stay_as_they_are() -> None:
    with pikepdf.open(BytesIO(write(laid_out("<p><a href='edition:p-%D0%AF'>words</a></p>")))) as document:
        (area,) = document.pages[0].Annots
        assert str(area.A.URI) == "edition:p-%D0%AF"


def test_anchors_are_names() -> None:
    with pikepdf.open(BytesIO(write(laid_out("<p id=second>b</p><p id=Ад>c</p><p id=first>a</p>")))) as document:
        names = list(document.Root.Names.Dests.Names)
        assert [str(name) for name in names[::2]] == ["first", "second", "Ад"]


def test_furniture_is_no_part_of_the_text() -> None:
    body = "<p>words</p><div class=furniture><p>12 <a href='https://example.org/'>head</a></p></div>"
    written = write(laid_out(body))
    assert outline(written) == "Document\n  P @ru\n    'words'"
    assert {words.tag for words in shown(written) if words.text.strip() in ("12", "head")} == {"Artifact"}
    with pikepdf.open(BytesIO(written)) as document:
        assert "/Annots" not in document.pages[0]
        begun = [item.operands for item in pikepdf.parse_content_stream(document.pages[0]) if len(item.operands) == 2]
        artifacts = [properties for tag, properties in begun if tag == pikepdf.Name.Artifact]
        assert [str(properties.Type) for properties in artifacts] == ["/Pagination"] * 3


def test_pages_of_several_documents_are_read_in_the_order_of_their_trees() -> None:
    """Letters laid out apart stand in one section, and furniture of a document of its own in none."""
    first, second = (
        laid_out(f"<section id=letters lang=en><article id=l-{n}><p>letter {n}</p></article></section>") for n in "12"
    )
    head = laid_out("<div class=furniture>head</div>")
    pages = [*second.pages, *head.pages, *first.pages]
    roots = [document._html.etree_element for document in (first, second, head)]
    assert outline(write_part(first.copy(pages), roots)) == lines(
        """
        Document
          Sect #letters @en
            Art #l-1
              P
                'letter 1'
            Art #l-2
              P
                'letter 2'
        """
    )


def test_contents_lists_and_index() -> None:
    body = """
      <nav class=contents><ol><li class=row><span class=cell lang=ru><a href='edition:l-1'>Первое</a></span>
        <span class=cell lang=en><a href='edition:l-1'>The <em>first</em></a></span>
        <span class=page><a href='edition:l-1' aria-label='Первое, 3'>3</a></span></li></ol></nav>
      <section class=index role=doc-index lang=en><h2>A</h2><ul><li>Ada, <a href='edition:l-1'>3</a>
        <ul><li>letters</li></ul></li></ul></section>"""
    assert tree(body) == lines(
        """
        Document
          TOC @ru
            TOCI
              Reference
                Link
                  'Первое'
                  (link 1)
              Reference @en
                Link
                  'The first'
                  (link 2)
              Reference
                Link
                  '3'
                  (link 2)
          Index @en
            H2
              'A'
            L
              LI
                LBody
                  'Ada,'
                  Link
                    '3'
                    (link 3)
                  L
                    LI
                      LBody
                        'letters'
        """
    )


def test_an_entry_of_the_apparatus_is_a_note_that_leads_to_its_lemma() -> None:
    body = """<aside class=reading id=rd-1 data-lemma=lm-1><div class="cell original" lang=ru><p>
      <a class=backlink href='edition:lm-1'>29</a> пакте] пакѣ W</p></div>
      <div class="cell empty" lang=en></div></aside>"""
    assert tree(body) == lines(
        """
        Document
          Div @ru
            Note #rd-1-ru
              P
                Link
                  '29'
                  (link 1)
                'пакте] пакѣ W'
        """
    )


def test_a_picture_says_what_it_shows_and_an_ornament_nothing() -> None:
    written = write(
        laid_out(f"<p>a<img src='{DOT}' alt='A bridge' style='width: 15pt; height: 6pt'><img src='{DOT}' alt=''></p>")
    )
    assert outline(written).splitlines()[-1].strip() == "Figure (A bridge)"
    with pikepdf.open(BytesIO(written)) as document:
        figure = [*elements(document)][-1]
        x1, y1, x2, y2 = (float(corner) for corner in figure.A.BBox)
        assert (x2 - x1, y2 - y1) == pytest.approx((15, 6))
        assert 10 < x1 < x2 < 190
        assert 10 < y1 < y2 < 50


def test_pages_without_words_are_kept() -> None:
    written = write(laid_out("<p>first</p><p style='break-before: page'>\N{NO-BREAK SPACE}</p>"))
    with pikepdf.open(BytesIO(written)) as document:
        assert len(document.pages) == 2
        assert list(owners(document)[1]) == []


def test_the_same_pages_have_the_same_bytes() -> None:
    assert write(laid_out(LETTER), VERSOS_FIRST) == letter()
    document = laid_out(LETTER)
    assert write(document) == write(document)


def test_the_area_of_a_superior_is_as_high_as_its_letters() -> None:
    """A line of a superior has no height, lest it part the lines of the text; one can click on it all the same."""
    body = "<p>words<a class=caller href='https://example.org/'>12</a></p>"
    written = write(laid_out(body, ".caller { font-size: 6pt; line-height: 0; vertical-align: 4pt }"))
    with pikepdf.open(BytesIO(written)) as document:
        (area,) = document.pages[0].Annots
        _, y0, _, y1 = (float(side) for side in area.Rect)
    assert 5 < abs(y1 - y0) < 12
