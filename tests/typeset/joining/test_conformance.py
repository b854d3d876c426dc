"""The joined book conforms to both standards at once, as a single part does."""

from dataclasses import replace
from pathlib import Path

from edition.typeset.joining import OutlineItem
from tests.tools.verapdf import verdicts
from tests.typeset.joining.parts import book_file, join, laid_out, part, written
from tests.typeset.joining.test_join import FIRST, SECOND
from tests.typeset.joining.test_structure import LETTER, PAGES


def test_a_book_of_parts_is_accessible_and_fit_to_be_kept(tmp_path: Path) -> None:
    letters = laid_out(LETTER)
    parts = [part(FIRST), *(written(letters, pages) for pages in PAGES), part(SECOND)]
    items = [OutlineItem(1, "Письма", "letters"), OutlineItem(2, "Первое", "l-1"), OutlineItem(1, "Two", "two")]
    labels = ["i", "1", "2", "3", "4", "5", "6"]
    join(tmp_path, *parts, file=replace(book_file(labels, items), moment=1_000_000_000))
    assert verdicts(tmp_path / "book.pdf") == ()


def test_a_book_with_rare_accents_and_hyphens_is_fit_to_be_kept(tmp_path: Path) -> None:
    narrow = "<h1>Т</h1><p style='width: 30pt; hyphens: auto'>Безразли\u0301чно-\u00a0и о\u2011чень <b>жи\u0301рно</b>"
    join(tmp_path, part(narrow), part("<p>ещё\u00a0\u2014 \u2009раз…</p>"))
    assert verdicts(tmp_path / "book.pdf") == ()
