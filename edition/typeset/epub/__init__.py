"""Package the book as EPUB 3.3."""

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from edition.book.tree import Book
from edition.render.html.clusters import bind_clusters
from edition.settings.face import signs
from edition.settings.style import Style
from edition.typeset.epub.container import write_container
from edition.typeset.epub.cover import PICTURE, cover_document, cover_picture
from edition.typeset.epub.documents import Document, anchors, divide, write_document
from edition.typeset.epub.faces import cut_faces, face_sheet
from edition.typeset.epub.navigation import Landmark, contents_lines, first_of, letters_begin, navigation
from edition.typeset.epub.package_document import Resource, package_document

__all__ = ["package_epub"]

_FOLDER = "EPUB"
_XHTML = "application/xhtml+xml"
_UNDATED = datetime(2000, 1, 1, tzinfo=UTC)


def package_epub(book: Book, style: Style, modified: datetime | None = None) -> bytes:
    """Package a book as EPUB 3.3; same book, style and date, same bytes.

    ``modified`` is the moment that the file gives for itself; by default that of ``SOURCE_DATE_EPOCH``, without which
    it is a fixed one, for no clock goes into a result.
    """
    moment = modified or _source_date(os.environ)
    documents = (cover_document(book.metadata), *divide(book))
    resources = tuple(_resources(book, style, documents))
    package = package_document(book.metadata, _summaries(book, style), resources, moment)
    files = {f"{_FOLDER}/{resource.path}": resource.content for resource in resources}
    return write_container({**files, f"{_FOLDER}/package.opf": package}, f"{_FOLDER}/package.opf", moment)


def _source_date(environment: Mapping[str, str]) -> datetime:
    seconds = environment.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(seconds), UTC) if seconds.isdecimal() else _UNDATED


def _resources(book: Book, style: Style, documents: Sequence[Document]) -> Iterator[Resource]:
    files = anchors(documents)
    nav = _navigation(book, style, documents, files)
    for document in (*documents, nav):
        bind_clusters(document.content, signs(style.face))
    written = {document.path: write_document(document, files) for document in (*documents, nav)}
    for document in documents:
        yield Resource(document.path, written[document.path], _XHTML, read=True)
    yield Resource(nav.path, written[nav.path], _XHTML, "nav")
    yield Resource(PICTURE, cover_picture(book, style), "image/png", "cover-image")
    yield Resource("book.css", style.file("epub.css").read_bytes(), "text/css")
    fonts = cut_faces(style.face, "\n".join(content.decode() for content in written.values()))
    yield Resource("faces.css", face_sheet(style.face, fonts), "text/css")
    for path, font in fonts.items():
        yield Resource(path, font, "font/woff2")


def _navigation(book: Book, style: Style, documents: Sequence[Document], files: Mapping[str, str]) -> Document:
    language = book.metadata.languages[0]
    words = style.words(language)
    named = {} if words is None else words.table
    places = (
        ("cover", "cover", "cover"),
        ("titlepage", "title-page", "title_page"),
        ("toc", "contents", "contents"),
        ("bodymatter", letters_begin(book.divisions), "letters"),
        ("index", "index", "index_of_names"),
    )
    landmarks = [
        Landmark(epub_type, first_of(kind, documents), named.get(key, key))
        for epub_type, kind, key in places
        if first_of(kind, documents)
    ]
    title = named.get("contents", book.metadata.titles[language])
    return navigation(title, language, tuple(contents_lines(book)), landmarks, files)


def _summaries(book: Book, style: Style) -> dict[str, str]:
    tables = ((language, style.words(language)) for language in book.metadata.languages)
    return {language: " ".join(words["accessibility_summary"].split()) for language, words in tables if words}
