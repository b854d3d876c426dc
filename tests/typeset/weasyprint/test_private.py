"""What is used of WeasyPrint's private parts is still there: the first test to look at when a new version arrives."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import weasyprint
from weasyprint import pdf as writing
from weasyprint.document import Page
from weasyprint.pdf.stream import Stream
from weasyprint.text import line_break

from edition.model.finding import Severity
from edition.typeset.weasyprint import private
from edition.typeset.weasyprint.line_breaking import mended_line_breaking
from edition.typeset.weasyprint.part import write_part

TYPESET = Path(private.__file__).parents[1]
PUBLISHED = {
    "weasyprint",
    "weasyprint.text.fonts.FontConfiguration",
    "weasyprint.urls.URLFetcher",
    "weasyprint.urls.URLFetcherResponse",
}
"""What the documentation of WeasyPrint promises to those who use it."""
HIDDEN = {mentioned for _, mentioned in private.MENTIONS if mentioned.startswith("_")} | {"_html"}


def reached_into(path: Path) -> Iterator[str]:
    """Yield what a module uses of WeasyPrint that is not published."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name.startswith("weasyprint."))
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("weasyprint"):
            yield from {f"{node.module}.{name.name}" for name in node.names} - PUBLISHED
        elif isinstance(node, ast.Attribute) and node.attr in HIDDEN:
            yield node.attr


def test_nothing_else_reaches_into_the_engine() -> None:
    reaching = {path.relative_to(TYPESET).as_posix() for path in TYPESET.rglob("*.py") if [*reached_into(path)]}
    assert reaching == {"weasyprint/private.py"}


def test_what_is_used_is_as_it_was() -> None:
    """Where this fails, its words name what has changed: look at each use in private.py, then change the lists."""
    assert private.changes() == ()


def test_the_version_installed_is_the_one_known() -> None:
    assert weasyprint.__version__ == private.VERSION
    assert private.engine_findings() == ()


def test_other_arguments_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def add_tags(pdf: object, pages: object) -> None:
        raise AssertionError

    monkeypatch.setattr(writing, "add_tags", add_tags)
    (change,) = private.changes()
    assert change.startswith("weasyprint.pdf:add_tags takes (pdf")
    assert change.endswith("and took (pdf, document, pdf_version, page_streams)")


def test_what_is_gone_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(line_break, "split_first_line")
    assert private.changes() == ("weasyprint.text.line_break:split_first_line is gone",)


def test_what_is_no_longer_set_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def begin(self: Any, page_box: object) -> None:
        self.links = [page_box]

    begin.__annotations__.clear()
    monkeypatch.setattr(Page, "__init__", begin)
    assert private.changes() == ("weasyprint.document:Page.__init__ no longer names _page_box",)


def test_another_version_makes_no_book(monkeypatch: pytest.MonkeyPatch) -> None:
    document = weasyprint.HTML(string="<html lang=en><body><p>Words").render()
    monkeypatch.setattr(weasyprint, "__version__", "71.0")
    (finding,) = private.engine_findings()
    assert finding.severity is Severity.ERROR
    assert str(finding) == (
        "edition.yaml:1:1: error E030: WeasyPrint 71.0 is installed; this program sets books by version 70.0\n"
        "    hint: install WeasyPrint 70.0: run make setup."
    )
    with pytest.raises(private.ForeignEngine), mended_line_breaking():
        raise AssertionError
    with pytest.raises(private.ForeignEngine):
        write_part(document, ())


def test_all_is_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also after a fault: here an element that stands in no tree of the part."""
    before = (writing.add_links, writing.add_outlines, writing.add_tags, Stream.marked)
    document = weasyprint.HTML(string="<html lang=en><body><p>Words").render()
    with pytest.raises(LookupError, match="stand in none of its trees: p"):
        write_part(document, ())
    assert (writing.add_links, writing.add_outlines, writing.add_tags, Stream.marked) == before
