"""A book whose pages are known: the page of every anchor, and its bookmarks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from edition.book.tree import Metadata
from edition.model.pagination import Page, Pagination
from edition.typeset.joining import OutlineItem
from edition.typeset.weasyprint.blocks import Pressed
from edition.typeset.weasyprint.flows import line_numbers, standings
from edition.typeset.weasyprint.heads import RunningHeads
from edition.typeset.weasyprint.lanes import lanes_of
from edition.typeset.weasyprint.printing import Extent, Setting
from edition.typeset.weasyprint.sheets import Sheet
from edition.typeset.weasyprint.units import PART_TITLE, Part


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a book by their ordinals, pressed or flowed, and its pages."""

    metadata: Metadata
    setting: Setting
    parts: tuple[Part, ...]
    pressed: Mapping[int, Pressed]
    flowed: Mapping[int, Extent]
    sheets: tuple[Sheet, ...]
    heads: RunningHeads


def pagination(layout: Layout) -> Pagination:
    """Give the page of every anchor, and the line of the original in which it begins."""
    pages: dict[str, Page] = {}
    lines: dict[str, int] = {}
    first = {sheet.part: sheet.index for sheet in reversed(layout.sheets)}
    for number in range(len(layout.parts)):
        for anchor, page in _anchors(layout, number):
            sheet = layout.sheets[first[number] + page]
            pages.setdefault(anchor, Page(sheet.index, sheet.label))
        if number in layout.pressed:
            lines |= line_numbers(layout.pressed[number].flow)
    return Pagination(pages, len(layout.sheets), lines)


def _anchors(layout: Layout, number: int) -> Iterator[tuple[str, int]]:
    """Yield the anchors of a part, each with the page of the part on which it begins."""
    if number in layout.flowed:
        yield from layout.flowed[number].anchors.items()
        return
    part, pressed = layout.parts[number], layout.pressed[number]
    lanes = lanes_of(layout.setting.style, len(part.lanes)).lanes
    yield part.id, 0
    for standing in standings(pressed.flow, pressed.frames):
        yield standing.anchor, standing.frame * pressed.pages + lanes[standing.lane].page


def outline(layout: Layout) -> Iterator[OutlineItem]:
    """Yield a bookmark for every division that has a title, and for every letter."""
    for part in layout.parts:
        if part.titles and not (part.kind == "letters" and part.id in _title_leaves(layout)):
            yield OutlineItem(1, " / ".join(dict.fromkeys(part.titles.values())), part.id)
        for unit in part.units:
            if unit.letter:
                yield OutlineItem(2, unit.letter.title, unit.letter.id)


def _title_leaves(layout: Layout) -> frozenset[str]:
    """Give the divisions whose title stands on a leaf of its own before them."""
    return frozenset(part.id for part in layout.parts if part.kind == PART_TITLE)
