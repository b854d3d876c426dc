"""What the page maker gives: frames, each with the lines that stand on it and where.

Lengths are points, tops are measured from the head of the text area of the frame's page.
"""

from dataclasses import dataclass

from edition.press.measured import Band


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines ``first`` to before ``end`` of the cell that a row (by its place in the flow) has in a lane.

    ``top`` is where the first of these lines has its top.
    """

    row: int
    lane: int
    first: int
    end: int
    top: float


@dataclass(frozen=True, slots=True)
class FootPiece:
    """Lines ``first`` to before ``end`` of a note, by its id, in a lane; ``first`` > 0 where it goes on from before."""

    note: str
    lane: int
    first: int
    end: int
    top: float


@dataclass(frozen=True, slots=True)
class FootRule:
    """The rule above a band at the foot of a lane; ``continued`` where the band begins with the rest of a note."""

    lane: int
    band: Band
    top: float
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """An opening of facing pages, or one page of columns: in every lane text from the head, notes at the foot."""

    pieces: tuple[Piece, ...]
    foot: tuple[FootPiece, ...] = ()
    rules: tuple[FootRule, ...] = ()
