"""Write the textual apparatus: readings one by one after their rows, or all of a letter together."""

from lxml import etree

from edition.book.tree import Apparatus, ApparatusLine, Para, Side
from edition.render.html.elements import child
from edition.render.html.inline import write_inline
from edition.render.html.lanes import Lanes
from edition.render.html.paragraphs import spoken_here, write_paras
from edition.render.html.rows import write_cell


def write_reading(parent: etree._Element, line: ApparatusLine, lanes: Lanes) -> None:
    """Write one entry as ``aside.reading``; only the cell of its own version has words."""
    made = child(parent, "aside", "reading", id=line.id, data_lemma=line.lemma_at)
    para = Para(line.content, line.language, "reading-line")
    sides = lanes.sides((Side(line.language, (para,), lane=line.lane),))
    for side in sides:
        write_paras(write_cell(made, side, sides, lanes), side.paragraphs)


def write_apparatus(parent: etree._Element, apparatus: Apparatus) -> None:
    """Write the readings of a letter, a paragraph each."""
    made = child(parent, "div", "apparatus")
    for line in apparatus.lines:
        reading = child(made, "p", "reading", lang=spoken_here(made, line.language), id=line.id)
        write_inline(reading, line.content)
