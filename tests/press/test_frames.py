"""How text is parted into frames: rows, headings, white."""

from dataclasses import replace

import pytest

from edition.press.costs import COSTS
from edition.press.figures import frame_figures
from edition.press.maker import make_frames
from edition.press.plan import Piece
from tests.press.flows import bottom, cell, flow, heading, measure, note, picture, row, rows_of, stands


def test_cells_of_a_row_begin_level_below_the_deepest_before() -> None:
    made = flow(row(2, 3), replace(row(1, 1), before=5.0))
    (frame,) = make_frames(made, measure(10))
    assert frame.pieces == (
        Piece(0, 0, 0, 2, 0.0),
        Piece(0, 1, 0, 3, 0.0),
        Piece(1, 0, 0, 1, 35.0),
        Piece(1, 1, 0, 1, 35.0),
    )


def test_white_above_a_row_falls_away_at_the_head_of_a_frame() -> None:
    made = flow(*(replace(row(3, 3), before=20.0) for _ in range(4)))
    frames = make_frames(made, measure(8))
    assert rows_of(frames) == [[0, 1], [2, 3]]
    assert [frame.pieces[0].top for frame in frames] == [0.0, 0.0]
    assert [bottom(made, frame, 0) for frame in frames] == [80.0, 80.0]


def test_a_row_is_broken_in_all_its_lanes_at_once() -> None:
    made = flow(row(5, 5), row(20, 24))
    frames = make_frames(made, measure(20))
    (first, second) = stands(frames)
    assert [piece[0] for piece in first] == [0, 0, 1, 1]
    (_, _, _, original), (_, _, _, translation) = first[2:]
    assert translation / 24 == pytest.approx(original / 20, abs=1 / 24)
    assert second == [(1, 0, original, 20), (1, 1, translation, 24)]
    assert [piece.top for piece in frames[1].pieces] == [0.0, 0.0]


def test_a_short_row_stays_whole_where_the_white_allows() -> None:
    assert rows_of(make_frames(flow(*(row(6, 6) for _ in range(6))), measure(20))) == [[0, 1, 2], [3, 4, 5]]


def test_a_long_row_is_broken_rather_than_much_white_left() -> None:
    frames = make_frames(flow(row(12, 12), row(16, 16)), measure(20))
    assert rows_of(frames) == [[0, 1], [1]]
    assert stands(frames)[0][2] == (1, 0, 0, 8)


def test_three_lines_beside_forty() -> None:
    made = flow(row(6, 6), row(3, 40), row(4, 4))
    frames = make_frames(made, measure(45))
    assert stands(frames) == [
        [(0, 0, 0, 6), (0, 1, 0, 6)],
        [(1, 0, 0, 3), (1, 1, 0, 40), (2, 0, 0, 4), (2, 1, 0, 4)],
    ]


def test_three_lines_beside_a_row_deeper_than_the_frame_stay_whole_at_its_head() -> None:
    made = flow(row(3, 40), row(4, 4))
    frames = make_frames(made, measure(30))
    assert [piece for frame in stands(frames) for piece in frame if piece[1] == 0] == [(0, 0, 0, 3), (1, 0, 0, 4)]
    assert stands(frames)[0][0] == (0, 0, 0, 3)
    assert frame_figures(made, frames, measure(30)).widows == 0


def test_a_row_goes_over_several_frames() -> None:
    made = flow(row(100, 90))
    frames = make_frames(made, measure(30))
    assert len(frames) == 4
    for frame in stands(frames):
        assert len(frame) == 2
        (_, _, first, end), (_, _, opposite, opposite_end) = frame
        assert first / 100 == pytest.approx(opposite / 90, abs=0.02)
        assert end - first >= 2
        assert opposite_end - opposite >= 2


def test_a_row_of_which_a_lane_is_empty_is_broken_in_the_others() -> None:
    made = flow(row(10, 0, 12), row(14, 0, 14), row(2, 2, 2))
    frames = make_frames(made, measure(20))
    assert rows_of(frames) == [[0, 1], [1, 2]]
    assert {piece[1] for piece in stands(frames)[0]} == {0, 2}


def test_a_row_without_lines_takes_no_place() -> None:
    made = flow(row(2, 2), replace(row(0, 0), before=500.0, fresh=True), row(2, 2))
    frames = make_frames(made, measure(20))
    assert rows_of(frames) == [[0], [2]]  # its fresh frame is begun by the next row


def test_one_lane() -> None:
    frames = make_frames(flow(*(row(7) for _ in range(5))), measure(14))
    assert rows_of(frames) == [[0, 1], [2, 3], [4]]


def test_three_lanes() -> None:
    made = flow(*(row(5, 7, 6) for _ in range(4)))
    frames = make_frames(made, measure(14))
    assert rows_of(frames) == [[0, 1], [2, 3]]
    assert {piece.top for piece in frames[0].pieces} == {0.0, 70.0}


def test_nothing_gives_no_frames() -> None:
    assert make_frames(flow(row(0, 0)), measure(14)) == ()


def test_headings_are_not_left_at_the_foot() -> None:
    chain = (heading(1, 1), replace(row(1, 1), keep_with_next=True), heading(2, 2))
    frames = make_frames(flow(row(14, 14), *chain, row(12, 12)), measure(20))
    assert rows_of(frames) == [[0, 1, 2, 3, 4], [4]]
    assert stands(frames)[0][-1] == (4, 1, 0, 2)
    frames = make_frames(flow(row(15, 15), *chain, row(12, 12)), measure(20))
    assert rows_of(frames)[-1][-4:] == [1, 2, 3, 4]


def test_a_heading_before_a_row_that_cannot_be_broken_goes_with_it() -> None:
    frames = make_frames(flow(row(14, 14), heading(1, 1), replace(row(8, 8), whole=True)), measure(20))
    assert rows_of(frames) == [[0], [1, 2]]


def test_headings_deeper_than_a_frame_are_parted_nonetheless() -> None:
    frames = make_frames(flow(*(heading(6, 6) for _ in range(5)), row(2, 2)), measure(20))
    assert [place for rows in rows_of(frames) for place in rows] == [0, 1, 2, 3, 4, 5]


def test_a_whole_row_is_broken_only_if_it_is_deeper_than_a_frame() -> None:
    def made(lines: int) -> list[list[int]]:
        return rows_of(make_frames(flow(row(4, 4), replace(row(lines, lines), whole=True)), measure(20)))

    assert made(20) == [[0], [1]]
    assert made(30) == [[0, 1], [1]]


def test_a_fresh_row_begins_a_frame() -> None:
    frames = make_frames(flow(row(2, 2), replace(row(2, 2), fresh=True), row(2, 2)), measure(20))
    assert rows_of(frames) == [[0], [1, 2]]


def test_a_hyphenated_line_does_not_end_a_frame() -> None:
    made = flow(row(5, 5), row(20, 20, hyphens=[14, 13]))
    assert stands(make_frames(made, measure(20)))[0][2] == (1, 0, 0, 13)
    plain = flow(row(5, 5), row(20, 20))
    assert stands(make_frames(plain, measure(20)))[0][2] == (1, 0, 0, 15)


def test_a_closer_does_not_stand_alone_at_the_head() -> None:
    closer = replace(row(1, 1), role="closer")
    frames = make_frames(flow(row(8, 8), row(12, 12), closer, row(8, 8)), measure(20))
    assert rows_of(frames)[1] != [2, 3]


def test_few_lines_of_a_letter_are_not_stranded() -> None:
    rows = [replace(row(4, 4), letter="one"), replace(row(14, 14), letter="one"), replace(row(2, 2), letter="one")]
    frames = make_frames(flow(*rows, replace(row(10, 10), letter="two", opens=True)), measure(18))
    assert rows_of(frames)[1][0] != 2


def test_white_is_balanced_over_the_whole_flow() -> None:
    """First fit would fill the first frame, and leave eleven lines white on the second."""
    whole = [replace(row(lines), whole=True) for lines in (9, 4, 4, 13, 11, 13)]
    frames = make_frames(flow(*whole), measure(20))
    whites = [20 - bottom(flow(*whole), frame, 0) / 10 for frame in frames]
    assert sum(white**2 for white in whites[:-1]) <= 3**2 + 7**2 + 9**2


def test_lines_deeper_than_the_frame_stand_nonetheless() -> None:
    tall = row(1)
    (line,) = tall.cells[0].lines
    deep = replace(tall, cells=(replace(cell(1), lines=(replace(line, height=500.0),)),))
    made = flow(row(2), deep, row(2))
    frames = make_frames(made, measure(20))
    assert rows_of(frames) == [[0], [1], [2]]
    assert frame_figures(made, frames, measure(20)).overfull == 1


def test_costs_can_be_others() -> None:
    made = flow(row(12, 12), row(16, 16))
    never = replace(COSTS, broken_row=1e6)
    assert rows_of(make_frames(made, measure(20), never)) == [[0], [1]]


GOLDEN = """\
0:0       0:0
0:1       0:1
1:0       1:0
1:1^a     1:1
1:2       1:2^a
1:3       1:3
1:4       1:4
1:5       1:5
.         1:6
--        --
a:0       a:0
a:1       .
========
"""


def test_a_frame_drawn() -> None:
    made = flow(
        heading(2, 2),
        row(6, 7, calls={(0, 1): "a", (1, 2): "a"}),
        notes=[note("a", 2, 1)],
    )
    frames = make_frames(made, measure(12, level_feet=True))
    assert picture(made, frames, 120.0) + "\n" == GOLDEN
