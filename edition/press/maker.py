"""Make frames of a flow: rows and notes, measured → which lines stand on which frame, and where.

The frames of the whole flow are chosen together, by dynamic programming over the positions at which a frame may end;
what is carried of notes is part of the state. Costs are declared in ``costs``; the rules stand in ``docs/press.md``.
"""

from collections.abc import Iterator
from operator import ge
from typing import Optional

from edition.press.costs import COSTS, Costs
from edition.press.feet import Ends, Feet
from edition.press.measured import Flow, Measure
from edition.press.placing import Turn, place
from edition.press.plan import Frame
from edition.press.queues import make_queues
from edition.press.reckoning import Reckoning
from edition.press.text import Text


def make_frames(flow: Flow, measure: Measure, costs: Costs = COSTS) -> tuple[Frame, ...]:
    """Give the frames of a flow, in order: every line of every cell and note stands on one of them.

    Raise ValueError where a line calls a note that the flow does not hold.
    """
    text = Text(flow, measure.height)
    feet = Feet(text, make_queues(flow, text), measure)
    turns = best_turns(Reckoning(text, feet, measure, costs))
    return tuple(place(turn, text, feet, measure) for turn in turns)


class Way:
    """The cheapest way found to a position with so much placed; ``before`` is the way it goes on from."""

    __slots__ = ("before", "cost", "placed", "position")

    def __init__(self, cost: float, position: int, placed: Ends, before: Optional["Way"]) -> None:
        self.cost = cost
        self.position = position
        self.placed = placed
        self.before = before


Ways = dict[Ends, Way]
"""The ways that lead to a position, by what they have placed."""


def best_turns(reckoning: Reckoning) -> tuple[Turn, ...]:
    """Give the turns of the cheapest way through the flow; of two as cheap, the one with the earlier turn."""
    last = reckoning.last
    nothing = reckoning.nothing
    arriving: list[Ways] = [{} for _ in range(last + 1)]
    arriving[0][nothing] = Way(0.0, 0, nothing, None)
    for position in range(last + 1):
        _go_on_alone(reckoning, position, arriving[position])
        if position < last:
            for way in _kept(arriving[position], reckoning.costs):
                _go_on(reckoning, way, arriving)
            arriving[position] = {}
    return tuple(_turns(arriving[last][reckoning.due[last]]))


def _go_on(reckoning: Reckoning, way: Way, arriving: list[Ways]) -> None:
    lead = reckoning.costs.clear_lead
    for end in reckoning.ends(way.position):
        settled = arriving[end].get(reckoning.due[end])
        if settled and settled.cost + lead <= way.cost + reckoning.least(way.position, end):
            continue
        cost, placed = reckoning.frame(way.position, end, way.placed)
        _arrive(arriving[end], way, cost, end, placed)


def _go_on_alone(reckoning: Reckoning, position: int, ways: Ways) -> None:
    """Add the ways on which carried lines stand on frames of their own."""
    due = reckoning.due[position]
    for way in list(ways.values()):
        while way.placed != due:
            cost, placed = reckoning.frame_alone(position, way.placed)
            if not _arrive(ways, way, cost, position, placed):
                break
            way = ways[placed]


def _arrive(ways: Ways, before: Way, cost: float, position: int, placed: Ends) -> bool:
    known = ways.get(placed)
    cheaper = known is None or before.cost + cost < known.cost
    if cheaper:
        ways[placed] = Way(before.cost + cost, position, placed, before)
    return cheaper


def _kept(ways: Ways, costs: Costs) -> list[Way]:
    """Give the cheapest ways, without those that cost clearly more than one that has placed as much."""
    kept: list[Way] = []
    for way in sorted(ways.values(), key=lambda way: (way.cost, [-line for line in way.placed])):
        if len(kept) == costs.kept_ways:
            break
        if not any(_leads(other, way, costs.clear_lead) for other in kept):
            kept.append(way)
    return kept


def _leads(one: Way, other: Way, lead: float) -> bool:
    return one.cost + lead <= other.cost and all(map(ge, one.placed, other.placed))


def _turns(way: Way) -> list[Turn]:
    def backwards() -> Iterator[Turn]:
        end = way
        while end.before is not None:
            yield Turn(end.before.position, end.position, end.before.placed, end.placed)
            end = end.before

    return list(backwards())[::-1]
