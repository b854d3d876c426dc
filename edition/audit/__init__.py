"""Show that every word of the letter files stands in a finished book, once, in order, letter for letter.

Expected words are read from the letter files (``expected``), printed words from the finished file (``strips``); both
are brought to one form (``fold``). Cells are followed through the strips (``follow``, ``locate``); where that does not
succeed, words are compared one by one (``faults``). The work grows with the length of the book, not with its square.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from edition.audit.doubled import astray, doubled
from edition.audit.expected import Expected, Kind, expected_words
from edition.audit.faults import faults
from edition.audit.follow import Book
from edition.audit.locate import AROUND, Found, Owners, locate
from edition.audit.rules import BLANK, UNREADABLE
from edition.audit.strips import Strip, of_epub, of_page
from edition.inspect.epub import read_epub
from edition.inspect.page import PdfPage, UnreadableFile
from edition.inspect.pdf import read_pdf
from edition.model.edition import Edition
from edition.model.finding import Finding, in_order
from edition.model.position import Position

__all__ = ["audit_epub", "audit_pdf", "audit_strips", "expected_words"]


def audit_pdf(edition: Edition, pdf: Path) -> tuple[Finding, ...]:
    """Hold a finished PDF against the words of the edition as its files have them."""
    strips: list[Strip] = []
    blanks: dict[tuple[str, str], tuple[str, str]] = {}
    try:
        for page in read_pdf(pdf).pages():
            strips += of_page(page)
            _note_blanks(page, blanks)
    except UnreadableFile as reason:
        return (_unreadable(pdf, reason),)
    return in_order((*audit_strips(expected_words(edition), strips, pdf.name), *_blank_findings(pdf, blanks)))


def audit_epub(edition: Edition, epub: Path) -> tuple[Finding, ...]:
    """Hold a finished EPUB against the words of the edition as its files have them."""
    try:
        strips = list(of_epub(read_epub(epub)))
    except UnreadableFile as reason:
        return (_unreadable(epub, reason),)
    return in_order(audit_strips(expected_words(edition), strips, epub.name))


def audit_strips(cells: Sequence[Expected], strips: Sequence[Strip], output: str) -> Iterator[Finding]:
    """Find what is missing, changed, doubled or out of order; ``output`` names the finished file."""
    book = Book(strips)
    found = locate(book, cells)
    owners = Owners(cells)
    for number in range(len(cells)):
        if number not in found.places:
            yield from _faulty(found, owners, cells, number, output)
    yield from doubled(found, owners, cells, output)
    yield from astray(found, owners, cells, output)


def _faulty(found: Found, owners: Owners, cells: Sequence[Expected], number: int, output: str) -> list[Finding]:
    first, last = _region(found, owners, cells, number)
    findings, stretches = faults(found.book, cells[number], first, last, output)
    found.book.claim(stretches)
    return findings


def _region(found: Found, owners: Owners, cells: Sequence[Expected], number: int) -> tuple[int, int]:
    """Give the strips among which a faulty cell is looked for: between its neighbours, else around its letter."""
    span = owners.span(found, cells[number])
    if span is None or cells[number].kind is Kind.ROW:
        return owners.window(found, cells, number)
    if cells[number].kind is Kind.TITLE:
        return span[0] - AROUND, span[0]
    return span[0], span[1] + 4 * AROUND


def _note_blanks(page: PdfPage, blanks: dict[tuple[str, str], tuple[str, str]]) -> None:
    for word in page.words:
        for letter in word.blank:
            blanks.setdefault((word.font, letter), (page.label, word.text))


def _blank_findings(pdf: Path, blanks: dict[tuple[str, str], tuple[str, str]]) -> Iterator[Finding]:
    for (font, letter), (page, word) in sorted(blanks.items()):
        message = f'"{letter}" prints blank in the face {font}, first in "{word}" on page {page} of {pdf.name}.'
        yield BLANK.at(Position(pdf.name), message, "set another face, or another version of this one, in style.yaml.")


def _unreadable(path: Path, reason: UnreadableFile) -> Finding:
    return UNREADABLE.at(Position(path.name), f"the finished file cannot be read: {reason}.", "build it again.")
