"""Write rows: versions that begin level, one cell each."""

from collections.abc import Sequence

from lxml import etree

from edition.book.tree import Parallel, Side
from edition.render.html.elements import child
from edition.render.html.lanes import Lanes
from edition.render.html.paragraphs import write_paras


def write_row(parent: etree._Element, row: Parallel, lanes: Lanes) -> etree._Element:
    """Write ``div.row`` with a ``div.cell`` for each version; give the row."""
    made = child(parent, "div", f"row {row.role}", id=row.id, data_level=str(row.level) if row.level else "")
    sides = lanes.sides(row.sides)
    for side in sides:
        write_paras(write_cell(made, side, sides, lanes), side.paragraphs)
    return made


def write_heading_row(parent: etree._Element, row: Parallel, lanes: Lanes, level: int) -> etree._Element:
    """Write a row that is one heading, whose versions are its parts; give the heading."""
    heading = child(parent, f"h{level}", f"row {row.role}", id=row.id)
    sides = lanes.sides(row.sides)
    for ordinal, side in enumerate(sides):
        cell = write_cell(heading, side, sides, lanes, "span")
        for place, para in enumerate(side.paragraphs):
            if place:
                cell[-1].tail = " "
            write_paras(cell, (para,), "span")
        if side.paragraphs and any(after.paragraphs for after in sides[ordinal + 1 :]):
            cell.tail = " "
    return heading


def write_cell(
    row: etree._Element, side: Side, sides: Sequence[Side], lanes: Lanes, tag: str = "div"
) -> etree._Element:
    """Write the cell of a side, which is one of the sides of its row, without its words."""
    return child(row, tag, lanes.class_of(side, sides), lang=side.language, id=side.id)
