"""What a frame costs, reckoned by hand."""

from dataclasses import replace

import pytest

from edition.press.costs import COSTS
from edition.press.feet import Feet
from edition.press.measured import Band, Flow, Row
from edition.press.queues import make_queues
from edition.press.reckoning import Reckoning
from edition.press.text import Text
from tests.press.flows import flow, heading, measure, note, row


class Reckoned:
    """A flow with the costs of its frames; a place is a row and how many of its cuts come before."""

    def __init__(self, made: Flow, lines: int) -> None:
        frame = measure(lines)
        self.text = Text(made, frame.height)
        feet = Feet(self.text, make_queues(made, self.text), frame)
        self.reckoning = Reckoning(self.text, feet, frame, COSTS)

    def cost(self, first: tuple[int, int], end: tuple[int, int], *placed: int) -> float:
        return self.reckoning.frame(self.at(first), self.at(end), placed)[0]

    def placed(self, first: tuple[int, int], end: tuple[int, int], *placed: int) -> tuple[int, ...]:
        return self.reckoning.frame(self.at(first), self.at(end), placed)[1]

    def at(self, place: tuple[int, int]) -> int:
        return self.text.start[place[0]] + place[1]


def cost(lines: int, end: int, *rows: Row, cut: int = 0) -> float:
    """The cost of a first frame that ends before a row, or at one of its cuts."""
    return Reckoned(flow(*rows), lines).cost((0, 0), (end, cut))


def test_white_is_squared_and_less_before_a_letter_or_a_fresh_frame() -> None:
    five = row(5, 3)
    assert cost(8, 1, five, five) == pytest.approx(9 * COSTS.white)
    assert cost(8, 1, five, replace(five, opens=True)) == pytest.approx(9 * COSTS.white_before_letter)
    assert cost(8, 1, five, replace(five, fresh=True)) == pytest.approx(9 * COSTS.white_before_fresh)
    assert cost(8, 1, five) == 0.0


def test_a_broken_row_costs_more_when_short() -> None:
    assert cost(4, 0, row(10, 10), cut=3) == pytest.approx(COSTS.broken_row + COSTS.broken_short_row / 10)
    assert cost(4, 0, row(20, 10), cut=3) == pytest.approx(COSTS.broken_row + COSTS.broken_short_row / 20)


def test_each_lane_that_ends_with_a_hyphen_costs() -> None:
    plain, hyphens = cost(4, 0, row(10, 10), cut=3), cost(4, 0, row(10, 10, hyphens=[3]), cut=3)
    assert hyphens - plain == pytest.approx(2 * COSTS.hyphen_at_turn)


def test_parts_of_a_letter_too_small_are_stranded() -> None:
    two, five = row(2, 2), row(5, 5)
    assert cost(2, 1, two, five) == pytest.approx(COSTS.stranded)
    assert cost(5, 1, five, two) == pytest.approx(COSTS.stranded)
    assert cost(2, 1, two, two) == pytest.approx(2 * COSTS.stranded)
    assert cost(6, 2, heading(4, 4), two, five) == pytest.approx(COSTS.stranded)
    assert cost(2, 1, two, replace(two, letter="next")) == 0.0


def test_heads_and_closers_are_not_left_alone() -> None:
    five = row(5, 5)
    closer = replace(five, role="closer")
    assert cost(5, 1, heading(5, 5), five) == pytest.approx(COSTS.head_alone + COSTS.stranded)
    assert cost(5, 1, five, closer) == pytest.approx(COSTS.closer_alone)
    assert cost(5, 1, five, replace(closer, opens=True)) == 0.0


def test_what_must_not_happen_costs_most() -> None:
    whole = replace(row(9, 9), whole=True)
    assert cost(4, 0, whole, cut=3) >= COSTS.broken_whole_row
    assert cost(4, 1, row(5, 5), row(5, 5)) == pytest.approx(COSTS.overfull)
    assert Reckoned(flow(row(40, 4)), 20).cost((0, 1), (0, 17)) >= COSTS.thin_part
    assert cost(2, 0, row((3, 3, 3), (3, 3, 3)), cut=1) >= 2 * COSTS.widow


HOME = ((0, 0), (1, 0))
"""The frame of the first row."""


def carrying(lines: int, *notes: int, band: Band = Band.NOTES, hyphens: tuple[int, ...] = ()) -> Reckoned:
    """Five lines, of which the last calls notes of so many lines; five lines more."""
    names = [f"n{number}" for number in range(len(notes))]
    made = [note(name, count, band=band, hyphens=hyphens) for name, count in zip(names, notes, strict=True)]
    return Reckoned(flow(row(5, calls={(0, 4): names}), row(5), notes=made), lines)


def test_a_deep_foot_costs_softly() -> None:
    excess = 10 - 16 * COSTS.deep_foot_share
    assert carrying(16, 10).cost(*HOME, 0) == pytest.approx(COSTS.deep_foot * excess**2)
    assert carrying(16, 4).cost(*HOME, 0) == pytest.approx(6.0**2 * COSTS.white)


def test_carried_lines_cost_and_a_broken_note_more() -> None:
    deep = COSTS.deep_foot * (4 - 10 * COSTS.deep_foot_share) ** 2
    broken = COSTS.broken_note + 3 * COSTS.carried_line + deep
    assert carrying(10, 7).cost(*HOME, 0) == pytest.approx(broken)
    assert carrying(10, 7).placed(*HOME, 0) == (4,)
    assert carrying(10, 7, hyphens=(3,)).cost(*HOME, 0) == pytest.approx(broken + COSTS.hyphen_at_turn)
    assert carrying(10, 7, band=Band.APPARATUS).cost(*HOME, 0) == pytest.approx(broken + COSTS.broken_apparatus)


def test_a_note_that_does_not_begin_at_home_costs_much() -> None:
    deep = COSTS.deep_foot * (4 - 10 * COSTS.deep_foot_share) ** 2
    assert carrying(10, 4, 4).placed(*HOME, 0) == (4,)
    assert carrying(10, 4, 4).cost(*HOME, 0) == pytest.approx(4 * COSTS.carried_line + COSTS.note_away + deep)


def test_carried_lines_that_wait_longer_or_stand_alone_cost_most() -> None:
    carried = carrying(10, 7)
    assert carried.reckoning.frame_alone(carried.at((1, 0)), (4,)) == (COSTS.notes_alone, (7,))
    assert carrying(6, 7).cost((1, 0), (2, 0), 4) >= COSTS.note_interrupted
