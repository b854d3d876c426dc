"""Write the metadata of the package document (EPUB 3.3 §5.5, EPUB Accessibility 1.1 §3.2)."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from lxml import etree

from edition.book.tree import Metadata
from edition.typeset.epub.xml import XML_LANG

OPF = "http://www.idpf.org/2007/opf"
DC = "http://purl.org/dc/elements/1.1/"
IDENTIFIER = "identifier"

_ACCESSIBILITY = (
    ("schema:accessMode", "textual"),
    ("schema:accessModeSufficient", "textual"),
    ("schema:accessibilityFeature", "alternativeText"),
    ("schema:accessibilityFeature", "ARIA"),
    ("schema:accessibilityFeature", "displayTransformability"),
    ("schema:accessibilityFeature", "index"),
    ("schema:accessibilityFeature", "readingOrder"),
    ("schema:accessibilityFeature", "structuralNavigation"),
    ("schema:accessibilityFeature", "tableOfContents"),
    ("schema:accessibilityHazard", "none"),
)
"""In the schema.org vocabulary; only what every book of ours has is claimed."""


def write_metadata(parent: etree._Element, book: Metadata, summaries: Mapping[str, str], modified: datetime) -> None:
    """Write what the book says of itself; ``summaries`` says by language what a reader who does not see should know."""
    into = etree.SubElement(parent, f"{{{OPF}}}metadata", nsmap={"dc": DC})
    _element(into, "identifier", book.identifier, IDENTIFIER)
    _titles(into, book.titles)
    for language in book.languages:
        _element(into, "language", language)
    _people(into, book.contributors)
    for name, words in (("publisher", book.publisher), ("rights", book.rights), ("date", book.year)):
        _element(into, name, words)
    _element(into, "description", book.description, language=book.languages[0])
    _property(into, "dcterms:modified", modified.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
    for name, value in _ACCESSIBILITY:
        _property(into, name, value)
    for language, summary in summaries.items():
        _property(into, "schema:accessibilitySummary", summary, language=language)


def _titles(into: etree._Element, titles: Mapping[str, str]) -> None:
    """Write the title of the first language as the main one, then all in one line, for libraries that show but one."""
    (first, title), *others = titles.items()
    _element(into, "title", title, "title", first)
    _refine(into, "title", "title-type", "main")
    for language, other in others:
        _refine(into, "title", "alternate-script", other, language=language)
    if others:
        _element(into, "title", " / ".join(titles.values()), "title-extended", first)
        _refine(into, "title-extended", "title-type", "extended")


def _people(into: etree._Element, contributors: Iterable[tuple[str, str]]) -> None:
    """Write authors as creators and all others as contributors, each with the MARC code of what they did."""
    for ordinal, (name, role) in enumerate(contributors, 1):
        id = f"person-{ordinal}"
        _element(into, "creator" if role == "aut" else "contributor", name, id)
        _refine(into, id, "role", role, scheme="marc:relators")


def _element(into: etree._Element, name: str, words: str, id: str = "", language: str = "") -> None:
    if not words:
        return
    made = etree.SubElement(into, f"{{{DC}}}{name}")
    if id:
        made.set("id", id)
    if language:
        made.set(XML_LANG, language)
    made.text = words


def _property(into: etree._Element, name: str, value: str, language: str = "", **attributes: str) -> None:
    made = etree.SubElement(into, f"{{{OPF}}}meta", {**attributes, "property": name})
    if language:
        made.set(XML_LANG, language)
    made.text = value


def _refine(into: etree._Element, id: str, name: str, value: str, language: str = "", **attributes: str) -> None:
    _property(into, name, value, language, refines=f"#{id}", **attributes)
