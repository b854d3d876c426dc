"""Put the pages of all parts in order: blank pages where a part begins on a given side, and the printed numbers.

The first page of a book is a recto (its index is 0), so every even index is one. Pages before the body bear Roman
numbers, the body begins with 1.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from edition.typeset.weasyprint.lanes import FACING
from edition.typeset.weasyprint.units import PART_TITLE, Part

BLANK: Final = -1
_RECTO, _VERSO = 0, 1
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_ON_RECTO = ("half-title", PART_TITLE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of the book: its place from 0, the number printed on it, its part, and its place in that part from 0.

    ``part`` is ``BLANK`` where nothing stands on it.
    """

    index: int
    label: str
    part: int
    page: int

    @property
    def recto(self) -> bool:
        """Tell whether it is a right-hand page."""
        return self.index % 2 == _RECTO


def arrange(parts: Sequence[Part], pages: Sequence[int], layout: str) -> tuple[Sheet, ...]:
    """Give the pages of the book in order; ``pages`` is how many each part has."""
    places: list[tuple[int, int]] = []
    first: int | None = None
    for ordinal, (part, count) in enumerate(zip(parts, pages, strict=True)):
        first_of_body = part.matter == "body" and first is None
        side = _begins_on(part, layout, first_of_body)
        if side is not None and len(places) % 2 != side:
            places.append((BLANK, 0))
        if first_of_body:
            first = len(places)
        places += [(ordinal, page) for page in range(count)]
    body = len(places) if first is None else first
    return tuple(Sheet(index, _label(index, body), part, page) for index, (part, page) in enumerate(places))


def _begins_on(part: Part, layout: str, first_of_body: bool) -> int | None:
    if len(part.lanes) > 1 and layout == FACING:
        return _VERSO
    return _RECTO if first_of_body or part.kind in _ON_RECTO else None


def _label(index: int, body: int) -> str:
    """Number a page; rectos have odd numbers, so that a body that begins on a verso begins with 2."""
    return str(index - body + 1 + body % 2) if index >= body else roman(index + 1)


def roman(number: int) -> str:
    """Write a number in small Roman figures.

    >>> [roman(number) for number in (1, 4, 14, 49)]
    ['i', 'iv', 'xiv', 'xlix']
    """
    out = ""
    for value, figure in _ROMAN:
        count, number = divmod(number, value)
        out += figure * count
    return out
