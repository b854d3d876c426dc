"""Numbers printed on the pages → page labels (PDF 1.7 §12.4.2)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from edition.typeset.joining.literals import array, dictionary, string

_DECIMAL: Final = re.compile(r"(.*?)([1-9][0-9]*)", re.DOTALL)
_ROMAN: Final = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


@dataclass(frozen=True, slots=True)
class Label:
    """A page's label: words, and after them a number in a style (``r``, ``R``, ``D``), or no number."""

    prefix: str
    style: str = ""
    value: int = 1

    def follows(self, other: "Label") -> bool:
        """Tell whether a reading program would count to this label from the one before it."""
        same = (self.prefix, self.style) == (other.prefix, other.style)
        return same and (not self.style or self.value == other.value + 1)

    def written(self) -> bytes:
        """Write the label as the beginning of a range."""
        style = f"/{self.style}".encode() if self.style else b""
        start = b"%d" % self.value if self.style and self.value != 1 else b""
        return dictionary({"S": style, "P": string(self.prefix) if self.prefix else b"", "St": start})


def write_labels(labels: Iterable[str]) -> bytes:
    """Write the labels of all pages as the fewest ranges; empty labels are ranges without a number.

    >>> write_labels(["i", "ii", "1", "2", "4", ""])
    b'<</Nums [0 <</S /r>> 2 <</S /D>> 4 <</S /D/St 4>> 5 <<>>]>>'
    """
    ranges = (piece for first, label in _ranges(labels) for piece in (b"%d" % first, label.written()))
    return dictionary({"Nums": array(ranges)})


def _ranges(labels: Iterable[str]) -> Iterator[tuple[int, Label]]:
    before: Label | None = None
    for page, text in enumerate(labels):
        label = read_label(text)
        if before is None or not label.follows(before):
            yield page, label
        before = label


def read_label(text: str) -> Label:
    """Take a label to pieces.

    >>> read_label("xiv"), read_label("A-12")
    (Label(prefix='', style='r', value=14), Label(prefix='A-', style='D', value=12))
    """
    value = _roman_value(text.lower())
    if value and text in (text.lower(), text.upper()):
        return Label("", "r" if text.islower() else "R", value)
    found = _DECIMAL.fullmatch(text)
    return Label(found[1], "D", int(found[2])) if found else Label(text)


def _roman_value(text: str) -> int:
    """Give the value of a Roman numeral, 0 where the text is none."""
    value, rest = 0, text
    for worth, letters in _ROMAN:
        while rest.startswith(letters):
            value, rest = value + worth, rest.removeprefix(letters)
    return value if not rest and _roman(value) == text else 0


def _roman(value: int) -> str:
    out = ""
    for worth, letters in _ROMAN:
        out += letters * (value // worth)
        value %= worth
    return out
