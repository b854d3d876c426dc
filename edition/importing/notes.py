"""Make one note of what each language of a page has of it, with its references to other letters."""

from collections.abc import Iterator, Mapping, Sequence

from edition.importing import faults
from edition.importing.holdings import Holdings
from edition.importing.ledger import Piece
from edition.importing.paragraphs import Target, paragraph
from edition.importing.persons import Identify, party
from edition.model.finding import Finding, Rule
from edition.model.letter import Cell, CellState, Note, NoteKind
from edition.model.position import Position
from edition.model.register import Register
from edition.model.transcript import Link, PageNote, Transcript
from edition.readers.page.faults import place, shortened


class Notes:
    """The notes of a page; ``names`` gives the name of each by its number on the page."""

    def __init__(
        self,
        transcript: Transcript,
        languages: Mapping[str, str],
        identify: Identify,
        register: Register,
        holdings: Holdings,
    ) -> None:
        self.transcript = transcript
        self.languages = languages
        self.identify = identify
        self.register = register
        self.holdings = holdings
        self.findings: list[Finding] = []
        self.pieces: list[Piece] = []
        self.columns = _level({key: transcript.versions[key].notes for key in languages})
        self.names = {_number(column) or index: f"note{index}" for index, column in enumerate(self.columns, 1)}

    def notes(self, siglum: str, called: Mapping[str, frozenset[int]]) -> tuple[Note, ...]:
        """Make the notes; ``called`` tells for each language which numbers the text calls."""
        made = []
        for index, column in enumerate(self.columns, 1):
            name = f"note{index}"
            self._compare(name, column)
            if not any(self._is_called(index, column, numbers) for numbers in called.values()):
                self._report_lost_caller(name, column)
            cells = tuple(self._cell(name, key, column.get(key), siglum) for key in self.languages)
            made.append(Note(name, NoteKind.EARLIER, cells, Position(self.transcript.file), origin=siglum))
        return tuple(made)

    def _is_called(self, index: int, column: Mapping[str, PageNote], numbers: frozenset[int]) -> bool:
        return (_number(column) or index) in numbers

    def _cell(self, name: str, key: str, note: PageNote | None, siglum: str) -> Cell:
        position = Position(self.transcript.file)
        if note is None:
            original = key == next(iter(self.languages))
            return Cell(key, (), position, CellState.OMITTED if original else CellState.UNTRANSLATED)
        paragraphs = []
        for ordinal, (passage, links) in enumerate(note.paragraphs, 1):
            self.pieces.append((f"notes/{name}/{key}/{ordinal}", passage))
            position = place(self.transcript.page, self.transcript.file, passage.start)
            paragraphs.append(paragraph(passage, position, siglum, self.names, tuple(self._targets(key, links))))
        return Cell(key, tuple(paragraphs), position)

    def _targets(self, key: str, links: Sequence[Link]) -> Iterator[Target]:
        for link in links:
            yield link.first, link.last, self.target(key, link)

    def target(self, key: str, link: Link) -> str:
        """Give where a reference leads: a letter of the edition, else addressee and date, to be found elsewhere."""
        id = party({key: link.addressee}, self.languages, self.identify, self.register).id
        own = f"{link.date}-{id}"
        return f"letter:{own}" if own in self.holdings.letters else f"letter:{id}@{link.date}"

    def _compare(self, name: str, column: Mapping[str, PageNote]) -> None:
        for key in self.languages:
            if key not in column and len(self.languages) > 1:
                other = next(iter(column.values()))
                message = f"note {name} stands on the page in one language only; {key} does not have it."
                hint = f"translate it under notes: {name}: {key}: in the letter file."
                self._find(faults.NOTES_DIFFER, other, message, hint)
        targets = {key: self._note_targets(key, note) for key, note in column.items()}
        if len({frozenset(found) for found in targets.values()}) > 1:
            each = "; ".join(f"{key}: {', '.join(found) or 'none'}" for key, found in targets.items())
            message = f"note {name} refers to different letters in the two languages ({each})."
            self._find(faults.REFERENCES_DIFFER, next(iter(column.values())), message, "look at the page; correct one.")

    def _note_targets(self, key: str, note: PageNote) -> list[str]:
        return [self.target(key, link) for _, links in note.paragraphs for link in links]

    def _report_lost_caller(self, name: str, column: Mapping[str, PageNote]) -> None:
        note = next(iter(column.values()))
        words = shortened(note.paragraphs[0][0].text, 40)
        message = f"caller lost: nothing in the text calls the note «{words}»."
        hint = f"put [^{name}] after the words it explains, in each language, and anchored_by: editor under the note."
        self._find(faults.CALLER_LOST, note, message, hint)

    def _find(self, rule: Rule, note: PageNote, message: str, hint: str) -> None:
        position = place(self.transcript.page, self.transcript.file, note.paragraphs[0][0].start)
        self.findings.append(rule.at(position, message, hint))


def _number(column: Mapping[str, PageNote]) -> int:
    return next((note.number for note in column.values() if note.number), 0)


def _level(notes: Mapping[str, Sequence[PageNote]]) -> Sequence[Mapping[str, PageNote]]:
    """Set the notes of all languages level: by number where they have one, else by order."""
    columns: list[dict[str, PageNote]] = []
    for key, own in notes.items():
        for index, note in enumerate(own):
            fitting = (c for c in columns if key not in c and note.number and _number(c) == note.number)
            column = next(fitting, None)
            if column is None and not note.number and index < len(columns) and key not in columns[index]:
                column = columns[index]
            if column is None:
                columns.append(column := {})
            column[key] = note
    return sorted(columns, key=_number) if all(map(_number, columns)) else columns
