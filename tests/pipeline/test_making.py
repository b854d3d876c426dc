"""The rounds in which a book finds its pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from edition.book.compose import compose
from edition.book.tree import Book
from edition.model.edition import Edition
from edition.model.finding import Finding
from edition.model.pagination import Page, Pagination
from edition.pipeline import making
from edition.pipeline.making import ROUNDS, Made, make_pdf
from edition.pipeline.reading import read_and_check
from edition.settings.style import Style
from edition.typeset.result import Typeset
from edition.typeset.weasyprint import Press

SPECIMEN = Path(__file__).parents[1] / "specimens" / "edition"


@pytest.fixture(scope="module")
def specimen() -> tuple[Edition, Style]:
    read = read_and_check(SPECIMEN)
    assert read.edition is not None
    assert read.style is not None
    return read.edition, read.style


def on(*indexes: int) -> Iterator[Typeset]:
    """An engine that puts the letters on one page after the other, round by round, and stays on the last."""

    def write(target: Path) -> tuple[Finding, ...]:
        target.write_bytes(b"%PDF")
        return ()

    while True:
        first, *rest = indexes
        yield Typeset(Pagination({"letters": Page(first, str(first + 1))}, 9), write)
        indexes = (first, *rest) if not rest else tuple(rest)


@dataclass
class Rounds:
    """Makes books by an engine of the test's own; ``said`` is what was reported."""

    monkeypatch: pytest.MonkeyPatch
    specimen: tuple[Edition, Style]
    target: Path
    said: list[str]

    def of(self, engine: Iterator[Typeset]) -> Made:
        self.monkeypatch.setattr(Press, "lay_out", lambda *_: next(engine))
        return make_pdf(*self.specimen, "weasyprint", self.target, 1, self.said.append)


@pytest.fixture
def rounds(monkeypatch: pytest.MonkeyPatch, specimen: tuple[Edition, Style], tmp_path: Path) -> Rounds:
    return Rounds(monkeypatch, specimen, tmp_path / "book.pdf", [])


def test_a_book_is_done_when_two_rounds_agree(rounds: Rounds) -> None:
    made = rounds.of(on(4, 5))
    assert (len(rounds.said), made.findings) == (3, ())
    assert made.pagination is not None
    assert made.pagination.page("letters") == Page(5, "6")
    assert rounds.target.read_bytes() == b"%PDF"


def test_a_book_that_swings_is_made_and_says_so(rounds: Rounds) -> None:
    made = rounds.of(on(*(4, 5) * ROUNDS))
    assert len(rounds.said) == ROUNDS
    assert rounds.target.exists()
    (finding,) = made.findings
    assert (finding.code, "letters" in finding.message) == ("E001", True)


def test_an_engine_that_gives_up_is_not_asked_again(rounds: Rounds) -> None:
    made = rounds.of(iter([Typeset(Pagination(), None)]))
    assert (made.pagination, len(rounds.said)) == (None, 1)
    assert not rounds.target.exists()


def test_each_round_knows_the_pages_of_the_one_before(monkeypatch: pytest.MonkeyPatch, rounds: Rounds) -> None:
    known: list[str] = []
    whole = compose

    def watched(edition: Edition, style: Style, pagination: Pagination) -> Book:
        known.append(page.label if (page := pagination.page("letters")) else "")
        return whole(edition, style, pagination)

    monkeypatch.setattr(making, "compose", watched)
    rounds.of(on(4))
    assert known == ["", "5"]
