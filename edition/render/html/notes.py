"""Write the bodies of notes: for print after the row that calls them, for reading on a screen after their letter."""

from lxml import etree

from edition.book.tree import Footnote, Linked, Para, Run, Side
from edition.render.html.elements import child, write
from edition.render.html.inline import write_inline
from edition.render.html.lanes import Lanes
from edition.render.html.paragraphs import fill_para, write_paras
from edition.render.html.rows import write_cell

EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"


def write_note(parent: etree._Element, note: Footnote, lanes: Lanes) -> None:
    """Write a note as ``aside.footnote`` with a cell for each version, its number in the first paragraph of each."""
    body = child(parent, "aside", f"footnote {note.kind}", id=note.id)
    callers = _callers(note)
    sides = lanes.sides(note.sides)
    for side in sides:
        cell = write_cell(body, side, sides, lanes)
        _write_body(cell, side, note.number, callers.get(side.language, ""))


def write_notes_section(parent: etree._Element, notes: tuple[Footnote, ...], lanes: Lanes) -> None:
    """Write notes as ``section.footnotes``: each side is an ``aside``, which reading systems show at its caller.

    They differ in whether they follow ``epub:type`` or the DPUB-ARIA role; both are given.
    """
    section = child(parent, "section", "footnotes")
    section.set(EPUB_TYPE, "footnotes")
    for note in notes:
        row = child(section, "div", f"row footnote {note.kind}", id=note.id)
        callers = _callers(note)
        for side in note.sides:
            if not side.paragraphs:
                child(row, "div", lanes.class_of(side, note.sides), lang=side.language)
                continue
            aside = write_cell(row, side, note.sides, lanes, "aside")
            aside.set("role", "doc-footnote")
            aside.set(EPUB_TYPE, "footnote")
            _write_body(aside, side, note.number, callers.get(side.language, ""))


def _callers(note: Footnote) -> dict[str, str]:
    return {side.language: caller for side, caller in zip(note.sides, note.callers, strict=False)}


def _write_body(cell: etree._Element, side: Side, number: str, caller: str) -> None:
    if not side.paragraphs:
        return
    first, *others = side.paragraphs
    _write_first(cell, first, number, caller)
    write_paras(cell, others)


def _write_first(cell: etree._Element, para: Para, number: str, caller: str) -> None:
    """Write the first paragraph of a note: its number leads back to the caller, where there is one."""
    opening = child(cell, "p", para.role, id=para.id)
    place = child(opening, "span", "number")
    if caller:
        write_inline(place, (Linked(caller, (Run(number),), "backlink"),))
    else:
        write(place, number)
    write(opening, " ")
    fill_para(opening, para)
