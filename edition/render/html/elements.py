"""Make HTML elements: the one place where words become nodes, so that nothing is ever glued from text."""

import re

from lxml import etree

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def element(tag: str, class_: str = "", **attributes: str) -> etree._Element:
    """Make an element with its attributes in a fixed order; empty attributes are left out.

    Names are written as Python can: ``aria_label`` is ``aria-label``, ``class_`` is ``class``.

    >>> etree.tostring(element("p", "closer", lang="en"))
    b'<p class="closer" lang="en"/>'
    """
    made = etree.Element(tag)
    for name, value in {"class": class_, **attributes}.items():
        if value:
            made.set(name.replace("_", "-"), checked(value))
    return made


def child(parent: etree._Element, tag: str, class_: str = "", **attributes: str) -> etree._Element:
    """Make an element as the last child of another."""
    made = element(tag, class_, **attributes)
    parent.append(made)
    return made


def write(parent: etree._Element, words: str) -> None:
    """Add words after all that an element holds so far."""
    words = checked(words)
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + words
    else:
        parent.text = (parent.text or "") + words


def checked(words: str) -> str:
    """Give the words back, or raise ``ValueError`` naming the character that no output can hold.

    Readers refuse such characters in an editor's file, so that one found here is a fault of the program.
    """
    found = _UNPRINTABLE.search(words)
    if found:
        code = f"U+{ord(found.group()):04X}"
        raise ValueError(f"the character {code} cannot be printed; it stands in {words!r} and no reader refused it")
    return words
