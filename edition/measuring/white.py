"""White: what it costs to keep rows level, what is left at the foot, and what notes take."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from edition.measuring.figures import Spot, White, worst_first
from edition.measuring.frames import Depth, Frame, depth_of, frames_of
from edition.measuring.setting import SetDivision, Setting, opening

HOLE = 0.5
"""Blanks smaller than this, in lines, come from other type than the text's and are not listed."""


@dataclass(frozen=True, slots=True)
class _Ground:
    """A frame with the lanes of its division and their depth."""

    frame: Frame
    lanes: int
    facing: bool
    depth: Depth

    def page(self, lane: int) -> int:
        """Give the page on which a lane stands."""
        return max(0, 2 * opening(self.frame.page) - 1 + lane) if self.facing else self.frame.page


def white(setting: Setting) -> White:
    """Add up the white of all divisions in which versions stand beside each other."""
    found = [(division, frames_of(division)) for division in setting.parallel()]
    depth = depth_of(setting, (frame for _, frames in found for frame in frames))
    if depth is None:
        return White()
    grounds = [_ground(division, frame, depth) for division, frames in found for frame in frames]
    lines = sum(depth.lines * ground.lanes for ground in grounds)
    holes = [spot for ground in grounds for spot in _levelling(setting, ground)]
    feet = [(ground, spot) for ground in grounds if not ground.frame.last for spot in _foot(setting, ground)]
    before = [spot for ground, spot in feet if ground.frame.before_letter]
    notes = [spot for ground in grounds for spot in _notes(setting, ground)]
    return White(
        frames=len(grounds),
        lines=lines,
        levelling=sum(spot.amount for spot in holes) / lines,
        foot=sum(spot.amount for _, spot in feet) / lines,
        before_letters=sum(spot.amount for spot in before) / lines,
        holes=_deep(holes),
        foot_holes=_deep([spot for ground, spot in feet if not ground.frame.before_letter]),
        uneven=worst_first([spot for ground in grounds for spot in _uneven(setting, ground)]),
        notes=sum(spot.amount for spot in notes) * depth.lines / lines,
        deepest_notes=worst_first(notes),
    )


def _ground(division: SetDivision, frame: Frame, depth: Depth) -> _Ground:
    return _Ground(frame, len(division.languages), division.facing, depth)


def _deep(spots: Sequence[Spot]) -> tuple[Spot, ...]:
    return worst_first([spot for spot in spots if spot.amount >= HOLE])


def _levelling(setting: Setting, ground: _Ground) -> Iterator[Spot]:
    """Yield the blanks above rows: in each lane what there is more than in the lane that has least."""
    depth = ground.depth
    reached = dict.fromkeys(range(ground.lanes), depth.head - depth.leading)
    for stretch in ground.frame.stretches:
        top = min(stretch.first.values())
        least = min(top - foot for foot in reached.values())
        for lane in stretch.first:
            blank = (top - reached[lane] - least) / depth.leading
            if blank > 0.01:
                yield _spot(setting, ground, lane, stretch.row.name, blank)
        reached |= stretch.last


def _foot(setting: Setting, ground: _Ground) -> Iterator[Spot]:
    """Yield the white of each lane between its text and its notes, or the foot."""
    depth = ground.depth
    for lane in range(ground.lanes):
        text = ground.frame.text_foot(lane)
        reached = depth.head - depth.leading if text is None else text
        end = ground.frame.notes[lane][0] - depth.gap if lane in ground.frame.notes else depth.foot
        blank = (end - reached) / depth.leading
        if blank > 0.01:
            yield _spot(setting, ground, lane, "at the foot", blank)


def _uneven(setting: Setting, ground: _Ground) -> Iterator[Spot]:
    """Yield the frame if its lanes end at different heights, notes included."""
    if ground.frame.last:
        return
    ends = [
        max(ground.frame.text_foot(lane) or 0, ground.frame.notes[lane][1] if lane in ground.frame.notes else 0)
        for lane in range(ground.lanes)
    ]
    off = (max(ends) - min(ends)) / ground.depth.leading
    if off > 1:
        yield _spot(setting, ground, ends.index(min(ends)), "ends earlier", off)


def _notes(setting: Setting, ground: _Ground) -> Iterator[Spot]:
    """Yield the share of each lane's depth that its notes take, where it has any."""
    depth = ground.depth
    whole = depth.lines * depth.leading
    for lane, (first, last) in sorted(ground.frame.notes.items()):
        yield _spot(setting, ground, lane, "notes", (last - first + depth.leading) / whole)


def _spot(setting: Setting, ground: _Ground, lane: int, what: str, amount: float) -> Spot:
    page = ground.page(lane)
    return Spot(page, setting.label(page), what, round(amount, 3))
