"""Where rows and notes may be broken."""

import pytest

from edition.press.breaks import legal_breaks, row_cuts, unlawful
from tests.press.flows import Shape, cell, row


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
