"""Parts joined: links, bookmarks, page numbers, words, the same bytes."""

from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from edition.typeset.destinations import read_pagination
from edition.typeset.joining import BookFile, OutlineItem, join_blocks
from tests.typeset.joining.parts import METADATA, block, book_file, join, part

FIRST = '<section id=one lang=ru><h1>Один</h1><p>Смотри <a href="edition:two">второе</a>, <i>fi</i>.</p></section>'
SECOND = """
<section id=two lang=en><h1>Two</h1><p id="место">See <a href="edition:one">the first</a>.</p>
<p class=page>And <a href="edition:%D0%BC%D0%B5%D1%81%D1%82%D0%BE">here</a> (in <b>bold</b>).</p></section>
"""


def link_pages(pdf: pikepdf.Pdf) -> list[tuple[int, int]]:
    """Give, for each link, the page that it stands on and the page that it leads to."""
    named = pikepdf.NameTree(pdf.Root.Names.Dests)
    pages = {page.obj.objgen: ordinal for ordinal, page in enumerate(pdf.pages)}
    return [
        (ordinal, pages[named[str(link.Dest)][0].objgen])
        for ordinal, page in enumerate(pdf.pages)
        for link in page.obj.get("/Annots", [])
    ]


def test_links_lead_from_part_to_part(tmp_path: Path) -> None:
    pdf = join(tmp_path, part(FIRST), part(SECOND))
    assert link_pages(pdf) == [(0, 1), (1, 0), (2, 1)]
    assert not any("/A" in link for page in pdf.pages for link in page.obj.get("/Annots", []))


def test_links_lead_there_in_another_reader_too(tmp_path: Path) -> None:
    join(tmp_path, part(FIRST), part(SECOND))
    with pypdfium2.PdfDocument(tmp_path / "book.pdf") as document:
        count = pypdfium2.raw.FPDF_CountNamedDests(document.raw)
        found = pypdfium2.raw.FPDF_GetNamedDestByName(document.raw, b"two")
        assert (count, pypdfium2.raw.FPDFDest_GetDestPageIndex(document.raw, found)) == (3, 1)


def test_places_are_found_on_the_pages_of_the_book(tmp_path: Path) -> None:
    pdf = join(tmp_path, part(FIRST), part(SECOND), file=book_file(["i", "1", "2"]))
    pages = read_pagination(pdf).pages
    assert {name: (page.index, page.label) for name, page in pages.items()} == {
        "one": (0, "i"),
        "two": (1, "1"),
        "место": (1, "1"),
    }


def test_of_two_places_of_one_name_the_first_is_meant(tmp_path: Path) -> None:
    pdf = join(tmp_path, part(FIRST), part(SECOND), part(FIRST))
    assert link_pages(pdf) == [(0, 1), (1, 0), (2, 1), (3, 1)]


def test_a_link_to_nowhere_is_told_and_makes_no_book(tmp_path: Path) -> None:
    blocks = block(tmp_path, part(FIRST.replace("edition:two", "edition:%D0%B3%D0%B4%D0%B5")), part(SECOND))
    outline = [OutlineItem(1, "Нигде", "nowhere"), OutlineItem(1, "Два", "two")]
    findings = join_blocks(blocks, tmp_path / "book.pdf", book_file(["iv", "1", "2"], outline))
    assert [(finding.code, finding.message) for finding in findings] == [
        ("E040", "a link on page iv leads to «где», which is nowhere in the book."),
        ("E040", "the bookmark «Нигде» leads to «nowhere», which is nowhere in the book."),
    ]
    assert not (tmp_path / "book.pdf").exists()


def test_bookmarks_are_nested_and_closed_below_the_first_level(tmp_path: Path) -> None:
    items = [
        OutlineItem(1, "Один", "one"),
        OutlineItem(2, "Внутри", "one"),
        OutlineItem(3, "Глубже", "one"),
        OutlineItem(2, "И ещё", "two"),
        OutlineItem(1, "Два", "two"),
    ]
    pdf = join(tmp_path, part(FIRST), part(SECOND), file=book_file(outline=items))
    with pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Один", "Два"]
        assert [item.title for item in outline.root[0].children] == ["Внутри", "И ещё"]
        assert [item.title for item in outline.root[0].children[0].children] == ["Глубже"]
        assert outline.root[0].is_closed
    assert int(pdf.Root.Outlines.Count) == 2
    assert int(pdf.Root.Outlines.First.Count) == -2
    assert pdf.Root.Outlines.First.SE.ID == "one"


def test_pages_bear_the_numbers_printed_on_them(tmp_path: Path) -> None:
    labels = ["ii", "7", ""]
    pdf = join(tmp_path, part(FIRST), part(SECOND), file=book_file(labels))
    assert [str(page.label) for page in pdf.pages] == labels


def test_a_page_without_a_label_is_a_mistake_of_the_caller(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="3 pages have 1 labels"):
        join_blocks(block(tmp_path, part(FIRST), part(SECOND)), tmp_path / "book.pdf", book_file(["1"]))


def words(pdf: bytes | Path) -> list[list[str]]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range().split() for page in document]


def test_the_words_are_those_of_the_parts(tmp_path: Path) -> None:
    parts = [part(FIRST), part(SECOND)]
    join(tmp_path, *parts)
    assert words(tmp_path / "book.pdf") == [page for pdf in parts for page in words(pdf)]


def test_pages_look_as_they_did(tmp_path: Path) -> None:
    parts = [part(FIRST), part(SECOND)]
    join(tmp_path, *parts)
    assert pictures(tmp_path / "book.pdf") == [picture for pdf in parts for picture in pictures(pdf)]


def pictures(pdf: bytes | Path) -> list[bytes]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=2).to_pil().tobytes() for page in document]


def test_the_file_has_no_fault_of_syntax(tmp_path: Path) -> None:
    pdf = join(tmp_path, part(FIRST), part(SECOND), file=book_file(["1", "2", "3"], [OutlineItem(1, "I", "one")]))
    assert pdf.check_pdf_syntax() == []


def test_the_same_parts_give_the_same_bytes_in_another_folder(tmp_path: Path) -> None:
    books = []
    for name in ("here", "there"):
        folder = tmp_path / name
        folder.mkdir()
        join(folder, part(FIRST), part(SECOND))
        books.append((folder / "book.pdf").read_bytes())
    assert books[0] == books[1]


def test_the_identifier_is_that_of_the_content(tmp_path: Path) -> None:
    identifiers = set()
    for ordinal, parts in enumerate(([part(FIRST), part(SECOND)], [part(SECOND), part(FIRST)])):
        folder = tmp_path / str(ordinal)
        folder.mkdir()
        identifiers.add(bytes(join(folder, *parts).trailer.ID[0]))
    assert len(identifiers) == 2


def test_numbers_of_objects_have_no_gaps(tmp_path: Path) -> None:
    pdf = join(tmp_path, part(FIRST), part(SECOND), part(FIRST))
    assert int(pdf.trailer.Size) == len(list(pdf.objects)) + 1


def test_what_the_book_has_once_it_has_once(tmp_path: Path) -> None:
    pdf = join(tmp_path, part(FIRST), part(SECOND), part(SECOND))
    kinds = [str(thing.get("/Type", "")) for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary)]
    assert [kinds.count(kind) for kind in ("/Catalog", "/StructTreeRoot", "/Outlines")] == [1, 1, 0]
    assert len(pdf.Root.OutputIntents) == 1


def test_an_empty_description_is_said_nowhere(tmp_path: Path) -> None:
    pdf = join(tmp_path, part(FIRST), part(SECOND), file=BookFile(METADATA, book_file().faces))
    assert "/PageLabels" not in pdf.Root
    assert "/Outlines" not in pdf.Root
