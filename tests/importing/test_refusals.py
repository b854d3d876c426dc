"""What an import must not do: write over an editor's file, or make something of nothing."""

import hashlib

import pytest

from edition.importing import Holdings
from tests.importing.specimens import PAGE, attempt

_DIGEST = hashlib.sha256(PAGE.encode()).hexdigest()


@pytest.mark.parametrize("path", ["pages/p.txt", "pages/another-name.txt"])
def test_the_same_page_again_is_refused(path: str) -> None:
    holdings = Holdings({"1925-03-04-nebylin": path}, {path: _DIGEST})
    found, findings = attempt(PAGE, holdings=holdings)
    assert found is None
    assert [finding.code for finding in findings] == ["I050"]
    assert "letters/1925-03-04-nebylin.yaml" in findings[0].message
    assert "move it and its receipts away" in findings[0].hint


def test_a_page_that_changed_is_refused() -> None:
    holdings = Holdings({"1925-03-04-nebylin": "pages/p.txt"}, {"pages/p.txt": "0" * 64})
    found, findings = attempt(PAGE, holdings=holdings)
    assert found is None
    assert [finding.code for finding in findings] == ["I050"]


def test_another_page_of_the_name_is_not_written_over() -> None:
    found, findings = attempt(PAGE, holdings=Holdings({}, {"pages/p.txt": "0" * 64}))
    assert found is None
    assert [finding.code for finding in findings] == ["I051"]


def test_a_page_that_is_kept_but_not_imported_is_imported() -> None:
    found, _ = attempt(PAGE, holdings=Holdings({}, {"pages/p.txt": _DIGEST}))
    assert found is not None


def test_a_second_letter_of_the_day_gets_an_id_of_its_own() -> None:
    found, findings = attempt(PAGE, holdings=Holdings({"1925-03-04-nebylin": "pages/other.txt"}, {}))
    assert found is not None
    assert found.letter.id == "1925-03-04-nebylin-2"
    assert "letters/1925-03-04-nebylin-2.yaml" in found.files
    assert "I052" in {finding.code for finding in findings}


def test_a_letter_of_the_edition_is_referred_to_by_its_id() -> None:
    found, _ = attempt(PAGE, holdings=Holdings({"1925-05-20-nebyvalova": "pages/other.txt"}, {}))
    assert found is not None
    assert b"(letter:1925-05-20-nebyvalova)" in found.files["letters/1925-03-04-nebylin.yaml"]


@pytest.mark.parametrize("page", ["", "\n \n\t\n", "\ufeff", "---\n\n.\n", "Letter to S. Nebylin, March 4, 1925\n"])
def test_a_page_without_a_letter_makes_nothing(page: str) -> None:
    found, findings = attempt(page)
    assert found is None
    assert [finding.code for finding in findings] == ["I001"]


def test_the_same_page_gives_the_same_bytes() -> None:
    first, _ = attempt(PAGE)
    second, _ = attempt(PAGE)
    assert first is not None and second is not None
    assert first.files == second.files
    assert first.files["pages/p.txt"] == PAGE.encode()
    assert first.receipts.sha256 == _DIGEST
