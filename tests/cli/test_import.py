"""What `edition import` promises: the page is kept, the editor's files are never written over."""

from pathlib import Path
from typing import Any

from tests.cli.conftest import ROOT, Run

PAGE = ROOT / "corpus" / "pages" / "letter-1931-09-07.txt"
LETTER = "letters/1931-09-07-kaganovich.yaml"


def test_the_seed_page_gives_the_letter_file_of_the_first_step(corpus: Path, run: Run) -> None:
    """The history shows both steps, what import made and what the editor did; this holds the first."""
    for path in (corpus / "letters").iterdir():
        path.unlink()
    assert run("-C", corpus, "import", PAGE).status == 0
    expected = ROOT / "tests" / "importing" / "expected" / f"{Path(LETTER).name}"
    assert (corpus / LETTER).read_text(encoding="utf-8") == expected.read_text(encoding="utf-8")
    assert (corpus / "pages" / PAGE.name).read_bytes() == PAGE.read_bytes()


def test_importing_again_leaves_the_edited_letter_alone(corpus: Path, run: Run) -> None:
    before = (corpus / LETTER).read_bytes()
    answer = run("-C", corpus, "import", PAGE)
    assert answer.status == 1
    assert "imported already" in answer.err
    assert (corpus / LETTER).read_bytes() == before


def test_several_pages_at_once_and_json(corpus: Path, tmp_path: Path, run: Run) -> None:
    for path in (corpus / "letters").iterdir():
        path.unlink()
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    answer = run("-C", corpus, "--json", "import", PAGE, empty)
    assert answer.status == 1, "the empty page is a fault"
    value: Any = answer.json
    assert [letter["letter"] for letter in value["imported"]] == ["1931-09-07-kaganovich"]
    assert value["imported"][0]["acts"]["mended-lost-space"] == 1
    assert any(finding["file"] == "pages/empty.txt" for finding in value["findings"])


def test_an_existing_letter_file_of_that_name_is_never_written_over(corpus: Path, tmp_path: Path, run: Run) -> None:
    for path in (corpus / "letters").iterdir():
        path.unlink()
    (corpus / LETTER).write_text("# the editor's own beginning\n")
    answer = run("-C", corpus, "import", PAGE)
    assert answer.status in (1, 2)
    assert (corpus / LETTER).read_text() == "# the editor's own beginning\n"
