"""What an index of names is made of, before any book or page."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Target:
    """A place that a locator leads to: the anchor of a mention, with what a reader should hear of it.

    ``letter`` or ``text`` is the id of the letter or editor's text, ``number`` the letter's number, ``note`` the
    number of the note (0 in the text itself), ``page`` the printed label (empty before a layout).
    """

    anchor: str
    letter: str = ""
    text: str = ""
    number: str = ""
    note: int = 0
    page: str = ""


@dataclass(frozen=True, slots=True)
class Locator:
    """One locator as printed (``12``, ``12n2``, ``145–47``), with every place it stands for, in reading order."""

    label: str
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class LetterLink:
    """A letter by its number."""

    id: str
    number: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of an index.

    ``others`` are the headings in other scripts, by language key; ``born`` and ``died`` are years in the index's
    language, empty where unknown; ``offices`` those held in the time of the letters.
    """

    entity: str
    anchor: str
    heading: str
    others: Mapping[str, str] = field(default_factory=dict)
    born: str = ""
    died: str = ""
    offices: tuple[str, ...] = ()
    letters_from: tuple[LetterLink, ...] = ()
    letters_to: tuple[LetterLink, ...] = ()
    locators: tuple[Locator, ...] = ()


@dataclass(frozen=True, slots=True)
class SeeEntry:
    """Another heading that sends the reader to entries: each by anchor and heading."""

    heading: str
    targets: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The entries under one letter of the alphabet (empty for what begins with none)."""

    letter: str
    entries: tuple[Entry | SeeEntry, ...]


@dataclass(frozen=True, slots=True)
class NameIndex:
    """One index in one alphabet: ``key`` is the language key, ``language`` the tag, ``locators`` page or letter."""

    key: str
    language: str
    script: str
    locators: str
    groups: tuple[Group, ...]
