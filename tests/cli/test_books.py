"""The three books of the project's own edition, judged by programs that did not make them."""

import json
import re
import shutil
import subprocess
import zipfile
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from lxml import etree

from edition.inspect.pdf import read_pdf
from tests.cli.conftest import ROOT, Run
from tests.cli.test_build import BOOKS, NAME
from tests.typeset.epub.tools import ace_violations, epubcheck_messages

PDFS = BOOKS[:2]
PAGE = ROOT / "corpus" / "pages" / "letter-1931-09-07.txt"

BY_LETTER = re.compile(r"(?<=сравнении с)a\b|\ba(?=\s+сравнении с\])")
"""The letter that calls the one entry of the apparatus, in the text and before the entry: LaTeX numbers no lines."""


@cache
def text_of(path: Path) -> str:
    """Give the words of a finished book, PDF by poppler, EPUB by its XHTML; words divided at line ends are joined."""
    if path.suffix == ".epub":
        with zipfile.ZipFile(path) as archive:
            documents = [name for name in sorted(archive.namelist()) if name.endswith(".xhtml")]
            trees = [etree.fromstring(archive.read(name)) for name in documents]
        return "\n".join(" ".join(str(piece) for piece in tree.itertext()) for tree in trees)
    done = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
    return re.sub(r"-\n(?=\w)", "", done.stdout.decode())


def words_of(text: str) -> Counter[str]:
    """Count words: runs of letters, hyphens taken out, for a line end may have added or eaten one."""
    bare = re.sub("[-\N{SOFT HYPHEN}¹²³⁰-⁹]", "", text)
    return Counter(re.findall(r"[^\W\d_]+", bare))


def letter_of_the_page() -> str:
    """Give the two texts and the two notes of the page, without the lines that the import takes away or reads."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    english = lines[lines.index("Greetings, Comrade Kaganovich!") : lines.index("---")]
    russian = lines[lines.index("Здравствуйте, т. Каганович!") : lines.index(".")]
    notes = [line.removeprefix("Note: ") for line in lines if line.startswith(("Note: ", "See: "))]
    notes += lines[lines.index("ПРИМЕЧАНИЕ") + 1 :]
    return "\n".join((*english, *russian, *notes)).replace("сравнениис", "сравнении с")


@pytest.mark.parametrize("book", BOOKS)
def test_every_word_of_the_page_is_in_the_book(books: Path, book: str) -> None:
    missing = words_of(letter_of_the_page()) - words_of(text_of(books / "output" / book))
    assert not missing


@pytest.mark.parametrize("book", BOOKS)
def test_the_reading_of_the_page_is_in_the_apparatus(books: Path, book: str) -> None:
    shown = re.sub(r"\s+", " ", text_of(books / "output" / book))
    assert "сравнении с] сравнениис" in shown


def test_both_engines_set_the_same_words(books: Path) -> None:
    """Folios, locators, running heads and what calls the apparatus may differ; the words may not."""
    heads = words_of(
        "Сталин Каганович September machine translation unrevised How this edition was made Как это издание"
    )
    weasyprint, latex = (words_of(BY_LETTER.sub("", text_of(books / "output" / name))) for name in PDFS)
    different = {word for word in (weasyprint - latex) + (latex - weasyprint) if word not in heads}
    roman = {word for word in different if re.fullmatch("[ivxlc]+", word)}
    assert different - roman == set()


def test_notes_and_index_headings_are_the_same_in_every_book(books: Path, run: Run) -> None:
    shown: Any = run("-C", books, "show", "1", "--json").json
    index: Any = run("-C", books, "index", "--json").json
    notes = [words for note in shown["notes"] for words in note["content"].values()]
    headings = [heading for record in index for heading in record["headings"].values()]
    assert len(notes) == 4
    assert len(headings) == 12
    for book in BOOKS:
        text = "".join(re.findall(r"\w", text_of(books / "output" / book)))
        for words in (*notes, *headings):
            first = "".join(re.findall(r"\w", words))[:60]
            assert first in text, f"{book}: {words}"


@pytest.mark.parametrize("book", PDFS)
def test_index_locators_are_true(books: Path, run: Run, book: str) -> None:
    """On the page of each mention its words stand, by another program's reading of the book."""

    record = json.loads((books / "output" / ".edition" / f"{book}.json").read_text(encoding="utf-8"))
    pages = {page["label"]: page["index"] for page in record["pages"].values()}
    index: Any = run("-C", books, "index", "--json").json
    mentions = [locator for entry in index for locator in entry["locators"]]
    assert len(mentions) > 40
    texts: dict[int, str] = {}
    if book == f"{NAME}.pdf":
        for locator in mentions:
            number = pages[locator["page"]]
            if number not in texts:
                page = str(number + 1)
                done = subprocess.run(
                    ["pdftotext", "-raw", "-f", page, "-l", page, books / "output" / book, "-"],
                    capture_output=True,
                    check=True,
                )
                texts[number] = re.sub(r"-?\n|\s", "", done.stdout.decode()).replace("\N{NO-BREAK SPACE}", "")
            bare = re.sub(r"\s", "", locator["words"]).replace("'", "’")
            assert bare in texts[number], locator
    else:
        assert record["pages"].keys() >= {"l-1931-09-07-kaganovich", "l-1931-09-07-kaganovich-m1"}


@pytest.mark.parametrize("book", PDFS)
def test_the_file_is_sound_and_says_what_it_is(books: Path, book: str) -> None:
    path = books / "output" / book
    checked = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    document = read_pdf(path)
    assert {font.embedded for font in document.fonts} == {True}
    assert {font.name.split("+")[-1].split("-")[0] for font in document.fonts} == {"Vollkorn"}
    assert document.labels[:2] == ("i", "ii")
    assert "1" in document.labels
    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.Lang).startswith("ru")
        assert "Кагановичу" in str(pdf.docinfo["/Title"])


@pytest.mark.parametrize("book", PDFS)
def test_every_link_of_a_book_leads_somewhere(books: Path, book: str) -> None:
    document = read_pdf(books / "output" / book)
    targets = {link.target for page in document.links for link in page}
    inner = {target.removeprefix("#") for target in targets if not target.startswith("http")}
    assert inner
    assert inner <= document.destinations.keys()


def test_epubcheck_and_ace_have_nothing_to_say(books: Path, tmp_path: Path) -> None:
    book = Path(shutil.copy(books / "output" / f"{NAME}.epub", tmp_path))
    assert epubcheck_messages(book) == []
    assert ace_violations(book) == []
