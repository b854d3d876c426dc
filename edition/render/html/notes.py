"""Write the bodies of notes: for print at their callers, for reading on a screen after their letter."""

from lxml import etree

from edition.book.tree import Footnote, Linked, Run, Side
from edition.render.html.elements import child, write
from edition.render.html.inline import write_inline
from edition.render.html.paragraphs import fill_para, write_paras
from edition.render.html.rows import side_class

EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"


class PrintTarget:
    """Notes stand as ``span.footnote`` right after their first caller, where ``float: footnote`` takes them.

    They are spans because HTML closes a paragraph before a ``div``: style them as blocks.
    """

    def at_caller(self, parent: etree._Element, note: Footnote) -> None:
        """Write the whole note, one ``span.cell`` a version, its number in the first paragraph of each."""
        body = child(parent, "span", f"footnote {note.kind}", id=note.id)
        for ordinal, side in enumerate(note.sides):
            cell = child(body, "span", side_class(ordinal, side), lang=side.language, id=side.id)
            for place, para in enumerate(side.paragraphs):
                opening = child(cell, "span", f"para {para.role}", id=para.id)
                if place == 0:
                    _write_number(opening, note, ordinal)
                fill_para(opening, para)

    def at_end(self, parent: etree._Element, notes: tuple[Footnote, ...]) -> None:
        """Write nothing: the notes stand at their callers."""


class EbookTarget:
    """Notes stand in ``section.footnotes`` after their letter, each side an ``aside`` that readers show at its caller.

    Readers differ in whether they follow ``epub:type`` or the DPUB-ARIA role; both are given.
    """

    def at_caller(self, parent: etree._Element, note: Footnote) -> None:
        """Write nothing: the notes stand at the end."""

    def at_end(self, parent: etree._Element, notes: tuple[Footnote, ...]) -> None:
        """Write the notes in order, those of one number side by side."""
        if not notes:
            return
        section = child(parent, "section", "footnotes")
        section.set(EPUB_TYPE, "footnotes")
        for note in notes:
            row = child(section, "div", f"row footnote {note.kind}", id=note.id)
            for ordinal, side in enumerate(note.sides):
                _write_aside(row, note, ordinal, side)


def _write_aside(row: etree._Element, note: Footnote, ordinal: int, side: Side) -> None:
    if not side.paragraphs:
        child(row, "div", side_class(ordinal, side), lang=side.language)
        return
    aside = child(row, "aside", side_class(ordinal, side), lang=side.language, id=side.id, role="doc-footnote")
    aside.set(EPUB_TYPE, "footnote")
    first, *others = side.paragraphs
    opening = child(aside, "p", first.role, id=first.id)
    _write_number(opening, note, ordinal)
    fill_para(opening, first)
    write_paras(aside, others)


def _write_number(parent: etree._Element, note: Footnote, ordinal: int) -> None:
    number = child(parent, "span", "number")
    caller = note.callers[ordinal] if ordinal < len(note.callers) else ""
    if caller:
        write_inline(number, (Linked(caller, (Run(note.number),), "backlink"),))
    else:
        write(number, note.number)
    write(parent, " ")


PRINT = PrintTarget()
EBOOK = EbookTarget()
