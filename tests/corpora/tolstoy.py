"""Tolstoy's "Letter to a Hindoo": Russian and English of one file, section against section.

The file has the English sections and behind them the Russian ones, in the same order; nothing in it says which
paragraph answers to which. The mottoes of a section are paired one by one where both sides have as many, and so are
the paragraphs; else all of a section's mottoes, or of its paragraphs, stand in one row: long rows of unequal sides.
Place and date at the end of the English are two paragraphs, in the Russian one. Words that run together at a break of
pages ("Thecauses") and other slips stay as they are, since an editor would have to look at the book.
"""

from collections.abc import Iterator

from lxml import etree

from tests.corpora.plain import CORPORA, OMITTED, Collection, Plain, Row
from tests.corpora.prose import TEI, Prose, paragraphs, read, the

FILE = CORPORA / "tolstoy" / "letter-to-a-hindoo.xml"
Paragraphs = tuple[str, ...]


def tolstoy() -> Collection:
    """Give the letter."""
    sections = [part for part in read(FILE).iter(f"{TEI}div") if part.get("type") == "section"]
    english, russian = sections[: len(sections) // 2], sections[len(sections) // 2 :]
    rows = tuple(row for pair in zip(russian, english, strict=True) for row in _section(*pair))
    letter = Plain(
        "1908-12-14-hindoo",
        ("ru", "en"),
        rows,
        date="1908-12-14",
        sender="Толстой, Лев Николаевич",
        titles={"ru": "Письмо к индусу", "en": "Letter to a Hindoo"},
    )
    return Collection("tolstoy", "Letter to a Hindoo", {"ru": "ru", "en": "en-GB"}, (letter,))


def _section(ours: etree._Element, theirs: etree._Element) -> Iterator[Row]:
    yield Row({"ru": _prose(the(ours, "head")), "en": _prose(the(theirs, "head"))}, "heading")
    mottoes = [list(part.iter(f"{TEI}div")) for part in (ours, theirs)]
    yield from _paired(*([_prose(div) for div in side if div.get("rend") == "epigraph"] for side in mottoes))
    yield from _paired(*(list(_body(part)) for part in (ours, theirs)))


def _body(section: etree._Element) -> Iterator[Paragraphs]:
    mottoes = {p for div in section.iter(f"{TEI}div") if div.get("rend") == "epigraph" for p in div.iter(f"{TEI}p")}
    for paragraph in section.iter(f"{TEI}p"):
        if paragraph not in mottoes and (words := _prose(paragraph)):
            yield words


def _paired(ours: list[Paragraphs], theirs: list[Paragraphs]) -> Iterator[Row]:
    """Pair one by one where the numbers allow it, else all with all."""
    if len(ours) != len(theirs):
        ours, theirs = ([sum(side, ())] if side else [] for side in (ours, theirs))
    for one, other in zip(ours, theirs, strict=True):
        yield Row({"ru": one or OMITTED, "en": other or OMITTED})


def _prose(element: etree._Element) -> Paragraphs:
    return paragraphs(Prose().raw(element))
