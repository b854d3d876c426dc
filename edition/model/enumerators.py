"""Enumerators of points and items («а)», "(a)", «2)»): read them, part them from their words, divide by them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from edition.model.transcript import Marker, Segment

_MARKER = re.compile(
    r"\(?(?:(?P<digit>[0-9]{1,2})|(?P<letter>[^\W\d_])|(?P<roman>[IVXL]{1,5}))(?:\)[.:]?|(?<=[0-9IVXL])\.)\s+(?=\S)"
)
_ENUMERATOR = re.compile(r"(\(?(?:\d{1,3}|[^\W\d_]|[ivxIVX]{1,5})[.)]|[•–—])\s+(?=\S|\Z)")
_INLINE = re.compile(r"(?<=\s)\(?(?:[0-9]{1,2}|[^\W\d_])\)[.:]?\s+(?=\S)")
_ALPHABETS = ("абвгдежзиклмнопрст", "abcdefghijklmnopqrst")
_ROMAN = {
    name: number
    for number, name in enumerate(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"), 1)
}


def marker_at(text: str, index: int = 0) -> Marker | None:
    """Read the enumerator that stands at a place of a text.

    >>> marker_at("б) объем"), marker_at("(b) the volume")
    (Marker(family='letter', number=2), Marker(family='letter', number=2))
    >>> marker_at("2) Узнайте"), marker_at("в сравнении"), marker_at("IV. Further")
    (Marker(family='digit', number=2), None, Marker(family='roman', number=4))
    """
    match = _MARKER.match(text, index)
    if not match:
        return None
    if match["digit"]:
        return Marker("digit", int(match["digit"]))
    sign = match["roman"] or match["letter"]
    if sign in _ROMAN:
        return Marker("roman", _ROMAN[sign])
    for alphabet in _ALPHABETS:
        if len(sign) == 1 and sign.lower() in alphabet:
            return Marker("letter", alphabet.index(sign.lower()) + 1)
    return None


def split_enumerator(text: str) -> tuple[str, str]:
    """Part the enumerator from the words that follow it; the first is empty where there is none.

    The text may end with the space after the enumerator: what follows then stands in another node.

    >>> split_enumerator("а) объем продукции"), split_enumerator("(a) the volume")
    (('а)', 'объем продукции'), ('(a)', 'the volume'))
    >>> split_enumerator("Иду.")
    ('', 'Иду.')
    """
    match = _ENUMERATOR.match(text)
    return (match.group(1), text[match.end() :]) if match else ("", text)


def inline_markers(text: str) -> tuple[tuple[int, Marker], ...]:
    """Find enumerators inside a text, each with its place: those that make a sequence from 1, in order.

    >>> [(at, marker.number) for at, marker in inline_markers("ask for: (a) the plan; (b) the sum (in July).")]
    [(9, 1), (23, 2)]
    """
    found: list[tuple[int, Marker]] = []
    reached: dict[str, int] = {}
    for match in _INLINE.finditer(text):
        marker = marker_at(text, match.start())
        if marker and marker.number == reached.get(marker.family, 0) + 1:
            reached[marker.family] = marker.number
            found.append((match.start(), marker))
    return tuple(found)


def divided(segment: Segment, places: Sequence[tuple[int, str, Marker | None]]) -> tuple[Segment, ...]:
    """Divide a segment before each of the places; every part after the first gets its role and enumerator."""
    bounds = [*(at for at, _, _ in places), len(segment.text)]
    first = replace(segment, passage=segment.passage.cut(0, bounds[0]).trimmed())
    parts = [first] if first.text else []
    for (at, role, marker), end in zip(places, bounds[1:], strict=True):
        parts.append(Segment(segment.passage.cut(at, end).trimmed(), role, marker))
    return tuple(parts)


def item_role(marker: Marker) -> str:
    """Give the role of a row that begins with an enumerator: letters count items, figures points."""
    return "item" if marker.family == "letter" else "point"
