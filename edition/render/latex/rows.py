"""Rows → LaTeX: cells that begin level, and the room that a row needs so that it does not part from the next."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from edition.book.tree import Apparatus, Entry, Para, Parallel, Side, words
from edition.render.latex.escape import escape
from edition.render.latex.inline import inline
from edition.render.latex.lines import lines_of
from edition.render.latex.notes import note_text
from edition.render.latex.paragraphs import paragraph
from edition.render.latex.pieces import Piece, command, environment, written
from edition.render.latex.printed import printed
from edition.render.latex.setting import Setting, note_side

# A row of such a role stays on one page with the row after it.
_LEADS_ON = frozenset({"entry-heading", "heading", "salutation", "dateline", "address", "closer"})
# After such a row a paragraph opens the text and is not indented.
_OPENS = frozenset({"", "entry-heading", "heading", "salutation", "dateline", "address", "verse"})
# The white above a row, in lines of the text; a heading also has white below.
_GAPS = {
    "entry-heading": 2.0,
    "heading": 1.0,
    "source": 0.3,
    "source-note": 0.5,
    "apparatus": 0.2,
    "postscript": 0.5,
    "enclosure": 0.5,
}
_GAPS_BELOW = {"entry-heading": 0.8, "heading": 0.3}
_ENOUGH = 3
_ROOM_FOR_NOTES = 4


@dataclass(frozen=True, slots=True)
class Row:
    """A row on its way to the page: its cells, and what stands at the beginning and at the end of its first cell."""

    parallel: Parallel
    before: tuple[Piece, ...] = ()
    after: tuple[Piece, ...] = ()
    ids: tuple[str, ...] = ()


def rows_of_entry(entry: Entry, setting: Setting) -> list[Row]:
    """Give the rows of a letter: heading, text, source note, apparatus."""
    running = list(entry.running.values())
    status = list(entry.status.values())
    said = (running[-1] if running else "", status[-1] if status else "")
    begins = command("entrybegins", escape(entry.number), *(printed(words, setting.signs) for words in said))
    made = [Row(entry.heading, before=(begins,), ids=(entry.id,))]
    made += [Row(row) for row in (*entry.rows, entry.source)]
    if entry.apparatus:
        made.append(Row(_apparatus_row(entry.apparatus, entry.source)))
    made[-1] = replace(made[-1], after=(command("entryends"),))
    return made


def write_rows(rows: Sequence[Row], setting: Setting, *, last: bool = False) -> Iterator[Piece]:
    """Write rows; those with the same number of versions share their columns.

    The page of the ``last`` rows of a division is filled, so that their notes stand at its foot.
    """
    start = 0
    while start < len(rows):
        versions = len(rows[start].parallel.sides)
        end = next((at for at in range(start, len(rows)) if len(rows[at].parallel.sides) != versions), len(rows))
        columns = environment("rows", str(versions))
        for at in range(start, end):
            columns.extend(_row(rows, at, setting))
        if last and end == len(rows):
            columns.append(command("clearpage"))
        yield columns
        start = end


def _row(rows: Sequence[Row], at: int, setting: Setting) -> Iterator[Piece]:
    row = rows[at]
    previous = _role_before(rows, at)
    gap = _gap(rows, at)
    # A row that follows one which leads on to it has its room already.
    room = 1.0 if at and _leads_on(rows[at - 1].parallel, setting) else _room(rows, at, setting)
    yield command("row", f"{room:g}")
    ids = _ids(row)
    for ordinal in range(len(row.parallel.sides)):
        if ordinal:
            yield command("cell")
        if gap:
            yield command("rowgap", f"{gap:g}")
        yield from row.before if ordinal == 0 else ()
        yield from _cell(row.parallel, ordinal, ids[ordinal], previous, setting)
        yield from row.after if ordinal == 0 else ()


def _ids(row: Row) -> list[tuple[str, ...]]:
    """Deal out the names of the row and of its cells; a name of a cell without words goes to one that has some."""
    sides = row.parallel.sides
    dealt: list[tuple[str, ...]] = [(side.id,) if side.paragraphs else () for side in sides]
    first = next((place for place, side in enumerate(sides) if side.paragraphs), 0)
    homeless = tuple(side.id for side in sides if not side.paragraphs)
    dealt[first] = (row.parallel.id, *row.ids, *dealt[first], *homeless)
    return dealt


def _cell(row: Parallel, ordinal: int, ids: tuple[str, ...], previous: str, setting: Setting) -> Iterator[Piece]:
    side = row.sides[ordinal]
    for place, para in enumerate(side.paragraphs):
        role = para.role
        if role == "paragraph" and place == 0 and previous in _OPENS:
            role = "opening"
        yield paragraph(para, setting, ids=ids if place == 0 else (), role=role, level=row.level)
    for note in row.notes:
        here = note_side(note, ordinal)
        if not here.caller and here.side.paragraphs:
            yield written(note_text(here, inline, setting))


def _role_before(rows: Sequence[Row], at: int) -> str:
    return rows[at - 1].parallel.role if at else ""


def _gap(rows: Sequence[Row], at: int) -> float:
    if not at:
        return 0.0
    gap = _GAPS.get(rows[at].parallel.role, 0.0)
    return max(gap, _GAPS_BELOW.get(_role_before(rows, at), 0.0))


def _room(rows: Sequence[Row], at: int, setting: Setting) -> float:
    """Tell how many lines must fit on the page for a row to begin there: with its notes, and with what it leads to."""
    row = rows[at].parallel
    lines = _lines(row, setting)
    if at + 1 < len(rows) and _leads_on(row, setting):
        return _gap(rows, at) + lines + _room(rows, at + 1, setting)
    return _gap(rows, at) + min(lines, _ENOUGH) + (_ROOM_FOR_NOTES if row.notes else 0)


def _lines(row: Parallel, setting: Setting) -> int:
    # Rather a line too many than one too few: too little room would part a row from its other version. The names of
    # the correspondents are spaced small capitals, wider than text; items have less of the column.
    share = 0.65 if row.role == "entry-heading" else 0.9 - 0.1 * row.level
    characters = max(int(setting.characters * share), 1)
    return max(1, *(lines_of(side, characters) for side in row.sides))


def _leads_on(row: Parallel, setting: Setting) -> bool:
    """Tell whether a row is kept on the page of the row after it."""
    if row.role == "entry-heading":
        return True
    return _lines(row, setting) <= _ENOUGH and (row.role in _LEADS_ON or _announces(row.sides))


def _announces(sides: Iterable[Side]) -> bool:
    """Tell whether words lead on to a list: they end in a colon."""
    paragraphs = [side.paragraphs[-1] for side in sides if side.paragraphs]
    return any(words(para.content).rstrip().endswith(":") for para in paragraphs)


def _apparatus_row(apparatus: Apparatus, source: Parallel) -> Parallel:
    """Put the readings of each version into its own column."""
    sides = (Side(side.language, tuple(_readings(apparatus, side.language))) for side in source.sides)
    return Parallel(tuple(sides), "apparatus")


def _readings(apparatus: Apparatus, language: str) -> Iterator[Para]:
    for line in apparatus.lines:
        if line.language == language:
            yield Para(line.content, line.language, "reading", line.id)
