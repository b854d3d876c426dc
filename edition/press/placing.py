"""Place the lines of a frame: what stands between two turns → pieces, feet and rules with their heights.

The text stands at the head, the foot at the foot: the last line of the deepest foot ends with the text area. The rule
above a band stands in the middle of the least white above it, that between text and foot or between the bands.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from edition.press.feet import Ends, Feet, Group
from edition.press.measured import Band, Measure
from edition.press.plan import FootPiece, FootRule, Frame, Piece
from edition.press.queues import Queue
from edition.press.text import Text


@dataclass(frozen=True, slots=True)
class Turn:
    """A frame as it was chosen: text from position ``first`` to ``end``, feet from ``placed`` to ``after``."""

    first: int
    end: int
    placed: Ends
    after: Ends


def place(turn: Turn, text: Text, feet: Feet, measure: Measure) -> Frame:
    """Give the frame of a turn."""
    pieces = tuple(_pieces(turn, text))
    foot: list[FootPiece] = []
    rules: list[FootRule] = []
    for group in feet.groups:
        for number, top, gap in _bands(turn, group, feet, measure):
            queue, first, end = feet.queues[number], turn.placed[number], turn.after[number]
            foot += _foot_pieces(queue, first, end, top)
            rules.append(FootRule(queue.lane, queue.band, top - gap / 2, queue.splits(first)))
    order = {Band.APPARATUS: 0, Band.NOTES: 1}
    bands = sorted(rules, key=lambda rule: (rule.lane, order[rule.band]))
    return Frame(pieces, tuple(sorted(foot, key=lambda piece: (piece.lane, piece.top))), tuple(bands))


def _pieces(turn: Turn, text: Text) -> Iterator[Piece]:
    first, end = turn.first, turn.end
    top, above = 0.0, 0.0
    for number in range(text.row[first], text.row[end] + (1 if any(text.cut[end]) else 0)):
        row = text.rows[number]
        begins = text.cut[first] if number == text.row[first] else (0,) * text.lanes
        stops = text.cut[end] if number == text.row[end] else tuple(len(cell.lines) for cell in row.cells)
        top = top + above + (row.before if number > text.row[first] else 0.0)
        above = 0.0
        for lane, cell in enumerate(row.cells):
            begin, stop = begins[lane], stops[lane]
            if begin < stop:
                head = cell.lines[begin].top if begin else 0.0
                yield Piece(text.places[number], lane, begin, stop, top + cell.lines[begin].top - head)
                above = max(above, cell.lines[stop - 1].bottom - head)


def _bands(turn: Turn, group: Group, feet: Feet, measure: Measure) -> Iterator[tuple[int, float, float]]:
    """Yield each queue that stands in a group, with the head of its band and the least white above."""
    depths = [
        max((feet.queues[number].depth(turn.placed[number], turn.after[number]) for number in band), default=0.0)
        for band in (group.apparatus, group.notes)
    ]
    between = measure.band_gap if all(depths) else 0.0
    top = measure.height - sum(depths) - between
    gaps = (measure.foot_gap, between or measure.foot_gap)
    heads = (top, top + depths[0] + between)
    for band, head, gap in zip((group.apparatus, group.notes), heads, gaps, strict=True):
        yield from ((number, head, gap) for number in band if turn.placed[number] < turn.after[number])


def _foot_pieces(queue: Queue, first: int, end: int, head: float) -> Iterator[FootPiece]:
    for note, lines in groupby(range(first, end), key=lambda line: queue.lines[line].note):
        numbers = list(lines)
        begin, stop = queue.lines[numbers[0]].place, queue.lines[numbers[-1]].place + 1
        yield FootPiece(note, queue.lane, begin, stop, head + queue.top(first, numbers[0]))
