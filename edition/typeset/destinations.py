"""Read from a finished PDF on which page each named place stands, and what is printed on that page."""

from collections.abc import Iterator

import pikepdf

from edition.model.pagination import Page, Pagination


def read_pagination(document: pikepdf.Pdf) -> Pagination:
    """Give the page of every named destination, with the label printed on it.

    A file without page labels counts from 1 (PDF 1.7 §12.4.2).
    """
    labels = [str(page.label) for page in document.pages]
    indexes: dict[tuple[int, int], int] = {page.obj.objgen: index for index, page in enumerate(document.pages)}
    found = {name: indexes.get(target[0].objgen) for name, target in destinations(document)}
    pages = {name: Page(index, labels[index]) for name, index in sorted(found.items()) if index is not None}
    return Pagination(pages, len(labels))


def destinations(document: pikepdf.Pdf) -> Iterator[tuple[str, pikepdf.Object]]:
    """Yield the name of every destination, and the array that says where it is."""
    names = document.Root.get("/Names")
    if names is not None and "/Dests" in names:
        for name, target in pikepdf.NameTree(names.Dests).items():
            yield decode_name(bytes(pikepdf.String(name))), _array(target)


def decode_name(name: bytes) -> str:
    """Decode the name of a destination: UTF-16 with its mark, else UTF-8.

    >>> decode_name("п-1".encode()), decode_name(b"\\xfe\\xff\\x04\\x3f")
    ('п-1', 'п')
    """
    if name.startswith(b"\xfe\xff"):
        return name[2:].decode("utf-16-be", errors="replace")
    return name.decode("utf-8", errors="replace")


def _array(target: pikepdf.Object) -> pikepdf.Object:
    return target.D if isinstance(target, pikepdf.Dictionary) else target
