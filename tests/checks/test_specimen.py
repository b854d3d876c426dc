"""A letter such as editors get from the website: no errors, no false alarms, and just what an editor wants to know."""

import shutil
from pathlib import Path

import pytest

from edition.checks import check
from edition.model.finding import Finding, has_errors
from edition.prepare import prepare
from edition.readers.folder import load_edition

HERE = Path(__file__).parent
EXAMPLE = Path(__file__).parents[3] / "shared" / "design" / "example"


def _findings(folder: Path) -> tuple[Finding, ...]:
    edition, faults = load_edition(folder)
    assert edition is not None and not has_errors(faults), "\n".join(map(str, faults))
    prepared, _ = prepare(edition)
    return check(prepared)


def test_specimen_has_just_the_findings_that_an_editor_wants(tmp_path: Path) -> None:
    shutil.copytree(HERE / "base", tmp_path / "edition")
    shutil.copytree(HERE / "specimen", tmp_path / "edition", dirs_exist_ok=True)
    told = [str(finding).splitlines()[0] for finding in _findings(tmp_path / "edition")]
    letter = "letters/1931-05-06-quill.yaml"
    assert told == [
        f"{letter}:12:3: note V022: the original (ru) was compared with no other copy.",
        f"{letter}:13:3: warning V020: the version en is a machine translation that nobody has revised.",
        f"{letter}:31:44: note P010: «НТА» is in no register.",
        f"{letter}:35:43: note P010: «NTA» is in no register.",
        f"{letter}:85:27: note P010: «Небывальске» is in no register.",
        f"{letter}:87:31: note P010: «Nebyvalsk» is in no register.",
        f'{letter}:90:3: note L030: the query "page", asked of library, is open.',
        f'{letter}:90:3: note L032: the query "page" is about no words of the letter.',
        f'{letter}:94:3: note L030: the query "record", asked of translator, is open.',
    ]


@pytest.mark.corpora
def test_example_of_the_design_has_just_the_findings_that_an_editor_wants(tmp_path: Path) -> None:
    if not EXAMPLE.is_dir():
        pytest.skip("the design folder is not beside the checkout")
    (tmp_path / "registers").mkdir()
    (tmp_path / "letters").mkdir()
    (tmp_path / "pages").mkdir()
    shutil.copy(HERE / "base" / "edition.yaml", tmp_path)
    for name in ("persons.yaml", "sources.yaml"):
        shutil.copy(EXAMPLE / name, tmp_path / "registers")
    shutil.copy(EXAMPLE / "1931-09-07-kaganovich.yaml", tmp_path / "letters")
    shutil.copy(EXAMPLE.parents[1] / "seed" / "letter-1931-09-07.txt", tmp_path / "pages")
    told = sorted((finding.code, finding.position.line) for finding in _findings(tmp_path))
    assert told == [
        ("L030", 125), ("L030", 129), ("L030", 133), ("L032", 125),
        ("P010", 33), ("P010", 42), ("P010", 120), ("P010", 120), ("P010", 122), ("P010", 122),
        ("S010", 2), ("S010", 8), ("V020", 13), ("V022", 12),
    ]  # fmt: skip
