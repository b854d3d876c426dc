"""What the file says of itself, in XMP and in its information dictionary alike (PDF/A-2 §6.6, PDF/UA-1 §5)."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Final

from lxml import etree

from edition.book.tree import Metadata
from edition.typeset.joining.book_file import BookFile
from edition.typeset.joining.literals import dictionary, string

PRODUCER: Final = f"edition, WeasyPrint {version('weasyprint')}"
"""What made the file."""

_NAMES: Final = {
    "x": "adobe:ns:meta/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_PACKET: Final = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
_AUTHOR: Final = "aut"


def information(file: BookFile) -> bytes:
    """Write the information dictionary (PDF 1.7 §14.3.3); its words are those of the XMP."""
    book = file.metadata
    date = b"" if file.moment is None else string(_moment(file.moment).strftime("D:%Y%m%d%H%M%SZ"))
    return dictionary(
        {
            "Title": _optional(_title(book)),
            "Author": _optional("; ".join(_creators(book))),
            "Subject": _optional(book.description),
            "Creator": string(PRODUCER),
            "Producer": string(PRODUCER),
            "CreationDate": date,
            "ModDate": date,
        }
    )


def xmp(file: BookFile) -> bytes:
    """Write the XMP packet: PDF/A-2a and PDF/UA-1, and what the book is, its title in every language it has."""
    meta = etree.Element(_tag("x", "xmpmeta"), nsmap={"x": _NAMES["x"]})
    rdf = etree.SubElement(meta, _tag("rdf", "RDF"), nsmap={"rdf": _NAMES["rdf"]})
    _conformance(rdf)
    _describe(rdf, file.metadata)
    _say_how_made(rdf, file.moment)
    body = etree.tostring(meta, encoding="unicode", pretty_print=True)
    return f'{_PACKET}{body}<?xpacket end="r"?>'.encode()


def _conformance(rdf: etree._Element) -> None:
    """Claim both standards, and explain to PDF/A what the claim of the other is (PDF/A-2 §6.6.2.3)."""
    claims = _description(rdf, "pdfaid", "pdfuaid")
    _simple(claims, "pdfaid", "part", "2")
    _simple(claims, "pdfaid", "conformance", "A")
    _simple(claims, "pdfuaid", "part", "1")
    extension = _description(rdf, "pdfaExtension", "pdfaSchema", "pdfaProperty")
    schema = _struct(_list(etree.SubElement(extension, _tag("pdfaExtension", "schemas")), "Bag"))
    _simple(schema, "pdfaSchema", "schema", "PDF/UA identification schema")
    _simple(schema, "pdfaSchema", "namespaceURI", _NAMES["pdfuaid"])
    _simple(schema, "pdfaSchema", "prefix", "pdfuaid")
    known = _struct(_list(etree.SubElement(schema, _tag("pdfaSchema", "property")), "Seq"))
    _simple(known, "pdfaProperty", "name", "part")
    _simple(known, "pdfaProperty", "valueType", "Integer")
    _simple(known, "pdfaProperty", "category", "internal")
    _simple(known, "pdfaProperty", "description", "Part of the PDF/UA standard to which the file conforms")


def _describe(rdf: etree._Element, book: Metadata) -> None:
    main = next(iter(book.languages), "x-default")
    into = _description(rdf, "dc")
    _alternatives(into, "title", {"x-default": _title(book), **book.titles})
    _several(into, "creator", "Seq", _creators(book))
    _several(into, "contributor", "Bag", (name for name, role in book.contributors if role != _AUTHOR))
    _several(into, "publisher", "Bag", [book.publisher])
    _several(into, "language", "Bag", book.languages)
    _alternatives(into, "description", {"x-default": book.description, main: book.description})
    _alternatives(into, "rights", {"x-default": book.rights, main: book.rights})
    if book.identifier:
        _simple(into, "dc", "identifier", book.identifier)


def _say_how_made(rdf: etree._Element, moment: int | None) -> None:
    into = _description(rdf, "pdf", "xmp")
    _simple(into, "pdf", "Producer", PRODUCER)
    _simple(into, "xmp", "CreatorTool", PRODUCER)
    if moment is not None:
        for name in ("CreateDate", "ModifyDate", "MetadataDate"):
            _simple(into, "xmp", name, _moment(moment).strftime("%Y-%m-%dT%H:%M:%SZ"))


def _title(book: Metadata) -> str:
    return next((title for title in book.titles.values() if title), book.name)


def _creators(book: Metadata) -> list[str]:
    return list(dict.fromkeys(name for name, role in book.contributors if role == _AUTHOR))


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def _optional(words: str) -> bytes:
    return string(words) if words else b""


def _tag(prefix: str, name: str) -> str:
    return f"{{{_NAMES[prefix]}}}{name}"


def _description(rdf: etree._Element, *prefixes: str) -> etree._Element:
    names = {prefix: _NAMES[prefix] for prefix in prefixes}
    return etree.SubElement(rdf, _tag("rdf", "Description"), {_tag("rdf", "about"): ""}, nsmap=names)


def _list(parent: etree._Element, kind: str) -> etree._Element:
    return etree.SubElement(parent, _tag("rdf", kind))


def _struct(items: etree._Element) -> etree._Element:
    return etree.SubElement(items, _tag("rdf", "li"), {_tag("rdf", "parseType"): "Resource"})


def _simple(parent: etree._Element, prefix: str, name: str, words: str) -> None:
    etree.SubElement(parent, _tag(prefix, name)).text = words


def _several(parent: etree._Element, name: str, kind: str, values: Iterable[str]) -> None:
    values = [value for value in dict.fromkeys(values) if value]
    if values:
        items = _list(etree.SubElement(parent, _tag("dc", name)), kind)
        for value in values:
            _simple(items, "rdf", "li", value)


def _alternatives(parent: etree._Element, name: str, words: Mapping[str, str]) -> None:
    if any(words.values()):
        items = _list(etree.SubElement(parent, _tag("dc", name)), "Alt")
        for language, value in words.items():
            if value:
                etree.SubElement(items, _tag("rdf", "li"), {_LANGUAGE: language}).text = value
