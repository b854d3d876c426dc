"""Measured flows made by hand, and frames as plain text: every line is ten points deep, so heights can be read off."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from edition.press.measured import Band, Cell, Flow, Line, Measure, Note, Row
from edition.press.plan import Frame

LINE = 10.0

Shape = int | tuple[int, ...]
"""The lines of a cell, or those of each of its paragraphs."""

Calls = Mapping[tuple[int, int], Sequence[str]]
"""The notes called, by lane and line."""


def cell(shape: Shape, calls: Mapping[int, Sequence[str]] | None = None, hyphens: Iterable[int] = ()) -> Cell:
    """A cell whose ``hyphens`` are the lines that end with one."""
    broken = frozenset(hyphens)
    paragraphs = (shape,) if isinstance(shape, int) else shape
    numbers = [number for number, count in enumerate(paragraphs) for _ in range(count)]
    return Cell(
        tuple(
            Line(LINE * n, LINE, paragraph, tuple((calls or {}).get(n, ())), hyphenated=n in broken)
            for n, paragraph in enumerate(numbers)
        )
    )


def row(*shapes: Shape, calls: Calls | None = None, hyphens: Iterable[int] = ()) -> Row:
    """A row with a cell of each shape."""
    cells = [
        cell(shape, {line: notes for (at, line), notes in (calls or {}).items() if at == lane}, hyphens)
        for lane, shape in enumerate(shapes)
    ]
    return Row(tuple(cells))


def note(name: str, *shapes: Shape, band: Band = Band.NOTES, unit: int = 0, hyphens: Iterable[int] = ()) -> Note:
    """A note with a cell of each shape."""
    return Note(name, tuple(cell(shape, hyphens=hyphens) for shape in shapes), unit=unit, band=band)


def flow(*rows: Row, notes: Iterable[Note] = ()) -> Flow:
    """A flow with the lanes of its first row."""
    return Flow(tuple(rows), {each.id: each for each in notes}, len(rows[0].cells))


def measure(lines: int, level_feet: bool = False) -> Measure:
    """A frame of so many lines; a line's depth between text and foot, half a line between the bands."""
    return Measure(lines * LINE, LINE, LINE, LINE / 2, level_feet)


def heading(*shapes: Shape) -> Row:
    """A heading of a letter."""
    return replace(row(*shapes), role="entry-heading", keep_with_next=True, whole=True)


def stands(frames: Sequence[Frame]) -> list[list[tuple[int, int, int, int]]]:
    """Each frame's text: row, lane, first line, end."""
    return [[(piece.row, piece.lane, piece.first, piece.end) for piece in frame.pieces] for frame in frames]


def feet(frames: Sequence[Frame]) -> list[list[tuple[str, int, int, int]]]:
    """Each frame's foot: note, lane, first line, end."""
    return [[(piece.note, piece.lane, piece.first, piece.end) for piece in frame.foot] for frame in frames]


def rows_of(frames: Sequence[Frame]) -> list[list[int]]:
    """The rows of each frame."""
    return [sorted({piece.row for piece in frame.pieces}) for frame in frames]


def bottom(made: Flow, frame: Frame, lane: int) -> float:
    """Where the text of a lane ends."""
    depths = [0.0]
    for piece in frame.pieces:
        if piece.lane == lane:
            lines = made.rows[piece.row].cells[lane].lines
            depths.append(piece.top - lines[piece.first].top + lines[piece.end - 1].bottom)
    return max(depths)


def foot_bottom(made: Flow, frame: Frame, lane: int) -> float:
    """Where the foot of a lane ends; 0 where it has none."""
    depths = [0.0]
    for piece in frame.foot:
        if piece.lane == lane:
            lines = made.notes[piece.note].cells[lane].lines
            depths.append(piece.top - lines[piece.first].top + lines[piece.end - 1].bottom)
    return max(depths)


def picture(made: Flow, frames: Sequence[Frame], height: float) -> str:
    """Draw frames: lines as row and number, ``--`` for a rule, ``^`` for a call, ``.`` for white."""
    return "\n".join(_drawn(made, frame, round(height / LINE)) for frame in frames)


def _drawn(made: Flow, frame: Frame, count: int) -> str:
    lanes = [["."] * count for _ in range(made.lanes)]
    for piece in frame.pieces:
        lines = made.rows[piece.row].cells[piece.lane].lines
        for n in range(piece.first, piece.end):
            called = "".join(f"^{name}" for name in lines[n].calls)
            lanes[piece.lane][round((piece.top + LINE * (n - piece.first)) / LINE)] = f"{piece.row}:{n}{called}"
    for rule in frame.rules:
        lanes[rule.lane][int(rule.top // LINE)] = "-- on" if rule.continued else "--"
    for foot in frame.foot:
        for n in range(foot.first, foot.end):
            lanes[foot.lane][round((foot.top + LINE * (n - foot.first)) / LINE)] = f"{foot.note}:{n}"
    drawn = ["  ".join(f"{each:<8}" for each in line).rstrip() for line in zip(*lanes, strict=True)]
    return "\n".join([*drawn, "=" * 8])
