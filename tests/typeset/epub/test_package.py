"""What the e-book says of itself, and how its files hang together."""

import re
import zipfile
from collections import Counter
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from edition.book.tree import Division, Linked, Metadata, Run
from edition.inspect.epub import EpubDocument, Statement, read_epub
from edition.settings.style import Style
from edition.typeset.epub import package_epub
from tests.render.html.test_tree import book_words, html_words
from tests.specimens.book import EN, para, specimen_book, specimen_metadata

XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="module")
def book(specimen: Path) -> EpubDocument:
    return read_epub(specimen)


def refined(book: EpubDocument, id: str) -> list[tuple[str, str]]:
    return [(said.name, said.value) for said in book.package.metadata if said.refines.lstrip("#") == id]


def said(book: EpubDocument, name: str) -> list[Statement]:
    return [statement for statement in book.package.metadata if statement.name == name]


def test_titles_in_both_scripts(book: EpubDocument) -> None:
    main, extended = said(book, "dc:title")
    assert (main.value, main.language) == ("Письма о мосте", "ru")
    assert refined(book, main.id) == [("title-type", "main"), ("alternate-script", "Letters about a Bridge")]
    assert extended.value == "Письма о мосте / Letters about a Bridge"


def test_people_with_their_roles(book: EpubDocument) -> None:
    assert [(person.value, refined(book, person.id)) for person in said(book, "dc:creator")] == [
        ("P. Vymyslov", [("role", "aut")])
    ]
    assert [(person.value, refined(book, person.id)) for person in said(book, "dc:contributor")] == [
        ("A. Quill", [("role", "edt")])
    ]


def test_a_machine_has_no_persons_role(book: EpubDocument) -> None:
    """The specimen is translated by a machine: nobody stands as its translator."""
    assert not [statement for statement in book.package.metadata if statement.value == "trl"]


def test_identity_languages_and_rights(book: EpubDocument) -> None:
    values = book.package.values
    assert values("dc:identifier") == ("urn:uuid:00000000-0000-4000-8000-000000001901",)
    assert values("dc:language") == ("ru", "en-US")
    assert values("dc:rights") == ("Free to use.",) and values("dc:publisher") == ("Nowhere Press",)


def test_accessibility_is_declared(book: EpubDocument) -> None:
    """EPUB Accessibility 1.1 §3.2: these must be there."""
    for name in ("accessMode", "accessModeSufficient", "accessibilityFeature", "accessibilityHazard"):
        assert book.package.values(f"schema:{name}")
    assert [summary.language for summary in said(book, "schema:accessibilitySummary")] == ["ru", "en-US"]


def test_the_reading_order_is_that_of_the_book(book: EpubDocument) -> None:
    kinds = [re.sub(r".*/\d+-|\.xhtml", "", item.path) for item in book.package.spine]
    assert kinds == [
        "cover",
        "half-title",
        "title-page",
        "title-page",
        "copyright",
        "contents",
        "text",
        "letters",
        "sources",
        "index",
        "method",
        "colophon",
    ]


def test_navigation(book: EpubDocument) -> None:
    lines = [(line.level, line.text) for line in book.navigation["toc"]]
    assert lines[:4] == [
        (1, "Содержание / Contents"),
        (1, "О тексте / Note on the Text"),
        (1, "Письма / Letters"),
        (2, "1. Вымыслов — Квилл, 2 марта / 1. Vymyslov to Quill, March 2"),
    ]
    assert lines[-1] == (1, "Colophon")
    assert [line.text for line in book.navigation["landmarks"]] == [
        "Обложка",
        "Титульный лист",
        "Содержание",
        "Письма",
        "Именной указатель",
    ]


def test_every_word_of_the_book_is_in_the_reading_order(book: EpubDocument) -> None:
    """Each exactly once; the cover has a picture alone."""
    found: Counter[str] = Counter()
    for item in book.package.spine:
        html = etree.fromstring(book.read(item.path))
        for element in html.iter(etree.Element):
            element.tag = etree.QName(element).localname
        etree.cleanup_namespaces(html)
        found += html_words(html)
    assert found == book_words(specimen_book())


def test_an_index_locator_leads_to_the_words(book: EpubDocument) -> None:
    index = etree.fromstring(book.read("EPUB/09-index.xhtml"))
    locators = [str(link.get("href")) for link in index.iter(f"{XHTML}a") if link.get("class") == "locator"]
    assert locators == [f"07-letters.xhtml#l-{letter}-quill-m2" for letter in ("1901-03-02", "1901-04")]
    letters = etree.fromstring(book.read("EPUB/07-letters.xhtml"))
    words = [letters.find(f".//*[@id='{locator.split('#')[1]}']") for locator in locators]
    assert ["".join(map(str, found.itertext())) for found in words if found is not None] == ["Bumagin", "Bumagin"]


def test_a_link_to_nowhere_is_an_error_that_names_it(octavo: Style) -> None:
    lost = replace(para("x", EN), content=(Linked("l-nowhere", (Run("there"),)),))
    book = replace(specimen_book(), divisions=(Division("text", "t", "front", EN, {}, (lost,)),))
    with pytest.raises(ValueError, match="l-nowhere"):
        package_epub(book, octavo)


def test_hostile_metadata_stays_text(octavo: Style) -> None:
    """A title may hold any sign; the book is well-formed and says it as it stands."""
    title = '<b>"A" & B</b>]]>'
    metadata: Metadata = replace(specimen_metadata(), titles={EN: title}, languages=(EN,), publisher="A < B & C")
    packaged = package_epub(replace(specimen_book(), metadata=metadata), octavo)
    with zipfile.ZipFile(BytesIO(packaged)) as archive:
        documents = [etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith("ml")]
        package = etree.fromstring(archive.read("EPUB/package.opf"))
    assert package.findtext(".//{http://purl.org/dc/elements/1.1/}title") == title
    assert any(document.findtext(f".//{XHTML}title") == title for document in documents)
