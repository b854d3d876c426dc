"""Write the navigation document (EPUB 3.3 §7): contents and landmarks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from edition.book.tree import Book, Contents, Division, Entry
from edition.render.html import EPUB_TYPE
from edition.render.html.lists import title_words
from edition.typeset.epub.documents import Document, address


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the contents: where it leads, its titles by language, its depth from 1."""

    target: str
    titles: Mapping[str, str]
    level: int


@dataclass(frozen=True, slots=True)
class Landmark:
    """A place that reading systems offer at a touch, by its name in the Structural Semantics Vocabulary."""

    epub_type: str
    path: str
    words: str


def contents_lines(book: Book) -> Iterator[Line]:
    """Yield what the reader is led to: the lines of the book's own contents, and what stands before and after them."""
    listed = {line.target: line for line in _printed_lines(book)}
    for division in book.divisions:
        titles = listed[division.id].titles if division.id in listed else division.titles
        if titles:
            yield Line(division.id, titles, 1)
        for block in division.blocks:
            if isinstance(block, Entry):
                last = block.heading.sides[-1].language
                yield listed.get(block.id) or Line(block.id, {last: block.title or block.number}, 2)


def _printed_lines(book: Book) -> Iterator[Line]:
    for division in book.divisions:
        for block in division.blocks:
            if isinstance(block, Contents):
                for line in block.lines:
                    titles = {side.language: title_words(side) for side in line.titles if side.paragraphs}
                    yield Line(line.target, titles, line.level)


def navigation(
    title: str, language: str, lines: Sequence[Line], landmarks: Sequence[Landmark], files: Mapping[str, str]
) -> Document:
    """Make the navigation document. A page list, once there is a printed book to follow, is a third ``nav`` here."""
    body = etree.Element("div")
    _contents(body, title, lines, files)
    _landmarks(body, title, landmarks)
    return Document("nav.xhtml", "navigation", language, title, body)


def _contents(body: etree._Element, title: str, lines: Sequence[Line], files: Mapping[str, str]) -> None:
    nav = etree.SubElement(body, "nav", {EPUB_TYPE: "toc", "role": "doc-toc", "id": "toc"})
    etree.SubElement(nav, "h1").text = title
    lists = [etree.SubElement(nav, "ol")]
    for line in lines:
        while len(lists) > line.level:
            lists.pop()
        if len(lists) < line.level and len(lists[-1]):
            lists.append(etree.SubElement(lists[-1][-1], "ol"))
        anchor = etree.SubElement(etree.SubElement(lists[-1], "li"), "a", href=address(line.target, files))
        _titles(anchor, line.titles)


def _titles(anchor: etree._Element, titles: Mapping[str, str]) -> None:
    for place, (language, title) in enumerate(titles.items()):
        if place:
            anchor[-1].tail = " / "
        etree.SubElement(anchor, "span", lang=language).text = title


def _landmarks(body: etree._Element, title: str, landmarks: Sequence[Landmark]) -> None:
    attributes = {EPUB_TYPE: "landmarks", "hidden": "hidden", "aria-label": title, "id": "landmarks"}
    nav = etree.SubElement(body, "nav", attributes)
    entries = etree.SubElement(nav, "ol")
    for landmark in landmarks:
        attributes = {EPUB_TYPE: landmark.epub_type, "href": landmark.path}
        etree.SubElement(etree.SubElement(entries, "li"), "a", attributes).text = landmark.words


def first_of(kind: str, documents: Sequence[Document]) -> str:
    """Give the path of the first document of a kind of division, or nothing."""
    return next((document.path for document in documents if document.kind == kind), "")


def letters_begin(divisions: Sequence[Division]) -> str:
    """Name the kind of division with which the body of the book begins."""
    return next((division.kind for division in divisions if division.matter == "body"), "")
