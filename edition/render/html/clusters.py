"""Keep a letter and its marks in one face: mark up what the supplementary face prints though the text face has a part.

What is printed by which face follows from the character alone, and needs no mark-up, with this one exception: a letter
of the text face that bears a mark which only the supplement has (z͛), or the other way round.
"""

from itertools import groupby
from typing import Final

from lxml import etree

from edition.settings.face import Signs
from edition.settings.runs import clusters, mixed

SUPPLEMENT: Final = "supplement"
"""The class of a span whose characters all stand in the supplementary face."""

_NO_TEXT = ("head", "style", "script", "title")


def bind_clusters(html: etree._Element, signs: Signs) -> None:
    """Put each letter with marks of another face into a span of its own, in place; twice gives the same."""
    if not signs.supplement:
        return
    for element in list(html.iter(etree.Element)):
        inside = element.get("class") != SUPPLEMENT and etree.QName(element).localname not in _NO_TEXT
        if inside and element.text and _is_mixed(element.text, signs):
            _bind(element, None, element.text, signs)
        parent = element.getparent()
        if parent is not None and element.tail and _is_mixed(element.tail, signs):
            _bind(parent, element, element.tail, signs)


def _is_mixed(text: str, signs: Signs) -> bool:
    return not (signs.face.issuperset(text) and signs.own.isdisjoint(text)) and any(
        mixed(cluster, signs) for cluster in clusters(text)
    )


def _bind(parent: etree._Element, before: etree._Element | None, text: str, signs: Signs) -> None:
    """Write a text anew after ``before``, a child of ``parent`` (at its beginning, if ``None``)."""
    _put(parent, before, "")
    for bound, parts in groupby(clusters(text), lambda cluster: mixed(cluster, signs)):
        words = "".join(parts)
        if not bound:
            _put(parent, before, words)
            continue
        span = etree.Element(etree.QName(etree.QName(parent).namespace, "span"), {"class": SUPPLEMENT})
        span.text = words
        if before is None:
            parent.insert(0, span)
        else:
            before.addnext(span)
        before = span


def _put(parent: etree._Element, before: etree._Element | None, words: str) -> None:
    if before is None:
        parent.text = words
    else:
        before.tail = words
