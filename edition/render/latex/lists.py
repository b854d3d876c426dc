"""Contents, lists and indexes → LaTeX."""

from collections.abc import Iterator

from edition.book.tree import BookInline, Contents, Index, IndexEntry, Run, Side, Spoken
from edition.render.latex.escape import escape, name
from edition.render.latex.inline import inline
from edition.render.latex.languages import babel_name
from edition.render.latex.lines import fold
from edition.render.latex.pieces import Piece, call, command, environment
from edition.render.latex.printed import printed
from edition.render.latex.setting import Setting


def write_contents(contents: Contents, setting: Setting) -> Iterator[Piece]:
    """Write the table of contents: titles side by side, leaders, page."""
    for line in contents.lines:
        cells = "".join(
            call("contentslast" if ordinal + 1 == len(line.titles) else "contentscell", *_title(side, setting))
            for ordinal, side in enumerate(line.titles)
        )
        target, page = name(line.target), escape(line.page)
        yield command("contentsrow", str(line.level), str(len(line.titles)), target, page, fold(cells))


def _title(side: Side, setting: Setting) -> tuple[str, str]:
    return babel_name(side.language), r"\lineend{}".join(inline(para.content, setting) for para in side.paragraphs)


def write_index(index: Index, setting: Setting) -> Iterator[Piece]:
    """Write an index in columns, its entries under the letters of the alphabet."""
    columns = environment("indexcolumns")
    for group in index.groups:
        if group.letter:
            columns.append(command("indexgroup", babel_name(index.language), printed(group.letter, setting.signs)))
        for entry in group.entries:
            words = fold(inline(tuple(_entry(entry)), setting))
            columns.append(command("indexentry", name(entry.id), babel_name(index.language), words))
    yield columns


def _entry(entry: IndexEntry) -> Iterator[BookInline]:
    """Join the parts of an entry by the punctuation that parts them."""
    yield Spoken(entry.language, entry.heading)
    if entry.gloss:
        yield from (Run(" "), *entry.gloss)
    yield from _parts(", ", entry.locators, ", ")
    yield from _parts(". ", entry.see, "; ")
    if entry.letters:
        yield from (Run("; "), *entry.letters)


def _parts(before: str, parts: tuple[tuple[BookInline, ...], ...], between: str) -> Iterator[BookInline]:
    for place, part in enumerate(parts):
        yield Run(between if place else before)
        yield from part
