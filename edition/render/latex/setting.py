"""What writing a paragraph needs to know of the book: the bodies of its notes, how long a line is, and its faces."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from edition.book.tree import Book, Division, Entry, Footnote, Parallel, Side
from edition.settings.face import ONE_FACE, Signs


@dataclass(frozen=True, slots=True)
class NoteSide:
    """One version's share of a note, with the name of its caller (empty where the version calls no note)."""

    number: str
    side: Side
    caller: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """The notes by the names of their callers, the characters that an average line holds, which face prints what."""

    notes: Mapping[str, NoteSide]
    characters: int
    signs: Signs = ONE_FACE


def notes_by_name(book: Book) -> dict[str, NoteSide]:
    """Give each side of each note by its own name, which callers bear; the note's own name goes to its first side."""
    found: dict[str, NoteSide] = {}
    for note in (note for division in book.divisions for row in rows_of(division) for note in row.notes):
        for ordinal in range(len(note.sides)):
            found[side_name(note, ordinal)] = note_side(note, ordinal)
    return found


def note_side(note: Footnote, ordinal: int) -> NoteSide:
    """Give one side of a note; the first that has words also bears the name of the whole note."""
    side = note.sides[ordinal]
    caller = note.callers[ordinal] if ordinal < len(note.callers) else ""
    first = next((place for place, other in enumerate(note.sides) if other.paragraphs), 0)
    ids = tuple(id for id in (note.id if ordinal == first else "", side.id) if id)
    return NoteSide(note.number, side, caller, tuple(dict.fromkeys(ids)))


def side_name(note: Footnote, ordinal: int) -> str:
    """Name one side of a note."""
    return note.sides[ordinal].id or f"{note.id} {ordinal}"


def rows_of(division: Division) -> Iterator[Parallel]:
    """Yield every row of a division in order, those of letters with heading and source note."""
    for block in division.blocks:
        if isinstance(block, Entry):
            yield from (block.heading, *block.rows, block.source)
        elif isinstance(block, Parallel):
            yield block
