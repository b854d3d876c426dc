"""Know what the lines demand at the foot: notes of a flow → for each lane and band a queue of lines.

A note is demanded in a lane by the first line that calls it there. Where it has lines in a lane that does not call it,
the first call in another lane demands them; a note that no line calls is demanded with the last row of its unit.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from edition.press.breaks import LEAST, TOLERANCE, legal_breaks
from edition.press.measured import Band, Cell, Flow, Note
from edition.press.text import Text

BANDS = (Band.APPARATUS, Band.NOTES)
"""The bands from the head to the foot."""

Call = tuple[int, float, int, int]
"""Where a note is demanded: the position after it, its share of the row's lines, its lane, its place in the line."""


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A line at the foot: of which note, and its place in it."""

    note: str
    place: int
    hyphenated: bool


class Queue:
    """The lines at the foot of one lane and band, in the order in which they are demanded.

    ``due`` holds, by position, how many lines the text before it demands; ``begun`` how many notes begin before a
    line; ``stop`` the last legal break at or before a line. Depths are points.
    """

    __slots__ = ("_bottoms", "_heads", "_tops", "band", "begun", "due", "lane", "lines", "stop")

    def __init__(self, lane: int, band: Band) -> None:
        self.lane = lane
        self.band = band
        self.lines: list[NoteLine] = []
        self.due: list[int] = []
        self.begun: list[int] = [0]
        self.stop: list[int] = [0]
        self._heads: list[float] = []
        self._tops: list[float] = []
        self._bottoms: list[float] = []

    def add(self, note: str, cell: Cell) -> None:
        """Put the lines of a note at the end of the queue."""
        head = self._bottoms[-1] if self._bottoms else 0.0
        breaks = frozenset(legal_breaks(cell.lines))
        first = len(self.lines)
        for place, line in enumerate(cell.lines):
            self.lines.append(NoteLine(note, place, line.hyphenated))
            self._heads.append(head + line.top if place else head)
            self._tops.append(head + line.top)
            self._bottoms.append(head + line.bottom)
            self.begun.append(self.begun[first] + 1)
            whole = place + 1 == len(cell.lines)
            self.stop.append(len(self.lines) if whole or place + 1 in breaks else self.stop[-1])

    def depth(self, first: int, end: int) -> float:
        """Give the depth of lines ``first`` to before ``end``."""
        return self._bottoms[end - 1] - self._heads[first] if end > first else 0.0

    def top(self, first: int, line: int) -> float:
        """Give how far below the head of a band that begins with ``first`` the top of a line stands."""
        return self._tops[line] - self._heads[first]

    def fill(self, first: int, end: int, room: float) -> int:
        """Give the end of the lines from ``first`` that fit in ``room``: all before ``end``, else to a legal break."""
        if end <= first or self._bottoms[end - 1] - self._heads[first] <= room + TOLERANCE:
            return end
        stop = self.stop[self.fill_anywhere(first, end, room)]
        thin = 0 < stop - first < LEAST and self.splits(first) and self.splits(stop)
        return first if stop < first or thin else stop

    def fill_anywhere(self, first: int, end: int, room: float) -> int:
        """Give the end of the lines from ``first`` that fit in ``room``, wherever that breaks a note."""
        return max(bisect_right(self._bottoms, self._heads[first] + room + TOLERANCE, first, end), first)

    def splits(self, line: int) -> bool:
        """Tell whether a break before a line is one inside a note."""
        return line < len(self.lines) and self.lines[line].place > 0


def make_queues(flow: Flow, text: Text) -> tuple[Queue, ...]:
    """Give the queues that have lines: by lane, in a lane by band. Raise ValueError for a call without a note."""
    demands = _demands(flow, text)
    queues = []
    for lane in range(flow.lanes):
        for band in BANDS:
            queue = Queue(lane, band)
            _fill(queue, [(at, flow.notes[note]) for at, note in demands[lane]], text.last)
            if queue.lines:
                queues.append(queue)
    return tuple(queues)


def _fill(queue: Queue, demands: list[tuple[int, Note]], last: int) -> None:
    ends: dict[int, int] = {}
    for at, note in demands:
        if note.band is queue.band:
            queue.add(note.id, note.cells[queue.lane])
            ends[at] = len(queue.lines)
    for position in range(last + 1):
        queue.due.append(ends.get(position, queue.due[-1] if position else 0))


def _demands(flow: Flow, text: Text) -> list[list[tuple[int, str]]]:
    """Give for each lane its notes in the order of their demands, each with the position before which it is called."""
    calls: dict[str, dict[int, Call]] = defaultdict(dict)
    for note, call in _calls(text):
        if note not in flow.notes:
            raise ValueError(f'a line calls the note "{note}", which the flow does not hold')
        calls[note].setdefault(call[2], call)
    uncalled = sorted((note.unit, note.ordinal, note.id) for note in flow.notes.values() if note.id not in calls)
    ends = {row.unit: text.start[number + 1] for number, row in enumerate(text.rows)}
    late = {note: (_end_of_unit(ends, unit), 2.0, 0, number) for number, (unit, _, note) in enumerate(uncalled)}
    demands: list[list[tuple[int, str]]] = []
    for lane in range(flow.lanes):
        ordered = sorted(
            (_call_in(lane, calls, late, note.id), note.id) for note in flow.notes.values() if note.cells[lane].lines
        )
        demands.append([(call[0], note) for call, note in ordered])
    return demands


def _calls(text: Text) -> Iterator[tuple[str, Call]]:
    for number, row in enumerate(text.rows):
        for lane, cell in enumerate(row.cells):
            for place, line in enumerate(cell.lines):
                if line.calls:
                    at, share = text.position_after(number, lane, place), (place + 0.5) / len(cell.lines)
                    yield from ((note, (at, share, lane, n)) for n, note in enumerate(line.calls))


def _call_in(lane: int, calls: Mapping[str, Mapping[int, Call]], late: Mapping[str, Call], note: str) -> Call:
    if note in late:
        return late[note]
    return calls[note].get(lane) or min(calls[note].values())


def _end_of_unit(ends: Mapping[int, int], unit: int) -> int:
    """Give the position after the last row of a unit; of a unit without rows, that of the unit before it."""
    return ends.get(unit) or max((end for other, end in ends.items() if other < unit), default=0)
