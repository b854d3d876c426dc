"""Tell how well the frames of a flow came out: white, broken rows, carried notes, faults."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from edition.press.breaks import TOLERANCE, legal_breaks
from edition.press.measured import Cell, Flow, Measure
from edition.press.plan import FootPiece, Frame


@dataclass(frozen=True, slots=True)
class FrameFigures:
    """One frame. ``white``: points left free at the foot of the fullest lane; ``broken`` rows and ``carried`` notes
    go on in the next frame; ``widows`` counts single lines of a paragraph of text or note at its head or foot."""

    white: float
    broken: int
    carried: int
    widows: int
    overfull: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """A flow. ``level`` of ``rows`` have all their lines on the same frames; ``at_home`` of ``notes`` (a note in each
    lane counts for itself) begin on the frame of their caller; ``white`` is the mean of all frames but the last."""

    frames: tuple[FrameFigures, ...]
    rows: int
    level: int
    broken: int
    notes: int
    at_home: int
    carried: int
    widows: int
    overfull: int
    white: float


def frame_figures(flow: Flow, frames: Sequence[Frame], measure: Measure) -> Figures:
    """Reckon the figures of frames that were made of a flow; they are read from the frames alone."""
    each = tuple(_figures(flow, frame, measure) for frame in frames)
    notes, at_home = _home(flow, frames)
    rows = sum(any(cell.lines for cell in row.cells) for row in flow.rows)
    whites = [figures.white for figures in each[:-1]]
    return Figures(
        each,
        rows,
        rows - len(_apart(flow, frames)),
        sum(figures.broken for figures in each),
        notes,
        at_home,
        sum(figures.carried for figures in each),
        sum(figures.widows for figures in each),
        sum(figures.overfull for figures in each),
        sum(whites) / len(whites) if whites else 0.0,
    )


def _figures(flow: Flow, frame: Frame, measure: Measure) -> FrameFigures:
    white = min(_white(flow, frame, measure, lane) for lane in range(flow.lanes))
    cells = [(flow.rows[piece.row].cells[piece.lane], piece.first, piece.end) for piece in frame.pieces]
    notes = [(flow.notes[piece.note].cells[piece.lane], piece.first, piece.end) for piece in frame.foot]
    broken = {piece.row for piece in frame.pieces if piece.end < len(flow.rows[piece.row].cells[piece.lane].lines)}
    carried = sum(end < len(cell.lines) for cell, _, end in notes)
    return FrameFigures(white, len(broken), carried, _widows(cells + notes), white < -TOLERANCE)


def _white(flow: Flow, frame: Frame, measure: Measure, lane: int) -> float:
    text = max((_bottom(flow, frame, place) for place, p in enumerate(frame.pieces) if p.lane == lane), default=0.0)
    if not any(piece.lane == lane for piece in frame.foot):
        return measure.height - text
    # With level feet a lane's own foot may begin lower than those of the others: the highest is what its text meets.
    return min(_head(flow, piece) for piece in frame.foot if measure.level_feet or piece.lane == lane) - (
        measure.foot_gap + text
    )


def _head(flow: Flow, piece: FootPiece) -> float:
    return piece.top - (0.0 if piece.first else flow.notes[piece.note].cells[piece.lane].lines[0].top)


def _bottom(flow: Flow, frame: Frame, place: int) -> float:
    piece = frame.pieces[place]
    lines = flow.rows[piece.row].cells[piece.lane].lines
    return piece.top - lines[piece.first].top + lines[piece.end - 1].bottom


def _widows(parts: Iterable[tuple[Cell, int, int]]) -> int:
    """Count the breaks that leave a line of a paragraph, or of the whole, alone."""
    breaks = [(cell, place) for cell, first, end in parts for place in (first, end) if 0 < place < len(cell.lines)]
    return sum(place not in legal_breaks(cell.lines) for cell, place in breaks)


def _apart(flow: Flow, frames: Sequence[Frame]) -> set[int]:
    """Give the rows of which one lane ends on another frame than the others."""
    ends: dict[tuple[int, int], int] = {}
    for number, frame in enumerate(frames):
        ends.update({(piece.row, piece.lane): number for piece in frame.pieces})
    last: dict[int, set[int]] = {}
    for (row, _), number in ends.items():
        last.setdefault(row, set()).add(number)
    return {row for row, numbers in last.items() if len(numbers) > 1}


def _home(flow: Flow, frames: Sequence[Frame]) -> tuple[int, int]:
    begins: dict[tuple[str, int], int] = {}
    called: dict[tuple[str, int], int] = {}
    for number, frame in enumerate(frames):
        for foot in frame.foot:
            begins.setdefault((foot.note, foot.lane), number)
        for piece in frame.pieces:
            for line in flow.rows[piece.row].cells[piece.lane].lines[piece.first : piece.end]:
                for note in line.calls:
                    called.setdefault((note, piece.lane), number)
    met = [key for key in called if key in begins]
    return len(met), sum(called[key] == begins[key] for key in met)
