"""What the file says of itself: both standards, every title, and the same words in both places."""

from dataclasses import replace
from pathlib import Path

from lxml import etree

from edition.typeset.joining.metadata import PRODUCER, xmp
from tests.typeset.joining.parts import METADATA, book_file, join, part

NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
}
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def said(path: str, moment: int | None = None) -> list[tuple[str, str]]:
    """Give the words at a path of the XMP, each with its language."""
    tree = etree.fromstring(xmp(replace(book_file(), moment=moment)))
    return [(found.get(LANGUAGE, ""), found.text or "") for found in tree.iterfind(f".//{path}", NAMES)]


def test_the_title_is_there_in_every_language() -> None:
    assert said("dc:title//rdf:li") == [("x-default", "Письма"), ("ru", "Письма"), ("en-GB", "Letters & cards")]


def test_who_wrote_and_who_helped() -> None:
    assert said("dc:creator//rdf:li") == [("", "Пётр Вымыслов"), ("", "Ada Quill")]
    assert said("dc:contributor//rdf:li") == [("", "Ada Quill")]


def test_all_else_that_is_known() -> None:
    assert said("dc:language//rdf:li") == [("", "ru"), ("", "en-GB")]
    assert said("dc:publisher//rdf:li") == [("", METADATA.publisher)]
    assert said("dc:identifier") == [("", METADATA.identifier)]
    assert said("dc:rights//rdf:li")[0] == ("x-default", METADATA.rights)
    assert said("dc:description//rdf:li")[1] == ("ru", METADATA.description)


def test_nothing_is_said_of_what_is_not_known() -> None:
    bare = replace(METADATA, contributors=(), identifier="", publisher="", rights="", description="")
    tree = etree.fromstring(xmp(replace(book_file(), metadata=bare)))
    assert {etree.QName(found).localname for found in tree.iterfind(".//dc:*", NAMES)} == {"title", "language"}


def test_both_standards_are_claimed_and_one_is_explained_to_the_other() -> None:
    assert (said("pdfaid:part"), said("pdfaid:conformance")) == ([("", "2")], [("", "A")])
    assert said("pdfuaid:part") == [("", "1")]
    assert said("pdfaSchema:namespaceURI") == [("", NAMES["pdfuaid"])]


def test_no_time_is_named_unless_one_is_given() -> None:
    assert said("xmp:CreateDate") == []
    assert said("xmp:CreateDate", 1_000_000_000) == [("", "2001-09-09T01:46:40Z")]


def test_the_information_dictionary_says_the_same(tmp_path: Path) -> None:
    pdf = join(tmp_path, part("<p>A"), file=replace(book_file(), moment=1_000_000_000))
    assert {str(key): str(value) for key, value in pdf.docinfo.items()} == {
        "/Title": "Письма",
        "/Author": "Пётр Вымыслов; Ada Quill",
        "/Subject": METADATA.description,
        "/Creator": PRODUCER,
        "/Producer": PRODUCER,
        "/CreationDate": "D:20010909014640Z",
        "/ModDate": "D:20010909014640Z",
    }


def test_readers_are_told_language_title_and_tags(tmp_path: Path) -> None:
    pdf = join(tmp_path, part("<p>A"))
    assert str(pdf.Root.Lang) == "ru"
    assert bool(pdf.Root.MarkInfo.Marked)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert pdf.Root.Metadata.read_bytes() == xmp(book_file())
    assert pdf.pdf_version == "1.7"
    assert len(pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes()) > 1000
