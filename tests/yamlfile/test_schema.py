"""Nodes against the published schemas: what editors are told."""

import json
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import cast

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from edition.model.finding import Finding
from edition.yamlfile.nodes import compose
from edition.yamlfile.schema import schema, validate

NAMES = ("common", "letter", "text", "persons", "sources", "edition", "style")
LETTER = "id: a\nfrom: b\nto: c\ndate: 1931\nversions: {ru: {role: original}}\nrows:\n- ru: |\n    да\n"


def faults(text: str, name: str = "letter") -> list[Finding]:
    node, findings = compose(text, "a.yaml")
    assert node is not None, findings
    return list(validate(node, name, "a.yaml"))


def parts(part: object) -> Iterator[dict[str, object]]:
    if isinstance(part, dict):
        yield cast(dict[str, object], part)
        for inner in part.values():
            yield from parts(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from parts(inner)


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_is_one(name: str) -> None:
    text = files("edition").joinpath("schemas", f"{name}.schema.json").read_text(encoding="utf-8")
    Draft202012Validator.check_schema(json.loads(text))


@pytest.mark.parametrize("name", NAMES)
def test_each_part_says_what_it_is(name: str) -> None:
    for part in parts(schema(name)):
        if "type" in part and "$schema" not in part and isinstance(part["type"], str | list):
            assert part.get("title"), part
            assert part.get("description"), part
        if "pattern" in part and isinstance(part["pattern"], str):
            assert part.get("examples"), part


@pytest.mark.parametrize("name", NAMES)
def test_only_keywords_with_words_for_them_are_used(name: str) -> None:
    """No anyOf, oneOf, not: their errors cannot be said in an editor's words."""
    for part in parts(schema(name)):
        if "title" in part and isinstance(part["title"], str):
            assert not part.keys() & {"anyOf", "oneOf", "allOf", "not", "if", "const", "dependentRequired"}


@pytest.mark.parametrize(
    ("change", "code", "place", "message", "hint"),
    [
        (("from:", "form:"), "Y020", (2, 1), "«form» is not a key of a letter.", "did you mean «from»?"),
        (("from: b\n", ""), "Y021", (1, 1), "the file has no key «from».", "add from: ada-quill"),
        (("from: b", "from: {b: c}"), "Y022", (2, 7), "«from» holds keys where one or more ids", "write it like"),
        (("from: b", "from:"), "Y022", (2, 6), "«from» holds nothing", "write it like"),
        (("to: c", "to: [c, [d]]"), "Y022", (3, 9), "entry 2 of «to» holds a list", "unknown"),
        (("date: 1931", "date: {when: 1931, basis: titel}"), "Y023", (4, 27), "«titel» is", "did you mean «title»?"),
        (("- ru", "- rol: item\n  role: itm\n  ru"), "Y023", (8, 9), "«itm» is not the role of a row.", "«item»"),
        (("id: a", "id: Ä b"), "Y024", (1, 5), "«Ä b» is not the letter's id.", "1931-09-07-quill"),
        (("rows:", "source: {w: {page: x}}\nrows:"), "Y024", (6, 10), "«w» cannot be a siglum.", "W or K"),
        (("- ru: |\n    да\n", ""), "Y022", (6, 6), "«rows» holds nothing", "row by row"),
        (("{ru: {role: original}}", "{}"), "Y025", (5, 1), "«versions» is empty.", "original first"),
        (("- ru: |\n    да\n", "- да\n"), "Y022", (7, 3), "entry 1 of «rows» holds the words", "one key a language"),
    ],
)
def test_faults_are_told_in_words(
    change: tuple[str, str], code: str, place: tuple[int, int], message: str, hint: str
) -> None:
    assert change[0] in LETTER
    found = [f for f in faults(LETTER.replace(*change)) if f.code == code]
    assert [(f.position.line, f.position.column) for f in found][:1] == [place], found
    assert found[0].message.startswith(message)
    assert hint in found[0].hint


def test_an_unknown_key_without_a_value_is_perhaps_prose() -> None:
    found = faults("name: a\nlanguages: {ru: ru}\ntitle: {ru: a}\nЗдравствуйте:\n", "edition")
    assert [f.code for f in found] == ["Y020"]
    assert "under “|”" in found[0].hint


def test_all_faults_come_at_once() -> None:
    found = faults("id: Ä\nform: b\ndate: {wen: 1}\nversions: []\nrows:\n- rol: item\n  role: itm\n")
    assert {f.code for f in found} == {"Y020", "Y021", "Y022", "Y023", "Y024"}
    assert len(found) >= 8


def test_nothing_of_the_validator_reaches_the_editor() -> None:
    junk = ("[]", "{}", "1", "''", "[[]]", "{a: {b: c}}", "[{a: 1}, 2]", "null")
    keys = cast(dict[str, object], schema("letter")["properties"])
    told = [f for key in keys for value in junk for f in faults(f"{key}: {value}")]
    for finding in told:
        said = f"{finding.message} {finding.hint}"
        assert not any(word in said for word in ("is not of type", "valid under", "does not match", "regex", "schema"))
        assert "None" not in said
        assert finding.hint


def test_scalars_of_other_readers_pass() -> None:
    """Editors' programs type values: 1931 is a number to them, yes is True, and both are right."""
    common = Resource.from_contents(dict(schema("common")))
    registry: Registry[bool | Mapping[str, object]] = Registry().with_resource("common.schema.json", common)
    validator = Draft202012Validator(dict(schema("persons")), registry=registry)
    assert not list(validator.iter_errors({"a": {"ru": "А", "born": 1889, "bare_surname": True, "viaf": 12}}))
