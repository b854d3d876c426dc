"""The book of the small specimen edition, word for word: ``specimen.log`` is what compose decided."""

import os
from pathlib import Path

from tests.book.composing import SPECIMEN, composed

GOLDEN = Path(__file__).parent / "specimen.log"


def test_the_specimen_is_composed_as_it_was() -> None:
    """After a change that was meant, write the file anew: ``WRITE_GOLDEN=1 pytest tests/book/test_specimen.py``."""
    log = composed(SPECIMEN)
    if os.environ.get("WRITE_GOLDEN"):
        GOLDEN.write_text(log, encoding="utf-8")
    assert log == GOLDEN.read_text(encoding="utf-8")


def test_twice_the_same() -> None:
    assert composed(SPECIMEN) == composed(SPECIMEN)
