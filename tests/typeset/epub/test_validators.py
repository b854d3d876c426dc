"""What the validators say of the finished e-book."""

from pathlib import Path

from tests.typeset.epub.tools import ace_violations, epubcheck_messages


def test_epubcheck_has_nothing_to_say(specimen: Path) -> None:
    assert epubcheck_messages(specimen) == []


def test_ace_finds_no_barrier(specimen: Path) -> None:
    assert ace_violations(specimen) == []
