"""The faces must have every character of the letters."""

import shutil
from pathlib import Path

from edition.checks.unprintable import check_characters
from edition.model.edition import Edition
from edition.prepare import prepare
from edition.readers.folder import load_edition
from edition.settings.face import Signs

SPECIMEN = Path(__file__).parent.parent / "specimens" / "edition"


def prepared_specimen(folder: Path = SPECIMEN) -> tuple[Edition, frozenset[str]]:
    """Load the specimen, and give all characters of its letters and texts."""
    loaded, _ = load_edition(folder)
    assert loaded is not None
    files = folder.rglob("*.yaml")
    return prepare(loaded)[0], frozenset("".join(file.read_text(encoding="utf-8") for file in files))


def test_a_missing_sign_is_named_at_its_place() -> None:
    edition, everything = prepared_specimen()
    assert check_characters(edition, Signs(("Own",), frozenset(everything))) == ()
    findings = check_characters(edition, Signs(("Own",), frozenset(everything - {"ж"})))
    assert {finding.code for finding in findings} == {"G021"}
    for finding in findings:
        if finding.position.file.startswith(("registers/", "edition.yaml")):
            continue  # found by entry
        lines = (SPECIMEN / finding.position.file).read_text(encoding="utf-8").splitlines()
        assert lines[finding.position.line - 1][finding.position.column - 1] == "ж"
        assert finding.message.startswith("Own has no sign for «ж» (U+0436, cyrillic small letter zhe)")


def test_what_the_supplement_has_is_not_missing() -> None:
    edition, everything = prepared_specimen()
    supplement = frozenset({"ж", "\u0301"})
    signs = Signs(("Own", "Second"), frozenset(everything - {"ж", "ю"}), supplement, supplement)
    findings = check_characters(edition, signs)
    assert findings
    assert {finding.message.partition(" (")[0] for finding in findings} == {"neither Own nor Second has a sign for «ю»"}
    assert {"supplement" in finding.hint for finding in findings} == {True}


def test_a_mark_must_be_in_one_face_with_its_letter(tmp_path: Path) -> None:
    folder = shutil.copytree(SPECIMEN, tmp_path / "edition")
    letter = folder / "letters" / "1921-05-04-quill.yaml"
    letter.write_text(letter.read_text(encoding="utf-8").replace("Получил", "По\u035bлучил"), encoding="utf-8")
    edition, everything = prepared_specimen(folder)
    marked = Signs(("Own", "Second"), frozenset(everything - {"\u035b"}), frozenset("\u035bo"), frozenset("\u035b"))
    (finding,) = check_characters(edition, marked)
    assert "(U+035B, combining zigzag above) with the letter it belongs to, «о\u035b»" in finding.message
    both = Signs(marked.families, marked.face, frozenset("\u035bо"), frozenset("\u035b"))
    assert check_characters(edition, both) == ()


def test_titles_and_registers_are_printed_too(tmp_path: Path) -> None:
    folder = shutil.copytree(SPECIMEN, tmp_path / "edition")
    for name, before, after in (
        ("edition.yaml", "ru: Письма", "ru: ש Письма"),
        ("registers/persons.yaml", "Quill, Ada", "Quill, Ada 〈sic〉"),
    ):
        file = folder / name
        text = file.read_text(encoding="utf-8")
        assert before in text
        file.write_text(text.replace(before, after, 1), encoding="utf-8")
    _, everything = prepared_specimen()
    edition, _ = prepared_specimen(folder)
    findings = check_characters(edition, Signs(("Own",), everything))
    told = {(finding.position.file, finding.message.partition(" (U+")[0][-3:]) for finding in findings}
    assert told == {("edition.yaml", "«ש»"), ("registers/persons.yaml", "«〈»"), ("registers/persons.yaml", "«〉»")}
