"""Measured units → one flow of rows, and the pages of its anchors once it stands on frames."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from edition.press import number_lines
from edition.press.measured import Cell, Flow, MeasuredUnit, Note, Row
from edition.press.plan import Frame


@dataclass(frozen=True, slots=True)
class Standing:
    """An anchor, and where it stands: the ordinal of its frame and its lane."""

    anchor: str
    frame: int
    lane: int


def flow_of(units: Sequence[MeasuredUnit], lanes: int, fresh: bool) -> Flow:
    """Put the rows of all units one after the other; ``fresh``: every letter begins a fresh frame."""
    rows: list[Row] = []
    notes: dict[str, Note] = {}
    for ordinal, unit in enumerate(units):
        rows += [replace(row, unit=ordinal, fresh=row.fresh or (fresh and row.opens)) for row in unit.rows]
        notes |= {id: replace(note, unit=ordinal) for id, note in unit.notes.items()}
    return Flow(tuple(rows), notes, lanes)


def units_on(flow: Flow, frames: Iterable[Frame]) -> tuple[int, ...]:
    """Give the ordinals of the units of which something stands on the frames, in order."""
    frames = tuple(frames)
    rows = {flow.rows[piece.row].unit for frame in frames for piece in frame.pieces}
    notes = {flow.notes[piece.note].unit for frame in frames for piece in frame.foot}
    return tuple(sorted(rows | notes))


def letters_on(flow: Flow, frame: Frame) -> tuple[str, ...]:
    """Give the letters whose text stands on a frame, in order."""
    return tuple(dict.fromkeys(letter for piece in frame.pieces if (letter := flow.rows[piece.row].letter)))


def standings(flow: Flow, frames: Sequence[Frame]) -> Iterator[Standing]:
    """Yield every anchor with the frame and lane where it begins, an original's before its translation's."""
    for ordinal, frame in enumerate(frames):
        for piece in sorted(frame.pieces, key=lambda piece: (piece.lane, piece.top)):
            row = flow.rows[piece.row]
            if piece.first == 0:
                named = (row.letter, row.id) if row.opens else (row.id,)
                yield from (Standing(name, ordinal, piece.lane) for name in named if name)
            yield from _in_cell(row.cells[piece.lane], piece.first, piece.end, ordinal, piece.lane)
        for foot in sorted(frame.foot, key=lambda piece: (piece.lane, piece.top)):
            note = flow.notes[foot.note]
            if foot.first == 0:
                yield Standing(note.id, ordinal, foot.lane)
            yield from _in_cell(note.cells[foot.lane], foot.first, foot.end, ordinal, foot.lane)


def _in_cell(cell: Cell, first: int, end: int, frame: int, lane: int) -> Iterator[Standing]:
    if first == 0 and cell.id:
        yield Standing(cell.id, frame, lane)
    for line in cell.lines[first:end]:
        yield from (Standing(anchor, frame, lane) for anchor in line.anchors)


def line_numbers(flow: Flow) -> Mapping[str, int]:
    """Give the number of the line of the original in which each anchor begins."""
    found: dict[str, int] = {}
    for (row, line), number in number_lines(flow).items():
        cell = flow.rows[row].cells[flow.rows[row].original]
        for anchor in cell.lines[line].anchors:
            found.setdefault(anchor, number)
    return found
