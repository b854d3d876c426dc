"""Which versions stand side by side: a lane for each language, in the order of the book."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from edition.book.tree import Division, Entry, Footnote, Heading, Parallel, Side


@dataclass(frozen=True, slots=True)
class Lanes:
    """The languages for which every row has a cell, and the one that is the original.

    Without ``languages`` a row has cells for its own sides alone.
    """

    languages: tuple[str, ...] = ()
    original: str = ""

    def of(self, original: str) -> "Lanes":
        """Give the same lanes for a document that was written in another language."""
        return replace(self, original=original)

    def sides(self, sides: Sequence[Side]) -> tuple[Side, ...]:
        """Give a side for every lane, without words where a version is lacking; no side is lost.

        >>> [side.language for side in Lanes(("ru", "en-GB")).sides((Side("en-US", (), lane="en-GB"),))]
        ['ru', 'en-US']
        """
        found = {side.place: side for side in sides}
        if len(found) < len(sides) or not found.keys() <= set(self.languages):
            return tuple(sides)
        return tuple(found.get(language) or Side(language, ()) for language in self.languages)

    def class_of(self, side: Side, sides: Sequence[Side]) -> str:
        """Name the part that a side plays: the original (the first, where none of them is), or what translates it."""
        languages = [each.language for each in sides]
        original = self.original if self.original in languages else languages[0]
        part = "original" if side.language == original else "translation"
        return f"cell {part}" if side.paragraphs else f"cell {part} empty"


def lanes_of(division: Division) -> tuple[str, ...]:
    """Give the languages that stand side by side in a division; none where it has more in it than rows.

    >>> lanes_of(Division("sources", "s", "back", "ru", {}, (Parallel((Side("ru", ()), Side("en", ()))),)))
    ('ru', 'en')
    """
    blocks = division.blocks
    if not all(isinstance(block, Heading | Parallel | Entry) for block in blocks):
        return ()
    if all(isinstance(block, Heading) for block in blocks):
        return ()
    rows = sorted((sides for block in blocks for sides in _rows(block)), key=len, reverse=True)
    return tuple(dict.fromkeys(side.place for sides in rows for side in sides))


def _rows(block: object) -> Iterator[tuple[Side, ...]]:
    match block:
        case Heading(_, sides):
            yield sides
        case Parallel():
            yield block.sides
            yield from _of_notes(block.notes)
        case Entry():
            for row in (block.heading, *block.rows, block.source):
                yield from _rows(row)


def _of_notes(notes: tuple[Footnote, ...]) -> Iterator[tuple[Side, ...]]:
    for note in notes:
        yield note.sides
