"""What stands where on the pages of a block: frames of the page maker → plans of sheets.

Lengths are points from the corner of a page, at the left of its head. Units are counted in the galley of the block.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from edition.press.measured import Flow
from edition.press.plan import FootPiece, Frame, Piece
from edition.typeset.weasyprint.lanes import Lanes, PageSize


class Place(StrEnum):
    """Where the folio of a page stands: in the head, at the foot of a page that a division begins, or nowhere."""

    HEAD = "head"
    FOOT = "foot"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the text: the folio outside, a title in the middle, inside what is to be known of the letter.

    ``language`` is that of title and status. A head at the foot is the folio alone.
    """

    folio: str
    title: str = ""
    status: str = ""
    language: str = ""
    place: Place = Place.HEAD


@dataclass(frozen=True, slots=True)
class Placed:
    """Lines ``first`` to before ``end`` of a cell, the first with its top at ``top``.

    The cell is that of a row, by its ordinal in its unit, or where ``note`` is given of that note.
    """

    unit: int
    lane: int
    first: int
    end: int
    x: float
    top: float
    row: int = -1
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlacedRule:
    """A rule above what stands at the foot of a lane ``width`` wide; ``continued``: above the rest of a note."""

    x: float
    top: float
    width: float
    continued: bool = False


@dataclass(frozen=True, slots=True)
class LineNumber:
    """The number of a line: it stands before ``x``, level with the line ``line`` of a placed row."""

    number: int
    x: float
    piece: int
    line: int


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """A page: what is placed on it in reading order, notes last. ``recto``: it is a right-hand page."""

    recto: bool
    head: Head
    pieces: tuple[Placed, ...] = ()
    foot: tuple[Placed, ...] = ()
    rules: tuple[PlacedRule, ...] = ()
    numbers: tuple[LineNumber, ...] = ()


@dataclass(frozen=True, slots=True)
class Imposition:
    """How the frames of a flow come on pages.

    ``units`` says which unit of the galley each unit of the flow is. ``numbers`` are the line numbers by row and
    line, every ``step``-th is printed; none if ``step`` is 0.
    """

    flow: Flow
    lanes: Lanes
    size: PageSize
    units: Mapping[int, int]
    numbers: Mapping[tuple[int, int], int] = field(default_factory=dict)
    step: int = 0

    def plan(self, frame: Frame, rectos: Sequence[bool], heads: Sequence[Head]) -> tuple[SheetPlan, ...]:
        """Plan the pages of a frame; for each of them it is given whether it is a recto, and what its head says."""
        return tuple(
            self._sheet(frame, page, recto, head) for page, (recto, head) in enumerate(zip(rectos, heads, strict=True))
        )

    def _sheet(self, frame: Frame, page: int, recto: bool, head: Head) -> SheetPlan:
        lanes = self.lanes.lanes
        pieces = [piece for piece in frame.pieces if lanes[piece.lane].page == page]
        pieces.sort(key=lambda piece: (piece.row, piece.lane))
        return SheetPlan(
            recto=recto,
            head=head,
            pieces=tuple(self._piece(piece, recto) for piece in pieces),
            foot=tuple(self._foot(piece, recto) for piece in frame.foot if lanes[piece.lane].page == page),
            rules=tuple(
                PlacedRule(lane.x(recto), self._y(rule.top), lane.width, rule.continued)
                for rule in frame.rules
                if (lane := lanes[rule.lane]).page == page
            ),
            numbers=tuple(
                LineNumber(number, lanes[piece.lane].x(recto), place, line)
                for place, piece in enumerate(pieces)
                for line, number in self._numbered(piece)
            ),
        )

    def _y(self, top: float) -> float:
        return round(self.size.top + top, 3)

    def _piece(self, piece: Piece, recto: bool) -> Placed:
        row, lane = self.flow.rows[piece.row], self.lanes.lanes[piece.lane]
        unit = self.units[row.unit]
        return Placed(unit, piece.lane, piece.first, piece.end, lane.x(recto), self._y(piece.top), row=row.ordinal)

    def _foot(self, piece: FootPiece, recto: bool) -> Placed:
        note, lane = self.flow.notes[piece.note], self.lanes.lanes[piece.lane]
        unit = self.units[note.unit]
        return Placed(unit, piece.lane, piece.first, piece.end, lane.x(recto), self._y(piece.top), note=note.id)

    def _numbered(self, piece: Piece) -> list[tuple[int, int]]:
        """Give the lines of a piece that bear a number, with it."""
        if piece.lane != self.flow.rows[piece.row].original or not self.step:
            return []
        numbers = [(line, self.numbers.get((piece.row, line), 0)) for line in range(piece.first, piece.end)]
        return [(line, number) for line, number in numbers if number and number % self.step == 0]
