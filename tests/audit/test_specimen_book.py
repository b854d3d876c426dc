"""The e-book of the specimen edition raises no alarm."""

from pathlib import Path

from edition.audit import audit_epub
from edition.pipeline.making import make_epub
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
