"""Find the letter that a reference means: ``letter:ID`` or ``letter:PERSON@DATE``."""

from dataclasses import dataclass, field

from edition.model.date import HistoricalDate
from edition.model.edition import Edition
from edition.model.inline import Reference, plain, walk
from edition.model.letter import Letter
from edition.model.register import LetterElsewhere
from edition.prepare.documents import Document, cells

LETTER = "letter:"


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a reference leads to.

    ``letter`` is the id of the letter in the edition, empty where none or more than one fits; then ``candidates``
    holds the ids of those that fit. ``elsewhere`` is the register's word on a letter that the edition does not have.
    ``person`` and ``date`` are what the target itself says, ``malformed`` why it cannot be read.
    """

    target: str
    letter: str = ""
    candidates: tuple[str, ...] = ()
    elsewhere: LetterElsewhere | None = None
    person: str = ""
    date: HistoricalDate = field(default_factory=HistoricalDate)
    malformed: str = ""

    @property
    def found(self) -> bool:
        """Tell whether the letter, or where it can be found, is known."""
        return bool(self.letter) or self.elsewhere is not None

    @property
    def ambiguous(self) -> bool:
        """Tell whether more than one letter fits."""
        return len(self.candidates) > 1


def is_letter(target: str) -> bool:
    """Tell whether a reference leads to a letter, not to the web."""
    return target.startswith(LETTER)


def resolve(edition: Edition, target: str, from_letter: str) -> Resolution:
    """Find the letter meant by ``letter:ID`` or ``letter:PERSON@DATE`` (writer or addressee, and the day or month).

    ``from_letter`` is the id of the letter that refers, empty for an editor's text: a letter does not refer to
    itself by person and date. A letter fits whose whole date lies within the date given. Nothing is guessed.
    """
    name = target.removeprefix(LETTER)
    elsewhere = edition.register.letters_elsewhere.get(name)
    person, at, when = name.partition("@")
    if edition.letter(name) is not None:
        return Resolution(target, name, (name,))
    if not at:
        return Resolution(target, elsewhere=elsewhere)
    try:
        date = HistoricalDate.parse(when)
    except ValueError as fault:
        return Resolution(target, elsewhere=elsewhere, person=person, malformed=str(fault))
    fitting = tuple(letter.id for letter in _fitting(edition, person, date) if letter.id != from_letter)
    only = fitting[0] if len(fitting) == 1 else ""
    return Resolution(target, only, fitting, None if only else elsewhere, person, date)


def _fitting(edition: Edition, person: str, date: HistoricalDate) -> tuple[Letter, ...]:
    return edition.letters_between(person, date.first, date.last) if date.known else ()


@dataclass(frozen=True, slots=True)
class ReferenceRecord:
    """A reference of a letter or text: its words in each version, and what it leads to."""

    words: dict[str, str]
    resolution: Resolution


def references(edition: Edition, document: Document) -> tuple[ReferenceRecord, ...]:
    """List the references to letters, each once with its words in all versions, in reading order.

    References of one row or note that have the same target in two versions are one reference.
    """
    letter = document.id if isinstance(document, Letter) else ""
    found: dict[tuple[int, str, str, int], dict[str, str]] = {}
    for place, cell in cells(document):
        seen: dict[str, int] = {}
        for node in (node for paragraph in cell.paragraphs for node in walk(paragraph.content)):
            if not isinstance(node, Reference) or not is_letter(node.target):
                continue
            ordinal = seen[node.target] = seen.get(node.target, 0) + 1
            where = (place.row.ordinal if place.row else 0, place.note.name if place.note else "", node.target, ordinal)
            found.setdefault(where, {})[place.version.key] = plain(node.children)
    return tuple(ReferenceRecord(words, resolve(edition, target, letter)) for (_, _, target, _), words in found.items())
