"""Write an index: groups under the letters of its alphabet, entries with locators that lead to the words."""

from lxml import etree

from edition.book.tree import BookInline, Index, IndexEntry
from edition.render.html.elements import child, write
from edition.render.html.inline import write_inline


def write_index(parent: etree._Element, index: Index, level: int) -> None:
    """Write ``section.index``; the letters of the alphabet are headings of the given level."""
    made = child(parent, "section", "index", lang=index.language, role="doc-index")
    for group in index.groups:
        section = child(made, "section", "group")
        if group.letter:
            write(child(section, f"h{level}", "letter"), group.letter)
        entries = child(section, "ul", "entries")
        for entry in group.entries:
            _write_entry(child(entries, "li", "index-entry", id=entry.id), entry)


def _write_entry(line: etree._Element, entry: IndexEntry) -> None:
    """Write heading, gloss, locators and *see* references, with the punctuation that parts them."""
    write_inline(child(line, "span", "heading", lang=entry.language), entry.heading)
    if entry.gloss:
        write(line, " ")
        write_inline(child(line, "span", "gloss"), entry.gloss)
    _write_parts(line, "locators", ", ", entry.locators)
    _write_parts(line, "see", ". ", entry.see, "; ")
    if entry.letters:
        write(line, "; ")
        write_inline(child(line, "span", "letters"), entry.letters)


def _write_parts(
    line: etree._Element, class_: str, before: str, parts: tuple[tuple[BookInline, ...], ...], between: str = ", "
) -> None:
    if not parts:
        return
    write(line, before)
    span = child(line, "span", class_)
    for place, part in enumerate(parts):
        if place:
            write(span, between)
        write_inline(span, part)
