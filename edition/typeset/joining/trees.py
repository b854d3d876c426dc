"""Write trees of names, numbers and pages, so that no node has many kids (PDF 1.7 §7.7.3, §7.9.6, §7.9.7)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, TypeVar

from edition.typeset.joining.literals import array, dictionary, reference, string
from edition.typeset.joining.pdf_file import PdfFile

KIDS: Final = 64
"""The most kids of a node."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _Node:
    number: int
    least: bytes
    greatest: bytes


@dataclass(frozen=True, slots=True)
class PageNode:
    """A node of the page tree whose number is taken: its kids, written, and how many pages stand below it."""

    number: int
    kids: tuple[bytes, ...]
    pages: int


def write_name_tree(file: PdfFile, records: Iterable[tuple[bytes, bytes]]) -> int:
    """Write names, in order, with their values, as they come; give the number of the tree."""
    leaves = []
    for some in _some(records):
        names = [string(name) for name, _ in some]
        entries = array(piece for name, (_, value) in zip(names, some, strict=True) for piece in (name, value))
        leaves.append(_leaf(file, "Names", entries, names[0], names[-1]))
    return _grow(file, leaves)


def write_number_tree(file: PdfFile, leaves: Iterable[tuple[int, int, bytes]]) -> int:
    """Write numbered values: each leaf its least and greatest number, and its entries written already."""
    nodes = [_leaf(file, "Nums", b"[" + entries + b"]", b"%d" % least, b"%d" % last) for least, last, entries in leaves]
    return _grow(file, nodes)


def _leaf(file: PdfFile, key: str, entries: bytes, least: bytes, greatest: bytes) -> _Node:
    return _Node(file.add(dictionary({"Limits": array((least, greatest)), key: entries})), least, greatest)


def _grow(file: PdfFile, nodes: Sequence[_Node]) -> int:
    """Write the nodes above the leaves; the root has no limits."""
    while len(nodes) > KIDS:
        nodes = [_above(file, some) for some in _some(nodes)]
    return file.add(dictionary({"Kids": array(reference(node.number) for node in nodes)}))


def _above(file: PdfFile, nodes: Sequence[_Node]) -> _Node:
    least, greatest = nodes[0].least, nodes[-1].greatest
    kids = array(reference(node.number) for node in nodes)
    return _Node(file.add(dictionary({"Limits": array((least, greatest)), "Kids": kids})), least, greatest)


def write_page_tree(file: PdfFile, leaves: Sequence[PageNode], root: int) -> None:
    """Write the leaves and the nodes above them, up to the root."""
    nodes = leaves
    while len(nodes) > KIDS:
        nodes = [_page_node_above(file, some, file.number()) for some in _some(nodes)]
    top = _page_node_above(file, nodes, root)
    _write_page_node(file, top, 0)


def _page_node_above(file: PdfFile, nodes: Sequence[PageNode], number: int) -> PageNode:
    for node in nodes:
        _write_page_node(file, node, number)
    return PageNode(number, tuple(reference(node.number) for node in nodes), sum(node.pages for node in nodes))


def _write_page_node(file: PdfFile, node: PageNode, parent: int) -> None:
    above = reference(parent) if parent else b""
    said = {"Type": b"/Pages", "Parent": above, "Count": b"%d" % node.pages, "Kids": array(node.kids)}
    file.add(dictionary(said), node.number)


def _some(things: Iterable[_T]) -> Iterator[tuple[_T, ...]]:
    """Yield things by as many as a node has kids."""
    rest = iter(things)
    while some := tuple(islice(rest, KIDS)):
        yield some
