"""One structure tree for the book: elements that go on from part to part are one, and nothing loses its owner."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pikepdf

from tests.typeset.joining.parts import join, laid_out, part, written
from tests.typeset.weasyprint.tagged import outline, shown

LETTER = """
<section id=letters lang=ru><h1>Письма</h1>
<article id=l-1><h2>Первое</h2>
<p class=page>Мост <a href="edition:n-1">1</a> стоит.</p>
<aside class=footnote id=n><div class="cell original" id=n-1 lang=ru><p class=note>Так.</p></div></aside>
<p class=page lang=en>The bridge stands.</p>
</article>
<article id=l-2><h2 class=page>Второе</h2><p>Река.</p></article></section>
"""
"""Two letters on four pages."""

PAGES = ((0, 1), (2,), (3,))


@cache
def parts() -> tuple[bytes, ...]:
    document = laid_out(LETTER)
    return tuple(written(document, pages) for pages in PAGES)


def elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    return (
        thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/StructElem"
    )


def test_a_letter_on_the_pages_of_two_parts_is_one_element(tmp_path: Path) -> None:
    join(tmp_path, *parts())
    assert outline((tmp_path / "book.pdf").read_bytes()) == outline(part(LETTER))


def test_whatever_is_split_the_book_is_tagged_the_same(tmp_path: Path) -> None:
    document = laid_out(LETTER)
    join(tmp_path, *(written(document, (page,)) for page in range(4)))
    assert outline((tmp_path / "book.pdf").read_bytes()) == outline(part(LETTER))


def test_each_kid_names_the_parent_that_names_it(tmp_path: Path) -> None:
    pdf = join(tmp_path, *parts())
    for element in elements(pdf):
        kids = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
        for kid in kids:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                assert kid.P.objgen == element.objgen


def test_every_mark_and_link_has_its_owner_in_the_parent_tree(tmp_path: Path) -> None:
    pdf = join(tmp_path, *parts())
    owners = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    keys = [int(page.obj.StructParents) for page in pdf.pages]
    links = [link for page in pdf.pages for link in page.obj.get("/Annots", [])]
    keys += [int(link.StructParent) for link in links]
    assert sorted(keys) == list(owners) == list(range(int(pdf.Root.StructTreeRoot.ParentTreeNextKey)))
    owned = [[owner.objgen for owner in owners[int(page.obj.StructParents)]] for page in pdf.pages]
    marks = {(words.page, words.number) for words in shown((tmp_path / "book.pdf").read_bytes()) if words.number >= 0}
    assert marks == {(page, number) for page, some in enumerate(owned) for number in range(len(some))}
    assert {owner for some in owned for owner in some} <= {element.objgen for element in elements(pdf)}
    assert [owners[int(link.StructParent)].S for link in links] == ["/Link"]


def test_elements_are_found_by_their_names(tmp_path: Path) -> None:
    pdf = join(tmp_path, *parts())
    named = pikepdf.NameTree(pdf.Root.StructTreeRoot.IDTree)
    assert {name: str(element.S) for name, element in named.items()} == {
        "l-1": "/Art",
        "l-2": "/Art",
        "letters": "/Sect",
        "n-1": "/Note",
    }
    assert [str(element.ID) for element in named.values()] == list(named)


def test_one_document_stands_above_all(tmp_path: Path) -> None:
    pdf = join(tmp_path, *parts())
    assert [str(element.S) for element in elements(pdf)].count("/Document") == 1
    assert [str(kid.S) for kid in pdf.Root.StructTreeRoot.K[0].K] == ["/Sect"]
