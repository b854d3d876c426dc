"""Write divisions of the book: ``section`` for a division, ``article`` for a letter, headings in order."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from lxml import etree

from edition.book.tree import (
    Apparatus,
    Block,
    BookInline,
    Break,
    Contents,
    Division,
    Entry,
    Footnote,
    Heading,
    Index,
    Para,
    Parallel,
    words,
)
from edition.render.html.elements import child, element
from edition.render.html.index import write_index
from edition.render.html.inline import write_inline
from edition.render.html.lists import write_apparatus, write_contents
from edition.render.html.paragraphs import spoken_here, write_para
from edition.render.html.rows import write_heading_row, write_row
from edition.render.html.target import HtmlTarget

_ENTRY_LEVEL = 2


def render_division(division: Division, target: HtmlTarget) -> etree._Element:
    """Make ``section`` of a division; notes that stand outside letters close it where the target wants them."""
    section = element("section", f"division {division.kind}", id=division.id, lang=division.language)
    _write_blocks(section, division.blocks, target)
    target.at_end(section, tuple(_notes(block for block in division.blocks if isinstance(block, Parallel))))
    return section


def _write_blocks(section: etree._Element, blocks: Iterable[Block], target: HtmlTarget) -> None:
    level = 0
    for block in blocks:
        if isinstance(block, Heading):
            level = block.level
        _write_block(section, block, target, level)


def _write_block(section: etree._Element, block: Block, target: HtmlTarget, level: int) -> None:
    match block:
        case Para():
            write_para(section, block)
        case Parallel():
            _write_row(section, block, target, level)
        case Heading():
            _write_heading(section, block)
        case Apparatus():
            write_apparatus(section, block)
        case Contents():
            write_contents(section, block)
        case Index():
            write_index(section, block, level + 1)
        case Entry():
            _write_entry(section, block, target)
        case _:
            assert_never(block)


def _write_row(parent: etree._Element, row: Parallel, target: HtmlTarget, level: int) -> None:
    """Write a row; a row that is a heading stands one level below the heading that it is under."""
    if row.role == "heading":
        write_heading_row(parent, row, target, level + 1)
    else:
        write_row(parent, row, target)


def _write_heading(section: etree._Element, heading: Heading) -> None:
    language = spoken_here(section, heading.language)
    made = child(section, f"h{heading.level}", id=heading.id, lang=language)
    write_inline(made, heading.content)
    if any(isinstance(node, Break) for node in heading.content):
        made.set("data-running", words(_last_line(heading.content)))


def _last_line(content: tuple[BookInline, ...]) -> tuple[BookInline, ...]:
    """Give what stands after the last break: a running head has room for the title in one language."""
    place = max(place for place, node in enumerate(content) if isinstance(node, Break))
    return content[place + 1 :]


def _write_entry(section: etree._Element, entry: Entry, target: HtmlTarget) -> None:
    article = child(section, "article", "entry", id=entry.id)
    heading = write_heading_row(article, entry.heading, target, _ENTRY_LEVEL)
    heading.set("data-title", entry.title)
    last = entry.heading.sides[-1].language if entry.heading.sides else ""
    heading.set("data-running", entry.running.get(last, ""))
    heading.set("data-status", entry.status.get(last, ""))
    for row in (*entry.rows, entry.source):
        _write_row(article, row, target, _ENTRY_LEVEL)
    if entry.apparatus:
        write_apparatus(article, entry.apparatus)
    target.at_end(article, tuple(_notes((entry.heading, *entry.rows, entry.source))))


def _notes(rows: Iterable[Block]) -> Iterator[Footnote]:
    for row in rows:
        if isinstance(row, Parallel):
            yield from row.notes
