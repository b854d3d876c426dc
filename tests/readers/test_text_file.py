"""Texts by the editor."""

from pathlib import Path

from edition.model.letter import VersionRole
from edition.readers.text_file import read_text
from edition.settings.description import read_description

FOLDER = Path(__file__).parents[1] / "specimens" / "edition"
DESCRIPTION, _ = read_description((FOLDER / "edition.yaml").read_text(encoding="utf-8"), "edition.yaml")
SMALL = "title: {ru: К тексту, en: Note}\nplace: front\nrows:\n- ru: |\n    Да.\n  en: |\n    Yes.\n"


def test_versions_are_those_of_the_edition() -> None:
    text, findings = read_text((FOLDER / "texts/note.yaml").read_text(encoding="utf-8"), "texts/note.yaml", DESCRIPTION)
    assert text is not None
    assert not findings
    assert [(v.key, v.language, v.role, v.of) for v in text.versions] == [
        ("ru", "ru", VersionRole.ORIGINAL, ""),
        ("en", "en-GB", VersionRole.TRANSLATION, "ru"),
    ]
    assert (text.id, text.place, text.order, text.titles["ru"]) == ("note", "front", 1, "К тексту")
    assert text.rows[1].cells[0].text == "Всё в этой книге выдумано."
    assert text.notes[0].cells[1].text == "Even this note."


def test_versions_of_its_own() -> None:
    content = (FOLDER / "texts/chronology.yaml").read_text(encoding="utf-8")
    text, findings = read_text(content, "texts/chronology.yaml", DESCRIPTION)
    assert text is not None
    assert not findings
    assert [v.key for v in text.versions] == ["en"]
    assert text.place == "back"


def test_without_a_description_the_languages_of_the_title_serve() -> None:
    text, findings = read_text(SMALL, "texts/note.yaml", None)
    assert text is not None
    assert not findings
    assert [v.key for v in text.versions] == ["ru", "en"]


def test_faults() -> None:
    broken = SMALL.replace("front", "middle").replace("{ru: К", "{rus: К").replace("  en: |\n    Yes.\n", "")
    _, findings = read_text(f"id: other\n{broken}", "texts/note.yaml", DESCRIPTION)
    assert [f.code for f in findings] == ["L007", "V001", "Y023", "V002"]
