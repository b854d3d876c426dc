"""Prepared edition → finished book, in as many rounds as its page numbers need to settle."""

from dataclasses import replace

from edition.book.compose import compose
from edition.book.tree import Book
from edition.model.edition import Edition
from edition.model.finding import Report, Rule, Severity
from edition.model.pagination import Pagination
from edition.model.position import Position
from edition.prepare.typography import apply_typography
from edition.render.html import PRINT, render_html
from edition.render.latex import render_latex
from edition.settings.style import Style
from edition.typeset.epub import package_epub
from edition.typeset.latex import typeset_latex
from edition.typeset.result import Typeset
from edition.typeset.weasyprint import typeset_weasyprint

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


def make_pdf(edition: Edition, style: Style, engine: str, report: Report) -> Typeset:
    """Set the book by ``weasyprint`` or ``latex``; ``report`` is told what is being done."""
    ready = apply_typography(edition)

    def set_book(book: Book) -> Typeset:
        if engine == "latex":
            return typeset_latex(render_latex(book, style), style)
        return typeset_weasyprint(render_html(book, PRINT), style)

    pagination = Pagination()
    for count in range(1, ROUNDS + 1):
        report(f"laying out the pages, round {count}")
        typeset = set_book(compose(ready, style, pagination))
        if not typeset.pdf or typeset.pagination == pagination:
            return typeset
        before, pagination = pagination, typeset.pagination
    moved = sorted(anchor for anchor, page in pagination.pages.items() if before.page(anchor) != page)
    place = Position("edition.yaml")
    message = f"the page of «{moved[0] if moved else 'the last page'}» still changes after {ROUNDS} layouts."
    swinging = SWINGING.at(place, message, "change a word or two near that place.")
    return replace(typeset, findings=(*typeset.findings, swinging))


def make_epub(edition: Edition, style: Style, report: Report) -> bytes:
    """Make the e-book; its index cites letters by number, for its pages are not those of print."""
    report("making the e-book")
    by_letter = replace(style, settings={**style.settings, "locators": "letter"})
    return package_epub(compose(apply_typography(edition), by_letter, Pagination()), by_letter)
