"""Divide a long section into parts that a reading system can open quickly."""

from copy import deepcopy

from lxml import etree

LIMIT = 200_000
"""The size in bytes of UTF-8 that a part should not exceed; e-readers grow slow beyond some 300 KB a file."""

_DIVISIBLE = frozenset({"section", "article", "ul", "ol", "nav"})


def split(whole: etree._Element, limit: int = LIMIT) -> list[etree._Element]:
    """Divide an element between its children, and those between theirs where one alone is too long.

    Several short children share a part. Each part is an element like the whole, the first with its ``id``. Rows,
    paragraphs and single entries of a list stay whole. Words of the whole that are not in a child stay in the first.
    """
    if size(whole) <= limit:
        return [whole]
    parts: list[etree._Element] = []
    room = 0
    for piece in (piece for child in whole for piece in _pieces(child, limit)):
        needed = size(piece)
        if not parts or needed > room:
            parts.append(_like(whole, first=not parts))
            room = limit
        parts[-1].append(piece)
        room -= needed
    return parts or [whole]


def size(element: etree._Element) -> int:
    """Measure an element as a file will hold it, in bytes."""
    return len(etree.tostring(element, encoding="utf-8"))


def _pieces(child: etree._Element, limit: int) -> list[etree._Element]:
    divisible = child.tag in _DIVISIBLE and size(child) > limit
    return split(deepcopy(child), limit) if divisible else [deepcopy(child)]


def _like(whole: etree._Element, *, first: bool) -> etree._Element:
    kept = {str(name): str(value) for name, value in whole.attrib.items() if first or name != "id"}
    made = etree.Element(whole.tag, kept)
    made.text = whole.text if first else None
    return made
