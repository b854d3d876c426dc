"""Give mentions and indexes as plain values: the contract of ``show --json`` and ``index --json``."""

from collections.abc import Iterator
from typing import TypedDict

from edition.index.build import letters_of
from edition.index.locators import page_of
from edition.index.mentions import Occurrence, collect, of_document
from edition.model.edition import Edition
from edition.model.pagination import Pagination
from edition.prepare.documents import Document


class MentionRecord(TypedDict):
    """A mention in a letter: ``row`` is the row's id (null in a note), ``note`` the note's name (null in a row)."""

    entity: str
    row: str | None
    note: str | None
    language: str
    words: str


class LocatorRecord(TypedDict):
    """A mention in the edition; ``page`` is the printed label, null before a layout; ``text`` an editor's text."""

    volume: str | None
    page: str | None
    letter: str | None
    text: str | None
    row: str | None
    note: str | None
    language: str
    words: str


class IndexRecord(TypedDict):
    """An entry of the register with every place where it is named, counted in the printed index or not.

    ``letters_from`` and ``letters_to`` are the ids of a correspondent's letters.
    """

    entity: str
    headings: dict[str, str]
    letters_from: list[str]
    letters_to: list[str]
    locators: list[LocatorRecord]


def mention_records(document: Document) -> list[MentionRecord]:
    """List the mentions of a prepared letter or text, in reading order."""
    return [
        MentionRecord(entity=one.entity, row=_row(one), note=_note(one), language=one.version.key, words=one.words)
        for one in of_document(document)
    ]


def index_records(edition: Edition, pagination: Pagination) -> list[IndexRecord]:
    """List the entries that the prepared edition names, and its correspondents, by id; one locator a mention."""
    places: dict[str, list[LocatorRecord]] = {}
    for one in collect(edition):
        places.setdefault(one.entity, []).append(_locator(one, edition, pagination))
    return list(_records(edition, places))


def _records(edition: Edition, places: dict[str, list[LocatorRecord]]) -> Iterator[IndexRecord]:
    for id, entity in sorted(edition.register.entities.items()):
        sent, received = letters_of(entity, edition)
        if entity.indexed and (id in places or sent or received):
            yield IndexRecord(
                entity=id,
                headings=dict(entity.headings),
                letters_from=[letter.id for letter in sent],
                letters_to=[letter.id for letter in received],
                locators=places.get(id, []),
            )


def _locator(one: Occurrence, edition: Edition, pagination: Pagination) -> LocatorRecord:
    page = page_of(one, pagination)
    return LocatorRecord(
        volume=edition.description.volume or None,
        page=page.label if page else None,
        letter=one.letter.id if one.letter else None,
        text=None if one.letter else one.document.id,
        row=_row(one),
        note=_note(one),
        language=one.version.key,
        words=one.words,
    )


def _row(one: Occurrence) -> str | None:
    return (one.row.id or str(one.row.ordinal)) if one.row else None


def _note(one: Occurrence) -> str | None:
    return one.note.name if one.note else None
