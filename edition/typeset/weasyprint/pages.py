"""A galley and plans of sheets → pages: lines are cut out of the galley and put where the plans say.

Every box on a page is a copy that stands nowhere else, and keeps the element that it belongs to: links, names of
places and tags are found by it. The boxes around a line are copied with it, as far as they reach on that page.
"""

from collections.abc import Mapping, Sequence
from typing import Final

import weasyprint

from edition.typeset.weasyprint.furniture import Furniture, Hung
from edition.typeset.weasyprint.galley import Galley
from edition.typeset.weasyprint.lanes import PageSize
from edition.typeset.weasyprint.lines import SetLine
from edition.typeset.weasyprint.private import (
    POINTS,
    Box,
    baseline_of,
    box_of,
    forget_anchor,
    is_line,
    page_with,
)
from edition.typeset.weasyprint.sheetplan import LineNumber, Placed, SheetPlan

_SPACINGS: Final = tuple(
    f"{kind}_{side}{width}"
    for kind, width in (("margin", ""), ("padding", ""), ("border", "_width"))
    for side in ("top", "bottom", "left", "right")
)


def make_pages(
    galley: Galley, plans: Sequence[SheetPlan], furniture: Furniture, size: PageSize
) -> tuple[weasyprint.Page, ...]:
    """Make a page for each plan."""
    (endless,) = galley.document.pages
    return tuple(_page(galley, plan, furniture, size, box_of(endless)) for plan in plans)


def furnish(page: weasyprint.Page, plan: SheetPlan, furniture: Furniture) -> weasyprint.Page:
    """Add heads and folios to a page that the engine made."""
    box = box_of(page).copy()
    tree = _PageTree({})
    for hung in furniture.on(plan, {}):
        tree.hang_fitting(hung)
    box.children = [*box.children, *tree.grown()]
    return page_with(box)


def _page(galley: Galley, plan: SheetPlan, furniture: Furniture, size: PageSize, endless: Box) -> weasyprint.Page:
    tree = _PageTree(galley.first_lines)
    baselines: dict[LineNumber, float] = {}
    for place, piece in enumerate(plan.pieces):
        lines = tree.hang_piece(galley, piece)
        for number in plan.numbers:
            if number.piece == place:
                baselines[number] = baseline_of(lines[number.line - piece.first])
    for piece in plan.foot:
        tree.hang_piece(galley, piece)
    for hung in furniture.on(plan, baselines):
        tree.hang_fitting(hung)
    box = endless.copy()
    box.children = tree.grown()
    box.background = None
    _without_spacing(box)
    box.position_x = box.position_y = 0.0
    box.width, box.height = size.width / POINTS, size.height / POINTS
    return page_with(box)


class _PageTree:
    """Grows the tree of a page, line by line; lines that follow each other share the boxes around them."""

    def __init__(self, first_lines: Mapping[int, Box]) -> None:
        self._first_lines = first_lines
        self._roots: list[Box] = []
        self._open: list[tuple[Box, Box]] = []

    def hang_piece(self, galley: Galley, piece: Placed) -> list[Box]:
        """Put the lines of a piece in their place, and give them."""
        unit = galley.units[piece.unit]
        cells = unit.notes[piece.note] if piece.note else unit.rows[piece.row]
        chosen = cells[piece.lane].lines[piece.first : piece.end]
        dx = piece.x / POINTS - chosen[0].chain[chosen[0].cell].content_box_x()
        dy = piece.top / POINTS - chosen[0].box.position_y
        return [self._hang_line(line, dx, dy) for line in chosen]

    def _hang_line(self, line: SetLine, dx: float, dy: float) -> Box:
        made = line.box.deepcopy()
        for box in made.descendants():
            if box.style["anchor"] not in line.begins:
                forget_anchor(box)
        made.translate(dx, dy)
        self._hang(made, line.chain, line.box)
        return made

    def hang_fitting(self, hung: Hung) -> None:
        """Put a piece of furniture in its place."""
        fitting = hung.fitting
        made = (fitting.line or fitting.block).deepcopy()
        made.translate(hung.dx, hung.dy)
        self._hang(made, (*fitting.around, fitting.block) if fitting.line else fitting.around, made)

    def _hang(self, made: Box, chain: Sequence[Box], line: Box) -> None:
        shared = 0
        while shared < min(len(chain), len(self._open)) and self._open[shared][0] is chain[shared]:
            shared += 1
        del self._open[shared:]
        for original in chain[shared:]:
            copied = original.copy()
            copied.children = []
            if self._first_lines.get(id(original)) is not line:
                forget_anchor(copied)
            self._add(copied)
            self._open.append((original, copied))
        self._add(made)

    def _add(self, box: Box) -> None:
        siblings = self._open[-1][1].children if self._open else self._roots
        assert isinstance(siblings, list)  # every open box is a copy made here
        siblings.append(box)

    def grown(self) -> list[Box]:
        """Give the roots of all that was hung, every box as large as what is in it."""
        for root in self._roots:
            _fit(root)
        return self._roots


def _fit(box: Box) -> None:
    if is_line(box) or not box.children:
        return
    for child in box.children:
        _fit(child)
    _without_spacing(box)
    box.background = None
    box.position_x = min(child.position_x for child in box.children)
    box.position_y = min(child.position_y for child in box.children)
    box.width = max(child.position_x + child.width for child in box.children) - box.position_x
    box.height = max(child.position_y + child.height for child in box.children) - box.position_y


def _without_spacing(box: Box) -> None:
    for name in _SPACINGS:
        setattr(box, name, 0.0)
