"""What the book leaves out: versions in languages that are not the edition's."""

from pathlib import Path

from edition.model.edition import Edition
from edition.prepare.documents import cells, documents
from edition.prepare.printed import printed
from edition.readers.folder import load_edition
from tests.book.test_edges import LETTER, edition

FRENCH = "  fr: {role: translation, of: ru, text_from: W, made_by: Tom}\n"
THREE = (
    LETTER.replace("source:", f"{FRENCH}source:")
    + "  fr: |\n    J’y vais[^why].\nnotes:\n  why:\n    kind: editor\n    ru: |\n      Так.\n    fr: |\n      Voilà.\n"
)


def loaded(folder: Path, letter: str) -> Edition:
    read, _ = load_edition(edition(folder, letters__a=letter))
    assert read is not None
    return read


def test_nothing_is_left_of_a_version_that_the_edition_has_no_language_for(tmp_path: Path) -> None:
    read = loaded(tmp_path, THREE)
    assert [version.key for version in read.letters[0].versions] == ["ru", "en", "fr"]
    kept = printed(read)
    assert [version.key for version in kept.letters[0].versions] == ["ru", "en"]
    assert {cell.version for document in documents(kept) for _, cell in cells(document)} == {"ru", "en"}
    assert len(kept.letters[0].rows) == len(read.letters[0].rows)
    assert len(kept.letters[0].notes) == 1


def test_an_edition_that_prints_all_stays_as_it_is(tmp_path: Path) -> None:
    read = loaded(tmp_path, LETTER)
    assert printed(read) is read
    assert printed(printed(read)) == read


def test_a_letter_in_none_of_the_languages_keeps_what_it_has(tmp_path: Path) -> None:
    alone = THREE.replace("  ru: {role: original, text_from: W}\n", "").replace(
        "  en: {role: translation, of: ru, text_from: W, made_by: Ada Quill}\n", ""
    )
    alone = alone.replace("- ru: |\n    Иду.\n  en: |\n    I am going.\n  fr:", "- fr:").replace(
        "    ru: |\n      Так.\n", ""
    )
    read = loaded(tmp_path, alone)
    assert [version.key for version in printed(read).letters[0].versions] == ["fr"]
