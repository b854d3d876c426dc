"""A whole book raises no alarm, however it is set; a file that is no book is said to be none."""

import random
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from edition.audit import audit_epub, audit_pdf, audit_strips
from edition.audit.expected import Expected, Kind, Part
from edition.audit.fold import fold
from edition.audit.strips import Strip
from edition.model.edition import Edition
from edition.model.finding import Finding
from edition.model.inline import Text
from edition.model.position import Position
from tests.audit.specimen import FACES, STYLE, book_html, edition, epub_files, write_epub, write_pdf

SETTINGS = {
    "as it is": "",
    "narrow": "@page { size: 90mm 120mm }",
    "large": "html { font-size: 14pt; line-height: 16pt } @page { size: A4 }",
    "with U+2010": 'html { hyphenate-character: "\u2010" }',
    "translation under the original": "td { display: block; width: 100% }",
    "with figures raised by the face": "sup { font: 9.5pt Face; vertical-align: 0; font-variant-position: super }",
    "in small capitals": "td { font-variant-caps: small-caps }",
    "with space between letters": "td { letter-spacing: 0.04em }",
}


@pytest.mark.parametrize("setting", SETTINGS.values(), ids=SETTINGS)
def test_a_whole_pdf_raises_no_alarm(setting: str, tmp_path: Path) -> None:
    html = book_html(edition()).replace("</style>", setting + "</style>")
    assert not audit_pdf(edition(), write_pdf(html, tmp_path / "book.pdf"))


def test_a_whole_epub_raises_no_alarm(tmp_path: Path) -> None:
    assert not audit_epub(edition(), write_epub(epub_files(book_html(edition())), tmp_path / "book.epub"))


def test_a_letter_that_prints_blank_is_named(tmp_path: Path) -> None:
    font = TTFont(FACES / "Vollkorn-Regular.ttf")
    font["glyf"][font.getBestCmap()[ord("П")]] = TTGlyphPen(None).glyph()
    font.save(tmp_path / "holes.ttf")
    html = book_html(edition()).replace(f"{FACES}/Vollkorn-Regular.ttf", str(tmp_path / "holes.ttf"))
    assert str(tmp_path) in html and str(tmp_path) not in STYLE
    (finding,) = audit_pdf(edition(), write_pdf(html, tmp_path / "book.pdf"))
    assert finding.code == "A008" and '"П" prints blank in the face Face' in finding.message


@pytest.mark.parametrize("audit", [audit_pdf, audit_epub])
def test_what_is_no_book_is_said_to_be_none(
    audit: Callable[[Edition, Path], tuple[Finding, ...]], tmp_path: Path
) -> None:
    (tmp_path / "book").write_text("no book", encoding="utf-8")
    (finding,) = audit(edition(), tmp_path / "book")
    assert finding.code == "A009" and str(finding.position.file) == "book"


# --- books of strips, without a page -----------------------------------------------------------------------------

RUSSIAN = ["мельница", "и", "река", "сторож", "не", "спит", "кто-либо", "—", "«ночью»", "в", "1921", "году,"]
ENGLISH = ["mill", "and", "the", "watchman", "Ada's", "non-aggression", "--", '"night"', "of", "1921-22", "a", "river;"]


def row(ordinal: int, version: str, text: str) -> Expected:
    position = Position("letters/a.yaml", ordinal)
    part = Part(text, 0, False, ((0, Text(text, position)),))
    return Expected("a", Kind.ROW, str(ordinal), ordinal, version, position, (part,))


def set_in_strips(text: str, rng: random.Random) -> list[Strip]:
    """Break a text into lines at spaces, and within long words."""
    out: list[Strip] = []
    line: list[str] = []
    for word in text.split():
        if len(word) > 5 and word.isalpha() and rng.random() < 0.3:
            out.append(Strip(fold(" ".join([*line, word[:3]])), True, "page 1"))
            line = [word[3:]]
        else:
            line.append(word)
        if rng.random() < 0.3:
            out.append(Strip(fold(" ".join(line)), False, "page 1"))
            line = []
    return [*out, Strip(fold(" ".join(line)), False, "page 1")] if line else out


def texts(words: list[str]) -> st.SearchStrategy[str]:
    """Rows that begin with a word."""
    rest = st.lists(st.sampled_from(words), max_size=40)
    return st.tuples(st.sampled_from([word for word in words if word not in ("—", "--")]), rest).map(
        lambda row: " ".join([row[0], *row[1]])
    )


@given(st.lists(st.tuples(texts(RUSSIAN), texts(ENGLISH)), min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_no_way_of_breaking_lines_raises_an_alarm(rows: list[tuple[str, str]], rng: random.Random) -> None:
    cells, strips = [], []
    for ordinal, pair in enumerate(rows, 1):
        for version, text in zip(("ru", "en"), pair, strict=True):
            cells.append(row(ordinal, version, text))
            strips += set_in_strips(text, rng)
        if rng.random() < 0.3:
            strips += [Strip("Письма·12", False, "page 1"), Strip("Примечание от редакции.", False, "page 1")]
    assert not list(audit_strips(cells, strips, "book.pdf"))


@given(st.lists(texts(RUSSIAN), min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_no_word_can_be_lost_without_an_alarm(rows: list[str], rng: random.Random) -> None:
    broken = rng.randrange(len(rows))
    words = rows[broken].split()
    words.remove(rng.choice(words))
    printed = [*rows[:broken], " ".join(words), *rows[broken + 1 :]]
    strips = [strip for text in printed for strip in set_in_strips(text, rng)]
    cells = [row(ordinal, "ru", text) for ordinal, text in enumerate(rows, 1)]
    assert list(audit_strips(cells, strips, "book.pdf"))


def test_the_work_grows_with_the_book_and_not_with_its_square() -> None:
    rng = random.Random(7)
    vocabulary = ["".join(rng.choices("абвгдежзиклмнопрст", k=rng.randint(2, 9))) for _ in range(3000)]

    def calls(letters: int) -> int:
        cells, strips = [], []
        for number in range(letters * 20):
            text = " ".join(rng.choices(vocabulary, k=30)) if number % 10 else "Привет"
            position = Position("letters/a.yaml", number + 1)
            part = Part(text, 0, False, ((0, Text(text, position)),))
            cells.append(Expected(f"l{number // 20}", Kind.ROW, str(number % 20), number % 20, "ru", position, (part,)))
            strips += set_in_strips(text, rng)
        steps: Counter[str] = Counter()
        before = sys.getprofile()
        sys.setprofile(lambda frame, event, _: steps.update([event]))
        try:
            assert not list(audit_strips(cells, strips, "book.pdf"))
        finally:
            sys.setprofile(before)
        return steps["call"]

    assert calls(80) < 5 * calls(20)
