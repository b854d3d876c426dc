"""Rows of letters and editor's texts → parallel rows of the book, with the notes called in them."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from edition.book import tree
from edition.book.context import Context
from edition.book.inlines import Place, book_inlines
from edition.model import anchors
from edition.model.enumerators import split_enumerator
from edition.model.inline import Text
from edition.model.letter import Cell, CellState, Note, NoteKind, Row, Version

_HANGING = ("item",)


@dataclass(frozen=True, slots=True)
class _Called:
    """The notes that a row is the first to call, and all (version, note) that any row calls."""

    here: tuple[str, ...]
    everywhere: Set[tuple[str, str]]


def parallel_rows(
    rows: Sequence[Row], versions: Sequence[Version], places: Mapping[str, Place], context: Context
) -> tuple[tree.Parallel, ...]:
    """Turn rows into parallel rows; ``places`` holds one place per version key.

    Each note stands with the first row that calls it, in whichever version.
    """
    calls = {(cell.version, name) for row in rows for cell in row.cells for name in cell.calls}
    seen: set[str] = set()
    out = []
    for row in rows:
        called = [name for name in row.calls if name not in seen]
        seen.update(called)
        out.append(_parallel(row, versions, places, _Called(tuple(called), calls), context))
    return tuple(out)


def _parallel(
    row: Row, versions: Sequence[Version], places: Mapping[str, Place], called: _Called, context: Context
) -> tree.Parallel:
    first = places[versions[0].key]
    return tree.Parallel(
        sides=tuple(_side(row.cell(version.key), row, places[version.key], context) for version in versions),
        role=row.role,
        id=anchors.row(first.owner, row.ordinal),
        level=row.level,
        notes=tuple(_notes(called, versions, places, context)),
    )


def _side(cell: Cell | None, row: Row, place: Place, context: Context) -> tree.Side:
    if cell is None or cell.state is not CellState.PRESENT:
        key = "omitted" if cell is not None and cell.state is CellState.OMITTED else "untranslated"
        words = tree.Styled("editorial", (tree.Run(context.words(place.language)[key]),))
        return _of(place, (tree.Para((words,), place.language, row.role),), context)
    return _of(place, tuple(_paragraphs(cell, row.role, place, context)), context)


def _of(place: Place, paragraphs: tuple[tree.Para, ...], context: Context, id: str = "") -> tree.Side:
    return tree.Side(place.language, paragraphs, id, context.lane(place.key, place.language))


def _paragraphs(cell: Cell, role: str, place: Place, context: Context) -> Iterator[tree.Para]:
    for count, paragraph in enumerate(cell.paragraphs):
        content = paragraph.content
        marker: tuple[tree.BookInline, ...] = ()
        if role in _HANGING and count == 0 and content and isinstance(content[0], Text):
            enumerator, rest = split_enumerator(content[0].content)
            if enumerator:
                marker = (tree.Run(enumerator),)
                content = (Text(rest, content[0].position), *content[1:])
        yield tree.Para(book_inlines(content, place, context), place.language, role, marker=marker)


def _notes(
    called: _Called, versions: Sequence[Version], places: Mapping[str, Place], context: Context
) -> Iterator[tree.Footnote]:
    first = places[versions[0].key]
    notes = [note for note in first.notes if note.name in called.here and note.number]
    for note in sorted(notes, key=lambda note: note.number):
        yield tree.Footnote(
            id=anchors.note(first.owner, note.name),
            number=str(note.number),
            kind=note.kind,
            sides=tuple(
                _note_side(note, (version.key, note.name) in called.everywhere, places[version.key], context)
                for version in versions
            ),
            callers=tuple(
                anchors.caller(first.owner, note.name, version.key)
                if (version.key, note.name) in called.everywhere
                else ""
                for version in versions
            ),
        )


def _note_side(note: Note, is_called: bool, place: Place, context: Context) -> tree.Side:
    """Write a note in one version; where that version neither calls it nor has it, its side stays empty."""
    cell = note.cell(place.key)
    id = anchors.note(place.owner, note.name, place.key)
    omitted = cell is not None and cell.state is CellState.OMITTED
    if omitted and not is_called:
        return _of(place, (), context, id)
    if cell is None or cell.state is not CellState.PRESENT:
        key = "omitted" if omitted else "untranslated"
        words = tree.Styled("editorial", (tree.Run(context.words(place.language)[key]),))
        return _of(place, (tree.Para((words,), place.language, "note"),), context, id)
    paragraphs = list(_paragraphs(cell, "note", place, context))
    origin = _origin(note, place, context)
    if origin and paragraphs:
        last = paragraphs[-1]
        label = tree.Styled("editorial", (tree.Styled("unbroken", (tree.Run(origin),)),))
        content = (*last.content, tree.Run("\N{NO-BREAK SPACE}"), label)
        paragraphs[-1] = tree.Para(content, last.language, last.role, last.id, last.marker)
    return _of(place, tuple(paragraphs), context, id)


def _origin(note: Note, place: Place, context: Context) -> str:
    words = context.words(place.language)
    match note.kind:
        case NoteKind.EDITOR:
            return words["note_editor"]
        case NoteKind.TRANSLATOR:
            return words["note_translator"]
        case NoteKind.EARLIER:
            return words.fill("note_earlier", siglum=note.origin) if note.origin else ""
        case NoteKind.AUTHOR:
            return ""
