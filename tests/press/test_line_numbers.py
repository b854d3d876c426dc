"""Lines of the original are counted letter by letter."""

from dataclasses import replace

from edition.press.line_numbers import number_lines
from tests.press.flows import flow, heading, row


def test_lines_of_the_original_are_counted_letter_by_letter() -> None:
    one = replace(row(2, 3), letter="one", numbered=True)
    two = replace(row(1, 1), letter="two", numbered=True)
    head = replace(heading(1, 1), letter="two")
    made = flow(one, replace(row(1, 1), letter="one"), one, head, two, replace(head, letter="two"), two)
    assert number_lines(made) == {(0, 0): 1, (0, 1): 2, (2, 0): 3, (2, 1): 4, (4, 0): 1, (6, 0): 2}


def test_rows_that_are_not_numbered_have_no_numbers() -> None:
    assert number_lines(flow(row(4, 4))) == {}
