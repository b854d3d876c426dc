"""What an output asks of the tree: where the bodies of notes stand, and what they are."""

from typing import Protocol

from lxml import etree

from edition.book.tree import Footnote


class HtmlTarget(Protocol):
    """Where an output wants the bodies of notes.

    The renderer offers each note twice: at its first caller, and once its letter or text is complete.
    """

    def at_caller(self, parent: etree._Element, note: Footnote) -> None:
        """Write the note right after its first caller, inside the caller's paragraph; or leave it for later."""

    def at_end(self, parent: etree._Element, notes: tuple[Footnote, ...]) -> None:
        """Write the notes of one letter or text at its end; or nothing, if they stand at their callers."""
