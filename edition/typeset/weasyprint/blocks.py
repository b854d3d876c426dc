"""Cut the pages of a book into blocks, each printed by itself."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from edition.press.measured import Flow
from edition.press.plan import Frame
from edition.typeset.weasyprint.sheets import Sheet

PAGES: Final = 48
"""How many pages a block has at least, but for the last: few blocks make a small file, small ones a quick press."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """A pressed part: its rows, the frames on which they stand, and how many pages a frame has."""

    flow: Flow
    frames: tuple[Frame, ...]
    pages: int

    def frame_of(self, sheet: Sheet) -> int:
        """Give the ordinal of the frame that a page belongs to."""
        return sheet.page // self.pages

    def ends_with(self, sheet: Sheet) -> bool:
        """Tell whether nothing that stands on the page goes on in the next."""
        ordinal, page = divmod(sheet.page, self.pages)
        return page + 1 == self.pages and _whole_end(self.flow, self.frames[ordinal])


def _whole_end(flow: Flow, frame: Frame) -> bool:
    rows = all(piece.end == len(flow.rows[piece.row].cells[piece.lane].lines) for piece in frame.pieces)
    return rows and all(piece.end == len(flow.notes[piece.note].cells[piece.lane].lines) for piece in frame.foot)


def cut(sheets: Sequence[Sheet], pressed: Mapping[int, Pressed], least: int = PAGES) -> Iterator[tuple[Sheet, ...]]:
    """Yield the pages of each block.

    A block ends where no row and no note goes on, and a flowed division is never parted, so that every block can be
    printed without its neighbours.
    """
    block: list[Sheet] = []
    for sheet, following in zip(sheets, [*sheets[1:], None], strict=True):
        block.append(sheet)
        inside = following is not None and following.part == sheet.part
        part = pressed.get(sheet.part)
        if following is None or (len(block) >= least and (part.ends_with(sheet) if part else not inside)):
            yield tuple(block)
            block = []


def by_part(block: Sequence[Sheet]) -> Iterator[tuple[int, tuple[Sheet, ...]]]:
    """Yield the pages of a block that follow each other in one part, with the part."""
    for part, sheets in groupby(block, key=lambda sheet: sheet.part):
        yield part, tuple(sheets)
