"""Registers: persons, places, organisations, and the sources."""

from pathlib import Path

import pytest

from edition.model.register import EntityKind, Register
from edition.readers.registers import read_register

FOLDER = Path(__file__).parents[1] / "specimens" / "edition" / "registers"
TEXTS = {f"registers/{path.name}": path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.yaml"))}
PERSON = "quill:\n  ru: Квилл, Ада\n  en: Quill, Ada\n"


@pytest.fixture(scope="module")
def register() -> Register:
    read, findings = read_register(TEXTS, ("ru", "en"))
    assert not findings
    return read


def codes(text: str, name: str = "persons") -> list[tuple[str, int]]:
    findings = read_register({f"registers/{name}.yaml": text}, ("ru", "en"))[1]
    return [(f.code, f.position.line) for f in findings]


def test_persons(register: Register) -> None:
    writer, quill = register.entities["vymyslov"], register.entities["quill"]
    assert writer.headings == {"ru": "Вымыслов, Пётр Ильич", "en": "Vymyslov, Petr Ilich"}
    assert writer.also == {"ru": ("Никтов",), "en": ("Vymyslov, Peter", "Niktov")}
    assert (writer.born, writer.died) == ("1878-12-18 (O.S. 1878-12-06)", "1953-03")
    assert [(office.years, office.words["en"]) for office in writer.offices] == [("1922–", "keeper of the void")]
    assert (writer.correspondent, writer.indexed, writer.bare_surname) == (True, True, False)
    assert quill.forms == {"ru": ("Квилл", "Ады Квилл"), "en": ("Miss Quill",)}
    assert quill.cases == {"ru": {"gen": "Ады Квилл", "dat": "Аде Квилл"}}
    assert (quill.died, quill.sex, quill.bare_surname) == ("", "female", True)
    assert quill.identifiers == {
        "wikidata": "Q1", "viaf": "123456789", "gnd": "118642499", "isni": "0000000121032683",
    }  # fmt: skip
    assert not register.entities["petushkov"].indexed
    assert writer.position.line == 1


def test_kinds(register: Register) -> None:
    kinds = {id: entity.kind for id, entity in register.entities.items()}
    assert kinds["nowhere"] is EntityKind.PLACE
    assert kinds["void-office"] is EntityKind.ORGANISATION
    assert register.entities["nowhere"].identifiers == {"geonames": "524901"}


def test_sources(register: Register) -> None:
    work, repository = register.works["quill-1999"], register.repositories["nowhere-archive"]
    elsewhere = register.letters_elsewhere["quill@1921-04-30"]
    assert work.full["en"].startswith("Vymyslov, P. I. *Pisma nikomu*")
    assert (work.short["en"], work.as_on_pages["ru"]) == ("Pisma nikomu", ("Письма никому", "ПН"))
    assert (work.as_on_pages["en"], work.rights) == (("Letters to Nobody",), "public domain")
    assert (repository.names["en"], repository.shorts["ru"]) == ("Archive of Nowhere", "НА")
    assert (repository.forms["ru"][:9], repository.places["en"]) == ("Ф. {fond}", "Nowhere")
    assert (elsewhere.work, elsewhere.pages) == ("quill-1999", "71–73")
    assert elsewhere.shelfmark is not None
    assert (elsewhere.shelfmark.repository, elsewhere.shelfmark.leaves) == ("nowhere-archive", "12–14 об.")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("born: 1931-13", "L001"),
        ("died: 1893-11-21 (O.S. 1893-11-10)", "L002"),
        ("wikidata: 855", "Y024"),
        ("viaf: Q1", "Y024"),
        ("gnd: 12", "Y024"),
        ("isni: 12", "Y024"),
        ("sex: f", "Y023"),
        ("index: yes", "Y023"),
        ("bare_surname: perhaps", "Y023"),
        ("ofices: []", "Y020"),
        ("also: {ru: {a: b}}", "Y022"),
        ("cases: {ru: {genitive: Ады}}", "Y020"),
        ("sxe: female", "P003"),
        ("forms: {eng: [Quill]}", "P003"),
        ("offices: [{year: 1931, ru: никто}]", "Y020"),
    ],
)
def test_faults_of_entries(line: str, code: str) -> None:
    assert codes(f"{PERSON}  {line}\n") == [(code, 4)]


def test_one_id_in_two_registers() -> None:
    _, findings = read_register({"registers/persons.yaml": PERSON, "registers/places.yaml": PERSON})
    assert [(f.code, f.position.file) for f in findings] == [("P002", "registers/places.yaml")]


def test_an_id_is_a_word_of_latin_letters() -> None:
    assert codes(PERSON.replace("quill", "Квилл")) == [("Y024", 1)]


def test_a_register_of_an_unknown_kind() -> None:
    _, (finding,) = read_register({"registers/person.yaml": PERSON})
    assert finding.code == "P001"
    assert "did you mean «persons»?" in finding.hint


def test_a_work_may_lack_a_language() -> None:
    assert not codes("works:\n  a:\n    en: A book\n", "sources")
    assert codes("works:\n  a:\n    fr: Un livre\n", "sources") == [("P003", 3)]
    assert codes("works:\n  a: words\n", "sources") == [("Y022", 2)]
