"""Make pages from measured lines: pure functions that know rows, lanes and notes, and no engine."""

from edition.press.line_numbers import number_lines
from edition.press.maker import make_frames

__all__ = ["make_frames", "number_lines"]
