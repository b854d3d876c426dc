"""The two outputs that are made of HTML: pages in print, and a screen."""

from collections.abc import Sequence

from lxml import etree

from edition.book.tree import Apparatus, ApparatusLine, Break, Division, Footnote, Heading, Spoken, words
from edition.render.html.apparatus import write_apparatus, write_reading
from edition.render.html.elements import child
from edition.render.html.inline import write_inline
from edition.render.html.lanes import Lanes, lanes_of
from edition.render.html.notes import write_note, write_notes_section
from edition.render.html.paragraphs import spoken_here
from edition.render.html.rows import write_cell


class PrintTarget:
    """Notes and readings stand right after the row that they belong to, with cells like its own.

    The page maker needs as many cells in every row of a division as it has lanes.
    """

    def lanes(self, division: Division) -> tuple[str, ...]:
        """Give the languages of all rows of a division that is made of rows."""
        return lanes_of(division)

    def write_heading(self, section: etree._Element, heading: Heading, lanes: Lanes) -> None:
        """Write a row whose cells are the titles, each of which running heads repeat on the pages of its language."""
        made = child(section, f"h{heading.level}", "row division-heading", id=heading.id)
        sides = lanes.sides(heading.sides)
        for ordinal, side in enumerate(sides):
            cell = write_cell(made, side, sides, lanes, "span")
            title = " ".join(words(para.content) for para in side.paragraphs)
            for para in side.paragraphs:
                write_inline(cell, para.content)
            if title:
                cell.set("data-running", title)
            if title and any(after.paragraphs for after in sides[ordinal + 1 :]):
                cell.tail = " "

    def after_row(
        self, parent: etree._Element, notes: Sequence[Footnote], readings: Sequence[ApparatusLine], lanes: Lanes
    ) -> None:
        """Write the readings of a row, then its notes."""
        for line in readings:
            write_reading(parent, line, lanes)
        for note in notes:
            write_note(parent, note, lanes)

    def at_end(
        self, parent: etree._Element, notes: Sequence[Footnote], apparatus: Apparatus | None, lanes: Lanes
    ) -> None:
        """Write nothing: all stands at its row."""


class EbookTarget:
    """A letter's apparatus and its notes, in a section of their own, stand after it."""

    def lanes(self, division: Division) -> tuple[str, ...]:
        """Give none: on a screen a row has its own versions alone."""
        return ()

    def write_heading(self, section: etree._Element, heading: Heading, lanes: Lanes) -> None:
        """Write the titles as lines of one heading, in the language of the first."""
        first = heading.sides[0].language
        made = child(section, f"h{heading.level}", id=heading.id, lang=spoken_here(section, first))
        for ordinal, side in enumerate(heading.sides):
            content = tuple(node for para in side.paragraphs for node in para.content)
            write_inline(made, content if ordinal == 0 else (Break(), Spoken(side.language, content)))

    def after_row(
        self, parent: etree._Element, notes: Sequence[Footnote], readings: Sequence[ApparatusLine], lanes: Lanes
    ) -> None:
        """Write nothing: the notes stand at the end."""

    def at_end(
        self, parent: etree._Element, notes: Sequence[Footnote], apparatus: Apparatus | None, lanes: Lanes
    ) -> None:
        """Write the readings, then the notes in order, those of one number side by side."""
        if apparatus:
            write_apparatus(parent, apparatus)
        if notes:
            write_notes_section(parent, tuple(notes), lanes)


PRINT = PrintTarget()
EBOOK = EbookTarget()
