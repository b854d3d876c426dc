"""The printed book by WeasyPrint, from the hand-built specimen."""

import logging
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from edition.render.html import PRINT, render_html
from edition.settings.style import Style
from edition.typeset.destinations import read_pagination
from edition.typeset.result import Typeset
from edition.typeset.weasyprint import typeset_weasyprint
from tests.specimens.book import specimen_book
from tests.specimens.style import specimen_style

OCTAVO = Path(__file__).parents[3] / "styles" / "octavo"


def style() -> Style:
    return replace(specimen_style(), folders=(OCTAVO,))


@cache
def book() -> Typeset:
    return typeset_weasyprint(render_html(specimen_book(), PRINT), style())


def test_the_same_book_has_the_same_bytes() -> None:
    assert typeset_weasyprint(render_html(specimen_book(), PRINT), style()).pdf == book().pdf


def test_nothing_in_the_sheet_is_unknown_to_the_engine(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        typeset_weasyprint(render_html(specimen_book(), PRINT), style())
    assert [record.getMessage() for record in caplog.records] == []


def test_the_pages_of_anchors_are_those_of_the_file() -> None:
    with pikepdf.open(BytesIO(book().pdf)) as document:
        found = read_pagination(document)
    assert found.count == book().pagination.count
    assert found.pages
    assert {name: book().pagination.pages[name] for name in found.pages} == found.pages


def test_front_matter_counts_in_roman_and_the_body_from_1() -> None:
    pages = sorted(set(book().pagination.pages.values()))
    first = next(page for page in pages if page.label == "1")
    assert all(set(page.label) <= set("ivxlc") for page in pages if page.index < first.index)
    assert all(page.label == str(page.index - first.index + 1) for page in pages if page.index >= first.index)


def test_the_file_says_what_it_is() -> None:
    with pikepdf.open(BytesIO(book().pdf)) as document:
        assert document.Root.MarkInfo.Marked
        assert str(document.Root.Lang) == "ru"
        with document.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
