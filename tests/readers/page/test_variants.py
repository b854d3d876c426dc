"""The importer reads twenty seeded variants of the page: exact rows, roles, metadata and readings."""

from functools import cache

import pytest

from edition.importing import Holdings, Imported, by_headings, import_page
from edition.model.inline import Reference, plain, walk
from edition.model.letter import Letter, WitnessKind
from edition.model.receipt import play_back
from edition.readers.letter_file import read_letter
from edition.readers.receipts import read_receipts
from tests.readers.page.variants import DESCRIPTION, Row, Variant, variant

SEEDS = range(20)


@cache
def _of_seed(seed: int) -> Imported:
    return _imported(variant(seed))


def _imported(made: Variant) -> Imported:
    identify = by_headings(made.register)
    name = f"specimen-{made.seed}.txt"
    found, findings = import_page(name, made.page.encode(), DESCRIPTION, made.register, identify, Holdings())
    assert found is not None, [str(finding) for finding in findings]
    return found


def _rows(letter: Letter) -> list[Row]:
    return [(row.role, row.cells[0].text, row.cells[1].text) for row in letter.rows]


@pytest.mark.parametrize("seed", SEEDS)
def test_rows_stand_level_with_their_roles(seed: int) -> None:
    made = variant(seed)
    assert _rows(_of_seed(seed).letter) == made.rows


@pytest.mark.parametrize("seed", SEEDS)
def test_metadata(seed: int) -> None:
    made = variant(seed)
    letter = _of_seed(seed).letter
    assert letter.sender == (made.sender,)
    assert letter.addressee == (made.addressee,)
    assert (letter.date.edtf, letter.date.basis) == (made.date, made.basis)
    assert dict(letter.titles) == made.titles
    assert [version.key for version in letter.versions] == ["ru", "en"]
    assert letter.versions[1].made_by == made.made_by
    assert [(w.work, w.pages) for w in letter.witnesses if w.kind is WitnessKind.WORK] == made.works


@pytest.mark.parametrize("seed", SEEDS)
def test_archive_of_both_languages_is_one_record(seed: int) -> None:
    made = variant(seed)
    marks = [mark for witness in _of_seed(seed).letter.witnesses for mark in witness.shelfmarks]
    assert [(mark.repository, dict(mark.parts), mark.leaves) for mark in marks] == (
        [made.shelfmark] if made.shelfmark else []
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_readings(seed: int) -> None:
    made = variant(seed)
    entries = _of_seed(seed).letter.apparatus
    found = sorted((entry.lemma, entry.reading.readings[0].text) for entry in entries)
    assert found == sorted(made.readings)


@pytest.mark.parametrize("seed", SEEDS)
def test_notes_of_both_languages_are_one(seed: int) -> None:
    made = variant(seed)
    letter = _of_seed(seed).letter
    words = [tuple(plain(cell.paragraphs[0].content) for cell in note.cells) for note in letter.notes]
    assert words == made.notes
    targets = {
        node.target
        for note in letter.notes
        for cell in note.cells
        for paragraph in cell.paragraphs
        for node in walk(paragraph.content)
        if isinstance(node, Reference)
    }
    assert targets == ({made.reference} if made.reference else set())


@pytest.mark.parametrize("seed", SEEDS)
def test_files_give_the_page_back(seed: int) -> None:
    made = variant(seed)
    imported = _of_seed(seed)
    text = {path.rsplit(".", 1)[1]: content.decode() for path, content in imported.files.items()}
    letter, findings = read_letter(text["yaml"], "letters/x.yaml")
    receipts, faults = read_receipts(text["json"], "letters/x.receipts.json")
    assert letter is not None and receipts is not None
    assert not findings or {finding.code[0] for finding in findings} <= {"L"}
    assert not faults
    assert play_back(receipts, letter) == made.page
    assert imported.files[f"pages/specimen-{seed}.txt"] == made.page.encode()


def test_the_variants_have_the_faults_that_they_are_for() -> None:
    pages = [variant(seed) for seed in SEEDS]
    assert any(not made.titles for made in pages)
    assert any(not made.made_by and made.titles for made in pages)
    assert any(made.date and len(made.date) == 7 for made in pages)
    assert {len(made.notes) for made in pages} == {0, 1, 2}
    assert any(made.shelfmark is None for made in pages)
    assert any("\n---\n" not in made.page for made in pages)
    assert any("\r\n" in made.page for made in pages)
    assert sum(len(made.readings) for made in pages) >= 5
    roles = {role for made in pages for role, _, _ in made.rows}
    assert roles >= {"salutation", "point", "item", "continuation", "closer", "signature", "postscript", "dateline"}
    assert len({made.page for made in pages}) == len(SEEDS)
