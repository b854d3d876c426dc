"""Read what stands below a letter: sources, notes, references to other letters."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from edition.model.transcript import DocumentOnPage, Link, PageNote, Passage, Run, WorkOnPage
from edition.readers.page import sources
from edition.readers.page.kinds import NOTE_HEADING, SEE, LineKind
from edition.readers.page.lines import Line
from edition.readers.page.titles import read_links
from edition.readers.page.vocabulary import VOCABULARIES, compiled
from edition.readers.page.wrapping import paragraphs_of

_NUMBER = re.compile(r"^(?:\[(?P<bracketed>[0-9]{1,2})\]|(?P<plain>[0-9]{1,2})[.):]?)\s+(?=\S)")


@dataclass(slots=True)
class Below:
    """What was read below a letter, or above it in lines that name sources; ``unread`` is kept as text."""

    documents: list[DocumentOnPage] = field(default_factory=list)
    works: list[WorkOnPage] = field(default_factory=list)
    notes: list[PageNote] = field(default_factory=list)
    removed: list[Run] = field(default_factory=list)
    unread: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class _OpenNote:
    number: int
    lines: list[Line] = field(default_factory=list)


def read_below(lines: Sequence[tuple[Line, LineKind]], page: str, language: str) -> Below:
    """Read the lines below a letter's text, in one language."""
    below = Below()
    notes: list[_OpenNote] = []
    for line, kind in lines:
        if kind is LineKind.DIVIDER:
            below.removed.append(removal(line.passage, page, "removed-divider"))
        elif kind is LineKind.STRAY:
            below.removed.append(removal(line.passage, page, "removed-stray"))
        elif kind is LineKind.NOTE_HEADING:
            _open_note(line, page, below, notes)
        elif _is_source(line, kind, inside=bool(notes)):
            read_source(line, page, below)
        elif notes:
            _go_on(line, page, below, notes)
        elif kind in (LineKind.SEE, LineKind.TITLE):
            notes.append(_OpenNote(0, [line]))
        else:
            below.unread.append(line)
    below.notes.extend(_note(note, page, language) for note in notes if note.lines)
    return below


def read_source(line: Line, page: str, below: Below) -> None:
    """Read one line that names archives or printed works, and take it out of the text."""
    text, place = line.text, line.passage.start
    found = sources.documents(text, place, tuple(below.documents))
    below.documents.extend(found)
    before = text[: found[0].offset - place].rstrip() if found else text
    work = None if sources.archive_of(before) else sources.work(before, place)
    if work:
        below.works.append(work)
    below.removed.append(removal(line.passage, page, "read-source"))


def removal(passage: Passage, page: str, act: str) -> Run:
    """Make the record of words that are taken out of the text."""
    return Run(passage.start, page[passage.start : passage.end], "", act)


def _is_source(line: Line, kind: LineKind, *, inside: bool) -> bool:
    """Tell whether a line names a source; inside notes only a shelfmark does, for notes cite works themselves."""
    if kind is LineKind.DOCUMENT:
        return not inside or len(line.text) < 120
    return kind is LineKind.WORK and not inside


def _open_note(line: Line, page: str, below: Below, notes: list[_OpenNote]) -> None:
    match = NOTE_HEADING.match(line.text)
    end = match.end() if match else 0
    number = int(match["number"]) if match and match["number"] else 0
    below.removed.append(removal(line.passage.cut(0, end).trimmed(), page, "removed-note-heading"))
    notes.append(_OpenNote(number))
    rest = line.passage.cut(end).trimmed()
    if rest.runs:
        _go_on(Line(rest), page, below, notes)


def _go_on(line: Line, page: str, below: Below, notes: list[_OpenNote]) -> None:
    """Add a line to the last note, or begin the next where the line carries the next number."""
    match = _NUMBER.match(line.text)
    number = int(match["bracketed"] or match["plain"]) if match else 0
    begins = number == 1 and not notes[-1].number and not notes[-1].lines
    if match and (begins or (notes[-1].number and number == notes[-1].number + 1)):
        below.removed.append(removal(line.passage.cut(0, match.end()).trimmed(), page, "removed-note-heading"))
        line = Line(line.passage.cut(match.end()).trimmed(), line.blank_before)
        if begins:
            notes[-1].number = 1
        else:
            notes.append(_OpenNote(number))
    notes[-1].lines.append(line)


def _note(note: _OpenNote, page: str, language: str) -> PageNote:
    starts = [index for index, line in enumerate(note.lines) if index == 0 or SEE.match(line.text)]
    paragraphs = [
        passage
        for first, last in zip(starts, [*starts[1:], len(note.lines)], strict=True)
        for passage in paragraphs_of(note.lines[first:last], page, language)
    ]
    return PageNote(note.number, tuple((passage, _links(passage.text, language)) for passage in paragraphs))


def _links(text: str, language: str) -> tuple[Link, ...]:
    """Find the letters to which a paragraph refers, from its "see" on."""
    vocabulary = VOCABULARIES.get(language)
    see = compiled(rf"(?<!\w)(?:{vocabulary.see})").search(text) if vocabulary else None
    if not see:
        return ()
    links = read_links(text[see.end() :], language)
    return tuple(Link(see.end() + x.first, see.end() + x.last, x.addressee, x.date) for x in links)
