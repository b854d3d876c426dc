"""The figures of frames are read from the frames, and see their faults."""

from dataclasses import replace

import pytest

from edition.press.figures import frame_figures
from edition.press.maker import make_frames
from edition.press.plan import FootPiece, Frame, Piece
from tests.press.flows import flow, measure, note, row


@pytest.mark.parametrize("level_feet", [False, True])
def test_white_is_that_of_the_fullest_lane(level_feet: bool) -> None:
    made = flow(
        row(5, 8, calls={(0, 0): ["a"], (1, 0): ["a"]}), replace(row(5, 5), fresh=True), notes=[note("a", 3, 2)]
    )
    frame = measure(20, level_feet)
    figures = frame_figures(made, make_frames(made, frame), frame)
    # twenty lines, less eight of text, one of gap, and the notes: two in that lane, three where they begin level
    assert [each.white for each in figures.frames] == pytest.approx([80.0 if level_feet else 90.0, 150.0])
    assert figures.white == figures.frames[0].white
    assert (figures.rows, figures.level, figures.notes, figures.at_home) == (2, 2, 2, 2)


def test_broken_rows_and_carried_notes_are_counted() -> None:
    made = flow(row(5, calls={(0, 1): ["a"]}), row(30), notes=[note("a", 30)])
    frames = make_frames(made, measure(20))
    figures = frame_figures(made, frames, measure(20))
    assert figures.carried == sum(each.carried for each in figures.frames) >= 1
    assert figures.broken == sum(each.broken for each in figures.frames) >= 1
    assert (figures.widows, figures.overfull) == (0, 0)


def test_faults_are_seen() -> None:
    made = flow(row(5, 5, calls={(0, 0): ["a"], (1, 0): ["a"]}), row(9, 9), notes=[note("a", 2, 2)])
    first = (Piece(0, 0, 0, 4, 0.0), Piece(0, 1, 0, 5, 0.0))
    second = (Piece(0, 0, 4, 5, 0.0), Piece(1, 0, 0, 9, 10.0), Piece(1, 1, 0, 9, 10.0))
    notes = (FootPiece("a", 0, 0, 2, 80.0), FootPiece("a", 1, 0, 2, 80.0))
    figures = frame_figures(made, (Frame(first), Frame(second, notes)), measure(9))
    assert figures.widows == 2  # the fifth line at the head, and what goes before it at the foot
    assert figures.level == 1
    assert (figures.notes, figures.at_home) == (2, 0)
    assert [each.overfull for each in figures.frames] == [False, True]
