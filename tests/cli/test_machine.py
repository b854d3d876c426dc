"""What the machine refuses is told in words, with exit status 2; and where books may stand."""

import os
import shutil
from pathlib import Path

import pytest

from edition.cli.output import replace_file
from tests.cli.conftest import ROOT, Run

SCAFFOLD = ROOT / "edition" / "scaffold"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Give a small edition in a folder with an unusual name."""
    return Path(shutil.copytree(SCAFFOLD, tmp_path / "Письма №1 & <more>"))


def test_an_output_folder_that_cannot_be_made(small: Path, run: Run) -> None:
    (small / "taken").write_text("a file", encoding="utf-8")
    answer = run("-C", small, "build", "epub", "--output", small / "taken" / "deeper")
    assert answer.status == 2
    assert "Traceback" not in answer.err
    assert "not a directory" in answer.err.lower()


def test_a_file_in_the_place_of_the_records(small: Path, run: Run) -> None:
    shutil.rmtree(small / "output", ignore_errors=True)
    (small / "output").write_text("a file", encoding="utf-8")
    answer = run("-C", small, "build", "epub")
    assert (answer.status, "Traceback" in answer.err) == (2, False)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_an_edition_that_may_not_be_written(small: Path, run: Run) -> None:
    small.chmod(0o555)
    answer = run("-C", small, "build", "epub")
    small.chmod(0o755)
    assert (answer.status, "Traceback" in answer.err) == (2, False)
    assert "permission denied" in answer.err


def test_books_beside_the_sources_are_kept_and_made_anew(small: Path, run: Run) -> None:
    """The output folder is the edition's own: its files are sources all the same, its books are not."""
    command = ("-C", small, "build", "epub", "--output", small)
    assert run(*command).status == 0
    assert "nothing to do" in run(*command).out
    letter = next((small / "letters").glob("*.yaml"))
    letter.write_text(letter.read_text(encoding="utf-8") + "# a remark\n", encoding="utf-8")
    assert "made" in run(*command).out


def test_what_is_hidden_is_no_source(small: Path, run: Run) -> None:
    assert run("-C", small, "build", "epub").status == 0
    (small / ".git").mkdir()
    (small / ".git" / "HEAD").write_text("ref", encoding="utf-8")
    assert "nothing to do" in run("-C", small, "build", "epub").out


def test_nothing_is_imported_through_a_link(small: Path, tmp_path: Path, run: Run) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (small / "pages").symlink_to(elsewhere)
    answer = run("-C", small, "import", ROOT / "corpus" / "pages" / "letter-1931-09-07.txt")
    assert answer.status == 2
    assert list(elsewhere.iterdir()) == []


def test_a_book_has_the_rights_that_the_machine_gives_to_new_files(small: Path) -> None:
    before = os.umask(0o027)
    replace_file(small / "book.pdf", b"")
    os.umask(before)
    assert (small / "book.pdf").stat().st_mode & 0o777 == 0o640
