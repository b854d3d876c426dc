"""Real letters through the whole road: every word of them stands in every book (`make test-corpora`).

One collection, one book: ``pytest -m corpora tests/corpora -k "quintus and facing"``; ``--log-cli-level=INFO`` tells
the figures.
"""

import logging
from pathlib import Path

import pytest

from edition.model.finding import Severity
from edition.readers.folder import load_edition
from tests.cli.conftest import run_edition
from tests.corpora.ledger import difference, words_of_letters
from tests.corpora.measured_build import build
from tests.corpora.plain import CORPORA, write_edition
from tests.corpora.shelf import SHELF

LOG = logging.getLogger(__name__)

pytestmark = [
    pytest.mark.corpora,
    pytest.mark.skipif(not CORPORA.is_dir(), reason=f"no letters at {CORPORA}: they are not part of the project"),
]

BOOKS = {
    "facing": ("pdf", "--engine", "weasyprint", "--layout", "facing"),
    "columns": ("pdf", "--engine", "weasyprint", "--layout", "columns"),
    "latex": ("pdf", "--engine", "latex"),
    "epub": ("epub",),
}


@pytest.fixture(scope="module", params=list(SHELF))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def edition(name: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    collection = SHELF[name].made()
    assert len(collection.letters) == SHELF[name].letters
    return write_edition(tmp_path_factory.mktemp(name) / "edition", collection)


def test_all_letters_of_cicero_are_there() -> None:
    assert sum(SHELF[name].letters for name in ("friends", "quintus", "brutus")) == 484


def test_every_word_of_the_files_stands_in_the_letters(name: str, edition: Path) -> None:
    loaded, findings = load_edition(edition)
    assert loaded is not None
    assert [finding for finding in findings if finding.severity is Severity.ERROR] == []
    there, wanted = words_of_letters(loaded), SHELF[name].words()
    assert difference(wanted, there) == ""
    assert difference(there, wanted) == ""


def test_real_letters_are_read_without_an_error(edition: Path) -> None:
    answer = run_edition("-C", edition, "check", "--quiet")
    assert answer.status == 0, answer.err[-3000:]


@pytest.mark.parametrize("book", list(BOOKS))
def test_every_word_of_real_letters_is_in_the_book(name: str, edition: Path, book: str, tmp_path: Path) -> None:
    """A build takes its place only after its audit found every word, so its success is the promise kept."""
    made = build(edition, tmp_path / "output", *BOOKS[book])
    figures = (name, book, made.pages, made.lost, made.seconds, made.largest, made.together)
    LOG.info("%s, %s: %d pages, %d places lost, %.0f s, %.0f MB the largest process, %.0f MB all", *figures)
    assert made.errors == ()
    assert made.status == 0, made.said
    assert len(made.books) == 1
