"""The JSON answers are a contract: they keep their published schemas, and say what the letter file says."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import ROOT, Run

LETTER = "1931-09-07-kaganovich"


def schema(name: str) -> Draft202012Validator:
    path = ROOT / "edition" / "schemas" / f"{name}.answer.schema.json"
    return Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def shown(books: Path, run: Run) -> Any:
    answer = run("-C", books, "show", LETTER, "--json")
    assert answer.status == 0
    return answer.json


def test_answers_keep_their_schemas(books: Path, run: Run, shown: Any) -> None:
    schema("show").validate(shown)
    schema("check").validate(run("-C", books, "check", "--json").json)
    schema("index").validate(run("-C", books, "index", "--json").json)


def test_show_gives_the_letter(shown: Any) -> None:
    assert (shown["id"], shown["number"], shown["date"]) == (LETTER, "1", "1931-09-07")
    assert (shown["from"], shown["to"]) == ("stalin", "kaganovich")
    assert shown["titles"]["ru"] == "Письмо Л.М. Кагановичу 7 сентября 1931 года"
    assert [(version["language"], version["role"]) for version in shown["versions"]] == [
        ("ru", "original"),
        ("en", "translation"),
    ]
    assert shown["versions"][1]["made_by"] == "machine"
    assert shown["versions"][1]["revised_by"] is None


def test_show_gives_rows_with_lists(shown: Any) -> None:
    roles = [row["role"] for row in shown["rows"]]
    assert roles == [
        "salutation",
        "point",
        "paragraph",
        "paragraph",
        "point",
        "item",
        "item",
        "item",
        "continuation",
        "closer",
        "signature",
    ]
    items = [row for row in shown["rows"] if row["role"] == "item"]
    assert [row["marker"] for row in items] == [
        {"ru": "а)", "en": "(a)"},
        {"ru": "б)", "en": "(b)"},
        {"ru": "в)", "en": "(c)"},
    ]
    assert {row["level"] for row in items} == {1}
    assert all(row["cells"].keys() == {"ru", "en"} for row in shown["rows"])
    assert all(0 <= row["confidence"] <= 1 for row in shown["rows"])


def test_show_gives_notes_apparatus_and_sources(shown: Any) -> None:
    notes = {note["id"]: note for note in shown["notes"]}
    assert (notes["record"]["kind"], notes["record"]["from"], notes["record"]["row"]) == ("earlier", "W", "2")
    assert notes["pacts"]["kind"] == "editor"
    assert notes["record"]["content"]["ru"].startswith("В записи беседы Карахана с Патеком 23 августа")
    assert shown["apparatus"] == [
        {
            "row": "8",
            "language": "ru",
            "lemma": "сравнении с",
            "readings": [{"siglum": "W", "text": "сравнениис"}],
        }
    ]
    archive = shown["source"]["A"]
    parts = [archive[key] for key in ("archive", "fond", "opis", "delo", "leaves")]
    assert parts == ["rgaspi", "81", "3", "99", "21–23"]
    assert shown["source"]["K"]["pages"] == "88–89"


def test_show_gives_the_reference_as_one(shown: Any) -> None:
    (reference,) = shown["references"]
    assert (reference["date"], reference["to"], reference["target"]) == ("1931-08-30", "kaganovich", None)
    assert reference["text"] == {
        "ru": "Письмо Л.М. Кагановичу 30 августа 1931 года",
        "en": "Letter to L.M. Kaganovich, August 30, 1931",
    }


def test_index_gives_every_form_with_its_page(books: Path, run: Run) -> None:
    answer: Any = run("-C", books, "index", "--json").json
    karakhan = next(record for record in answer if record["entity"] == "karakhan")
    assert karakhan["headings"]["en"] == "Karakhan, Lev Mikhailovich"
    words = {locator["words"] for locator in karakhan["locators"]}
    assert {"Карахана", "Карахан", "Карахану"} <= words
    assert all(locator["page"] in {"2", "3", "4", "5"} for locator in karakhan["locators"])
    assert {locator["note"] for locator in karakhan["locators"]} == {None, "record"}


def test_pages_are_null_before_a_build(corpus: Path, run: Run) -> None:
    answer: Any = run("-C", corpus, "index", "--json").json
    assert {locator["page"] for record in answer for locator in record["locators"]} == {None}


def test_check_names_place_and_remedy(corpus: Path, run: Run) -> None:
    letter = corpus / "letters" / f"{LETTER}.yaml"
    letter.write_text(letter.read_text().replace("role: closer", "rol: closer"))
    answer = run("-C", corpus, "check", "--json")
    assert answer.status == 1
    findings: Any = answer.json
    fault = next(finding for finding in findings if finding["severity"] == "error")
    lines = letter.read_text().splitlines()
    assert lines[fault["line"] - 1][fault["column"] - 1 :].startswith("rol")
    assert fault["file"] == f"letters/{LETTER}.yaml"
    assert "role" in fault["hint"]


def test_explain_says_what_why_and_how(run: Run) -> None:
    answer = run("explain", "N003")
    assert answer.status == 0
    for part in ("What:", "Why:", "Mend:"):
        assert part in answer.out
    assert run("explain", "Q999").status == 2
