"""Prepared edition → finished book, in as many rounds as its page numbers need to settle."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from edition.book.compose import compose
from edition.book.tree import Book
from edition.model.edition import Edition
from edition.model.finding import Finding, Report, Rule, Severity
from edition.model.pagination import Pagination
from edition.model.position import Position
from edition.prepare.printed import printed
from edition.prepare.typography import apply_typography
from edition.render.html import PRINT, render_html
from edition.render.latex import render_latex
from edition.settings.style import Style
from edition.typeset.epub import package_epub
from edition.typeset.latex import typeset_latex
from edition.typeset.result import Typeset
from edition.typeset.weasyprint import Press

SWINGING = Rule(
    "E001",
    Severity.WARNING,
    "page numbers do not settle",
    what="After several layouts a page number in the contents, the index or a reference still changes.",
    why="The number printed may be one page off.",
    mend="Change a word or two near the place named, so that it no longer falls on the turn of the page.",
)

ROUNDS = 6
"""How often a book is laid out at the most until its page numbers settle."""


@dataclass(frozen=True, slots=True)
class Made:
    """A book that was written, with the pages of its anchors (``None`` where there is no book), and what was found."""

    pagination: Pagination | None
    findings: tuple[Finding, ...]


def make_pdf(edition: Edition, style: Style, engine: str, target: Path, jobs: int, report: Report) -> Made:
    """Set the book by ``weasyprint`` or ``latex`` and write it to a file; ``report`` is told what is being done.

    ``jobs`` is how many processes may work side by side; the book is the same for every number.
    """
    if engine == "latex":
        style = style.with_settings(apparatus="letters")  # its log knows pages, not lines
    with Press(style, jobs, report) as press:
        typeset = _settled(edition, style, _engine(engine, style, press), report)
        if typeset.write is None:
            return Made(None, typeset.findings)
        found = typeset.write(target)
        return Made(typeset.pagination, (*typeset.findings, *found))


def _engine(name: str, style: Style, press: Press) -> Callable[[Book], Typeset]:
    if name == "latex":
        return lambda book: typeset_latex(render_latex(book, style), style)
    return lambda book: press.lay_out(book.metadata, render_html(book, PRINT))


def _settled(edition: Edition, style: Style, set_book: Callable[[Book], Typeset], report: Report) -> Typeset:
    """Lay the book out until its page numbers are those of the round before."""
    ready = apply_typography(printed(edition))
    pagination = Pagination()
    for count in range(1, ROUNDS + 1):
        report(f"laying out the pages, round {count}")
        typeset = set_book(compose(ready, style, pagination))
        if typeset.write is None or typeset.pagination == pagination:
            return typeset
        before, pagination = pagination, typeset.pagination
    return replace(typeset, findings=(*typeset.findings, _swinging(before, pagination)))


def _swinging(before: Pagination, pagination: Pagination) -> Finding:
    moved = sorted(anchor for anchor, page in pagination.pages.items() if before.page(anchor) != page)
    message = f"the page of «{moved[0] if moved else 'the last page'}» still changes after {ROUNDS} layouts."
    return SWINGING.at(Position("edition.yaml"), message, "change a word or two near that place.")


def make_epub(edition: Edition, style: Style, report: Report) -> bytes:
    """Make the e-book; its index cites letters by number, for its pages are not those of print."""
    report("making the e-book")
    by_letter = style.with_settings(locators="letter", apparatus="letters")
    return package_epub(compose(apply_typography(printed(edition)), by_letter, Pagination()), by_letter)
