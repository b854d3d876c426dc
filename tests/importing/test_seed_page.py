"""What ``import`` makes of the website's page that the edition began with, before any editor touches it."""

import json
from pathlib import Path

import pytest

from edition.importing import Holdings, Imported, by_headings, import_page
from edition.model.edition import Description
from edition.model.letter import CellState
from edition.model.position import Position
from edition.model.receipt import ACT_CLASSES, play_back
from edition.model.register import Entity, EntityKind, Register, Repository, Work
from edition.readers.letter_file import read_letter

_HERE = Path(__file__).parent
_PAGE = _HERE.parents[1] / "corpus/pages/letter-1931-09-07.txt"
_AT = Position("registers/test.yaml")
_DESCRIPTION = Description("test", _AT, {"ru": "ru", "en": "en-US"}, {"ru": "Письма", "en": "Letters"})


def _person(id: str, russian: str, english: str) -> Entity:
    return Entity(id, EntityKind.PERSON, {"ru": russian, "en": english}, _AT)


def _work(id: str, russian: str, english: str) -> Work:
    return Work(id, _AT, {}, {}, {"ru": (russian,), "en": (english,)})


_REGISTER = Register(
    {
        "stalin": _person("stalin", "Сталин, Иосиф Виссарионович", "Stalin, Iosif Vissarionovich"),
        "kaganovich": _person("kaganovich", "Каганович, Лазарь Моисеевич", "Kaganovich, Lazar Moiseevich"),
    },
    {
        "khlevniuk-2001": _work(
            "khlevniuk-2001",
            "Сталин и Каганович. Переписка. 1931–1936 гг.",
            "Stalin and Kaganovich: Correspondence, 1931-1936",
        ),
        "stalin-17": _work("stalin-17", "Том 17", "Tom 17"),
    },
    {"rgaspi": Repository("rgaspi", _AT, {}, {"ru": "РГАСПИ", "en": "RGASPI"}, {})},
)


@pytest.fixture(scope="module")
def imported() -> Imported:
    identify = by_headings(_REGISTER)
    found, findings = import_page(_PAGE.name, _PAGE.read_bytes(), _DESCRIPTION, _REGISTER, identify, Holdings())
    assert found is not None
    assert [finding.code for finding in findings] == ["I013", "I030"]
    return found


def test_letter_file_and_receipts_are_as_expected(imported: Imported) -> None:
    for path, content in imported.files.items():
        expected = _PAGE if path.startswith("pages/") else _HERE / "expected" / Path(path).name
        assert content.decode() == expected.read_text(encoding="utf-8"), path


def test_letter_file_reads_without_a_finding(imported: Imported) -> None:
    text = imported.files["letters/1931-09-07-kaganovich.yaml"].decode()
    letter, findings = read_letter(text, "letters/1931-09-07-kaganovich.yaml")
    assert letter is not None
    assert not findings
    assert all(cell.state is CellState.PRESENT for row in letter.rows for cell in row.cells)


def test_receipts_played_backwards_give_the_page(imported: Imported) -> None:
    assert play_back(imported.receipts, imported.letter) == _PAGE.read_text(encoding="utf-8")


def test_every_act_has_a_class_that_the_statement_of_method_can_name(imported: Imported) -> None:
    record = json.loads(imported.files["letters/1931-09-07-kaganovich.receipts.json"])
    assert {act["class"] for act in record["acts"]} <= set(ACT_CLASSES)
    assert all(set(sentences) == {"ru", "en"} for sentences in ACT_CLASSES.values())
    kinds = {act["class"]: act["text"] for act in record["acts"]}
    assert kinds["mended-lost-space"] == "сравнениис"
    assert kinds["removed-stray"] == "."
    assert kinds["removed-back-link"] == "← Back to index"


def test_every_row_has_its_confidence_in_the_receipts(imported: Imported) -> None:
    assert [row.row for row in imported.receipts.rows] == [row.id for row in imported.letter.rows]
    assert all(row.confidence > 0.9 for row in imported.receipts.rows)
