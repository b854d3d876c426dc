"""Paragraphs → LaTeX, each in its role and language, with its places and a mark for the log."""

from collections.abc import Iterable

from edition.book.tree import BookInline, Para, Run
from edition.render.latex.escape import name
from edition.render.latex.inline import inline
from edition.render.latex.languages import babel_name
from edition.render.latex.lines import fold
from edition.render.latex.pieces import Piece, call, command
from edition.render.latex.setting import Setting

SHORTEST_LAST_LINE = 8
"""The last line of a paragraph has at least so many characters (house rule of typography)."""


def paragraph(para: Para, setting: Setting, *, ids: Iterable[str] = (), role: str = "", level: int = 0) -> Piece:
    """Write a paragraph; ``ids`` are further names of the place where it begins, the first one its mark in the log."""
    names = [id for id in dict.fromkeys((*ids, para.id)) if id]
    content = at(names) + inline(tie_end(para.content), setting)
    language, mark = babel_name(para.language), name(names[0] if names else "")
    if role in ("item", "point") and level:
        marker = inline(para.marker, setting)
        return command("itempara", str(level), marker, language, mark, fold(content))
    marker = inline(para.marker, setting) + " " if para.marker else ""
    return command("para", role or para.role, language, mark, fold(marker + content))


def at(names: Iterable[str]) -> str:
    """Name the place where a paragraph begins."""
    listed = ",".join(name(id) for id in names if id)
    return call("at", listed) if listed else ""


def tie_end(content: tuple[BookInline, ...]) -> tuple[BookInline, ...]:
    """Tie the last words of a paragraph so that its last line is no scrap.

    >>> tie_end((Run("at the end of it."),))
    (Run(text='at the end\\xa0of\\xa0it.'),)
    """
    if not content or not isinstance(content[-1], Run):
        return content
    text = content[-1].text
    start = text.rfind(" ", 0, max(len(text) - SHORTEST_LAST_LINE, 0))
    if start < 0:
        return content
    return (*content[:-1], Run(text[: start + 1] + text[start + 1 :].replace(" ", "\N{NO-BREAK SPACE}")))
