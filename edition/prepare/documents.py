"""Go through all cells of a letter or an editor's text, and change them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from edition.model import anchors
from edition.model.edition import Edition, EditorialText
from edition.model.inline import Inline
from edition.model.letter import Cell, Letter, Note, Row, Version

Document = Letter | EditorialText


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell stands: in a row or a note of a document, in one version."""

    document: Document
    version: Version
    row: Row | None = None
    note: Note | None = None


ChangeContent = Callable[[tuple[Inline, ...], Place], tuple[Inline, ...]]


def documents(edition: Edition) -> tuple[Document, ...]:
    """List the letters, then the editor's texts, each in their order."""
    return (*edition.letters, *edition.texts)


def anchor(document: Document) -> str:
    """Name the anchor of a letter or an editor's text."""
    return anchors.letter(document.id) if isinstance(document, Letter) else anchors.text(document.id)


def original(document: Document) -> Version:
    """Give the version that is the document as written (the first, where none says so)."""
    return document.original if isinstance(document, Letter) else document.versions[0]


def cells(document: Document) -> Iterator[tuple[Place, Cell]]:
    """Yield every cell in reading order: the rows, then the notes in their order."""
    versions = {version.key: version for version in document.versions}
    for row in document.rows:
        for cell in row.cells:
            if cell.version in versions:
                yield Place(document, versions[cell.version], row=row), cell
    for note in document.notes:
        for cell in note.cells:
            if cell.version in versions:
                yield Place(document, versions[cell.version], note=note), cell


def map_letter(letter: Letter, change: ChangeContent) -> Letter:
    """Change the content of every paragraph of a letter, in reading order."""
    rows, notes = _changed(letter, change)
    return replace(letter, rows=rows, notes=notes)


def map_text(text: EditorialText, change: ChangeContent) -> EditorialText:
    """Change the content of every paragraph of an editor's text, in reading order."""
    rows, notes = _changed(text, change)
    return replace(text, rows=rows, notes=notes)


def _changed(document: Document, change: ChangeContent) -> tuple[tuple[Row, ...], tuple[Note, ...]]:
    """Give the rows and notes with their paragraphs changed; cells of no version stay as they are."""
    changed = {id(cell): _cell(cell, place, change) for place, cell in cells(document)}

    def new(old: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return tuple(changed.get(id(cell), cell) for cell in old)

    rows = tuple(replace(row, cells=new(row.cells)) for row in document.rows)
    notes = tuple(replace(note, cells=new(note.cells)) for note in document.notes)
    return rows, notes


def _cell(cell: Cell, place: Place, change: ChangeContent) -> Cell:
    paragraphs = tuple(replace(paragraph, content=change(paragraph.content, place)) for paragraph in cell.paragraphs)
    return replace(cell, paragraphs=paragraphs)
