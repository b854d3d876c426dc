"""Read a finished PDF: pages with words in the order of the file, destinations, links, outline, fonts, metadata.

Text is read by pdfium, objects by pikepdf (qpdf); neither makes our files. Pages are read one after the other, so that
memory does not grow with the book.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from edition.inspect import pdf_objects, structure
from edition.inspect.page import Box, Link, PdfPage, UnreadableFile, Word
from edition.inspect.pdf_text import TextReader


@dataclass(frozen=True)
class PdfDocument:
    """A finished PDF. Everything is read from the file when it is asked for; no file stays open in between."""

    path: Path

    @cached_property
    def page_count(self) -> int:
        """How many pages the file has."""
        with self._text() as pdf:
            return len(pdf)

    def pages(self) -> Iterator[PdfPage]:
        """Read the pages in order, each as it is asked for."""
        with self._text() as pdf:
            for index in range(len(pdf)):
                yield _page(pdf, index)

    def marked_pages(self) -> Iterator[PdfPage]:
        """Read the pages in order, their words cut where another marked content sequence begins."""
        with self._text() as pdf:
            for index in range(len(pdf)):
                yield _page(pdf, index, TextReader.marked_words)

    def page(self, index: int) -> PdfPage:
        """Read one page, counted from 0."""
        with self._text() as pdf:
            return _page(pdf, index)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The label of each page; its number from 1 where the file gives none."""
        with self._text() as pdf:
            return tuple(_label(pdf, index) for index in range(len(pdf)))

    @cached_property
    def destinations(self) -> dict[str, pdf_objects.Destination]:
        """Every named destination, by name."""
        with self._objects() as pdf:
            return {place.name: place for place in pdf_objects.Places(pdf).names()}

    @cached_property
    def links(self) -> tuple[tuple[Link, ...], ...]:
        """The links of each page."""
        with self._objects() as pdf:
            places = pdf_objects.Places(pdf)
            return tuple(pdf_objects.links(page, index, places) for index, page in enumerate(pdf.pages))

    @cached_property
    def outline(self) -> tuple[pdf_objects.OutlineItem, ...]:
        """The bookmarks, in order."""
        with self._objects() as pdf:
            return tuple(pdf_objects.outline(pdf, pdf_objects.Places(pdf)))

    @cached_property
    def fonts(self) -> tuple[pdf_objects.Font, ...]:
        """The faces that the file uses, by name."""
        with self._objects() as pdf:
            return pdf_objects.fonts(pdf)

    @cached_property
    def metadata(self) -> pdf_objects.PdfMetadata:
        """Language, titles and the standards that the file says it keeps."""
        with self._objects() as pdf:
            return pdf_objects.metadata(pdf)

    @cached_property
    def structure(self) -> tuple[structure.Element, ...]:
        """The elements at the head of the structure tree, with all below them; none if the file is untagged."""
        with self._objects() as pdf:
            return structure.read_structure(pdf)

    @contextmanager
    def _text(self) -> Iterator[pdfium.PdfDocument]:
        try:
            pdf = pdfium.PdfDocument(self.path)
        except (pdfium.PdfiumError, FileNotFoundError) as reason:
            raise UnreadableFile(f"{self.path.name}: {reason}") from reason
        try:
            yield pdf
        finally:
            pdf.close()

    @contextmanager
    def _objects(self) -> Iterator[pikepdf.Pdf]:
        try:
            pdf = pikepdf.open(self.path)
        except (pikepdf.PdfError, pikepdf.PasswordError, FileNotFoundError) as reason:
            raise UnreadableFile(f"{self.path.name}: {reason}") from reason
        with pdf:
            yield pdf


def read_pdf(path: Path) -> PdfDocument:
    """Open a finished PDF; raise ``UnreadableFile`` where it is none."""
    document = PdfDocument(path)
    if not document.page_count:
        raise UnreadableFile(f"{path.name}: it has no pages")
    return document


def book_words(path: Path) -> list[list[str]]:
    """Give the words of each page, callers left out, words that a line broke joined again.

    A word broken over two pages stands in halves; a hyphen at a line's end is dropped, whether or not the word
    has one of its own.
    """
    pages: list[list[str]] = []
    for page in read_pdf(path).pages():
        words: list[str] = []
        carried = False
        for word in page.words:
            if word.raised:
                continue
            text = word.text[:-1] if word.broken else word.text
            if words and (carried or word.glued):
                words[-1] += text
            else:
                words.append(text)
            carried = word.broken
        pages.append(words)
    return pages


def _label(pdf: pdfium.PdfDocument, index: int) -> str:
    return pdf.get_page_label(index) or str(index + 1)


def _page(
    pdf: pdfium.PdfDocument, index: int, read: Callable[[TextReader], tuple[Word, ...]] = TextReader.words
) -> PdfPage:
    page = pdf[index]
    try:
        text = TextReader(page)
        try:
            words = read(text)
        finally:
            text.close()
        width, height = page.get_size()
        return PdfPage(index, _label(pdf, index), width, height, _trim(page), words)
    finally:
        page.close()


def _trim(page: pdfium.PdfPage) -> Box:
    """The trim box, measured from the corner of the page as it is shown."""
    bounds = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page.raw, bounds)
    x0, y0, x1, y1 = page.get_trimbox()
    return Box(x0 - bounds.left, bounds.top - y1, x1 - bounds.left, bounds.top - y0)
