"""Every word of a collection's files stands in its letters, as often: words of the TEI held against words of letters.

What is declared not to belong to the letters is left out of the reckoning: the ``teiHeader``, and what is no text
(breaks, ids, keys). Words are runs of letters and figures; marks of punctuation are not counted. Which words of a
file a collection takes is said again here, without the code that converts them.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree

from edition.model.edition import Edition
from tests.corpora.betacode import greek
from tests.corpora.prose import PRINTABLE, TEI, XML, read

_WORD = re.compile(r"[^\W_]+")


def words_of_letters(edition: Edition) -> Counter[str]:
    """Count the words of an edition's letters: rows, notes, and titles."""
    texts = [
        text
        for letter in edition.letters
        for text in (
            *(cell.text for row in letter.rows for cell in row.cells),
            *(cell.text for note in letter.notes for cell in note.cells),
            *letter.titles.values(),
        )
    ]
    return _count(texts)


def words_of_elements(elements: Iterable[etree._Element]) -> Counter[str]:
    """Count the words of elements and all that is in them, but for ``teiHeader`` and comments."""
    return _count(text for element in elements for text in _texts(element))


def words_of_files(paths: Iterable[Path]) -> Counter[str]:
    """Count the words of whole files."""
    return words_of_elements(read(path) for path in paths)


def difference(one: Counter[str], other: Counter[str]) -> str:
    """Name the words that one has oftener than the other; empty where nothing is missing."""
    return ", ".join(f"{word} {count}" for word, count in sorted((one - other).items()))


def _texts(element: etree._Element) -> Iterator[str]:
    """Give the text with spaces where paragraphs, lines of verse and notes end; words go on over all other tags."""
    yield " ".join("".join(_pieces(element)).split())


def _pieces(element: etree._Element) -> Iterator[str]:
    if element.tag == f"{TEI}teiHeader":
        return
    foreign = element.get(f"{XML}lang") in {"greek", "grc"}
    apart = etree.QName(element).localname in _APART
    yield " " if apart else ""
    yield greek(element.text or "") if foreign else element.text or ""
    inner: list[str] = []
    for child in element:
        if child.tag == f"{TEI}note":
            inner.extend(_pieces(child))
        else:
            yield from _pieces(child)
        yield greek(child.tail or "") if foreign else child.tail or ""
    yield " " if apart else ""
    yield " ".join(("", "".join(inner), "")) if inner else ""


_APART = {"p", "l", "note", "item", "head", "salute", "dateline", "label", "seg", "div", "opener", "signed", "body"}


def _count(texts: Iterable[str]) -> Counter[str]:
    return Counter(
        word
        for text in texts
        for word in _WORD.findall(unicodedata.normalize("NFC", text.translate(PRINTABLE).replace("[]", "")))
    )
