"""Fill the foot of a frame: the text chosen and the lines that wait → how far each queue comes.

Lanes whose notes begin at one height are filled together, as one *group*; else every lane is a group of its own.
"""

from dataclasses import dataclass

from edition.press.measured import Band, Measure
from edition.press.queues import Queue
from edition.press.text import Text

Ends = tuple[int, ...]
"""For each queue, how many of its lines are placed."""


@dataclass(frozen=True, slots=True)
class Group:
    """Lanes with one height for their notes, and which queues are theirs."""

    lanes: tuple[int, ...]
    apparatus: tuple[int, ...]
    notes: tuple[int, ...]


class Feet:
    """The feet of all frames. ``due`` holds, by position, how far the queues come where nothing is carried."""

    __slots__ = ("_measure", "_text", "due", "groups", "queues")

    def __init__(self, text: Text, queues: tuple[Queue, ...], measure: Measure) -> None:
        self._text = text
        self._measure = measure
        self.queues = queues
        lanes = range(text.lanes)
        together = [tuple(lanes)] if measure.level_feet else [(lane,) for lane in lanes]
        self.groups = tuple(
            Group(lanes, _of(queues, lanes, Band.APPARATUS), _of(queues, lanes, Band.NOTES)) for lanes in together
        )
        self.due: list[Ends] = [tuple(queue.due[at] for queue in queues) for at in range(text.last + 1)]

    def fill(self, placed: Ends, first: int, end: int) -> tuple[Ends, float, float]:
        """Place as many lines as fit under the text between two positions.

        Give the ends of the queues, the white that is left in the fullest lane, and the depth of the deepest foot.
        """
        due = self.due[end]
        ends = list(placed)
        white = height = self._measure.height
        deepest = 0.0
        for group in self.groups:
            depth = self._depth(group, first, end)
            room = height - depth - self._measure.foot_gap
            foot = 0.0
            for band in (group.apparatus, group.notes):
                used = 0.0
                gap = self._measure.band_gap if foot else 0.0
                for number in band:
                    queue, start = self.queues[number], placed[number]
                    ends[number] = stop = queue.fill(start, due[number], room - foot - gap)
                    used = max(used, queue.depth(start, stop))
                foot += used + gap if used else 0.0
            white = min(white, room - foot if foot else height - depth)
            deepest = max(deepest, foot)
        return tuple(ends), white, deepest

    def fill_alone(self, placed: Ends, end: int) -> Ends:
        """Place carried lines on a frame without text: where nothing else goes on, a line stands wherever it must."""
        ends = self.fill(placed, end, end)[0]
        if ends != placed:
            return ends
        room = self._measure.height - self._measure.foot_gap
        number = next(number for number, queue in enumerate(self.queues) if placed[number] < self.due[end][number])
        stop = self.queues[number].fill_anywhere(placed[number], self.due[end][number], room)
        stop = max(stop, placed[number] + 1)
        return (*placed[:number], stop, *placed[number + 1 :])

    def _depth(self, group: Group, first: int, end: int) -> float:
        if len(group.lanes) > 1:
            return self._text.depth(first, end)
        return self._text.lane_depth(group.lanes[0], first, end)


def _of(queues: tuple[Queue, ...], lanes: tuple[int, ...], band: Band) -> tuple[int, ...]:
    return tuple(number for number, queue in enumerate(queues) if queue.band is band and queue.lane in lanes)
