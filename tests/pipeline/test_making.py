"""The rounds in which a book finds its pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from edition.book.compose import compose
from edition.book.tree import Book
from edition.model.edition import Edition
from edition.model.pagination import Page, Pagination
from edition.pipeline import making
from edition.pipeline.making import ROUNDS, make_pdf
from edition.pipeline.reading import read_and_check
from edition.settings.style import Style
from edition.typeset.result import Typeset

SPECIMEN = Path(__file__).parents[1] / "specimens" / "edition"


@pytest.fixture(scope="module")
def specimen() -> tuple[Edition, Style]:
    read = read_and_check(SPECIMEN)
    assert read.edition is not None
    assert read.style is not None
    return read.edition, read.style


def on(*indexes: int) -> Iterator[Typeset]:
    """An engine that puts the letters on one page after the other, round by round, and stays on the last."""
    while True:
        first, *rest = indexes
        yield Typeset(b"%PDF", Pagination({"letters": Page(first, str(first + 1))}, 9))
        indexes = (first, *rest) if not rest else tuple(rest)


def rounds(
    monkeypatch: pytest.MonkeyPatch, engine: Iterator[Typeset], specimen: tuple[Edition, Style]
) -> tuple[Typeset, int]:
    """Make a book by an engine; give what came of it and how many rounds that took."""
    said: list[str] = []
    monkeypatch.setattr(making, "typeset_weasyprint", lambda html, style: next(engine))
    return make_pdf(*specimen, "weasyprint", said.append), len(said)


def test_a_book_is_done_when_two_rounds_agree(monkeypatch: pytest.MonkeyPatch, specimen: tuple[Edition, Style]) -> None:
    book, count = rounds(monkeypatch, on(4, 5), specimen)
    assert (count, book.findings) == (3, ())
    assert book.pagination.page("letters") == Page(5, "6")


def test_a_book_that_swings_is_made_and_says_so(
    monkeypatch: pytest.MonkeyPatch, specimen: tuple[Edition, Style]
) -> None:
    book, count = rounds(monkeypatch, on(*(4, 5) * ROUNDS), specimen)
    assert count == ROUNDS
    assert book.pdf
    (finding,) = book.findings
    assert (finding.code, "letters" in finding.message) == ("E001", True)


def test_an_engine_that_gives_up_is_not_asked_again(
    monkeypatch: pytest.MonkeyPatch, specimen: tuple[Edition, Style]
) -> None:
    book, count = rounds(monkeypatch, iter([Typeset(b"", Pagination())]), specimen)
    assert (book.pdf, count) == (b"", 1)


def test_each_round_knows_the_pages_of_the_one_before(
    monkeypatch: pytest.MonkeyPatch, specimen: tuple[Edition, Style]
) -> None:
    known: list[str] = []
    engine = on(4)
    whole = compose

    def watched(edition: Edition, style: Style, pagination: Pagination) -> Book:
        known.append(page.label if (page := pagination.page("letters")) else "")
        return whole(edition, style, pagination)

    monkeypatch.setattr(making, "compose", watched)
    rounds(monkeypatch, engine, specimen)
    assert known == ["", "5"]
