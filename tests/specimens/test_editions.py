"""The editions of invented letters are whole, and hold what they promise to those who make pages of them."""

from functools import cache
from pathlib import Path

import pytest

from edition.checks import check
from edition.model.edition import Edition
from edition.model.finding import Severity
from edition.model.letter import Letter
from edition.prepare import prepare
from edition.readers.folder import load_edition

SPECIMENS = Path(__file__).parent
EDITIONS = ("edition", "press", "press-three")


@cache
def loaded(name: str) -> Edition:
    edition, findings = load_edition(SPECIMENS / name)
    assert edition is not None
    assert [finding for finding in findings if finding.severity is Severity.ERROR] == []
    return edition


def letter(id: str) -> Letter:
    return next(letter for letter in loaded("press").letters if letter.id == id)


@pytest.mark.parametrize("name", EDITIONS)
def test_specimens_have_no_errors(name: str) -> None:
    prepared, findings = prepare(loaded(name))
    errors = [finding for finding in (*findings, *check(prepared)) if finding.severity is Severity.ERROR]
    assert errors == []


def test_a_note_has_seven_hundred_words() -> None:
    (note,) = letter("1921-01-10-long-note").notes
    assert [len(cell.text.split()) >= least for cell, least in zip(note.cells, (600, 700), strict=True)] == [True, True]


def test_ten_notes_are_called_by_one_sentence() -> None:
    assert max(len(row.calls) for row in letter("1921-01-17-ten-notes").rows) == 10


def test_versions_are_very_unequal() -> None:
    lengths = [[len(cell.text.split()) for cell in row.cells] for row in letter("1921-02-01-unequal").rows]
    assert {(ru > 6 * en, en > 6 * ru) for ru, en in lengths} >= {(True, False), (False, True)}


def test_letters_have_one_two_or_three_versions() -> None:
    counts = {len(letter.versions) for name in EDITIONS for letter in loaded(name).letters}
    assert counts == {1, 2, 3}


def test_a_row_is_deeper_than_two_pages() -> None:
    deepest = max(letter("1921-02-20-deep-row").rows, key=lambda row: len(row.cells[0].text))
    assert all(len(cell.text.split()) > 900 for cell in deepest.cells)
