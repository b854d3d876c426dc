"""Notes → LaTeX: each side goes to the foot of its own column, at the place of its caller."""

from collections.abc import Callable, Iterable

from edition.book.tree import BookInline, Para
from edition.render.latex.escape import escape, name
from edition.render.latex.languages import babel_name
from edition.render.latex.pieces import call
from edition.render.latex.setting import NoteSide, Setting

WriteInline = Callable[[Iterable[BookInline], Setting], str]


def note_text(note: NoteSide, inline: WriteInline, setting: Setting) -> str:
    """Write one side of a note; nothing where that version has no words for it."""
    if not note.side.paragraphs:
        return ""
    ids = ",".join(name(id) for id in note.ids)
    body = "".join(_paragraph(para, note, inline, setting) for para in note.side.paragraphs)
    return call("notetext", ids, name(note.caller), escape(note.number), body)


def _paragraph(para: Para, note: NoteSide, inline: WriteInline, setting: Setting) -> str:
    marker = inline(para.marker, setting) + " " if para.marker else ""
    mark = name(note.ids[-1] if note.ids else "")
    return call("notepara", babel_name(para.language), mark, marker + inline(para.content, setting))
