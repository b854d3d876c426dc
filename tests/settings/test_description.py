"""``edition.yaml``."""

from pathlib import Path

import pytest

from edition.settings.description import read_description

TEXT = (Path(__file__).parents[1] / "specimens" / "edition" / "edition.yaml").read_text(encoding="utf-8")
SMALL = "name: a\nlanguages: {ru: ru, en: en-GB}\ntitle: {ru: А, en: A}\n"


def test_everything_is_read() -> None:
    described, findings = read_description(TEXT, "edition.yaml")
    assert described is not None
    assert not findings
    assert list(described.languages.items()) == [("ru", "ru"), ("en", "en-GB")]
    assert (described.name, described.title["ru"], described.subtitle["en"]) == (
        "letters-to-nobody", "Письма никому", "A selection",
    )  # fmt: skip
    author, translator = described.contributors
    assert (author.role, author.entity, author.names["en"]) == ("aut", "vymyslov", "P. I. Vymyslov")
    assert (translator.role, translator.entity) == ("trl", "")
    assert (described.year, described.numbering, described.volume) == ("2026", "fixed", "1")
    assert (described.protected, described.romanisation) == (("--", "eBook"), "ala-lc-simplified")
    assert described.isbn == "978-0-00-000000-2"


def test_what_is_not_said_is_taken_for_granted() -> None:
    described, findings = read_description(SMALL, "edition.yaml")
    assert described is not None
    assert not findings
    assert (described.romanisation, described.numbering, described.contributors) == ("ala-lc-simplified", "by-date", ())


@pytest.mark.parametrize(
    ("change", "code", "line", "said"),
    [
        (("name: a", "name: A b"), "Y024", 1, "letters-to-nobody"),
        (("name: a\n", ""), "Y021", 1, "add name:"),
        ((", en: A}", "}"), "G011", 3, "no title in «en»"),
        (("en: A}", "en: A, eng: A}"), "G010", 3, "did you mean «en»?"),
        (("name: a", "name: a\nnumbering: by date"), "Y023", 2, "did you mean «by-date»?"),
        (("name: a", "name: a\nyear: soon"), "Y024", 2, "2026"),
        (("name: a", "name: a\nisbn: 12"), "Y024", 2, "ISBN"),
        (("name: a", "name: a\ncontributors: [{role: editor, ru: А}]"), "Y024", 2, "MARC"),
        (("name: a", "name: a\ncontributors: [{role: edt, uk: А}]"), "G010", 2, "«uk»"),
        (("name: a", "name: a\nnumberng: fixed"), "Y020", 2, "did you mean «numbering»?"),
    ],
)
def test_faults(change: tuple[str, str], code: str, line: int, said: str) -> None:
    assert change[0] in SMALL
    _, findings = read_description(SMALL.replace(*change, 1), "edition.yaml")
    assert [(f.code, f.position.line) for f in findings] == [(code, line)]
    assert said in f"{findings[0].message} {findings[0].hint}"


@pytest.mark.parametrize("text", ["", "[]", "name: a", "languages: ru", "languages: {}", "languages: {ru: [a]}"])
def test_without_languages_there_is_no_description(text: str) -> None:
    described, findings = read_description(text, "edition.yaml")
    assert described is None
    assert findings
