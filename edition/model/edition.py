"""The edition: its letters, registers and editor's texts, with what the title page says of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from edition.model.letter import Letter, Note, Row, Version
from edition.model.letter_index import Day, LetterIndex
from edition.model.position import Position
from edition.model.register import Register


@dataclass(frozen=True, slots=True)
class Contributor:
    """Somebody who worked on the edition; ``role`` is a MARC relator code (``edt``, ``trl``, ``aut``, ...)."""

    names: Mapping[str, str]
    role: str
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Description:
    """What ``edition.yaml`` says of the edition. Mappings are by language key (``ru``, ``en``).

    ``languages`` maps each key, in the order of the book, to its full tag (``{"ru": "ru", "en": "en-US"}``).
    """

    name: str
    position: Position
    languages: Mapping[str, str]
    title: Mapping[str, str]
    subtitle: Mapping[str, str] = field(default_factory=dict)
    short_title: Mapping[str, str] = field(default_factory=dict)
    contributors: tuple[Contributor, ...] = ()
    publisher: Mapping[str, str] = field(default_factory=dict)
    place: Mapping[str, str] = field(default_factory=dict)
    year: str = ""
    rights: Mapping[str, str] = field(default_factory=dict)
    identifier: str = ""
    isbn: str = ""
    romanisation: str = "ala-lc-simplified"
    numbering: str = "by-date"
    volume: str = ""
    protected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EditorialText:
    """A text by the editor: preface, note on the text, chronology. Set like a letter, row by row.

    ``place`` is ``front`` or ``back``; ``titles`` by version key.
    """

    id: str
    position: Position
    place: str
    titles: Mapping[str, str]
    versions: tuple[Version, ...]
    rows: tuple[Row, ...]
    notes: tuple[Note, ...] = ()
    order: int = 0


@dataclass(frozen=True, slots=True)
class Edition:
    """All that the edition's folder holds, read and typed; ``letters`` in the order of the book once prepared."""

    description: Description
    letters: tuple[Letter, ...] = ()
    register: Register = field(default_factory=Register)
    texts: tuple[EditorialText, ...] = ()
    _index: LetterIndex = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the letters: there may be thousands, each with many references."""
        object.__setattr__(self, "_index", LetterIndex.of(self.letters))

    def letter(self, id: str) -> Letter | None:
        """Give the letter with that id, if the edition has it."""
        return self._index.by_id.get(id)

    def letters_between(self, person: str, first: Day, last: Day) -> tuple[Letter, ...]:
        """Give the letters from or to a person whose whole date lies between two days (year, month, day), in order."""
        return self._index.between(person, first, last)

    @property
    def correspondents(self) -> frozenset[str]:
        """The ids of all who write letters or are written to."""
        return self._index.correspondents
