"""The printed book by WeasyPrint, from the hand-built specimen."""

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from edition.model.pagination import Pagination
from edition.render.html import PRINT, render_html
from edition.settings.style import Style
from edition.typeset.destinations import read_pagination
from edition.typeset.weasyprint import Press
from tests.specimens.book import specimen_book
from tests.specimens.style import specimen_style

OCTAVO = Path(__file__).parents[3] / "styles" / "octavo"
LAYOUTS = ("facing", "columns")

Print = Callable[..., Pagination]


def style(layout: str) -> Style:
    return replace(specimen_style(), folders=(OCTAVO,), layout=layout)


def print_book(layout: str, target: Path, jobs: int = 1, galley: int = 12) -> Pagination:
    """Print the specimen."""
    book = specimen_book()
    with Press(style(layout), jobs, lambda step: None, galley) as press:
        typeset = press.lay_out(book.metadata, render_html(book, PRINT))
        assert typeset.write is not None
        assert (typeset.findings, typeset.write(target)) == ((), ())
    return typeset.pagination


@pytest.fixture(scope="module", params=LAYOUTS)
def printed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path, Pagination]:
    """A layout, the specimen printed in it, and its pages."""
    target = tmp_path_factory.mktemp(request.param) / "book.pdf"
    return request.param, target, print_book(request.param, target)


@pytest.mark.parametrize(("jobs", "galley"), [(1, 1), (1, 3), (2, 1), (1, 1000)])
def test_the_book_is_the_same_for_any_number_of_processes_and_any_length_of_galley(
    printed: tuple[str, Path, Pagination], jobs: int, galley: int, tmp_path: Path
) -> None:
    layout, known, pagination = printed
    target = tmp_path / "other" / "бук.pdf"
    target.parent.mkdir()
    assert print_book(layout, target, jobs, galley) == pagination
    assert target.read_bytes() == known.read_bytes()


def test_nothing_in_the_sheets_is_unknown_to_the_engine(caplog: pytest.LogCaptureFixture, tmp_path: Path) -> None:
    with caplog.at_level(logging.WARNING):
        print_book("facing", tmp_path / "book.pdf")
    assert [record.getMessage() for record in caplog.records] == []


def test_the_pages_of_anchors_are_those_of_the_file(printed: tuple[str, Path, Pagination]) -> None:
    _, target, pagination = printed
    with pikepdf.open(target) as document:
        found = read_pagination(document)
    assert found.count == pagination.count
    assert found.pages
    assert {name: pagination.pages.get(name) for name in found.pages} == found.pages


def test_front_matter_counts_in_roman_and_the_body_in_arabic_numbers(printed: tuple[str, Path, Pagination]) -> None:
    pages = sorted(set(printed[2].pages.values()))
    first = next(page for page in pages if page.label.isdecimal())
    assert first.label == ("2" if printed[0] == "facing" else "1"), "rectos are odd; this body has no title leaf"
    assert all(set(page.label) <= set("ivxlc") for page in pages if page.index < first.index)
    assert all(
        page.label == str(page.index - first.index + int(first.label)) for page in pages if page.index >= first.index
    )


def test_rectos_have_odd_numbers(printed: tuple[str, Path, Pagination]) -> None:
    numbered = [page for page in printed[2].pages.values() if page.label.isdecimal()]
    assert numbered
    assert all((page.index % 2 == 0) is (int(page.label) % 2 == 1) for page in numbered)


def test_the_file_says_what_it_is(printed: tuple[str, Path, Pagination]) -> None:
    with pikepdf.open(printed[1]) as document:
        assert document.Root.MarkInfo.Marked
        assert str(document.Root.Lang) == "ru"
        with document.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
