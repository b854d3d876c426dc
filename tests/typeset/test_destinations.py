"""Pages of named places, read from files of our own making."""

import pikepdf

from edition.model.pagination import Page
from edition.typeset.destinations import read_pagination


def file_of(pages: int) -> pikepdf.Pdf:
    document = pikepdf.new()
    for _ in range(pages):
        document.add_blank_page(page_size=(100, 100))
    return document


def name_places(document: pikepdf.Pdf, places: dict[str, pikepdf.Object]) -> None:
    tree = pikepdf.NameTree.new(document)
    for name, place in places.items():
        tree[name] = place
    document.Root.Names = pikepdf.Dictionary(Dests=tree.obj)


def test_places_come_with_index_and_label() -> None:
    document = file_of(3)
    top = pikepdf.Name.XYZ
    name_places(
        document,
        {
            "l-1": pikepdf.Array([document.pages[2].obj, top, 0, 90, 0]),
            "п-1": document.make_indirect(pikepdf.Dictionary(D=pikepdf.Array([document.pages[0].obj, top, 0, 90, 0]))),
        },
    )
    document.Root.PageLabels = pikepdf.Dictionary(
        Nums=pikepdf.Array([0, pikepdf.Dictionary(S=pikepdf.Name.r), 2, pikepdf.Dictionary(S=pikepdf.Name.D)])
    )
    pagination = read_pagination(document)
    assert pagination.pages == {"l-1": Page(2, "1"), "п-1": Page(0, "i")}
    assert pagination.count == 3


def test_a_file_without_labels_counts_from_one() -> None:
    document = file_of(2)
    name_places(document, {"a": pikepdf.Array([document.pages[1].obj, pikepdf.Name.Fit])})
    assert read_pagination(document).pages == {"a": Page(1, "2")}


def test_a_file_without_places_has_pages_all_the_same() -> None:
    pagination = read_pagination(file_of(2))
    assert pagination.pages == {}
    assert pagination.count == 2
