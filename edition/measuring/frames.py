"""What stands on each frame: the lines of rows and notes, lane by lane, and the depth that a lane has."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from edition.inspect.tagged import TypeLine
from edition.measuring.setting import SetDivision, SetRow, Setting


@dataclass(frozen=True, slots=True)
class Depth:
    """The depth of a lane: baselines of its first line and of its last, and the leading of the text.

    ``gap`` is the least distance between the last line of text and the first of the notes.
    """

    head: float
    foot: float
    leading: float
    gap: float

    @property
    def lines(self) -> int:
        """How many lines of text the lane could hold."""
        return round((self.foot - self.head) / self.leading) + 1


@dataclass(slots=True)
class Stretch:
    """A row on a frame: first and last baseline in each lane where it has lines."""

    row: SetRow
    first: dict[int, float] = field(default_factory=dict)
    last: dict[int, float] = field(default_factory=dict)


@dataclass(slots=True)
class Frame:
    """What stands on a frame. ``page`` is its first, ``last`` whether the division ends on it.

    ``before_letter``: a letter begins on the next frame. ``notes`` are the first and last baseline of the notes in
    each lane that has any.
    """

    page: int
    stretches: list[Stretch] = field(default_factory=list)
    notes: dict[int, tuple[float, float]] = field(default_factory=dict)
    last: bool = False
    before_letter: bool = False

    def text_foot(self, lane: int) -> float | None:
        """Give the last baseline of the text in a lane."""
        return max((stretch.last[lane] for stretch in self.stretches if lane in stretch.last), default=None)


def frames_of(division: SetDivision) -> tuple[Frame, ...]:
    """Give the frames of a division, in order."""
    found: dict[int, Frame] = {}
    for row in division.rows:
        _set_row(division, row, found)
    for note in division.notes:
        for side in note.sides.values():
            for line in side.lines:
                if (frame := found.get(division.frame(line.page))) is not None:
                    _set_note(frame, division.lane(side), line.baseline)
    frames = tuple(found[key] for key in sorted(found))
    for frame, after in pairwise(frames):
        frame.before_letter = after.stretches[0].row.opens
    if frames:
        frames[-1].last = True
    return frames


def _set_row(division: SetDivision, row: SetRow, found: dict[int, Frame]) -> None:
    here: dict[int, Stretch] = {}
    for cell in row.cells:
        lane = division.lane(cell)
        for line in cell.lines:
            key = division.frame(line.page)
            if key not in here:
                here[key] = Stretch(row)
                frame = found.setdefault(key, Frame(line.page))
                frame.stretches.append(here[key])
            found[key].page = min(found[key].page, line.page)
            stretch = here[key]
            stretch.first[lane] = min(line.baseline, stretch.first.get(lane, line.baseline))
            stretch.last[lane] = max(line.baseline, stretch.last.get(lane, line.baseline))


def _set_note(frame: Frame, lane: int, baseline: float) -> None:
    first, last = frame.notes.get(lane, (baseline, baseline))
    frame.notes[lane] = (min(first, baseline), max(last, baseline))


def depth_of(setting: Setting, frames: Iterable[Frame]) -> Depth | None:
    """Read the depth of the lanes off all that stands in them; nothing where no row is parallel."""
    frames = list(frames)
    heads = [baseline for frame in frames for stretch in frame.stretches for baseline in stretch.first.values()]
    feet = [baseline for frame in frames for stretch in frame.stretches for baseline in stretch.last.values()]
    feet += [last for frame in frames for _, last in frame.notes.values()]
    leading = _leading(setting)
    if not heads or not leading:
        return None
    gaps = [
        first - text for frame in frames for lane, (first, _) in frame.notes.items()
        if (text := frame.text_foot(lane)) is not None
    ]  # fmt: skip
    return Depth(min(heads), max(feet), leading, min(gaps, default=leading))


def _leading(setting: Setting) -> float:
    """Give the distance between lines that most lines of text have."""
    steps = Counter(
        round(after.baseline - before.baseline, 1)
        for division in setting.parallel()
        for row in division.rows
        if not row.heading
        for cell in row.cells
        for before, after in _neighbours(cell.paragraphs)
    )
    return max(steps, key=lambda step: (steps[step], step), default=0.0)


def _neighbours(paragraphs: Sequence[Sequence[TypeLine]]) -> Iterator[tuple[TypeLine, TypeLine]]:
    for paragraph in paragraphs:
        for before, after in pairwise(paragraph):
            if before.page == after.page and after.baseline > before.baseline:
                yield before, after
