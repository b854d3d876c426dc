"""What it costs to set some segments of one version level with some of the other.

Costs are negative logarithms of how likely a pairing is; the frame is Gale and Church, "A Program for Aligning
Sentences in Bilingual Corpora" (1993): lengths that differ by chance, and a prior for each shape of pairing.
"""

import math
from collections import Counter
from collections.abc import Sequence

from edition.align.units import Unit

VARIANCE = 27.2
"""Variance of a translation's length, in characters for each of the original: four times that of Gale and Church, whose
sentences of parliamentary debates are translated more evenly than letters."""

LARGEST = 12
"""How many segments of one version may stand level with one of the other."""

_ROLES_APART = frozenset({"salutation", "closer", "signature", "dateline", "postscript"})
_IN_LISTS = frozenset({"point", "item", "continuation"})
_PRIOR_SINGLE, _PRIOR_CROSS, _PRIOR_NONE = 0.1, 3.0, 5.0
_JOIN_LINE, _JOIN_PARAGRAPH = 0.5, 2.3
_SHARED_NUMBER, _LONE_NUMBER = -2.0, 0.8
_SHARED_NAME, _LONE_NAME = -0.9, 0.35
_LONE_SIGN = {
    "question": 1.0,
    "exclamation": 0.8,
    "bracket": 0.6,
    "quotation": 0.3,
    "colon": 0.3,
    "semicolon": 0.1,
    "sentence": 0.5,
}
_SAME_ROLE, _OTHER_ROLE = -1.5, 5.0
_SAME_MARKER, _OTHER_MARKER = -4.0, 8.0
_MERGED_ROLE = 6.0


class Costs:
    """The costs of every pairing of two versions, reckoned when asked for."""

    def __init__(self, original: Sequence[Unit], translation: Sequence[Unit]) -> None:
        self.original = original
        self.translation = translation
        lengths = sum(unit.length for unit in original), sum(unit.length for unit in translation)
        self.ratio = min(2.0, max(0.5, lengths[1] / lengths[0])) if all(lengths) else 1.0

    def __call__(self, first: int, last: int, opposite_first: int, opposite_last: int) -> float:
        """Give the cost of a pairing; ``last`` ones are exclusive."""
        ours, theirs = self.original[first:last], self.translation[opposite_first:opposite_last]
        cost = _prior(ours, theirs) + self.length_cost(ours, theirs) + _evidence_cost(ours, theirs)
        return cost + _role_cost(ours, theirs) + sum(_merge_cost(side) for side in (ours, theirs))

    def length_cost(self, ours: Sequence[Unit], theirs: Sequence[Unit]) -> float:
        """Cost the difference in length; nothing for a pairing with an empty side, whose prior says all."""
        if not ours or not theirs:
            return 0.0
        return -math.log(max(self.likelihood(ours, theirs), 1e-8))

    def likelihood(self, ours: Sequence[Unit], theirs: Sequence[Unit]) -> float:
        """Tell how likely lengths are to differ so much or more by chance, between 0 and 1."""
        expected = sum(unit.length for unit in ours) * self.ratio
        found = sum(unit.length for unit in theirs)
        deviation = abs(found - expected) / math.sqrt(VARIANCE * max((expected + found) / 2, 1.0))
        return math.erfc(deviation / math.sqrt(2))


def _prior(ours: Sequence[Unit], theirs: Sequence[Unit]) -> float:
    """Cost the shape of a pairing: one side empty, one to one, or joining, which is cheap where lines are broken."""
    if not ours or not theirs:
        return _PRIOR_NONE
    joins = sum(_JOIN_PARAGRAPH if unit.apart else _JOIN_LINE for side in (ours, theirs) for unit in side[1:])
    return _PRIOR_SINGLE + joins + (_PRIOR_CROSS if min(len(ours), len(theirs)) > 1 else 0.0)


def _evidence_cost(ours: Sequence[Unit], theirs: Sequence[Unit]) -> float:
    cost = _lone_and_shared(_sum(ours, "numbers"), _sum(theirs, "numbers"), _SHARED_NUMBER, _LONE_NUMBER)
    cost += _lone_and_shared(_sum(ours, "names"), _sum(theirs, "names"), _SHARED_NAME, _LONE_NAME)
    signs, opposite = _sum(ours, "signs"), _sum(theirs, "signs")
    return cost + sum(min(abs(signs[name] - opposite[name]), 3) * weight for name, weight in _LONE_SIGN.items())


def _lone_and_shared(ours: Counter[str], theirs: Counter[str], shared: float, lone: float) -> float:
    common = sum((ours & theirs).values())
    rest = sum(ours.values()) + sum(theirs.values()) - 2 * common
    return common * shared + min(rest, 6) * lone


def _sum(units: Sequence[Unit], what: str) -> Counter[str]:
    total: Counter[str] = Counter()
    for unit in units:
        total.update(getattr(unit, what))
    return total


def _role_cost(ours: Sequence[Unit], theirs: Sequence[Unit]) -> float:
    if not ours or not theirs:
        return 0.0
    one, other = ours[0], theirs[0]
    cost = _marker_cost(one, other)
    if one.role == other.role:
        return cost + (_SAME_ROLE if one.role in _ROLES_APART | _IN_LISTS else 0.0)
    return cost + (_OTHER_ROLE if {one.role, other.role} & _ROLES_APART else 1.0)


def _marker_cost(one: Unit, other: Unit) -> float:
    if one.marker is None and other.marker is None:
        return 0.0
    if one.marker is None or other.marker is None:
        return _OTHER_MARKER / 2
    return _SAME_MARKER if one.marker.number == other.marker.number else _OTHER_MARKER


def _merge_cost(side: Sequence[Unit]) -> float:
    """Cost the joining of segments that their roles keep apart."""
    roles = [unit.role for unit in side]
    if len(roles) < 2 or (len(set(roles)) == 1 and side[0].marker is None):
        return 0.0
    return _MERGED_ROLE * sum(
        role in _ROLES_APART or unit.marker is not None or (role != roles[0] and roles[0] in _ROLES_APART)
        for role, unit in zip(roles[1:], side[1:], strict=True)
    )
