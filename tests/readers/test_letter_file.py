"""Letter files: everything that can stand in one, and every fault of form."""

from pathlib import Path

import pytest

from edition.model.finding import Finding, has_errors
from edition.model.inline import NoteCall, walk
from edition.model.letter import CellState, Letter, NoteKind, VersionRole, WitnessKind
from edition.readers.letter_file import read_letter

SPECIMEN = Path(__file__).parents[1] / "specimens" / "edition" / "letters" / "1921-05-04-quill.yaml"
FILE = "letters/1921-05-04-quill.yaml"
SMALL = """\
id: 1921-06
from: quill
to: vymyslov
date: 1921-06
versions:
  ru: {role: original, text_from: W}
  en: {role: translation, of: ru, text_from: W, made_by: machine}
source:
  W: {page: pages/1921-06.txt}
rows:
- ru: |
    Да.
  en: |
    Yes.
"""


@pytest.fixture(scope="module")
def letter() -> Letter:
    read, findings = read_letter(SPECIMEN.read_text(encoding="utf-8"), FILE)
    assert read is not None
    assert not findings
    return read


def faults(change: tuple[str, str], text: str = SMALL) -> list[Finding]:
    assert change[0] in text
    return list(read_letter(text.replace(*change, 1), "letters/1921-06.yaml")[1])


def test_the_small_letter_is_without_fault() -> None:
    assert read_letter(SMALL, "letters/1921-06.yaml")[1] == ()


def test_head(letter: Letter) -> None:
    assert (letter.id, letter.sender, letter.addressee) == ("1921-05-04-quill", ("vymyslov",), ("quill", "petushkov"))
    assert (letter.date.edtf, letter.date.basis, letter.date.words) == ("1921-05-04", "title", "4/V-21")
    assert (letter.place, letter.number, letter.order) == ("Нигдебург", "1", 2)
    assert letter.titles["ru"] == "Письмо Аде Квилл 4 мая 1921 года"
    assert letter.position.file == FILE


def test_versions(letter: Letter) -> None:
    russian, english = letter.versions
    assert (russian.key, russian.language, russian.role) == ("ru", "ru", VersionRole.ORIGINAL)
    assert russian.collated_with == ("A", "K")
    assert (english.language, english.of, english.made_by, english.engine) == ("en-US", "ru", "machine", "")
    assert (english.collated_with, english.revised_by) == ((), "Ada Quill")


def test_sources(letter: Letter) -> None:
    document, copy, work, page = letter.witnesses
    assert (document.kind, document.document_kind) == (WitnessKind.DOCUMENT, "autograph")
    assert [mark.leaves for mark in document.shelfmarks] == ["21–23", "1 об."]
    assert dict(copy.shelfmarks[0].parts) == {"fond": "9", "opis": "1", "delo": "1"}
    assert (copy.copy_of, copy.document_kind) == ("A", "certified-copy")
    assert (work.kind, work.work, work.pages) == (WitnessKind.WORK, "quill-1999", "88–89")
    assert (page.kind, page.page, page.copy_of) == (WitnessKind.PAGE, "pages/1921-05-04.txt", "K")


def test_rows(letter: Letter) -> None:
    assert [row.role for row in letter.rows][:5] == ["dateline", "salutation", "point", "item", "item"]
    assert [row.level for row in letter.rows][2:6] == [0, 1, 2, 0]
    assert [row.id for row in letter.rows][:4] == ["1", "2", "first-point", "4"]
    states = [cell.state for row in letter.rows[5:8] for cell in row.cells]
    assert states[1] is CellState.UNTRANSLATED
    assert states[4] is CellState.OMITTED
    assert letter.rows[6].cells[0].text == "Пустота, пустота,\nни кота,\nни хвоста."
    assert letter.rows[2].cells[1].text.endswith("mon Dieu.")
    assert len(letter.rows[2].cells[0].paragraphs) == 2


def test_readings(letter: Letter) -> None:
    (entry,) = letter.apparatus
    assert (entry.row, entry.version, entry.lemma) == ("first-point", "ru", "сравнении с")
    assert [(r.siglum, r.text) for r in entry.reading.readings] == [("W", "сравнениис"), ("K", "")]


def test_notes_and_queries(letter: Letter) -> None:
    (note,) = letter.notes
    assert (note.name, note.kind, note.origin, note.anchored_by) == ("box", NoteKind.EARLIER, "W", "editor")
    assert len(note.cells[0].paragraphs) == 2
    calls = [n for p in letter.rows[2].cells[0].paragraphs for n in walk(p.content) if isinstance(n, NoteCall)]
    assert [(call.name, call.position.line) for call in calls] == [("box", 43)]
    (query,) = letter.queries
    assert (query.to, query.ask) == ("translator", "«Ушел» or «ушёл»? The web copy has neither.")
    assert query.answer == "«Ушел», as in the autograph."


@pytest.mark.parametrize(
    ("change", "code", "line", "said"),
    [
        (("id: 1921-06", "id: 1921-07"), "L007", 1, "write id: 1921-06"),
        (("date: 1921-06", "date: 1921-13"), "L001", 4, "there is no month 13"),
        (("  en: |\n    Yes.", "  eng: |\n    Yes."), "V001", 13, "did you mean «en»?"),
        (("  en: |\n    Yes.", "  eng: |\n    Yes."), "V002", 11, "row 1 has no words in «en»"),
        (("  en: |\n    Yes.\n", ""), "V002", 11, "en: untranslated"),
        (("    Yes.\n", ""), "V003", 13, "«en» has no words"),
        (("|\n    Yes.", "Yes."), "L003", 13, "«Yes.» stand on the line"),
        (("|\n    Yes.", "Yes, sir # 5"), "L004", 13, "«# 5»"),
        (("- ru", "- role: point\n  level: 2\n  ru"), "L006", 12, "role «point»"),
        (("rows:\n", "rows:\n- id: 2\n  ru: omitted\n  en: omitted\n"), "L005", 14, "row 1, on line 11"),
        (("{page: pages", "{work: a, page: pages"), "S020", 9, "work and page"),
        (("page: pages/1921-06.txt", "leaves: 3"), "S020", 9, "nothing"),
        (("{page:", "{pags: 3, page:"), "S021", 9, "did you mean «page»?"),
        (("from: quill", "titles: {fr: Non}\nfrom: quill"), "V001", 2, "«fr»"),
        (("    Да.", "    [Да]{foo=1}."), "Y031", 12, "foo="),
    ],
)
def test_faults_of_form(change: tuple[str, str], code: str, line: int, said: str) -> None:
    found = [f for f in faults(change) if f.code == code]
    assert found, faults(change)
    assert found[0].position.line == line
    assert said in f"{found[0].message} {found[0].hint}"


def test_a_row_may_take_the_number_of_none() -> None:
    assert "L005" in {f.code for f in faults(("- ru", "- id: '2'\n  ru: omitted\n  en: omitted\n- ru"))}
    assert not faults(("- ru", "- id: first\n  ru: omitted\n  en: omitted\n- ru"))


def test_a_file_name_that_cannot_be_an_id() -> None:
    _, findings = read_letter(SMALL.replace("id: 1921-06", "id: Über"), "letters/Über.yaml")
    assert {f.code for f in findings} == {"L007", "Y024"}


def test_all_faults_of_a_letter_come_at_once_in_order() -> None:
    text = SMALL.replace("date: 1921-06", "date: 1921-13")
    text = text.replace("Да.", "[Да]{foo=1} [x](file:y)").replace("|\n    Yes.", "Y")
    _, findings = read_letter(text, "letters/1921-06.yaml")
    assert [f.code for f in findings] == ["L001", "Y031", "Y032", "L003"]


def test_faults_do_not_hide_the_letter_from_other_checks() -> None:
    letter, findings = read_letter(SMALL.replace("date: 1921-06", "dat: 1921-06"), "letters/1921-06.yaml")
    assert has_errors(findings)
    assert letter is not None
    assert letter.rows[0].cells[1].text == "Yes."


@pytest.mark.parametrize("text", ["", "[]", "words", "a: b", "versions: {}", "versions: []", "versions: {ru: }"])
def test_what_is_no_letter_is_none(text: str) -> None:
    letter, findings = read_letter(text, "letters/a.yaml")
    assert letter is None
    assert has_errors(findings)
