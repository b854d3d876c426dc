"""Divide the book into content documents, and write them as XHTML whose links lead from file to file."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from edition.book.tree import Book, Division
from edition.render.html import EBOOK, EPUB_TYPE, render_division
from edition.typeset.epub.splitting import split
from edition.typeset.epub.xml import XML_LANG, root, write_xml

XHTML = "http://www.w3.org/1999/xhtml"
OPS = "http://www.idpf.org/2007/ops"
STYLE_SHEETS = ("faces.css", "book.css")

_KINDS = {
    "half-title": ("halftitlepage", ""),
    "title-page": ("titlepage", ""),
    "copyright": ("copyright-page", ""),
    "sources": ("bibliography", "doc-bibliography"),
    "method": ("appendix", "doc-appendix"),
    "colophon": ("colophon", "doc-colophon"),
}
"""What a division is: its ``epub:type`` (EPUB 3 Structural Semantics Vocabulary) and its DPUB-ARIA role."""


@dataclass(frozen=True, slots=True)
class Document:
    """A content document: its path in the package, the kind of its division, and the element that it shows."""

    path: str
    kind: str
    language: str
    title: str
    content: etree._Element


def divide(book: Book) -> tuple[Document, ...]:
    """Make the content documents of a book in reading order, a division in one file or, if it is long, in several."""
    numbered = enumerate(book.divisions, 1)
    return tuple(document for ordinal, division in numbered for document in _documents(ordinal, division, book))


def _documents(ordinal: int, division: Division, book: Book) -> Iterator[Document]:
    section = render_division(division, EBOOK)
    _say_what_it_is(section, division.kind)
    parts = split(section)
    title = " / ".join((division.titles or book.metadata.titles).values())
    for count, part in enumerate(parts, 1):
        name = f"{ordinal:02}-{division.kind}" + (f"-{count:03}" if len(parts) > 1 else "")
        yield Document(f"{name}.xhtml", division.kind, division.language, title, part)


def _say_what_it_is(section: etree._Element, kind: str) -> None:
    epub_type, role = _KINDS.get(kind, ("", ""))
    if epub_type:
        section.set(EPUB_TYPE, epub_type)
    if role:
        section.set("role", role)
    if kind == "title-page":
        for title in section.iterfind(".//p[@class='title']"):
            title.tag = "h1"


def anchors(documents: Iterable[Document]) -> dict[str, str]:
    """Tell for every anchor of the book in which file it stands."""
    return {
        id: document.path
        for document in documents
        for element in document.content.iter(etree.Element)
        if (id := element.get("id"))
    }


def write_document(document: Document, files: Mapping[str, str]) -> bytes:
    """Write a content document; ``files`` tells in which file each anchor stands."""
    html = root(XHTML, "html", {"lang": document.language}, epub=OPS)
    head = etree.SubElement(html, "head")
    etree.SubElement(head, "meta", charset="utf-8")
    etree.SubElement(head, "title").text = document.title
    for sheet in STYLE_SHEETS:
        etree.SubElement(head, "link", rel="stylesheet", type="text/css", href=sheet)
    etree.SubElement(html, "body").append(document.content)
    for element in html.iter(etree.Element):
        _finish(element, document.path, files)
    return write_xml(html, doctype="<!DOCTYPE html>")


def _finish(element: etree._Element, path: str, files: Mapping[str, str]) -> None:
    element.tag = f"{{{XHTML}}}{etree.QName(element).localname}"
    if language := element.get("lang"):
        element.set(XML_LANG, language)
    for name in [name for name in map(str, element.attrib) if name.startswith("data-") and name != "data-level"]:
        del element.attrib[name]
    href = element.get("href", "")
    if href.startswith("#"):
        element.set("href", address(href[1:], files, path))
    if element.get("role") == "doc-noteref":
        element.set(EPUB_TYPE, "noteref")


def address(anchor: str, files: Mapping[str, str], source: str = "") -> str:
    """Give the address of an anchor as a file at ``source`` writes it; raise ``ValueError`` if it stands nowhere."""
    if anchor not in files:
        raise ValueError(f"a link leads to the anchor {anchor}, which stands nowhere in the book")
    return f"#{anchor}" if files[anchor] == source else f"{files[anchor]}#{anchor}"
