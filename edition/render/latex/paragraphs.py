"""Paragraphs → LaTeX, each in its role and language, with its places and a mark for the log."""

from collections.abc import Iterable

from edition.book.tree import BookInline, Para, Run, words
from edition.render.latex.escape import name
from edition.render.latex.inline import inline
from edition.render.latex.languages import babel_name
from edition.render.latex.lines import fold
from edition.render.latex.pieces import Piece, call, command
from edition.render.latex.printed import printed
from edition.render.latex.setting import Setting

SHORTEST_LAST_LINE = 8
"""The last line of a paragraph has at least so many characters (house rule of typography)."""
_LONGEST_END = 24
_RUNNING = frozenset({"opening", "paragraph", "point", "continuation", "postscript"})


def paragraph(para: Para, setting: Setting, *, ids: Iterable[str] = (), role: str = "", level: int = 0) -> Piece:
    """Write a paragraph; ``ids`` are further names of the place where it begins, the first one its mark in the log."""
    names = [id for id in dict.fromkeys((*ids, para.id)) if id]
    content = _evenness(role or para.role, para, setting) + at(names) + _words(para.content, setting)
    language, mark = babel_name(para.language), name(names[0] if names else "")
    if role in ("item", "point") and level:
        marker = inline(para.marker, setting)
        return command("itempara", str(level), marker, language, mark, fold(content))
    marker = inline(para.marker, setting) + " " if para.marker else ""
    return command("para", role or para.role, language, mark, fold(marker + content))


def _evenness(role: str, para: Para, setting: Setting) -> str:
    """Let the right edge of list items, and of paragraphs of two lines, be uneven.

    In narrow lines no eye minds that, but every eye the holes that an even edge would tear into them.
    """
    short = len(words(para.content)) <= 2 * setting.characters
    return r"\uneven{}" if role == "item" or (short and role in _RUNNING) else ""


def at(names: Iterable[str]) -> str:
    """Name the place where a paragraph begins."""
    listed = ",".join(name(id) for id in names if id)
    return call("at", listed) if listed else ""


def _words(content: tuple[BookInline, ...], setting: Setting) -> str:
    if not content or not isinstance(content[-1], Run):
        return inline(content, setting)
    before, end = part_end(content[-1].text)
    return inline((*content[:-1], Run(before)), setting) + (
        call("unbroken", printed(end, setting.signs)) if end else ""
    )


def part_end(text: str) -> tuple[str, str]:
    """Part the last words of a paragraph from the others, tied to each other, so that its last line is no scrap.

    >>> part_end("at the end of it.")
    ('at the ', 'end\\xa0of\\xa0it.')
    >>> part_end("чему равняется")
    ('чему ', 'равняется')
    """
    start = text.rfind(" ", 0, max(len(text) - SHORTEST_LAST_LINE, 0)) + 1
    end = text[start:]
    return (text[:start], end.replace(" ", "\N{NO-BREAK SPACE}")) if start and len(end) <= _LONGEST_END else (text, "")
