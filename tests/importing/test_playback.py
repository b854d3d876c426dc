"""Whatever the page: nothing of it is lost, and its receipts played backwards give it, character for character."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from edition.importing import Holdings, Imported, by_headings, import_page
from edition.model.receipt import play_back
from edition.readers.letter_file import read_letter
from edition.readers.page import read_page
from edition.readers.receipts import read_receipts
from tests.readers.page.variants import DESCRIPTION, variant

_MADE = variant(0)
_LINES = sorted({line for seed in range(12) for line in variant(seed).page.splitlines()})
_ODD = (
    "[см.](письмо) *звезда* [^n] {x} \\", "слово\u00adперенос", "и\u0306 е\u0308", "\u202eнаоборот", "a\u200bb",
    "\ufeff", "«»", "1) 2) 3)", "(a) x (b) y", "а) раз; б) два", "--", "P.S.", "Note:", "ПРИМЕЧАНИЕ", "См.: Письмо",
    "1. Слово", "[1] слово", "слово[1] и ещё¹", "---", "про-", "мышленность", "\t", "  ", "W=\"x\"", "- item",
    "key: value", "# no comment", "…", "|", "yes", "Ф. 1. Оп. 2.", "С. 5", "7 сентября", "11 January",
    "\u2028раз\u2029два", "\x0bтри\x0cчетыре",
)  # fmt: skip
_line = st.one_of(
    st.sampled_from(_LINES),
    st.sampled_from(_ODD),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    st.text("абвАБ abAB.,!?-—«»\"'()[]*_\\0123\u0301\u00a0", max_size=40),
)
_page = st.lists(st.tuples(_line, st.sampled_from(["\n", "\n\n", "\r\n", "\r", " \n", "\n \n"])), max_size=14).map(
    lambda parts: "".join(line + end for line, end in parts)
)


def _import(page: str) -> Imported | None:
    found, findings = import_page(
        "p.txt", page.encode(), DESCRIPTION, _MADE.register, by_headings(_MADE.register), Holdings()
    )
    assert not [str(finding) for finding in findings if finding.code == "I060"], page
    return found


@settings(max_examples=120, deadline=None)
@given(_page)
def test_receipts_played_backwards_give_the_page(page: str) -> None:
    found = _import(page)
    if found is None:
        return
    files = {path.rsplit(".", 1)[1]: content.decode() for path, content in found.files.items() if path != "pages/p.txt"}
    letter, _ = read_letter(files["yaml"], "letters/p.yaml")
    receipts, _ = read_receipts(files["json"], "letters/p.receipts.json")
    assert letter is not None and receipts is not None
    text = page.encode().decode("utf-8-sig")
    assert play_back(receipts, letter) == text


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.data())
def test_a_damaged_page_is_imported_whole(seed: int, data: st.DataObject) -> None:
    page = variant(seed).page
    for _ in range(data.draw(st.integers(1, 4))):
        first = data.draw(st.integers(0, len(page)))
        last = min(len(page), first + data.draw(st.integers(0, 60)))
        page = page[:first] + data.draw(_line) + page[last:]
    _import(page)


@settings(max_examples=60, deadline=None)
@given(_page)
def test_every_word_of_the_page_has_a_place(page: str) -> None:
    transcript, _ = read_page(page, "pages/p.txt")
    if transcript is None:
        return
    taken = list(transcript.removed)
    for version in transcript.versions.values():
        passages = [segment.passage for segment in version.segments]
        passages += [passage for note in version.notes for passage, _ in note.paragraphs]
        passages += [version.title] if version.title else []
        taken += [run for passage in passages for run in passage.runs]
    covered = set[int]()
    for run in taken:
        assert page[run.offset : run.end] == run.on_page
        assert not covered & set(range(run.offset, run.end))
        covered |= set(range(run.offset, run.end))
    left = "".join(sign for at, sign in enumerate(page) if at not in covered)
    assert not re.search(r"\w", left)
