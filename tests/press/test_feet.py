"""Notes and apparatus at the foot: on the frame and in the lane of their caller."""

from dataclasses import replace

import pytest

from edition.press.costs import COSTS
from edition.press.maker import make_frames
from edition.press.measured import Band, Flow
from edition.press.plan import FootPiece, FootRule
from tests.press.flows import bottom, feet, flow, foot_bottom, measure, note, row, rows_of


def called_frames(made: Flow, lines: int, level_feet: bool = False) -> list[list[tuple[str, int, int, int]]]:
    return feet(make_frames(made, measure(lines, level_feet)))


def test_a_note_stands_in_the_lane_and_on_the_frame_of_its_caller() -> None:
    made = flow(row(4, 4, calls={(0, 1): ["a"], (1, 2): ["a"]}), notes=[note("a", 3, 2)])
    (frame,) = make_frames(made, measure(20))
    assert frame.foot == (FootPiece("a", 0, 0, 3, 170.0), FootPiece("a", 1, 0, 2, 180.0))
    assert frame.rules == (FootRule(0, Band.NOTES, 165.0), FootRule(1, Band.NOTES, 175.0))


def test_level_feet_begin_at_one_height() -> None:
    made = flow(row(4, 4, calls={(0, 1): ["a"], (1, 2): ["a"]}), notes=[note("a", 3, 2)])
    (frame,) = make_frames(made, measure(20, level_feet=True))
    assert frame.foot == (FootPiece("a", 0, 0, 3, 170.0), FootPiece("a", 1, 0, 2, 170.0))
    assert frame.rules == (FootRule(0, Band.NOTES, 165.0), FootRule(1, Band.NOTES, 165.0))


def test_the_apparatus_stands_above_the_notes() -> None:
    reading = note("r", 1, 0, band=Band.APPARATUS)
    made = flow(row(4, 4, calls={(0, 0): ["a", "r"], (1, 2): ["a"]}), notes=[note("a", 3, 2), reading])
    (frame,) = make_frames(made, measure(20, level_feet=True))
    assert [(piece.note, piece.lane, piece.top) for piece in frame.foot] == [
        ("r", 0, 155.0),
        ("a", 0, 170.0),
        ("a", 1, 170.0),
    ]
    assert frame.rules == (
        FootRule(0, Band.APPARATUS, 150.0),
        FootRule(0, Band.NOTES, 167.5),
        FootRule(1, Band.NOTES, 167.5),
    )


def test_text_gives_way_to_the_notes_it_calls() -> None:
    made = flow(row(8, 8), row(8, 8, calls={(0, 7): ["a"], (1, 7): ["a"]}), row(8, 8), notes=[note("a", 5, 5)])
    frames = make_frames(made, measure(17))
    assert feet(frames)[1] == [("a", 0, 0, 5), ("a", 1, 0, 5)]
    assert rows_of(frames)[1][:1] == [1]
    for frame in frames:
        assert bottom(made, frame, 0) + (10.0 if frame.foot else 0.0) + 50.0 * bool(frame.foot) <= 170.0


def test_notes_stand_in_the_order_of_their_calls() -> None:
    made = flow(
        row(4, 4, calls={(0, 0): ["b", "a"], (0, 3): ["c"], (1, 0): ["a"], (1, 1): ["b", "c"]}),
        notes=[note("a", 1, 1), note("b", 1, 1), note("c", 1, 1)],
    )
    assert [piece[:2] for piece in called_frames(made, 20)[0]] == [
        ("b", 0),
        ("a", 0),
        ("c", 0),
        ("a", 1),
        ("b", 1),
        ("c", 1),
    ]


def test_a_note_called_twice_stands_once() -> None:
    made = flow(row(4, calls={(0, 0): ["a"], (0, 2): ["a"]}), row(40, calls={(0, 30): ["a"]}), notes=[note("a", 2)])
    assert [piece for foot in called_frames(made, 20) for piece in foot] == [("a", 0, 0, 2)]


def test_a_note_called_on_two_frames_stands_on_both_each_in_its_lane() -> None:
    made = flow(
        row(12, 12),
        row(16, 16, calls={(0, 1): ["a"], (1, 14): ["a"]}),
        notes=[note("a", 2, 2)],
    )
    assert called_frames(made, 20) == [[], [("a", 0, 0, 2), ("a", 1, 0, 2)]], "a little white is better"
    apart = make_frames(made, measure(20), replace(COSTS, callers_parted=0.0))
    assert feet(apart) == [[("a", 0, 0, 2)], [("a", 1, 0, 2)]]


def test_a_note_that_one_lane_does_not_call_goes_with_the_call_of_the_other() -> None:
    made = flow(row(12, 12), row(16, 16, calls={(1, 14): ["a"]}), notes=[note("a", 2, 2)])
    assert called_frames(made, 20) == [[], [("a", 0, 0, 2), ("a", 1, 0, 2)]]


def test_a_note_without_lines_in_a_lane_is_only_in_the_other() -> None:
    made = flow(row(4, 4, calls={(0, 1): ["a"], (1, 2): ["a"]}), notes=[note("a", 0, 2)])
    assert called_frames(made, 20) == [[("a", 1, 0, 2)]]


def test_a_note_that_nobody_calls_stands_at_the_end_of_its_unit() -> None:
    rows = [replace(row(15, 15), unit=unit) for unit in (0, 1, 2)]
    made = flow(*rows, notes=[note("a", 2, 2, unit=1), note("b", 1, 1, unit=7)])
    assert called_frames(made, 20) == [[], [("a", 0, 0, 2), ("a", 1, 0, 2)], [("b", 0, 0, 1), ("b", 1, 0, 1)]]


def test_a_call_of_a_note_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match='"lost"'):
        make_frames(flow(row(4, calls={(0, 1): ["lost"]})), measure(20))


def test_notes_without_any_text_are_not_lost() -> None:
    made = flow(row(0), notes=[note("a", 30)])
    assert called_frames(made, 20) == [[("a", 0, 0, 19)], [("a", 0, 19, 30)]]


def test_a_note_of_seven_hundred_words_goes_on_in_its_lane() -> None:
    """Some seventy lines: it begins below its caller, and goes on, never less than two lines."""
    made = flow(
        row(10, 10),
        row(12, 12, calls={(0, 5): ["long"], (1, 5): ["long"]}),
        row(30, 30, calls={(0, 25): ["b"], (1, 25): ["b"]}),
        row(20, 20),
        notes=[note("long", 70, 66), note("b", 2, 2)],
    )
    frames = make_frames(made, measure(38))
    standing = [piece for foot in feet(frames) for piece in foot if piece[0] == "long" and piece[1] == 0]
    assert [standing[0][2], standing[-1][3]] == [0, 70]
    assert all(end - first >= 2 for _, _, first, end in standing)
    assert len(standing) > 1
    assert all(frame.pieces for frame in frames)
    begun = [number for number, foot in enumerate(feet(frames)) if ("long", 0) in {piece[:2] for piece in foot}]
    assert begun == list(range(begun[0], begun[-1] + 1))
    assert begun[0] == next(
        number for number, frame in enumerate(frames) if any(p.row == 1 and p.first <= 5 < p.end for p in frame.pieces)
    )
    assert [rule.continued for frame in frames for rule in frame.rules if rule.lane == 0][:2] == [False, True]
    assert all(frame.foot[0].note == "long" for frame in frames[begun[0] : begun[-1] + 1])


@pytest.mark.parametrize("level_feet", [False, True])
def test_ten_notes_on_one_line_begin_below_it(level_feet: bool) -> None:
    names = [f"n{number}" for number in range(10)]
    made = flow(
        row(10, 10),
        row(8, 8, calls={(0, 4): names, (1, 4): names}),
        row(10, 10),
        notes=[note(name, 3, 2) for name in names],
    )
    frames = make_frames(made, measure(38, level_feet))
    (home,) = (frame for frame in frames if frame.foot)
    assert [piece.note for piece in home.foot if piece.lane == 0] == names
    assert all(piece.first == 0 for piece in home.foot)


def test_ten_long_notes_on_one_line_are_carried_in_order() -> None:
    names = [f"n{number}" for number in range(10)]
    made = flow(row(4, calls={(0, 1): names}), row(60), notes=[note(name, 6) for name in names])
    frames = called_frames(made, 30)
    assert [piece[0] for piece in frames[0]] == names[: len(frames[0])]
    assert [piece[0] for foot in frames for piece in foot if piece[2] == 0] == names
    lines = [(name, place) for foot in frames for name, _, first, end in foot for place in range(first, end)]
    assert lines == [(name, place) for name in names for place in range(6)]


def test_carried_lines_stand_before_new_notes() -> None:
    made = flow(
        row(4, calls={(0, 1): ["a"]}),
        row(30, calls={(0, number): ["b"] for number in range(20, 22)}),
        notes=[note("a", 26), note("b", 2)],
    )
    frames = called_frames(made, 20)
    order = [piece[0] for foot in frames for piece in foot]
    assert order == sorted(order)


def test_an_entry_of_the_apparatus_is_not_broken() -> None:
    made = flow(row(14, calls={(0, 13): ["r"]}), row(8), notes=[note("r", 6, band=Band.APPARATUS)])
    assert [piece for foot in called_frames(made, 20) for piece in foot] == [("r", 0, 0, 6)]


def test_a_paragraph_of_a_note_leaves_no_line_alone() -> None:
    made = flow(row(4, calls={(0, 1): ["a"]}), row(40), notes=[note("a", (1, 3, 1, 20))])
    standing = [piece for foot in called_frames(made, 20) for piece in foot]
    assert not {end for _, _, _, end in standing} & {1, 2, 3, 6}
    assert standing[-1][3] == 25


def test_notes_fill_the_frame_under_the_text_that_calls_them() -> None:
    made = flow(row(4, 4, calls={(0, 3): ["a"], (1, 3): ["a"]}), notes=[note("a", 60, 10)])
    frames = make_frames(made, measure(20))
    assert foot_bottom(made, frames[0], 0) == 200.0
    assert foot_bottom(made, frames[0], 1) == 200.0
    assert feet(frames)[0] == [("a", 0, 0, 15), ("a", 1, 0, 10)]
    assert [frame.pieces for frame in frames[1:]] == [()] * (len(frames) - 1)
