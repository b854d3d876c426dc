"""What a galley tells the page maker: lines with their places, and nothing of the engine that set them.

All lengths are points (1/72 inch). A *lane* is a version's strip of an opening: its ordinal is that of the version.
Every value here can be sent to another process.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Line:
    """A line of type: its ``top`` from the head of its cell, and its ``height``.

    ``paragraph`` is the ordinal of its paragraph in the cell, so that widows and orphans can be told. ``calls`` are
    the ids of the notes called in it, in order; ``anchors`` the ids of words that begin in it. ``hyphenated``: a word
    goes on in the next line.
    """

    top: float
    height: float
    paragraph: int = 0
    calls: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    hyphenated: bool = False

    @property
    def bottom(self) -> float:
        """The foot of the line, from the head of its cell."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Cell:
    """One version's share of a row or note: no lines where the version has no words for it."""

    lines: tuple[Line, ...] = ()
    id: str = ""

    @property
    def height(self) -> float:
        """The depth from the cell's head to the foot of its last line."""
        return self.lines[-1].bottom if self.lines else 0.0


@dataclass(frozen=True, slots=True)
class Row:
    """Versions that begin level.

    ``unit`` and ``ordinal`` say where the row stands in the galley (letter by letter). ``before`` is the white above
    it, which falls away at the head of a frame. ``whole``: it is not broken unless it is deeper than a frame.
    ``keep_with_next``: no frame ends after it. ``opens``: a letter begins here (white at the foot before it costs
    less). ``fresh``: it begins a fresh frame. ``numbered``: the lines of the original, which stands in
    the lane ``original``, are counted.
    """

    cells: tuple[Cell, ...]
    unit: int = 0
    ordinal: int = 0
    id: str = ""
    role: str = "paragraph"
    letter: str = ""
    before: float = 0.0
    whole: bool = False
    keep_with_next: bool = False
    opens: bool = False
    fresh: bool = False
    numbered: bool = False
    original: int = 0


class Band(StrEnum):
    """Where at the foot something stands: the apparatus above the notes."""

    APPARATUS = "apparatus"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Note:
    """A note or an entry of the apparatus, a cell for each lane; ``unit`` and ``ordinal`` as of a row."""

    id: str
    cells: tuple[Cell, ...]
    unit: int = 0
    ordinal: int = 0
    band: Band = Band.NOTES


@dataclass(frozen=True, slots=True)
class MeasuredUnit:
    """What is measured by itself, a letter or all that is no letter in a division: its rows, its notes by id."""

    rows: tuple[Row, ...]
    notes: Mapping[str, Note] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Flow:
    """Rows that follow each other from frame to frame, and their notes by id. All rows have the same lanes."""

    rows: tuple[Row, ...]
    notes: Mapping[str, Note] = field(default_factory=dict)
    lanes: int = 2


@dataclass(frozen=True, slots=True)
class Measure:
    """What a frame holds: ``height`` of its text area; ``leading`` of the text.

    ``foot_gap`` is the least white between the text and what stands at the foot (the rule over the notes stands in
    it), ``band_gap`` that between apparatus and notes. ``level_feet``: the notes of all lanes begin at one height, as
    they do in columns of one page.
    """

    height: float
    leading: float
    foot_gap: float
    band_gap: float
    level_feet: bool = False
