"""What an output asks of the tree: how many cells a row has, and where notes and readings stand."""

from collections.abc import Sequence
from typing import Protocol

from lxml import etree

from edition.book.tree import Apparatus, ApparatusLine, Division, Footnote, Heading
from edition.render.html.lanes import Lanes


class HtmlTarget(Protocol):
    """Where an output wants the titles of divisions, the bodies of notes, and the apparatus.

    Notes and readings are offered twice: after the row that they belong to, and once its letter or text is complete.
    """

    def lanes(self, division: Division) -> tuple[str, ...]:
        """Give the languages for which every row of a division has a cell; none where rows have only their own."""

    def write_heading(self, section: etree._Element, heading: Heading, lanes: Lanes) -> None:
        """Write the heading of a division with its titles in all languages."""

    def after_row(
        self, parent: etree._Element, notes: Sequence[Footnote], readings: Sequence[ApparatusLine], lanes: Lanes
    ) -> None:
        """Write the notes called in a row, and the readings of its words; or leave them for later."""

    def at_end(
        self, parent: etree._Element, notes: Sequence[Footnote], apparatus: Apparatus | None, lanes: Lanes
    ) -> None:
        """Write the notes and the apparatus of one letter or text at its end; or nothing, if they stand at rows."""
