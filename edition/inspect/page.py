"""What a finished page holds: words, lines, links. Lengths in points, places from the page's top-left corner."""

from dataclasses import dataclass


class UnreadableFile(Exception):
    """A finished file that cannot be read: damaged, encrypted, not of its kind, or too large to be honest."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: ``x0``, ``y0`` its upper corner nearest the page's top-left, ``x1``, ``y1`` the one opposite."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """The extent across the page."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """The extent down the page."""
        return self.y1 - self.y0

    def joined(self, other: "Box") -> "Box":
        """Give the smallest box that holds both.

        >>> Box(1, 1, 2, 2).joined(Box(0, 1, 1, 3))
        Box(x0=0, y0=1, x1=2, y1=3)
        """
        return Box(min(self.x0, other.x0), min(self.y0, other.y0), max(self.x1, other.x1), max(self.y1, other.y1))

    def overlaps(self, other: "Box") -> bool:
        """Tell whether the two boxes share more than an edge."""
        return self.x0 < other.x1 and other.x0 < self.x1 and self.y0 < other.y1 and other.y0 < self.y1

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a place lies in the box, its edges included."""
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1


@dataclass(frozen=True, slots=True)
class Word:
    """Letters that stand together on one baseline, with the marks that touch them.

    ``box`` spans the advance widths and the face's ascent and descent. ``raised`` words are superiors (callers of
    notes); one ends the word before it, so that «Патеком¹.» comes as «Патеком», raised «1» and «.», the last two
    ``glued`` to what precedes. ``broken`` words end their line with a hyphen, which is kept in ``text`` as ``-``
    whatever sign the file uses. ``run`` numbers the runs of glyphs that were painted at once, on this page, from 0.
    ``artifact`` words are marked as no part of the text (PDF 32000 §14.8.2.2); ``content_id`` leads into the
    structure tree (-1: nowhere). ``blank`` holds the letters that print nothing although they should.
    """

    text: str
    box: Box
    baseline: float
    font: str
    size: float
    run: int
    raised: bool = False
    glued: bool = False
    broken: bool = False
    artifact: bool = False
    content_id: int = -1
    blank: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one baseline within one column."""

    words: tuple[Word, ...]
    box: Box
    baseline: float

    @property
    def text(self) -> str:
        """The words as they read, superiors included."""
        return joined(self.words)


def joined(words: tuple[Word, ...]) -> str:
    """Put words together again, a space wherever one is seen."""
    return "".join(word.text if word.glued or not place else f" {word.text}" for place, word in enumerate(words))


@dataclass(frozen=True, slots=True)
class Link:
    """A place to click on. ``target`` is a web address, or ``#`` and the name of a destination, or ``page:`` and an
    index from 0 where a link goes to a page without a name."""

    box: Box
    target: str


@dataclass(frozen=True, slots=True)
class PdfPage:
    """One page: ``index`` from 0, ``label`` as the file gives it, ``trim`` the page as it leaves the knife."""

    index: int
    label: str
    width: float
    height: float
    trim: Box
    words: tuple[Word, ...]
