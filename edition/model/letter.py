"""A letter: its versions, witnesses, rows, notes and queries."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from edition.model.date import HistoricalDate
from edition.model.inline import Inline, NoteCall, Reading, plain, walk
from edition.model.position import Position


class VersionRole(StrEnum):
    """What a version is: the letter as written, or a translation of it."""

    ORIGINAL = "original"
    TRANSLATION = "translation"


@dataclass(frozen=True, slots=True)
class Version:
    """The letter in one language.

    ``key`` is the language key used in the rows (``ru``); ``language`` the full tag (``en-US``).
    ``made_by`` is ``machine`` or a person's name (empty for an original); ``revised_by`` a name or empty.
    ``collated_with`` holds sigla; empty when the text was compared with nothing.
    """

    key: str
    language: str
    role: VersionRole
    position: Position
    of: str = ""
    text_from: str = ""
    collated_with: tuple[str, ...] = ()
    made_by: str = ""
    engine: str = ""
    revised_by: str = ""

    @property
    def machine_unrevised(self) -> bool:
        """Tell whether a machine made this version and nobody has revised it."""
        return self.made_by == "machine" and not self.revised_by


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of running text, or of verse where it holds line breaks."""

    content: tuple[Inline, ...]
    position: Position


class CellState(StrEnum):
    """Whether a version has words for a row, and if not, why."""

    PRESENT = "present"
    UNTRANSLATED = "untranslated"
    OMITTED = "omitted"


@dataclass(frozen=True, slots=True)
class Cell:
    """One version's words for one row."""

    version: str
    paragraphs: tuple[Paragraph, ...]
    position: Position
    state: CellState = CellState.PRESENT

    @property
    def text(self) -> str:
        """The words alone, paragraphs apart by a blank line."""
        return "\n\n".join(plain(paragraph.content) for paragraph in self.paragraphs)

    @property
    def calls(self) -> tuple[str, ...]:
        """The names of the notes called in the cell, in reading order."""
        nodes = (node for paragraph in self.paragraphs for node in walk(paragraph.content))
        return tuple(node.name for node in nodes if isinstance(node, NoteCall))


ROLES = (
    "paragraph",
    "heading",
    "salutation",
    "dateline",
    "address",
    "point",
    "item",
    "continuation",
    "closer",
    "signature",
    "postscript",
    "endorsement",
    "enclosure",
    "dispatch",
    "verse",
)
"""The roles a row can have, in the words of the letter file."""


@dataclass(frozen=True, slots=True)
class Row:
    """Words of all versions that stand level with each other; one cell per version, in the order of the versions.

    ``ordinal`` counts from 1; ``id`` is the editor's own name of the row, else the ordinal as text. ``level`` is the
    depth of a list item (1 for items of the outermost list, 0 for all else).
    """

    ordinal: int
    role: str
    cells: tuple[Cell, ...]
    position: Position
    id: str = ""
    level: int = 0

    def cell(self, version: str) -> Cell | None:
        """Give the cell of the version with that key, if the row has it."""
        return next((cell for cell in self.cells if cell.version == version), None)

    @property
    def calls(self) -> tuple[str, ...]:
        """The names of the notes called in the row, in reading order, each once."""
        return tuple(dict.fromkeys(name for cell in self.cells for name in cell.calls))


class NoteKind(StrEnum):
    """Whose a note is."""

    AUTHOR = "author"
    EARLIER = "earlier"
    EDITOR = "editor"
    TRANSLATOR = "translator"


@dataclass(frozen=True, slots=True)
class Note:
    """A note with its words in each version's language.

    ``origin`` is the siglum of the witness that has a note of kind ``earlier``. ``number`` is given by ``prepare``
    (0 until then). ``anchored_by`` is ``editor`` where the caller was lost and set again by hand.
    """

    name: str
    kind: NoteKind
    cells: tuple[Cell, ...]
    position: Position
    origin: str = ""
    anchored_by: str = ""
    number: int = 0

    def cell(self, version: str) -> Cell | None:
        """Give the note's words in the version with that key, if it has them."""
        return next((cell for cell in self.cells if cell.version == version), None)


@dataclass(frozen=True, slots=True)
class Query:
    """A question of the editor's, asked of somebody; open until it has an answer."""

    key: str
    ask: str
    position: Position
    to: str = ""
    answer: str = ""


class WitnessKind(StrEnum):
    """What carries the text: a document, a printed work, a page of a website."""

    DOCUMENT = "document"
    WORK = "work"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Shelfmark:
    """A place in a repository. ``parts`` names the levels (``fond``, ``opis``, ``delo``, ...) in order."""

    repository: str
    parts: Mapping[str, str]
    leaves: str = ""


@dataclass(frozen=True, slots=True)
class Witness:
    """One carrier of the text in the line of descent, under its siglum; ``copy_of`` is the siglum it was made from."""

    siglum: str
    kind: WitnessKind
    position: Position
    shelfmarks: tuple[Shelfmark, ...] = ()
    document_kind: str = ""
    work: str = ""
    pages: str = ""
    page: str = ""
    copy_of: str = ""


@dataclass(frozen=True, slots=True)
class ApparatusEntry:
    """A lemma of a version's text with what other witnesses have, read off the text."""

    row: str
    version: str
    lemma: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class Act:
    """One act of the import: its class, and how often it was done in this letter.

    Classes are fixed words (``joined-line``, ``removed-backlink``, ...); the statement of method names each.
    """

    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter of the edition.

    ``titles`` are as on the page, by version key; they are not the printed heading. ``number`` is given by
    ``prepare`` unless the file fixes it. ``order`` settles the sequence of letters of one day. ``acts`` and
    ``confidence`` (how sure the import was of a row, by ordinal, 0 to 1) come from the receipts beside the file.
    ``places`` tells where the values of the file's keys stand that have no position of their own: ``from``, ``to``,
    ``date``, ``titles.ru``.
    """

    id: str
    position: Position
    sender: tuple[str, ...]
    addressee: tuple[str, ...]
    date: HistoricalDate
    versions: tuple[Version, ...]
    rows: tuple[Row, ...]
    witnesses: tuple[Witness, ...] = ()
    notes: tuple[Note, ...] = ()
    queries: tuple[Query, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    place: str = ""
    number: str = ""
    order: int = 0
    acts: tuple[Act, ...] = ()
    confidence: Mapping[str, float] = field(default_factory=dict)
    places: Mapping[str, Position] = field(default_factory=dict)

    def at(self, key: str) -> Position:
        """Give the place of the value of a key (``from``, ``date``, ``titles.ru``), else that of the letter."""
        return self.places.get(key, self.position)

    @property
    def original(self) -> Version:
        """The version that is the letter as written (the first, where none says so)."""
        return next((v for v in self.versions if v.role is VersionRole.ORIGINAL), self.versions[0])

    def version(self, key: str) -> Version | None:
        """Give the version with that key, if the letter has it."""
        return next((version for version in self.versions if version.key == key), None)

    def note(self, name: str) -> Note | None:
        """Give the note with that name, if the letter has it."""
        return next((note for note in self.notes if note.name == name), None)

    def witness(self, siglum: str) -> Witness | None:
        """Give the witness with that siglum, if the letter has it."""
        return next((witness for witness in self.witnesses if witness.siglum == siglum), None)

    @property
    def apparatus(self) -> tuple[ApparatusEntry, ...]:
        """Every reading noted in the rows, in reading order."""
        return tuple(
            ApparatusEntry(row.id, cell.version, plain(node.children), node)
            for row in self.rows
            for cell in row.cells
            for paragraph in cell.paragraphs
            for node in walk(paragraph.content)
            if isinstance(node, Reading)
        )
