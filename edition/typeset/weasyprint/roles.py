"""What the elements of the book's HTML are in the structure tree of a PDF (standard roles, PDF 1.7 §14.8.4)."""

from collections.abc import Collection, Mapping
from typing import Final
from xml.etree.ElementTree import Element

FURNITURE: Final = "furniture"
"""The class of what stands around the text on a page and is no part of it: heads, folios, line numbers."""

_ROLES: Final[Mapping[str, tuple[str, ...]]] = {
    "main": ("Part",),
    "section": ("Sect",),
    "article": ("Art",),
    "aside": ("Div",),
    "p": ("P",),
    "blockquote": ("BlockQuote",),
    "ol": ("L",),
    "ul": ("L",),
    "li": ("LI", "LBody"),
    "img": ("Figure",),
    **{f"h{level}": (f"H{level}",) for level in range(1, 7)},
}
_IN_CONTENTS: Final[Mapping[str, tuple[str, ...]]] = {"ol": ("TOC",), "ul": ("TOC",), "li": ("TOCI",)}
_LINE_PARTS: Final = frozenset({"cell", "page"})
_BLOCKS: Final = frozenset({"div", "nav", "header", "footer"})
_NOTES: Final = frozenset({"footnote", "reading"})
_GROUPS: Final = frozenset({"Sect", "Art", "Part", "Index"})
_ROOTS: Final = frozenset({"html", "body"})


def roles(element: Element, ancestors: Collection[Element]) -> tuple[str, ...]:
    """Give the roles of an element, one within the other; none where its content belongs to what is around it.

    ``ancestors`` are the elements around it, the nearest last.
    """
    classes, tag = class_names(element), str(element.tag)
    if tag == "a":
        return _roles_of_link(element, classes)
    if any(above.tag == "nav" for above in ancestors):
        if tag in _IN_CONTENTS:
            return _IN_CONTENTS[tag]
        if tag == "span" and classes & _LINE_PARTS and element.find(".//a") is not None:
            return ("Reference",)
    if element.get("role") == "doc-index":
        return ("Index",)
    if "cell" in classes:
        return ("Note",) if _in_note(ancestors) and note_id(element, ancestors) else (_plain_role(tag),)
    if "row" in classes and tag in _BLOCKS:
        return ("Div",)
    return _ROLES.get(tag, ())


def carrier(element: Element) -> str:
    """Give the role of an element that is there only because it says in which language its words are."""
    return "" if element.tag in _ROOTS else _plain_role(str(element.tag))


def identifier(element: Element, role: str, ancestors: Collection[Element]) -> str:
    """Give what a structure element is known by: notes by PDF/UA-1 §7.9, groups so that parts can be joined."""
    if role == "Note":
        return note_id(element, ancestors)
    return element.get("id", "") if role in _GROUPS else ""


def note_id(cell: Element, ancestors: Collection[Element]) -> str:
    """Name one language's side of a note: by its own id, else by that of the note and its language."""
    if own := cell.get("id", ""):
        return own
    note = next((above.get("id", "") for above in reversed([*ancestors]) if class_names(above) & _NOTES), "")
    return f"{note}-{cell.get('lang', '')}" if note else ""


def class_names(element: Element) -> frozenset[str]:
    """Give the classes of an element."""
    return frozenset(element.get("class", "").split())


def language_of(element: Element) -> str:
    """Give the language that an element names itself, or nothing."""
    return element.get("lang", "")


def decorative(element: Element) -> bool:
    """Tell whether an element is hidden from those who listen: furniture, or a picture that says nothing."""
    return (
        FURNITURE in class_names(element)
        or element.get("aria-hidden") == "true"
        or (element.tag == "img" and element.get("alt") == "")
    )


def _roles_of_link(element: Element, classes: frozenset[str]) -> tuple[str, ...]:
    if not element.get("href"):
        return ()
    return ("Reference", "Link") if "caller" in classes else ("Link",)


def _plain_role(tag: str) -> str:
    return "Div" if tag in _BLOCKS else "Span"


def _in_note(ancestors: Collection[Element]) -> bool:
    return any(class_names(above) & _NOTES for above in ancestors)
