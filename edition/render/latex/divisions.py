"""Divisions of the book → LaTeX: fresh pages, headings, running heads, bookmarks."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from edition.book.tree import (
    Apparatus,
    Block,
    Book,
    BookInline,
    Break,
    Contents,
    Division,
    Entry,
    Heading,
    Index,
    Para,
    Parallel,
    Spoken,
    words,
)
from edition.render.latex.escape import escape_string, name
from edition.render.latex.inline import inline
from edition.render.latex.languages import babel_name
from edition.render.latex.lines import fold
from edition.render.latex.lists import write_contents, write_index
from edition.render.latex.paragraphs import paragraph
from edition.render.latex.pieces import Piece, command, environment
from edition.render.latex.printed import printed
from edition.render.latex.rows import Row, rows_of_entry, write_rows
from edition.render.latex.setting import Setting

# Matter that is numbered anew, on a recto; the back matter goes on from the body.
_MATTERS = {"front": "frontmatter", "body": "mainmatter"}
_ON_RECTO = frozenset({"half-title", "contents", "letters"})
_DISPLAYED = {
    "half-title": "titlematter",
    "title-page": "titlematter",
    "copyright": "smallmatter",
    "colophon": "smallmatter",
}


def write_divisions(book: Book, setting: Setting) -> Iterator[Piece]:
    """Write every division of the book, each on a fresh page; front matter is numbered by itself."""
    matter = ""
    for division in book.divisions:
        if division.matter != matter:
            matter = division.matter
            if matter in _MATTERS:
                yield command(_MATTERS[matter])
        yield from _division(division, book, setting)


def _division(division: Division, book: Book, setting: Setting) -> Iterator[Piece]:
    yield command("rectodivision" if division.kind in _ON_RECTO else "division", name(division.id))
    yield _running_heads(division, book, setting)
    if division.titles:
        yield _bookmark(division.id, " / ".join(dict.fromkeys(division.titles.values())), 0)
    if division.kind in _DISPLAYED:
        page = environment(_DISPLAYED[division.kind])
        for para in _paragraphs(division.blocks):
            page.append(paragraph(para, setting))
        yield page
    else:
        yield from _blocks(division.blocks, setting)


def _running_heads(division: Division, book: Book, setting: Setting) -> Piece:
    running = list(book.metadata.running_title.values())
    verso = printed(running[0] if running else "", setting.signs)
    recto = r"\entriesofpage" if division.kind == "letters" else printed(_last(division), setting.signs)
    return command("runningheads", verso, recto)


def _last(division: Division) -> str:
    return list(division.titles.values())[-1] if division.titles else ""


def _bookmark(target: str, title: str, level: int) -> Piece:
    return command("bookmark", escape_string(title), options=f"level={level},dest={{{name(target)}}}")


def _paragraphs(blocks: Sequence[Block]) -> Iterator[Para]:
    for block in blocks:
        if isinstance(block, Para):
            yield block
        elif isinstance(block, Parallel):
            for side in block.sides:
                yield from side.paragraphs


def _blocks(blocks: Sequence[Block], setting: Setting) -> Iterator[Piece]:
    """Write blocks; rows that follow each other share their columns."""
    waiting: list[Row] = []
    for block in blocks:
        match block:
            case Parallel():
                waiting.append(Row(block))
                continue
            case Entry():
                yield _bookmark(block.id, _entry_title(block), 1)
                waiting += rows_of_entry(block, setting)
                continue
        yield from write_rows(waiting, setting)
        waiting = []
        yield from _block(block, setting)
    yield from write_rows(waiting, setting, last=True)


def _entry_title(entry: Entry) -> str:
    if entry.title:
        return entry.title
    return " ".join(words(para.content) for side in entry.heading.sides[-1:] for para in side.paragraphs)


def _block(block: Para | Heading | Apparatus | Contents | Index, setting: Setting) -> Iterator[Piece]:
    match block:
        case Para():
            yield paragraph(block, setting)
        case Heading():
            yield _heading(block, setting)
        case Apparatus(lines):
            for line in lines:
                yield paragraph(Para(line.content, line.language, "reading", line.id), setting)
        case Contents():
            yield from write_contents(block, setting)
        case Index():
            yield from write_index(block, setting)
        case _:
            assert_never(block)


def _heading(heading: Heading, setting: Setting) -> Piece:
    """Write the titles one under the other, in the language of the first."""
    content: list[BookInline] = []
    for side in heading.sides:
        title = tuple(node for para in side.paragraphs for node in para.content)
        content += (Break(), Spoken(side.language, title)) if content else title
    language = babel_name(heading.sides[0].language)
    return command("divisionheading", str(heading.level), language, name(heading.id), fold(inline(content, setting)))
