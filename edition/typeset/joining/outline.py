"""Write the outline that reading programs show beside a book (PDF 1.7 §12.3.3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from edition.typeset.joining.book_file import OutlineItem
from edition.typeset.joining.literals import dictionary, name_bytes, reference, string
from edition.typeset.joining.pdf_file import PdfFile


@dataclass(slots=True)
class _Branch:
    number: int
    item: OutlineItem | None = None
    kids: list["_Branch"] = field(default_factory=list)


def write_outline(file: PdfFile, items: Sequence[OutlineItem], elements: Mapping[bytes, int]) -> int:
    """Write the items, nested by their levels, those of the first level open to view and closed themselves.

    ``elements`` are the numbers of structure elements by name: an item whose place is one of them leads to it, and by
    it to the language of its title. Give the outline's number.
    """
    root = _nested(file, items)
    file.add(_of_root(root), root.number)
    _write_kids(file, root, elements)
    return root.number


def _nested(file: PdfFile, items: Sequence[OutlineItem]) -> _Branch:
    root = _Branch(file.number())
    path = [root]
    for item in items:
        del path[max(1, item.level) :]
        made = _Branch(file.number(), item)
        path[-1].kids.append(made)
        path.append(made)
    return root


def _of_root(root: _Branch) -> bytes:
    return dictionary({"Type": b"/Outlines", **_ends(root), "Count": b"%d" % len(root.kids)})


def _ends(branch: _Branch) -> dict[str, bytes]:
    if not branch.kids:
        return {}
    return {"First": reference(branch.kids[0].number), "Last": reference(branch.kids[-1].number)}


def _write_kids(file: PdfFile, parent: _Branch, elements: Mapping[bytes, int]) -> None:
    for place, kid in enumerate(parent.kids):
        said = _said(kid, elements)
        said["Parent"] = reference(parent.number)
        if place:
            said["Prev"] = reference(parent.kids[place - 1].number)
        if place + 1 < len(parent.kids):
            said["Next"] = reference(parent.kids[place + 1].number)
        file.add(dictionary(said), kid.number)
        _write_kids(file, kid, elements)


def _said(branch: _Branch, elements: Mapping[bytes, int]) -> dict[str, bytes]:
    item = branch.item
    if item is None:
        return {}
    name = name_bytes(item.anchor)
    element = elements.get(name)
    said = {"Title": string(item.title), "Dest": string(name), **_ends(branch)}
    said["SE"] = b"" if element is None else reference(element)
    said["Count"] = b"%d" % -len(branch.kids) if branch.kids else b""
    return said
