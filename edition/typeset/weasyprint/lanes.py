"""Where the versions stand on a page: a style's measures → lanes with their widths and places.

A frame is what is filled at once: an opening of two facing pages (the original on the verso, what translates it on
the recto), or one page with a column for each version. All lengths are points.
"""

from dataclasses import dataclass
from typing import Final

from edition.press.measured import Measure
from edition.settings.measures import points
from edition.settings.style import Style

FACING: Final = "facing"
"""The layout in which the original has the versos and its translation the rectos."""

_FOOT_GAP: Final = 1.1
_BAND_GAP: Final = 0.6


@dataclass(frozen=True, slots=True)
class Lane:
    """A version's strip: the ``page`` of the frame on which it stands (0 is the first), and its ``width``.

    ``verso`` and ``recto`` are the distances from the page's left edge where that page is a verso or a recto.
    """

    page: int
    width: float
    verso: float
    recto: float

    def x(self, recto: bool) -> float:
        """Give the distance from the left edge of a page."""
        return self.recto if recto else self.verso


@dataclass(frozen=True, slots=True)
class Lanes:
    """The lanes of a frame in the order of the versions, and how many ``pages`` a frame has."""

    lanes: tuple[Lane, ...]
    pages: int = 1

    @property
    def widest(self) -> float:
        """The width of the widest lane."""
        return max(lane.width for lane in self.lanes)


@dataclass(frozen=True, slots=True)
class PageSize:
    """The trim of a page and its margins, in points."""

    width: float
    height: float
    top: float
    bottom: float
    inner: float
    outer: float

    @property
    def text_width(self) -> float:
        """The width between the margins."""
        return round(self.width - self.inner - self.outer, 4)

    @property
    def text_height(self) -> float:
        """The height between the margins."""
        return round(self.height - self.top - self.bottom, 4)

    def x(self, recto: bool) -> float:
        """Give where the text begins: the inner margin of a recto is at its left."""
        return self.inner if recto else self.outer


def page_size(style: Style) -> PageSize:
    """Read the trim and the margins of a style."""
    return PageSize(*(length(style, f"page-{name}") for name in ("width", "height", "top", "bottom", "inner", "outer")))


def length(style: Style, token: str) -> float:
    """Give a length of a style in points; raise ``ValueError`` for one that no check of a style would let pass."""
    found = points(style.tokens[token])
    if found is None:
        raise ValueError(f"{token}: {style.tokens[token]} is no length")
    return found


def lanes_of(style: Style, count: int) -> Lanes:
    """Give the lanes of ``count`` versions in the layout of a style; a single version always has the whole width."""
    page, gutter = page_size(style), length(style, "page-gutter")
    if count == 1 or style.layout != FACING:
        return Lanes(_columns(page, gutter, count, 0))
    return Lanes((*_columns(page, gutter, 1, 0), *_columns(page, gutter, count - 1, 1)), 2)


def _columns(page: PageSize, gutter: float, count: int, ordinal: int) -> tuple[Lane, ...]:
    """Give equal columns between the margins of one page."""
    width = (page.text_width - (count - 1) * gutter) / count
    steps = [place * (width + gutter) for place in range(count)]
    return tuple(
        Lane(ordinal, round(width, 3), round(page.x(False) + step, 3), round(page.x(True) + step, 3)) for step in steps
    )


def measure_of(style: Style, lanes: Lanes) -> Measure:
    """Say what a frame holds, for the page maker; gaps at the foot are parts of the notes' leading."""
    leading = length(style, "notes-leading")
    return Measure(
        height=page_size(style).text_height,
        leading=length(style, "text-leading"),
        foot_gap=round(_FOOT_GAP * leading, 3),
        band_gap=round(_BAND_GAP * leading, 3),
        level_feet=lanes.pages == 1 and len(lanes.lanes) > 1,
    )
