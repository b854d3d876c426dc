"""The registers: persons, places, organisations and works that the letters name; sources that the edition cites."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from edition.model.letter import Shelfmark
from edition.model.position import Position


class EntityKind(StrEnum):
    """What an entry of a register is."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    WORK = "work"


@dataclass(frozen=True, slots=True)
class Office:
    """What a person was, and when; ``words`` by language."""

    words: Mapping[str, str]
    years: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """One entry of a register.

    ``headings`` by language, inverted («Карахан, Лев Михайлович»); ``also`` by language: other headings that get a
    *see* reference; ``forms`` by language: forms declared by hand, added to those that are generated.
    ``bare_surname``: the surname alone means this one although others bear it. ``born`` and ``died`` are the words
    of the register (``1893-11-22 (O.S. 1893-11-10)``), checked as dates. ``sex`` is ``male``, ``female`` or empty
    (then told from the patronymic where there is one). ``correspondent``: letters from and to are listed in the index.
    """

    id: str
    kind: EntityKind
    headings: Mapping[str, str]
    position: Position
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    cases: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    born: str = ""
    died: str = ""
    sex: str = ""
    offices: tuple[Office, ...] = ()
    identifiers: Mapping[str, str] = field(default_factory=dict)
    bare_surname: bool = False
    correspondent: bool = False
    indexed: bool = True


@dataclass(frozen=True, slots=True)
class Work:
    """A printed work: full description and short form by language, and the words that pages use for it."""

    id: str
    position: Position
    full: Mapping[str, str]
    short: Mapping[str, str]
    as_on_pages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rights: str = "unknown"


@dataclass(frozen=True, slots=True)
class Repository:
    """An archive or library: by language its name, short name, place and the form of its shelfmarks.

    ``forms`` holds patterns such as ``Ф. {fond}. Оп. {opis}. Д. {delo}. Л. {leaves}``.
    """

    id: str
    position: Position
    names: Mapping[str, str]
    shorts: Mapping[str, str]
    forms: Mapping[str, str]
    places: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LetterElsewhere:
    """A letter referred to that is not in the edition, and where it can be found."""

    id: str
    position: Position
    work: str = ""
    pages: str = ""
    shelfmark: Shelfmark | None = None


@dataclass(frozen=True, slots=True)
class Register:
    """All that the edition's registers hold, each by its id."""

    entities: Mapping[str, Entity] = field(default_factory=dict)
    works: Mapping[str, Work] = field(default_factory=dict)
    repositories: Mapping[str, Repository] = field(default_factory=dict)
    letters_elsewhere: Mapping[str, LetterElsewhere] = field(default_factory=dict)
