"""Collect the mentions of a prepared edition, and tell which of them an index counts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from edition.model.edition import Edition
from edition.model.inline import Mention, plain, walk
from edition.model.letter import Letter, Note, Row, Version
from edition.prepare.documents import Document, cells, documents, original

SILENT_ROLES = frozenset({"heading", "address", "salutation", "signature"})
"""Rows in which a letter's own correspondents give no locator: being spoken of does."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A mention with its place; ``ordinal`` counts the documents: letters in their order, then editor's texts."""

    entity: str
    anchor: str
    words: str
    document: Document
    ordinal: int
    version: Version
    row: Row | None
    note: Note | None

    @property
    def of_original(self) -> bool:
        """Tell whether the mention stands in the document as written, not in a translation."""
        return self.version.key == original(self.document).key

    @property
    def letter(self) -> Letter | None:
        """The letter, if the document is one."""
        return self.document if isinstance(self.document, Letter) else None


def collect(edition: Edition) -> tuple[Occurrence, ...]:
    """List every mention of the edition: letters in order, then editor's texts; each in reading order."""
    return tuple(one for ordinal, document in enumerate(documents(edition)) for one in of_document(document, ordinal))


def of_document(document: Document, ordinal: int = 0) -> Iterator[Occurrence]:
    """Yield the mentions of one letter or text."""
    for place, cell in cells(document):
        for paragraph in cell.paragraphs:
            for node in walk(paragraph.content):
                if isinstance(node, Mention):
                    words = " ".join(plain(node.children).split())
                    yield Occurrence(
                        node.entity, node.id, words, document, ordinal, place.version, place.row, place.note
                    )


def counted(occurrences: Iterable[Occurrence], edition: Edition) -> tuple[Occurrence, ...]:
    """Give the mentions that make locators.

    Left out are those of a letter's correspondents in its heading, address, salutation and signature, where the
    register has them as correspondents (their letters are listed by number); and those of a translation in a row or
    note whose original names the same entry: the original's page is cited.
    """
    spoken_of = [one for one in occurrences if not _greeted(one, edition)]
    named = {_passage(one) for one in spoken_of if one.of_original}
    return tuple(one for one in spoken_of if one.of_original or _passage(one) not in named)


def _passage(one: Occurrence) -> tuple[int, int, str, str]:
    return (one.ordinal, one.row.ordinal if one.row else 0, one.note.name if one.note else "", one.entity)


def _greeted(one: Occurrence, edition: Edition) -> bool:
    entity = edition.register.entities.get(one.entity)
    if one.letter is None or one.row is None or entity is None or not entity.correspondent:
        return False
    correspondents = (*one.letter.sender, *one.letter.addressee)
    return one.entity in correspondents and one.row.role in SILENT_ROLES
