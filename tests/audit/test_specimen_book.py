"""The e-book of the specimen edition raises no alarm."""

import shutil
from pathlib import Path

from edition.audit import audit_epub, audit_pdf
from edition.pipeline.making import make_epub, make_pdf
from edition.pipeline.reading import read_and_check

SPECIMEN = Path(__file__).parent.parent / "specimens" / "edition"


def test_a_name_that_signs_a_letter_may_stand_in_its_source_note(tmp_path: Path) -> None:
    """The translator signs the second letter of the specimen, and its source note names her: nothing is doubled."""
    checked = read_and_check(SPECIMEN)
    assert checked.edition is not None
    assert checked.style is not None
    assert checked.loaded is not None
    book = tmp_path / "book.epub"
    book.write_bytes(make_epub(checked.edition, checked.style, lambda step: None))
    assert audit_epub(checked.loaded, book) == ()


LETTER = """id: {id}
from: vymyslov
to: quill
date: {{when: 1901-03-0{day}}}
place: Маяк
versions:
  ru: {{role: original}}
rows:
- role: dateline
  ru: |
    Маяк, {day} марта 1901 г.
- ru: |
    См. [моё письмо](letter:{other}).
    Больше писать не о чем; ср. [то же](letter:{other}), и довольно.
"""


def test_what_the_edition_says_beside_the_words_is_no_stranger(tmp_path: Path) -> None:
    """Number and page stand behind the punctuation after a reference; a heading may repeat the dateline."""
    shutil.copytree(SPECIMEN, tmp_path / "edition", ignore=shutil.ignore_patterns("letters", "texts", "output"))
    letters = tmp_path / "edition" / "letters"
    letters.mkdir()
    for day, (id, other) in enumerate((("a", "b"), ("b", "a")), 2):
        (letters / f"{id}.yaml").write_text(LETTER.format(id=id, other=other, day=day), encoding="utf-8")
    checked = read_and_check(tmp_path / "edition")
    assert checked.edition is not None
    assert checked.style is not None
    assert checked.loaded is not None
    for engine in ("weasyprint", "latex"):
        book = tmp_path / f"{engine}.pdf"
        make_pdf(checked.edition, checked.style, engine, book, 1, lambda step: None)
        assert audit_pdf(checked.loaded, book) == ()
    book = tmp_path / "book.epub"
    book.write_bytes(make_epub(checked.edition, checked.style, lambda step: None))
    assert audit_epub(checked.loaded, book) == ()
