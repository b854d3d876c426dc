"""What it costs to set some segments of one version level with some of the other.

Costs are negative logarithms of how likely a pairing is; the frame is Gale and Church, "A Program for Aligning
Sentences in Bilingual Corpora" (1993): lengths that differ by chance, and a prior for each shape of pairing.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from edition.align.units import Unit
from edition.model.transcript import Marker

VARIANCE = 27.2
"""Variance of a translation's length, in characters for each of the original: four times that of Gale and Church, whose
sentences of parliamentary debates are translated more evenly than letters."""

LARGEST = 12
"""How many segments of one version may stand level with one of the other."""

_FEW = 500  # characters up to which a text says little of how much longer its translation is
_LONGER, _SLACK = 2.0, 40  # how many times longer one side may be, and characters that do not count, where lines join
_ROLES_APART = frozenset({"salutation", "closer", "signature", "dateline", "postscript"})
_IN_LISTS = frozenset({"point", "item", "continuation"})
_SINGLE, _CROSS, _NONE = 0.1, 3.0, 4.2
_JOIN_LINE, _JOIN_PARAGRAPH, _JOIN_ROLES = 0.5, 2.3, 6.0
_SHARED_NUMBER, _LONE_NUMBER = -2.0, 1.2
_SHARED_NAME, _LONE_NAME = -0.9, 0.35
_LONE_SIGN = {
    "question": 2.0,
    "exclamation": 0.8,
    "bracket": 0.6,
    "sentence": 0.5,
    "quotation": 0.3,
    "colon": 0.3,
    "semicolon": 0.1,
}
_SAME_ROLE, _OTHER_ROLE, _OTHER_KIND = -1.5, 5.0, 1.0
_SAME_MARKER, _OTHER_MARKER, _LONE_MARKER = -4.0, 8.0, 4.0


@dataclass(frozen=True, slots=True)
class Side:
    """Consecutive segments of one version, taken together; ``joins`` is what taking them together costs."""

    count: int
    length: int
    joins: float
    role: str
    marker: Marker | None
    numbers: Counter[str]
    names: Counter[str]
    signs: Counter[str]


class Costs:
    """The costs of every pairing of two versions, reckoned when asked for."""

    def __init__(self, original: Sequence[Unit], translation: Sequence[Unit]) -> None:
        self.original = original
        self.translation = translation
        self._sides: dict[tuple[bool, int, int], Side] = {}
        self._lengths = tuple(
            tuple(accumulate((unit.length for unit in units), initial=0)) for units in (original, translation)
        )
        self.ratio = (self._lengths[1][-1] + _FEW) / (self._lengths[0][-1] + _FEW)

    def __call__(self, first: int, last: int, opposite_first: int, opposite_last: int) -> float:
        """Give the cost of setting segments level; the last of each version is exclusive."""
        if first == last or opposite_first == opposite_last:
            return _NONE
        ours, theirs = self._side(False, first, last), self._side(True, opposite_first, opposite_last)
        shape = _SINGLE + ours.joins + theirs.joins + (_CROSS if min(ours.count, theirs.count) > 1 else 0.0)
        length = -math.log(max(self._likelihood(ours, theirs), 1e-8))
        return shape + length + _evidence_cost(ours, theirs) + _role_cost(ours, theirs)

    def thinkable(self, first: int, last: int, opposite_first: int, opposite_last: int) -> bool:
        """Tell whether a joining of several is worth reckoning: its sides are not of quite different lengths."""
        if last - first < 2 and opposite_last - opposite_first < 2:
            return True
        ours = (self._lengths[0][last] - self._lengths[0][first]) * self.ratio + _SLACK
        theirs = self._lengths[1][opposite_last] - self._lengths[1][opposite_first] + _SLACK
        return ours < _LONGER * theirs and theirs < _LONGER * ours

    def likelihood(self, first: int, last: int, opposite_first: int, opposite_last: int) -> float:
        """Tell how likely the lengths are to differ so much or more by chance, between 0 and 1."""
        if first == last or opposite_first == opposite_last:
            return 1.0
        return self._likelihood(self._side(False, first, last), self._side(True, opposite_first, opposite_last))

    def _likelihood(self, ours: Side, theirs: Side) -> float:
        expected = ours.length * self.ratio
        deviation = abs(theirs.length - expected) / math.sqrt(VARIANCE * max((expected + theirs.length) / 2, 1.0))
        return math.erfc(deviation / math.sqrt(2))

    def _side(self, opposite: bool, first: int, last: int) -> Side:
        known = self._sides.get((opposite, first, last))
        if known is None:
            known = _together((self.translation if opposite else self.original)[first:last])
            self._sides[opposite, first, last] = known
        return known


def _together(units: Sequence[Unit]) -> Side:
    numbers, names, signs = Counter[str](), Counter[str](), Counter[str]()
    for unit in units:
        numbers.update(unit.numbers)
        names.update(unit.names)
        signs.update(unit.signs)
    joins = sum(_JOIN_PARAGRAPH if unit.apart else _JOIN_LINE for unit in units[1:]) + _role_joins(units)
    length = sum(unit.length for unit in units)
    return Side(len(units), length, joins, units[0].role, units[0].marker, numbers, names, signs)


def _role_joins(units: Sequence[Unit]) -> float:
    """Cost the joining of segments that their roles or enumerators keep apart."""
    first = units[0]
    apart = sum(
        unit.marker is not None or (unit.role != first.role and bool({unit.role, first.role} & _ROLES_APART))
        for unit in units[1:]
    )
    return _JOIN_ROLES * apart


def _evidence_cost(ours: Side, theirs: Side) -> float:
    cost = _lone_and_shared(ours.numbers, theirs.numbers, _SHARED_NUMBER, _LONE_NUMBER)
    cost += _lone_and_shared(ours.names, theirs.names, _SHARED_NAME, _LONE_NAME)
    return cost + sum(
        min(abs(ours.signs[name] - theirs.signs[name]), 3) * weight for name, weight in _LONE_SIGN.items()
    )


def _lone_and_shared(ours: Counter[str], theirs: Counter[str], shared: float, lone: float) -> float:
    if not ours and not theirs:
        return 0.0
    common = (ours & theirs).total()
    rest = ours.total() + theirs.total() - 2 * common
    return common * shared + min(rest, 6) * lone


def _role_cost(ours: Side, theirs: Side) -> float:
    cost = _marker_cost(ours.marker, theirs.marker)
    if ours.role == theirs.role:
        return cost + (_SAME_ROLE if ours.role in _ROLES_APART | _IN_LISTS else 0.0)
    return cost + (_OTHER_ROLE if {ours.role, theirs.role} & _ROLES_APART else _OTHER_KIND)


def _marker_cost(one: Marker | None, other: Marker | None) -> float:
    if one is None or other is None:
        return 0.0 if one is other else _LONE_MARKER
    return _SAME_MARKER if one.number == other.number else _OTHER_MARKER
