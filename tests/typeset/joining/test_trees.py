"""Trees of names, numbers and pages: balanced, and whole for another reader."""

from io import BytesIO

import pikepdf
import pytest

from edition.typeset.joining.literals import dictionary, name_bytes, reference
from edition.typeset.joining.pdf_file import PdfFile
from edition.typeset.joining.trees import KIDS, PageNode, write_name_tree, write_number_tree, write_page_tree


class Trial:
    """A file with nothing in it but what a test writes."""

    def __init__(self) -> None:
        self._out = BytesIO()
        self.file = PdfFile(self._out)
        self.pages = self.file.number()

    def read(self, root: int, key: str) -> pikepdf.Object:
        said = {"Type": b"/Catalog", "Pages": reference(self.pages), key: reference(root)}
        catalog = self.file.add(dictionary(said))
        self.file.close(catalog, self.file.add(b"<<>>"))
        self._pdf = pikepdf.open(self._out)
        return self._pdf.Root[f"/{key}"]


def depth(node: pikepdf.Object) -> int:
    """Give the levels of a tree, and see that no node has more kids than it may."""
    kids = list(node.get("/Kids", []))
    assert len(kids) <= KIDS
    return 1 + max((depth(kid) for kid in kids if "/Kids" in kid or "/Names" in kid), default=0)


@pytest.mark.parametrize(("count", "levels"), [(0, 1), (1, 2), (KIDS + 1, 2), (KIDS * KIDS + 1, 3)])
def test_names_are_found(count: int, levels: int) -> None:
    trial = Trial()
    names = sorted(name_bytes(f"место {number}" if number % 2 else f"l-{number}") for number in range(count))
    trial.file.add(b"<</Type/Pages/Kids[]/Count 0>>", trial.pages)
    root = write_name_tree(trial.file, ((name, b"%d" % place) for place, name in enumerate(names)))
    tree = trial.read(root, "Trial")
    found = pikepdf.NameTree(tree)
    assert [found[name] for name in found] == list(range(count))
    assert all(f"l-{number}" in found for number in range(0, count, 2))
    assert depth(tree) == levels


def test_numbers_are_found() -> None:
    trial = Trial()
    trial.file.add(b"<</Type/Pages/Kids[]/Count 0>>", trial.pages)
    leaves = ((first, first + 1, b"%d /A %d /B" % (first, first + 1)) for first in range(0, 10_000, 2))
    found = pikepdf.NumberTree(trial.read(write_number_tree(trial.file, leaves), "Trial"))
    assert list(found) == list(range(10_000))
    assert (str(found[4_000]), str(found[9_999])) == ("/A", "/B")


@pytest.mark.parametrize("blocks", [1, KIDS, KIDS + 1, 3 * KIDS])
def test_pages_stand_in_order(blocks: int) -> None:
    trial = Trial()
    leaves = []
    for block in range(blocks):
        node = trial.file.number()
        pages = [
            trial.file.add(b"<</Type/Page/MediaBox[0 0 9 9]/Parent %d 0 R/Trial %d>>" % (node, block * 2 + page))
            for page in range(2)
        ]
        leaves.append(PageNode(node, tuple(map(reference, pages)), 2))
    write_page_tree(trial.file, leaves, trial.pages)
    root = trial.read(trial.pages, "Again")
    assert int(root.Count) == blocks * 2
    assert depth(root) <= 3
    assert walked(root) == list(range(blocks * 2))


def walked(node: pikepdf.Object) -> list[int]:
    """Read the pages below a node, and see that each kid knows its parent and each node its pages."""
    if node.Type == "/Page":
        return [int(node.Trial)]
    assert all(kid.Parent.objgen == node.objgen for kid in node.Kids)
    found = [page for kid in node.Kids for page in walked(kid)]
    assert len(found) == int(node.Count)
    return found
