"""Read off a finished, tagged PDF how well its pages are made: level rows, notes at home, breaks, white, colour.

Nothing is known of how the book was made: rows, versions and notes are what its structure says they are, places are
those of its letters. Lengths are points from the top-left corner of a page.
"""

from pathlib import Path

from edition.inspect.tagged import TaggedBook, read_tagged
from edition.measuring.breaks import breaks
from edition.measuring.colour import colour
from edition.measuring.figures import PageFigures
from edition.measuring.levels import levels
from edition.measuring.notes import notes
from edition.measuring.setting import read_setting
from edition.measuring.table import as_table
from edition.measuring.white import white

__all__ = ["PageFigures", "as_table", "measure_book", "measure_pdf"]


def measure_pdf(path: Path) -> PageFigures:
    """Measure the pages of a finished PDF; raise ``UnreadableFile`` where it is none."""
    return measure_book(read_tagged(path))


def measure_book(book: TaggedBook) -> PageFigures:
    """Measure the pages of a book that was read."""
    setting = read_setting(book)
    return PageFigures(
        len(book.labels), levels(setting), notes(setting), breaks(setting), white(setting), colour(setting)
    )
