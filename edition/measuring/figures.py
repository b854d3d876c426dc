"""What is measured: totals, and the places that fall short, worst first."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that falls short: index of the page from 0, its label, what stands there, and by how much."""

    page: int
    label: str
    what: str
    amount: float = 0.0


@dataclass(frozen=True, slots=True)
class Levels:
    """Rows with words in several versions: ``askew`` ones begin at different heights (points), ``parted`` ones on
    different openings."""

    rows: int = 0
    askew: tuple[Spot, ...] = ()
    parted: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteFigures:
    """Sides of notes: ``strayed`` ones begin on another page than their caller, ``uncalled`` ones have none.

    ``unlike`` are notes of several sides whose callers stand on different openings, or are missing on one side.
    """

    sides: int = 0
    strayed: tuple[Spot, ...] = ()
    uncalled: tuple[Spot, ...] = ()
    unlike: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class Breaks:
    """What a turn of the page should not part.

    ``orphans`` and ``widows``: a first line alone at the foot of a page, a last one alone at the head; those of notes
    apart. ``headings``: headings whose text begins on a later opening or page. ``hyphens``: words that go on
    overleaf.
    """

    paragraphs: int = 0
    orphans: tuple[Spot, ...] = ()
    widows: tuple[Spot, ...] = ()
    of_notes: tuple[Spot, ...] = ()
    headings: tuple[Spot, ...] = ()
    hyphens: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class White:
    """White on the frames (openings of facing pages, or pages with columns), as shares of the lines they could hold.

    ``levelling`` is what makes rows level, ``foot`` what is left above notes or foot (the last frame of a division
    not counted, ``before_letters`` of it where a letter begins overleaf); ``holes`` are the blanks of a lane, in
    lines, the deepest first; ``uneven`` the frames whose lanes end at heights that differ by more than a line.
    ``notes`` are the shares of each lane's depth that notes take, the largest first.
    """

    frames: int = 0
    lines: int = 0
    levelling: float = 0.0
    foot: float = 0.0
    before_letters: float = 0.0
    holes: tuple[Spot, ...] = ()
    foot_holes: tuple[Spot, ...] = ()
    uneven: tuple[Spot, ...] = ()
    notes: float = 0.0
    deepest_notes: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class Colour:
    """Lines of running text: the share that ends with a hyphen, the share of justified ones whose word spaces are
    between ``NARROW`` and ``WIDE`` em, and where three hyphens stand one above the other."""

    lines: int = 0
    hyphenated: float = 0.0
    justified: int = 0
    even_spaces: float = 1.0
    wide: tuple[Spot, ...] = ()
    ladders: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class PageFigures:
    """All that is measured of a book."""

    pages: int
    levels: Levels
    notes: NoteFigures
    breaks: Breaks
    white: White
    colour: Colour


def worst_first(spots: list[Spot]) -> tuple[Spot, ...]:
    """Put places in order: by how much, then by page."""
    return tuple(sorted(spots, key=lambda spot: (-spot.amount, spot.page, spot.what)))
