"""What `edition build` promises."""

import hashlib
import zipfile
from pathlib import Path

import pytest

from edition.cli.build import products
from tests.cli.conftest import Run, copy_corpus

NAME = "stalin-kaganovich-1931"
BOOKS = (f"{NAME}.pdf", f"{NAME}-latex.pdf", f"{NAME}.epub")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_three_books_stand_side_by_side(books: Path) -> None:
    made = sorted(path.name for path in (books / "output").iterdir() if path.is_file())
    assert made == sorted(BOOKS)


def test_nothing_changed_means_nothing_to_do_and_says_so(books: Path, run: Run) -> None:
    before = {name: (books / "output" / name).stat().st_mtime_ns for name in BOOKS}
    answer = run("-C", books, "build", "all")
    assert answer.status == 0
    assert answer.out.count("up to date: nothing to do") == 2
    assert {name: (books / "output" / name).stat().st_mtime_ns for name in BOOKS} == before


def test_the_same_corpus_gives_the_same_bytes(books: Path, tmp_path: Path, run: Run) -> None:
    other = copy_corpus(tmp_path / "elsewhere" / "deeper")
    elsewhere = {"TZ": "Asia/Kamchatka", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    assert run("-C", other, "build", "all", **elsewhere).status == 0
    assert run("-C", other, "build", "pdf", "--engine", "latex", **elsewhere).status == 0
    assert {name: digest(other / "output" / name) for name in BOOKS} == {
        name: digest(books / "output" / name) for name in BOOKS
    }


def test_a_changed_word_makes_the_book_anew(corpus: Path, run: Run) -> None:
    assert run("-C", corpus, "build", "epub").status == 0
    book = corpus / "output" / f"{NAME}.epub"
    before = digest(book)
    letter = next((corpus / "letters").glob("*.yaml"))
    letter.write_text(letter.read_text().replace("Greetings, Comrade", "Good day, Comrade"))
    assert run("-C", corpus, "build", "epub").status == 0
    assert digest(book) != before


def test_an_error_stops_the_book_and_leaves_the_old_one(corpus: Path, run: Run) -> None:
    assert run("-C", corpus, "build", "epub").status == 0
    before = digest(corpus / "output" / f"{NAME}.epub")
    letter = next((corpus / "letters").glob("*.yaml"))
    letter.write_text(letter.read_text().replace("Патеком[^record]", "Патеком[^recrod]"))
    answer = run("-C", corpus, "build", "epub")
    assert answer.status == 1
    assert "letters/1931-09-07-kaganovich.yaml:" in answer.err
    assert "hint:" in answer.err
    assert digest(corpus / "output" / f"{NAME}.epub") == before
    records = sorted(path.name for path in (corpus / "output" / ".edition").iterdir())
    assert records == [f"{NAME}.epub.json"], "nothing half-made is left"


def test_books_can_go_to_another_folder(corpus: Path, tmp_path: Path, run: Run) -> None:
    answer = run("-C", corpus, "build", "epub", "--output", tmp_path / "shelf")
    assert answer.status == 0
    assert zipfile.is_zipfile(tmp_path / "shelf" / f"{NAME}.epub")


def test_facing_pages_of_latex_are_refused_in_plain_words(corpus: Path, run: Run) -> None:
    answer = run("-C", corpus, "build", "pdf", "--layout", "facing", "--engine", "latex")
    assert answer.status == 2
    assert "LaTeX makes no facing pages yet" in answer.err
    assert not (corpus / "output").exists()


@pytest.mark.parametrize(
    ("engine", "layout", "made"),
    [
        ("weasyprint", None, ("facing", "")),
        ("weasyprint", "facing", ("facing", "")),
        ("weasyprint", "columns", ("columns", "-columns")),
        ("latex", None, ("columns", "-latex")),
        ("latex", "columns", ("columns", "-latex")),
    ],
)
def test_each_layout_is_a_file_of_its_own(corpus: Path, engine: str, layout: str | None, made: tuple[str, str]) -> None:
    (product,) = products("pdf", engine, layout, corpus)
    assert (product.layout, product.suffix) == made


@pytest.mark.parametrize("words", [("build", "pdf"), ("check",), ("index",), ("show", "x"), ("import", "README.md")])
def test_without_an_edition_the_program_cannot_go_on(words: tuple[str, ...], tmp_path: Path, run: Run) -> None:
    (tmp_path / "README.md").write_text("x")
    answer = run(*words, cwd=tmp_path)
    assert answer.status == 2
    assert "edition.yaml" in answer.err


def test_quiet_says_only_what_is_wrong(corpus: Path, run: Run) -> None:
    answer = run("-C", corpus, "--quiet", "build", "epub")
    assert (answer.status, answer.out, answer.err) == (0, "", "")


def test_json_tells_what_was_made(corpus: Path, run: Run) -> None:
    answer = run("-C", corpus, "build", "epub", "--json")
    assert isinstance(answer.json, dict)
    (book,) = answer.json["built"]
    assert book["format"] == "epub"
    assert book["made"] is True
    assert (corpus.parent / Path(book["file"])).name == f"{NAME}.epub"


def test_the_nearest_edition_upwards_is_taken(corpus: Path, run: Run) -> None:
    answer = run("check", cwd=corpus / "letters")
    assert answer.status == 0
