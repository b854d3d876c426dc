"""Where rows and notes may be broken."""

import pytest

from edition.press.breaks import legal_breaks, parted_callers, row_cuts, unlawful
from edition.press.maker import make_frames
from tests.press.flows import Shape, cell, flow, measure, note, row


@pytest.mark.parametrize(
    ("shape", "breaks"),
    [
        (1, ()),
        (3, ()),
        (4, (2,)),
        (6, (2, 3, 4)),
        ((1, 1, 1, 1, 1), (2, 3)),
        ((1, 5), (3, 4)),
        ((3, 3), (3,)),
        ((2, 4, 1, 2), (2, 4, 6, 7)),
    ],
)
def test_two_lines_stay_together_on_each_side(shape: Shape, breaks: tuple[int, ...]) -> None:
    assert legal_breaks(cell(shape).lines) == breaks


def test_lanes_are_broken_at_the_same_share() -> None:
    assert row_cuts(row(10, 5, 0), 200.0) == (
        (2, 2, 0),
        (3, 2, 0),
        (4, 2, 0),
        (5, 2, 0),
        (6, 3, 0),
        (7, 3, 0),
        (8, 3, 0),
    )


def test_of_two_breaks_as_near_the_first_is_taken() -> None:
    assert (4, 5) in row_cuts(row(8, 10), 200.0)
    assert row_cuts(row((4, 4), (3, 2, 3)), 200.0)[1] == (4, 3)


def test_a_row_with_a_short_lane_is_not_broken() -> None:
    assert row_cuts(row(12, 3), 200.0) == ()
    assert row_cuts(row(12, 4), 200.0)


def test_a_short_lane_of_a_row_deeper_than_a_frame_stays_whole() -> None:
    cuts = row_cuts(row(40, 3), 200.0)
    assert cuts[0] == (2, 3)
    assert {count for _, count in cuts} == {3}


def test_a_row_that_legal_breaks_do_not_bring_under_a_frame_is_cut_anywhere() -> None:
    tall = row((3, 3, 3), (3, 3, 3))
    assert [cut[0] for cut in row_cuts(tall, 80.0)] == [3, 6]
    assert [cut[0] for cut in row_cuts(tall, 20.0)] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert unlawful(tall, (4, 4)) == 2
    assert unlawful(tall, (3, 6)) == 0


def test_a_few_very_deep_lines_can_be_parted() -> None:
    assert row_cuts(row(3, 0), 20.0) == ((1, 0), (2, 0))


def test_a_note_called_on_both_sides_of_a_cut_is_parted() -> None:
    called = row(10, 10, calls={(0, 3): ["a"], (1, 6): ["a"], (0, 8): ["b"]})

    assert [parted_callers(called, (count, count)) for count in (3, 4, 6, 7)] == [0, 1, 1, 0]


def test_callers_stay_together_where_the_white_allows() -> None:
    called = row(20, 20, calls={(0, 9): ["a"], (1, 11): ["a"]})
    frames = make_frames(flow(called, notes=[note("a", 2, 2)]), measure(14))

    first = {piece.lane: piece.end for piece in frames[0].pieces}
    assert (first[0] > 9) is (first[1] > 11)
