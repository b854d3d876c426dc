"""A letter as plain values: the contract of ``show LETTER --json`` (schema: ``edition/schemas/show.schema.json``)."""

from collections.abc import Iterator, Mapping

from edition.index.records import mention_records
from edition.model.edition import Edition
from edition.model.enumerators import split_enumerator
from edition.model.inline import Text
from edition.model.letter import Cell, CellState, Letter, Note, Row, Version, Witness
from edition.prepare.references import references

Record = dict[str, object]


def letter_record(letter: Letter, edition: Edition) -> Record:
    """Give all that is known of a prepared letter.

    ``language`` is everywhere the key of the letter file (``en``); a version's full tag is its ``tag``.
    """
    return {
        "id": letter.id,
        "number": letter.number,
        "date": letter.date.edtf or None,
        "date_basis": letter.date.basis,
        "from": letter.sender[0] if letter.sender else None,
        "to": letter.addressee[0] if letter.addressee else None,
        "senders": list(letter.sender),
        "addressees": list(letter.addressee),
        "place": letter.place or None,
        "titles": dict(letter.titles),
        "versions": [_version(version) for version in letter.versions],
        "rows": [_row(row, letter.confidence) for row in letter.rows],
        "notes": [_note(note, letter) for note in letter.notes],
        "apparatus": [
            {
                "row": entry.row,
                "language": entry.version,
                "lemma": entry.lemma,
                "readings": [{"siglum": each.siglum, "text": each.text} for each in entry.reading.readings],
            }
            for entry in letter.apparatus
        ],
        "source": {witness.siglum: _witness(witness) for witness in letter.witnesses},
        "references": list(_references(letter, edition)),
        "mentions": mention_records(letter),
        "queries": [
            {"key": query.key, "to": query.to or None, "ask": query.ask, "answer": query.answer or None}
            for query in letter.queries
        ],
    }


def _version(version: Version) -> Record:
    return {
        "language": version.key,
        "tag": version.language,
        "role": version.role.value,
        "of": version.of or None,
        "text_from": version.text_from or None,
        "collated_with": list(version.collated_with),
        "made_by": version.made_by or None,
        "engine": version.engine or None,
        "revised_by": version.revised_by or None,
    }


def _row(row: Row, confidence: Mapping[str, float]) -> Record:
    record: Record = {
        "id": row.id or str(row.ordinal),
        "role": row.role,
        "cells": _texts(row.cells),
        "confidence": confidence.get(str(row.ordinal)),
    }
    if row.role == "item":
        record["level"] = row.level
        record["marker"] = {cell.version: _marker(cell) for cell in row.cells if cell.state is CellState.PRESENT}
    return record


def _texts(cells: tuple[Cell, ...]) -> dict[str, str]:
    return {cell.version: cell.text for cell in cells if cell.state is CellState.PRESENT}


def _marker(cell: Cell) -> str:
    first = cell.paragraphs[0].content[:1] if cell.paragraphs else ()
    return split_enumerator(first[0].content)[0] if first and isinstance(first[0], Text) else ""


def _note(note: Note, letter: Letter) -> Record:
    return {
        "id": note.name,
        "number": note.number or None,
        "kind": note.kind.value,
        "from": note.origin or None,
        "row": _row_of(note, letter),
        "content": _texts(note.cells),
    }


def _row_of(note: Note, letter: Letter) -> str | None:
    return next((row.id or str(row.ordinal) for row in letter.rows if note.name in row.calls), None)


def _witness(witness: Witness) -> Record:
    record: Record = {"kind": witness.kind.value}
    if witness.shelfmarks:
        marks = [
            {"archive": mark.repository, **mark.parts, "leaves": mark.leaves or None} for mark in witness.shelfmarks
        ]
        record.update(marks[0])
        record["shelfmarks"] = marks
        record["document_kind"] = witness.document_kind or None
    if witness.work:
        record.update(work=witness.work, pages=witness.pages or None)
    if witness.page:
        record["page"] = witness.page
    return record


def _references(letter: Letter, edition: Edition) -> Iterator[Record]:
    for reference in references(edition, letter):
        found = reference.resolution
        yield {
            "text": reference.words,
            "date": found.date.edtf or None,
            "to": found.person or None,
            "target": found.letter or None,
            "elsewhere": found.elsewhere.id if found.elsewhere else None,
        }
