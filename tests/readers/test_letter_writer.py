"""Writing a letter and reading it again gives the same words, whatever characters they have."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from edition.model.date import HistoricalDate
from edition.model.inline import (
    Citation,
    Editorial,
    Inline,
    LineBreak,
    NoteCall,
    QueryMark,
    Reading,
    Reference,
    Text,
    Witnessed,
)
from edition.model.letter import (
    Cell,
    CellState,
    Letter,
    Note,
    NoteKind,
    Paragraph,
    Query,
    Row,
    Shelfmark,
    Version,
    VersionRole,
    Witness,
    WitnessKind,
)
from edition.model.position import Position
from edition.readers.letter_file import read_letter
from edition.readers.letter_writer import scalar, write_letter
from edition.readers.page.lines import split_lines
from edition.readers.prose_writer import write_paragraphs

AT = Position("letters/specimen.yaml")
_VERSIONS = (
    Version("ru", "ru", VersionRole.ORIGINAL, AT, text_from="W"),
    Version("en", "en-US", VersionRole.TRANSLATION, AT, of="ru", text_from="W", made_by="machine"),
)


def _paragraph(*nodes: Inline) -> Paragraph:
    return Paragraph(nodes, AT)


def _letter(russian: tuple[Paragraph, ...], english: tuple[Paragraph, ...], **more: object) -> Letter:
    cells = (Cell("ru", russian, AT), Cell("en", english, AT))
    fields = {
        "id": "1931-09-07-vymyslov",
        "position": AT,
        "sender": ("nebylin",),
        "addressee": ("vymyslov",),
        "date": HistoricalDate("1931-09-07", "title"),
        "versions": _VERSIONS,
        "rows": (Row(1, "paragraph", cells, AT, id="1"),),
        "witnesses": (Witness("W", WitnessKind.PAGE, AT, page="pages/p.txt"),),
    }
    return Letter(**{**fields, **more})  # type: ignore[arg-type]  # fields of the dataclass, by name


def _again(letter: Letter) -> Letter:
    found, findings = read_letter(write_letter(letter), "letters/1931-09-07-vymyslov.yaml")
    assert found is not None, [str(finding) for finding in findings]
    assert not [finding for finding in findings if finding.severity == "error"], [str(f) for f in findings]
    return found


_CHARACTERS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60),
    st.text("аяА.?! []()*{}^@_\\\"'#:-|>&%`~<,0", min_size=1, max_size=60),
)
_TEXT = _CHARACTERS.map(lambda text: " ".join(line.text for line in split_lines(text))).filter(str.strip)


@settings(max_examples=150, deadline=None)
@given(_TEXT, _TEXT)
def test_words_survive(russian: str, english: str) -> None:
    letter = _again(_letter((_paragraph(Text(russian, AT)),), (_paragraph(Text(english, AT)),)))
    assert [cell.text for cell in letter.rows[0].cells] == [russian, english]


@settings(max_examples=100, deadline=None)
@given(_TEXT, _TEXT, _TEXT, _TEXT)
def test_marks_survive_beside_any_words(before: str, inside: str, reading: str, after: str) -> None:
    nodes: tuple[Inline, ...] = (
        Text(f"{before} ", AT),
        Reading((Text(inside, AT),), (Witnessed("W", reading),), AT),
        Text(after, AT),
        NoteCall("note1", AT),
        Text(after, AT),
        Reference("letter:vymyslov@1931-08-30", (Text(inside, AT),), AT),
        Text(before, AT),
    )
    note = Note("note1", NoteKind.EARLIER, (Cell("ru", (_paragraph(Text(inside, AT)),), AT),
                                            Cell("en", (), AT, CellState.UNTRANSLATED)), AT, origin="W")  # fmt: skip
    letter = _again(_letter((_paragraph(*nodes),), (_paragraph(Text("A.", AT)),), notes=(note,)))
    paragraph = letter.rows[0].cells[0].paragraphs[0]
    assert letter.rows[0].cells[0].text == f"{before} {inside}{after}{after}{inside}{before}"
    assert [node.readings for node in paragraph.content if isinstance(node, Reading)] == [(Witnessed("W", reading),)]
    assert [node.name for node in paragraph.content if isinstance(node, NoteCall)] == ["note1"]
    assert [node.target for node in paragraph.content if isinstance(node, Reference)] == ["letter:vymyslov@1931-08-30"]
    assert letter.notes[0].cells[0].text == inside
    assert letter.notes[0].cells[1].state is CellState.UNTRANSLATED


@settings(max_examples=100, deadline=None)
@given(_TEXT)
def test_short_values_survive(words: str) -> None:
    words = re.sub(r"[ \t]+", " ", words)
    letter = _again(_letter((_paragraph(Text("А.", AT)),), (_paragraph(Text("A.", AT)),), titles={"ru": words},
                            queries=(Query("q1", "Really?", AT, to=words),), place=words))  # fmt: skip
    assert letter.titles["ru"] == words
    assert letter.queries[0].to == words


def test_paragraphs_verse_and_other_marks() -> None:
    verse = _paragraph(Text("Первая строка", AT), LineBreak(AT), Text("вторая строка", AT))
    marks = _paragraph(
        Text("He came ", AT), QueryMark("when", (Text("late", AT),), AT), Citation("quill-1902", "5–6", AT),
        Text(" and ", AT), Editorial("supplied", (Text("left", AT),), AT), Text(".", AT),
    )  # fmt: skip
    letter = _again(_letter((verse, verse), (marks,)))
    assert letter.rows[0].cells[0].text == "Первая строка\nвторая строка\n\nПервая строка\nвторая строка"
    assert [type(node) for node in letter.rows[0].cells[1].paragraphs[0].content] == [
        Text, QueryMark, Citation, Text, Editorial, Text,
    ]  # fmt: skip


def test_one_sentence_a_line() -> None:
    text = "Возвращаю оба документа. Узнайте у т. Вымыслова и Л.М. Перова. А потом?"
    assert write_paragraphs((_paragraph(Text(text, AT)),), "ru").split("\n") == [
        "Возвращаю оба документа.",
        "Узнайте у т. Вымыслова и Л.М. Перова.",
        "А потом?",
    ]


def test_line_of_descent() -> None:
    marks = (Shelfmark("gave", {"fond": "81", "opis": "3"}, "21–23"), Shelfmark("av-so", {"fond": "5"}, "1, 4 об."))
    witnesses = (
        Witness("A", WitnessKind.DOCUMENT, AT, marks),
        Witness("K", WitnessKind.WORK, AT, work="quill-1902", pages="88–89"),
        Witness("T", WitnessKind.WORK, AT, work="tom-5"),
        Witness("W", WitnessKind.PAGE, AT, page="pages/a, b.txt", copy_of="T"),
    )
    letter = _again(_letter((_paragraph(Text("А.", AT)),), (_paragraph(Text("A.", AT)),), witnesses=witnesses))
    assert [(w.siglum, w.shelfmarks, w.work, w.pages, w.page, w.copy_of) for w in letter.witnesses] == [
        (w.siglum, w.shelfmarks, w.work, w.pages, w.page, w.copy_of) for w in witnesses
    ]


def test_dates() -> None:
    for date in (HistoricalDate(), HistoricalDate("1931-09"), HistoricalDate("1931-09-07", words="29/IX-31, вечером")):
        letter = _again(_letter((_paragraph(Text("А.", AT)),), (_paragraph(Text("A.", AT)),), date=date))
        assert (letter.date.edtf, letter.date.words) == (date.edtf, date.words)


def test_comments_stand_behind_their_keys() -> None:
    letter = _letter((_paragraph(Text("А.", AT)),), (_paragraph(Text("A.", AT)),))
    text = write_letter(letter, {"date": "no dateline", "versions/en": "made by nobody"})
    assert re.search(r"^date: \{when: 1931-09-07, basis: title\}   # no dateline$", text, re.MULTILINE)
    assert re.search(r"^  en: \{.*\}  # made by nobody$", text, re.MULTILINE)


def test_scalars_that_yaml_would_misread_are_quoted() -> None:
    for words in ("", " a", "a: b", "a #b", "*a", "&a", "- a", "[a]", "{a}", "'a", '"a', "a:", "!a", "%a", "@a", "`a"):
        assert scalar(words).startswith('"')
