"""The words of a tagged PDF are read in the order of its structure, with language, places and what stands apart."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
import weasyprint
from pikepdf import Dictionary, Name

from edition.inspect.structure import Element
from edition.inspect.tagged import TaggedBook, read_tagged
from edition.typeset.weasyprint.part import write_part

SHEET = """
@page { size: 200pt 100pt; margin: 20pt; @top-center { content: "12"; font: 6pt Vollkorn } }
* { margin: 0; padding: 0 } body { font: 10pt/12pt Vollkorn } h2 { font-size: 10pt }
.cell { display: block; break-before: page } .caller { font-size: 6pt; line-height: 0; vertical-align: 4pt }
.narrow { width: 40pt; hyphens: manual; text-align: start }
"""
LETTER = """
<section id=letters lang=ru><article class=entry id=l-1>
<div class="row paragraph">
  <div class="cell original" lang=ru><p>Мост стоит<a class=caller id=c-ru href="#n-ru">1</a>.</p></div>
  <div class="cell translation" lang=en><p class=narrow>The bri\u00addge stands<a class=caller id=c-en href="#n-en"
    >1</a>, <span lang=fr>le pont</span>.</p></div></div>
<aside class="footnote editor" id=n>
  <div class="cell original" id=n-ru lang=ru><p><a class=backlink href="#c-ru">1</a> Так.</p></div>
  <div class="cell translation" id=n-en lang=en><p><a class=backlink href="#c-en">1</a> So.</p></div></aside>
<div class="row paragraph"><div class="cell original" lang=ru><p>(<span lang=en>The End</span>)</p></div></div>
</article></section>
<div class=furniture><p>5</p></div>
"""
VERSOS_FIRST = (0, 2, 4, 1, 3)
"""The pages, a cell each, with all that is Russian first."""


def written(path: Path, mutate: Callable[[pikepdf.Pdf], None] | None = None) -> TaggedBook:
    html = f"<html lang=ru><head><title>T</title></head><body>{LETTER}"
    document = weasyprint.HTML(string=html).render(stylesheets=[weasyprint.CSS(string=SHEET)])
    pages = [document.pages[place] for place in VERSOS_FIRST]
    path.write_bytes(write_part(document.copy(pages), [document._html.etree_element]))
    if mutate is not None:
        with pikepdf.open(path, allow_overwriting_input=True) as pdf:
            mutate(pdf)
            pdf.save(path)
    return read_tagged(path)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> TaggedBook:
    return written(tmp_path_factory.mktemp("tagged") / "book.pdf")


def tagged(book: TaggedBook, tag: str) -> list[Element]:
    return [element for element in book.elements() if element.tag == tag]


def test_words_are_read_in_the_order_of_the_structure(book: TaggedBook) -> None:
    assert [book.text(paragraph) for paragraph in tagged(book, "P")] == [
        "Мост стоит1.",
        "The bridge stands1, le pont.",
        "1 Так.",
        "1 So.",
        "(The End)",
    ]


def test_every_run_has_a_language_its_own_or_inherited(book: TaggedBook) -> None:
    said = {words.text: holder.language for words, holder in book.runs()}
    assert said["Так."] == "ru" and said["So."] == "en" and said["le pont"] == "fr"
    assert (said["("], said["The End"], said[")"]) == ("ru", "en", "ru")
    (french,) = [element for element in book.elements() if element.language == "fr"]
    assert french.names_language
    assert [above.tag for above in french.ancestors] == ["Document", "Sect", "Art", "Div", "Div", "P"]


def test_lines_have_places_and_say_where_words_go_on(book: TaggedBook) -> None:
    paragraph = tagged(book, "P")[1]
    lines = book.lines(paragraph)
    assert [(line.text, line.broken) for line in lines] == [
        ("The bri-", True),
        ("dge", False),
        ("stands1,", False),
        ("le pont.", False),
    ]
    assert [after.baseline - before.baseline for before, after in pairwise(lines)] == pytest.approx([12, 12, 12])
    assert {(line.page, line.size) for line in lines} == {(3, 10)}
    assert all(0.1 < space < 0.5 for line in lines for space in line.spaces)


def test_notes_have_names_and_links_lead_there_and_back(book: TaggedBook) -> None:
    assert [(note.id, note.language) for note in tagged(book, "Note")] == [("n-ru", "ru"), ("n-en", "en")]
    links = [(area.page, area.link.target) for element in tagged(book, "Link") for area in element.areas]
    assert links == [(0, "#n-ru"), (3, "#n-en"), (1, "#c-ru"), (4, "#c-en")]
    assert book.destinations["n-ru"].page == 1 and book.destinations["c-en"].page == 3


def test_what_is_no_part_of_the_text_stands_apart(book: TaggedBook) -> None:
    assert book.strays == ()
    assert [[words.text for words in page] for page in book.artifacts] == [["12"], ["12"], ["5", "12"], ["12"], ["12"]]


# --- what is wrong is seen -----------------------------------------------------------------------------------------


def test_words_that_are_nowhere_in_the_structure_are_strays(tmp_path: Path) -> None:
    def forget(pdf: pikepdf.Pdf) -> None:
        for thing in pdf.objects:
            if isinstance(thing, Dictionary) and thing.get("/ID") == pikepdf.String("n-en"):
                del thing["/K"]

    book = written(tmp_path / "book.pdf", forget)
    assert [(words.page, words.text) for words in book.strays] == [(4, "1"), (4, "So.")]


def test_words_without_a_mark_are_strays(tmp_path: Path) -> None:
    def unmark(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        kept = [step for step in pikepdf.parse_content_stream(page) if str(step.operator) not in {"BDC", "BMC", "EMC"}]
        page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))

    assert [words.text for words in written(tmp_path / "book.pdf", unmark).strays] == ["Мост стоит1.", "12"]


def test_a_language_that_is_not_said_is_that_of_what_is_around(tmp_path: Path) -> None:
    def silence(pdf: pikepdf.Pdf) -> None:
        for thing in pdf.objects:
            if isinstance(thing, Dictionary) and thing.get("/S") == Name.Note and "/Lang" in thing:
                del thing["/Lang"]

    book = written(tmp_path / "book.pdf", silence)
    assert {note.language for note in tagged(book, "Note")} == {"ru"}


def test_a_structure_that_holds_itself_ends(tmp_path: Path) -> None:
    def knot(pdf: pikepdf.Pdf) -> None:
        document = pdf.Root.StructTreeRoot.K[0]
        document.K.append(document)

    assert len(tagged(written(tmp_path / "book.pdf", knot), "Document")) == 1


def test_an_untagged_file_has_no_structure(tmp_path: Path) -> None:
    def untag(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.StructTreeRoot

    book = written(tmp_path / "book.pdf", untag)
    assert book.roots == ()
    assert len(book.strays) > 5
