"""Real letters through the whole road: every word of them stands in every book (`make test-corpora`)."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from edition.settings.face import characters
from edition.settings.style_file import load_style
from tests.cli.conftest import ROOT, run_edition
from tests.corpora.convert import CORPORA, Plain, cicero, serafin, write_edition

pytestmark = [
    pytest.mark.corpora,
    pytest.mark.skipif(not CORPORA.is_dir(), reason=f"no letters at {CORPORA}: they are not part of the project"),
]

EDITIONS: dict[str, tuple[dict[str, str], Callable[[], Iterable[Plain]], int]] = {
    "serafin": ({"la": "la", "pl": "pl"}, serafin, 45),
    "friends": ({"la": "la", "en": "en-GB"}, lambda: printable(cicero("056")), 414),
    "quintus": ({"la": "la", "en": "en-GB"}, lambda: printable(cicero("058")), 13),
    "brutus": ({"la": "la", "en": "en-GB"}, lambda: cicero("059"), 23),
}


def printable(letters: Iterable[Plain]) -> Iterable[Plain]:
    """Leave out the letters with Greek, for which the face that comes with the program has no accents (G021)."""
    style, _ = load_style(ROOT / "corpus")
    assert style is not None
    known = characters(style.face)
    for letter in letters:
        if {sign for row in letter.rows for cell in row for words in cell for sign in words} <= known:
            yield letter


@pytest.fixture(scope="module", params=sorted(EDITIONS))
def edition(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    languages, letters, count = EDITIONS[request.param]
    listed = list(letters())
    assert len(listed) == count
    return write_edition(tmp_path_factory.mktemp(request.param) / "edition", languages, listed)


def test_real_letters_are_read_without_an_error(edition: Path) -> None:
    answer = run_edition("-C", edition, "check")
    assert answer.status == 0, answer.err


def test_greek_without_a_face_for_it_is_said_letter_by_letter(tmp_path: Path) -> None:
    folder = write_edition(tmp_path / "edition", {"la": "la", "en": "en-GB"}, cicero("058"))
    answer = run_edition("-C", folder, "check", "--json")
    findings: Any = answer.json
    errors = [finding for finding in findings if finding["severity"] == "error"]
    assert {finding["code"] for finding in errors} == {"G021"}
    assert len({finding["file"] for finding in errors}) == 14


@pytest.mark.parametrize(
    "words",
    [("pdf", "--engine", "weasyprint"), ("pdf", "--engine", "latex"), ("epub",)],
    ids=["weasyprint", "latex", "epub"],
)
def test_every_word_of_real_letters_is_in_the_book(edition: Path, words: tuple[str, ...]) -> None:
    """A build takes its place only after its audit found every word, so its success is the promise kept."""
    answer = run_edition("-C", edition, "build", *words)
    assert answer.status == 0, answer.err[-3000:]
