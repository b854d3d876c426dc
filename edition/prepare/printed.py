"""Leave out the versions that the book does not print: those in languages that are not the edition's."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from edition.model.edition import Edition, EditorialText
from edition.model.letter import Cell, Letter, Note, Row

_Document = TypeVar("_Document", Letter, EditorialText)


def printed(edition: Edition) -> Edition:
    """Give an edition as it is printed; the same where every version is.

    A letter or text of which there is no version in any of the edition's languages keeps all it has.
    """
    languages = edition.description.languages
    letters = tuple(_in_languages(letter, languages) for letter in edition.letters)
    texts = tuple(_in_languages(text, languages) for text in edition.texts)
    if letters == edition.letters and texts == edition.texts:
        return edition
    return replace(edition, letters=letters, texts=texts)


def _in_languages(document: _Document, languages: Mapping[str, str]) -> _Document:
    versions = tuple(version for version in document.versions if version.key in languages)
    if not versions or len(versions) == len(document.versions):
        return document
    kept = {version.key for version in versions}
    rows = tuple(_row(row, kept) for row in document.rows)
    notes = tuple(_note(note, kept) for note in document.notes)
    return replace(document, versions=versions, rows=rows, notes=notes)


def _row(row: Row, kept: set[str]) -> Row:
    return replace(row, cells=_cells(row.cells, kept))


def _note(note: Note, kept: set[str]) -> Note:
    return replace(note, cells=_cells(note.cells, kept))


def _cells(cells: tuple[Cell, ...], kept: set[str]) -> tuple[Cell, ...]:
    return tuple(cell for cell in cells if cell.version in kept)
