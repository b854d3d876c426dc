"""What must hold of every letter file, and of every file that is none."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from edition.model.finding import has_errors
from edition.model.inline import Text, plain, walk
from edition.model.letter import Cell, Letter
from edition.readers.inline import escape, parse_prose
from edition.readers.letter_file import read_letter
from edition.readers.registers import read_register
from edition.readers.text_file import read_text
from edition.settings.description import read_description
from edition.yamlfile.characters import decode
from edition.yamlfile.nodes import compose
from tests.strategies import GeneratedLetter, letters, words

CALM = [HealthCheck.too_slow, HealthCheck.data_too_large]
LETTERS = settings(max_examples=30, deadline=None, suppress_health_check=CALM)
FILES = settings(max_examples=60, deadline=None, suppress_health_check=CALM)
JUNK = ("", "\t", "{", "[", "*", "&a ", "\n", ": ", "- ", '"', "\x00", "\ud800", "|", "!x ")


def paragraphs(cell: Cell | None) -> tuple[str, ...]:
    return tuple(plain(paragraph.content) for paragraph in cell.paragraphs) if cell else ()


def loaded(generated: GeneratedLetter) -> Letter:
    letter, findings = read_letter(generated.text, generated.file)
    assert letter is not None
    assert not has_errors(findings), [str(finding) for finding in findings]
    return letter


@LETTERS
@given(letters())
def test_the_words_of_every_letter_come_back(generated: GeneratedLetter) -> None:
    letter = loaded(generated)
    assert tuple(row.role for row in letter.rows) == generated.roles
    for row in letter.rows:
        for version in letter.versions:
            assert paragraphs(row.cell(version.key)) == generated.rows.get((row.ordinal, version.key), ())
    for note in letter.notes:
        for version in letter.versions:
            assert paragraphs(note.cell(version.key)) == generated.notes[(note.name, version.key)]
    read = [(entry.lemma, r.siglum, r.text) for entry in letter.apparatus for r in entry.reading.readings]
    assert read == list(generated.readings)


@LETTERS
@given(letters())
def test_every_character_knows_its_place_in_the_file(generated: GeneratedLetter) -> None:
    letter = loaded(generated)
    lines = generated.text.split("\n")
    cells = [cell for row in letter.rows for cell in row.cells] + [cell for note in letter.notes for cell in note.cells]
    for cell in cells:
        for paragraph in cell.paragraphs:
            for node in walk(paragraph.content):
                if isinstance(node, Text):
                    assert node.position == node.at(0)
                    for offset, sign in enumerate(node.content):
                        position = node.at(offset)
                        there = lines[position.line - 1][position.column - 1 : position.column]
                        assert (there or " ") == sign


@LETTERS
@given(letters(max_rows=2), st.data())
def test_a_damaged_letter_never_raises(generated: GeneratedLetter, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(generated.text)))
    end = data.draw(st.integers(start, min(len(generated.text), start + 40)))
    junk = data.draw(st.sampled_from(JUNK))
    letter, findings = read_letter(generated.text[:start] + junk + generated.text[end:], generated.file)
    assert letter is not None or findings


@FILES
@given(st.text())
def test_arbitrary_text_never_raises(text: str) -> None:
    read_letter(text, "letters/a.yaml")
    read_text(text, "texts/a.yaml", None)
    read_description(text, "edition.yaml")
    read_register({"registers/persons.yaml": text, "registers/sources.yaml": text})


@FILES
@given(st.recursive(st.text(max_size=5), lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=5), inner)))
def test_any_shape_under_the_keys_of_a_letter_never_raises(shape: object) -> None:
    for key in ("from", "date", "titles", "versions", "source", "rows", "notes", "queries"):
        written = json.dumps(shape, ensure_ascii=False)
        versions = "versions: {ru: {role: original}}\n" if key != "versions" else ""
        read_letter(f"{versions}{key}: {written}\n", "letters/a.yaml")
        read_register({"registers/persons.yaml": f"a: {written}", "registers/sources.yaml": f"works: {{a: {written}}}"})


@FILES
@given(st.binary())
def test_arbitrary_bytes_never_raise(content: bytes) -> None:
    text, findings = decode(content, "letters/a.yaml")
    assert text is not None or findings
    if text is not None:
        compose(text, "letters/a.yaml")


@FILES
@given(words("ru") | words("en"))
def test_escaped_words_are_read_as_they_stand(bare: str) -> None:
    node, _ = compose(f"|\n  {escape(bare)}\n", "a.yaml")
    read, findings = parse_prose(node, "ru")  # type: ignore[arg-type]  # a block scalar is a Scalar
    assert [plain(paragraph.content) for paragraph in read] == [bare]
    assert not findings
