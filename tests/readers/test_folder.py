"""An edition's folder: everything in it is read, nothing outside it."""

import os
import shutil
from pathlib import Path

import pytest

from edition.model.finding import Finding, has_errors
from edition.readers.folder import load_edition

SPECIMEN = Path(__file__).parents[1] / "specimens" / "edition"
EXAMPLE = Path(__file__).parents[3] / "shared" / "design" / "example"
LETTER = "letters/1921-05-04-quill.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SPECIMEN, tmp_path / "edition"))


def faults(folder: Path) -> list[tuple[str, str]]:
    return [(f.code, f.position.file) for f in load_edition(folder)[1]]


def test_the_specimen_loads_without_a_fault() -> None:
    edition, findings = load_edition(SPECIMEN)
    assert edition is not None
    assert not findings
    assert [letter.id for letter in edition.letters] == ["1921-05-04-quill", "1921-06"]
    assert [text.id for text in edition.texts] == ["chronology", "note"]
    assert len(edition.register.entities) == 5
    acts = [(act.kind, act.count) for act in edition.letters[0].acts]
    assert acts == [("joined-line", 2), ("removed-stray", 1)]
    assert edition.letters[1].acts == ()


def test_loading_twice_gives_the_same(folder: Path) -> None:
    assert load_edition(folder) == load_edition(folder) == load_edition(SPECIMEN)


def test_without_a_description_all_other_faults_are_still_told(folder: Path) -> None:
    (folder / "edition.yaml").unlink()
    (folder / "letters" / "a.yaml").write_text("versions: [", encoding="utf-8")
    (folder / "registers" / "persons.yaml").write_text("a: b", encoding="utf-8")
    edition, findings = load_edition(folder)
    assert edition is None
    assert {f.code for f in findings} == {"G012", "Y010", "Y022"}


def test_an_empty_folder_is_no_edition(tmp_path: Path) -> None:
    assert faults(tmp_path) == [("G012", "edition.yaml")]
    assert faults(tmp_path / "nowhere") == [("G012", "edition.yaml")]


@pytest.mark.parametrize("name", ["letters/evil.yaml", "texts/evil.yaml", "registers/places.yaml", "edition.yaml"])
def test_links_out_of_the_folder_are_refused(folder: Path, tmp_path: Path, name: str) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("id: evil\nsecret: words\n", encoding="utf-8")
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to(secret)
    _, findings = load_edition(folder)
    assert ("Y040", name) in [(f.code, f.position.file) for f in findings]
    assert "secret" not in "".join(map(str, findings))


def test_a_folder_that_is_a_link_out_is_refused(folder: Path, tmp_path: Path) -> None:
    shutil.move(folder / "letters", tmp_path / "letters")
    (folder / "letters").symlink_to(tmp_path / "letters")
    edition, _ = load_edition(folder)
    assert edition is not None
    assert edition.letters == ()
    assert ("Y040", "letters") in faults(folder)


def test_a_link_inside_the_folder_is_a_file_like_others(folder: Path) -> None:
    shutil.move(folder / LETTER, folder / "pages" / "kept.yaml")
    (folder / LETTER).symlink_to(folder / "pages" / "kept.yaml")
    assert faults(folder) == []


def test_links_in_a_circle_and_to_nowhere(folder: Path) -> None:
    (folder / "letters" / "a.yaml").symlink_to(folder / "letters" / "a.yaml")
    (folder / "letters" / "b.yaml").symlink_to(folder / "letters" / "nowhere.yaml")
    assert faults(folder) == [("Y040", "letters/a.yaml"), ("Y040", "letters/b.yaml")]


def test_what_is_no_file_is_refused_and_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "letters" / "pipe.yaml")
    (folder / "letters" / "folder.yaml").mkdir()
    assert faults(folder) == [("Y042", "letters/folder.yaml"), ("Y041", "letters/pipe.yaml")]


def test_files_that_nobody_reads_are_told(folder: Path) -> None:
    for name in ("letters/a.yml", "letters/b.txt", "registers/notes.md", "letters/.swp", "letters/a.yaml~"):
        (folder / name).write_text("", encoding="utf-8")
    (folder / "letters" / "1922").mkdir()
    assert faults(folder) == [
        ("Y042", "letters/1922"),
        ("Y042", "letters/a.yml"),
        ("Y042", "letters/b.txt"),
        ("Y042", "registers/notes.md"),
    ]


def test_a_name_that_cannot_be_printed(folder: Path) -> None:
    (folder / "letters" / "a\nb.yaml").write_text("", encoding="utf-8")
    (folder / os.fsdecode(b"letters/\xff.yaml")).write_text("", encoding="utf-8")
    assert [code for code, _ in faults(folder)] == ["Y042", "Y042"]
    for finding in load_edition(folder)[1]:
        assert str(finding).encode("utf-8")


def test_bytes_that_are_no_text(folder: Path) -> None:
    (folder / "letters" / "a.yaml").write_bytes("id: письмо".encode("cp1251"))
    (folder / "letters" / "b.yaml").write_bytes(b"\x7fELF\x00\x00")
    (folder / "letters" / "c.yaml").write_bytes(b"a" * 5_000_001)
    codes = {name: {code for code, file in faults(folder) if file == f"letters/{name}.yaml"} for name in "abc"}
    assert codes["a"] == {"Y001"}
    assert codes["b"] >= {"Y003"}
    assert codes["c"] == {"Y002"}


@pytest.mark.parametrize("page", ["pages/none.txt", "../secret.txt", "/etc/passwd", "pages", "pages/../../secret.txt"])
def test_a_page_that_is_not_kept_in_the_folder(folder: Path, tmp_path: Path, page: str) -> None:
    (tmp_path / "secret.txt").write_text("words", encoding="utf-8")
    text = (folder / LETTER).read_text(encoding="utf-8").replace("pages/1921-05-04.txt", page)
    (folder / LETTER).write_text(text, encoding="utf-8")
    assert faults(folder) == [("S022", LETTER)]


def test_a_level_that_the_repository_does_not_print(folder: Path) -> None:
    text = (folder / LETTER).read_text(encoding="utf-8").replace("fond: 9, opis: 1, delo", "fond: 9, opis: 1, dello")
    (folder / LETTER).write_text(text, encoding="utf-8")
    (finding,) = load_edition(folder)[1]
    assert finding.code == "S023"
    assert "did you mean «delo»?" in finding.hint


UNKNOWN_ACT = """{"letter": "a", "page": "b", "sha256": "c", "encoding": "utf-8", "pieces": [], "rows": [],
"acts": [{"class": "joined-lines", "line": 1, "column": 1, "offset": 0, "length": 1, "text": "x"}]}"""


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ("{", "not JSON from here on"),
        ("[" * 100_000, "not one that an import writes"),
        ("[]", "not one that an import writes"),
        ('{"acts": 3}', "not one that an import writes"),
        (UNKNOWN_ACT, "«joined-lines» is no act"),
        ('{"acts": [3]}', "not one that an import writes"),
    ],
)
def test_damaged_receipts(folder: Path, record: str, said: str) -> None:
    (folder / "letters" / "1921-05-04-quill.receipts.json").write_text(record, encoding="utf-8")
    edition, (finding,) = load_edition(folder)
    assert finding.code == "L008"
    assert said in finding.message
    assert edition is not None
    assert len(edition.letters) == 2


def test_receipts_without_a_letter(folder: Path) -> None:
    (folder / "letters" / "lost.receipts.json").write_text("{}", encoding="utf-8")
    assert faults(folder) == [("L009", "letters/lost.receipts.json")]


def test_all_faults_of_all_files_at_once_in_order(folder: Path) -> None:
    (folder / LETTER).write_text("a: [", encoding="utf-8")
    (folder / "letters" / "1921-06.yaml").write_text("id: 1921-06\n", encoding="utf-8")
    (folder / "texts" / "note.yaml").write_text("- a", encoding="utf-8")
    (folder / "registers" / "sources.yaml").write_text("work: {}\n", encoding="utf-8")
    _, findings = load_edition(folder)
    assert {f.position.file for f in findings} == {
        LETTER, "letters/1921-06.yaml", "texts/note.yaml", "registers/sources.yaml",
    }  # fmt: skip
    assert list(findings) == sorted(findings, key=_order)


def _order(finding: Finding) -> tuple[object, ...]:
    return (finding.position, finding.code, finding.message)


@pytest.mark.corpora
@pytest.mark.skipif(not EXAMPLE.is_dir(), reason="the example of the design is not beside the checkout")
def test_the_example_of_the_design_loads(folder: Path) -> None:
    for name, place in (("persons", "registers"), ("sources", "registers"), ("1931-09-07-kaganovich", "letters")):
        shutil.copy(EXAMPLE / f"{name}.yaml", folder / place)
    (folder / "pages" / "letter-1931-09-07.txt").write_text("", encoding="utf-8")
    edition, findings = load_edition(folder)
    assert edition is not None
    assert not has_errors(f for f in findings if "1921" not in f.position.file), findings
