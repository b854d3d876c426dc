"""Number the notes of each letter and editor's text by their callers."""

from collections.abc import Iterator
from dataclasses import replace

from edition.model.edition import Edition
from edition.model.letter import Cell, Note
from edition.prepare.documents import Document, original


def number_notes(edition: Edition) -> Edition:
    """Number notes from 1 in each letter and each editor's text, and put them in that order.

    The order is that of the callers in the original; then of those that only another version has; then of those
    that stand in other notes; notes without any caller come last.
    """
    letters = tuple(replace(letter, notes=numbered(letter)) for letter in edition.letters)
    texts = tuple(replace(text, notes=numbered(text)) for text in edition.texts)
    return replace(edition, letters=letters, texts=texts)


def numbered(document: Document) -> tuple[Note, ...]:
    """Give the notes of a letter or text in the order of their callers, with their numbers."""
    by_name = {note.name: note for note in document.notes}
    names = list(dict.fromkeys([*_called(document), *by_name]))
    present = [by_name[name] for name in names if name in by_name]
    return tuple(replace(note, number=ordinal) for ordinal, note in enumerate(present, start=1))


def _called(document: Document) -> Iterator[str]:
    first = original(document).key
    keys = [first, *(version.key for version in document.versions if version.key != first)]
    for key in keys:
        for row in document.rows:
            yield from _callers(row.cell(key))
    for note in document.notes:
        for key in keys:
            yield from _callers(note.cell(key))


def _callers(cell: Cell | None) -> tuple[str, ...]:
    return cell.calls if cell else ()
