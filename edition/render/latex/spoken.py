"""Which languages a book speaks."""

from collections.abc import Iterable, Iterator

from edition.book.tree import (
    Anchored,
    Apparatus,
    Block,
    Book,
    BookInline,
    Contents,
    Entry,
    Heading,
    Index,
    Linked,
    Para,
    Parallel,
    Side,
    Spoken,
    Styled,
)


def languages_of(book: Book) -> tuple[str, ...]:
    """List the tags of all languages in the book, sorted."""
    found = set(book.metadata.languages)
    for division in book.divisions:
        for block in division.blocks:
            found.update(_block(block))
    return tuple(sorted(found))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Para():
            yield block.language
            yield from _inline(block.content)
        case Heading(_, sides):
            yield from _sides(sides)
        case Parallel():
            yield from _row(block)
        case Apparatus(lines):
            for line in lines:
                yield line.language
                yield from _inline(line.content)
        case Contents(lines):
            for contents_line in lines:
                for side in contents_line.titles:
                    yield side.language
        case Index():
            yield from _index(block)
        case Entry():
            for row in (block.heading, *block.rows, block.source):
                yield from _row(row)
            if block.apparatus:
                yield from _block(block.apparatus)


def _row(row: Parallel) -> Iterator[str]:
    yield from _sides((*row.sides, *(side for note in row.notes for side in note.sides)))


def _sides(sides: Iterable[Side]) -> Iterator[str]:
    for side in sides:
        yield side.language
        for para in side.paragraphs:
            yield from _block(para)


def _index(index: Index) -> Iterator[str]:
    yield index.language
    for entry in (entry for group in index.groups for entry in group.entries):
        yield entry.language
        parts = (entry.heading, entry.gloss, *entry.locators, *entry.see, entry.letters)
        yield from (tag for part in parts for tag in _inline(part))


def _inline(nodes: Iterable[BookInline]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Spoken):
            yield node.language
        if isinstance(node, Spoken | Styled | Anchored | Linked):
            yield from _inline(node.children)
