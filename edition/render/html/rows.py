"""Write rows: versions that begin level, one cell each, with the notes called in them."""

from lxml import etree

from edition.book.tree import Caller, Footnote, Parallel, Side
from edition.render.html.elements import child
from edition.render.html.inline import nothing
from edition.render.html.paragraphs import write_paras
from edition.render.html.target import HtmlTarget


def write_row(parent: etree._Element, row: Parallel, target: HtmlTarget) -> None:
    """Write ``div.row`` with a ``div.cell`` for each version, and the row's notes where the target wants them."""
    made = child(parent, "div", f"row {row.role}", id=row.id, data_level=str(row.level) if row.level else "")
    called = _NotesOfRow(row, target)
    for ordinal, side in enumerate(row.sides):
        cell = child(made, "div", side_class(ordinal, side), lang=side.language, id=side.id)
        write_paras(cell, side.paragraphs, called.after)
    called.finish(made[-1] if len(made) else made)


def write_heading_row(parent: etree._Element, row: Parallel, target: HtmlTarget, level: int) -> etree._Element:
    """Write the heading of a letter: one heading, whose versions are its parts; give the heading.

    Notes called there stand after the heading, for a heading's words become bookmarks and lines of contents.
    """
    heading = child(parent, f"h{level}", f"row {row.role}", id=row.id)
    for ordinal, side in enumerate(row.sides):
        cell = child(heading, "span", side_class(ordinal, side), lang=side.language, id=side.id)
        for place, para in enumerate(side.paragraphs):
            if place:
                cell[-1].tail = " "
            write_paras(cell, (para,), nothing, "span")
        if ordinal + 1 < len(row.sides):
            cell.tail = " "
    _NotesOfRow(row, target).finish(parent)
    return heading


def side_class(ordinal: int, side: Side) -> str:
    """Name the part that a side plays: the first version is the original, those after it translate it."""
    part = "original" if ordinal == 0 else "translation"
    return f"cell {part}" if side.paragraphs else f"cell {part} empty"


class _NotesOfRow:
    """Offers each note of a row to the target at its first caller, in whichever version that stands."""

    def __init__(self, row: Parallel, target: HtmlTarget) -> None:
        self._target = target
        self._waiting: dict[str, Footnote] = {note.id: note for note in row.notes}
        self._names = {name: note.id for note in row.notes for name in (note.id, *(side.id for side in note.sides))}

    def after(self, parent: etree._Element, caller: Caller) -> None:
        """Offer the caller's note, unless another caller brought it already."""
        note = self._waiting.pop(self._names.get(caller.note, ""), None)
        if note:
            self._target.at_caller(parent, note)

    def finish(self, parent: etree._Element) -> None:
        """Offer the notes that no caller of this row brought: no note is lost."""
        for note in self._waiting.values():
            self._target.at_caller(parent, note)
        self._waiting.clear()
