"""Names found in the text: what is a hit, what waits for the editor, what is none."""

import pytest

from edition.model.finding import Finding
from edition.model.inline import Emphasis, Inline, Mention, NameMark, NoteCall, plain, walk
from edition.model.register import Entity
from edition.prepare import prepare
from tests.specimens.letters import PERSONS, edition, letter, person, text


def _prepared(
    ru: str, en: str = "", persons: tuple[Entity, ...] = PERSONS
) -> tuple[list[tuple[str, str]], tuple[Finding, ...], tuple[Inline, ...]]:
    made, findings = prepare(edition(letter("a", [("paragraph", ru, en)]), persons=persons))
    row = made.letters[0].rows[0]
    content = tuple(node for cell in row.cells for paragraph in cell.paragraphs for node in paragraph.content)
    hits = [(plain(node.children), node.entity) for node in walk(content) if isinstance(node, Mention)]
    return hits, findings, content


@pytest.mark.parametrize(
    ("ru", "hits"),
    [
        ("Здравствуйте, т. Сказкович!", [("Сказкович", "skazkovich")]),
        ("проект Небылака и «беседу» Притчина с Небылаком",
         [("Небылака", "nebylak"), ("Притчина", "pritchin"), ("Небылаком", "nebylak")]),
        ("не Вымыслову или Баснинскому?", [("Вымыслову", "vymyslov"), ("Баснинскому", "basnia")]),
        ("Л.М. Сказковичу, Л. М. Сказковичу, Л.Сказковичу",
         [("Л.М. Сказковичу", "skazkovich"), ("Л. М. Сказковичу", "skazkovich"), ("Л.Сказковичу", "skazkovich")]),
        ("Вымыслову И. В. и Притчаняну", [("Вымыслову И. В.", "vymyslov"), ("Притчаняну", "pritchin")]),
        ("сказал ВЫМЫСЛОВ", [("ВЫМЫСЛОВ", "vymyslov")]),
        ("Лазарю Моисеевичу привет", [("Лазарю Моисеевичу", "skazkovich")]),
        ("посланник Nebylak", [("Nebylak", "nebylak")]),
        ("пакт Притчина-Баснинского, Вымыслов-то",
         [("Притчина", "pritchin"), ("Баснинского", "basnia"), ("Вымыслов", "vymyslov")]),
        ("Вымысловым, Лазарем и Львом", [("Вымысловым", "vymyslov")]),
        ("небылак, вымыслов и притчины", []),
    ],
)  # fmt: skip
def test_russian_hits(ru: str, hits: list[tuple[str, str]]) -> None:
    found, findings, _ = _prepared(ru)
    assert found == hits
    assert not findings


@pytest.mark.parametrize(
    ("en", "hits"),
    [
        ("Nebylak's draft and Pritchin’s “conversation”", [("Nebylak's", "nebylak"), ("Pritchin’s", "pritchin")]),
        ("Greetings, Comrade Skazkovich!", [("Skazkovich", "skazkovich")]),
        ("the Vymyslovs' house", [("Vymyslovs", "vymyslov")]),
        ("Stanislaw Nebylak, Stanisław Nebylak", [("Stanislaw Nebylak", "nebylak"), ("Stanisław Nebylak", "nebylak")]),
        ("I. Vymyslov; Vymyslov, Ivan Viktorovich",
         [("I. Vymyslov", "vymyslov"), ("Vymyslov, Ivan Viktorovich", "vymyslov")]),
    ],
)  # fmt: skip
def test_english_hits(en: str, hits: list[tuple[str, str]]) -> None:
    found, findings, _ = _prepared("", en)
    assert found == hits
    assert not findings


def test_yo_is_e() -> None:
    persons = (person("semenov", "Семёнов, Пётр Ильич"),)
    assert _prepared("Петр Семенов и Семёнова", persons=persons)[0] == [
        ("Петр Семенов", "semenov"), ("Семёнова", "semenov"),
    ]  # fmt: skip


BROTHERS = (
    person("lazar", "Сказкович, Лазарь Моисеевич", "Skazkovich, Lazar Moiseevich"),
    person("mikhail", "Сказкович, Михаил Моисеевич", "Skazkovich, Mikhail Moiseevich"),
)


def test_homonyms_wait_for_the_editor() -> None:
    hits, findings, _ = _prepared("видел Сказковича и М. М. Сказковича", persons=BROTHERS)
    assert hits == [("М. М. Сказковича", "mikhail")]
    assert [(one.code, str(one.position)) for one in findings] == [("P601", "letters/a.yaml:2:9")]
    assert "Сказкович, Лазарь Моисеевич or Сказкович, Михаил Моисеевич" in findings[0].message
    assert "{who=lazar}" in findings[0].hint


def test_bare_surname_decides_on_the_surname_but_not_on_its_plural() -> None:
    bare = (person("lazar", "Сказкович, Лазарь Моисеевич", bare_surname=True), BROTHERS[1])
    hits, findings, _ = _prepared("видел Сказковича, обоих Сказковичей", persons=bare)
    assert hits == [("Сказковича", "lazar")]
    assert [one.code for one in findings] == ["P601"]


def test_a_declared_form_beats_a_generated_one() -> None:
    persons = (person("a", "Коготь, Иван"), person("b", "Притчин, Лев", forms={"ru": ("Коготь",)}))
    assert _prepared("пришёл Коготь", persons=persons)[0] == [("Коготь", "b")]


@pytest.mark.parametrize(
    ("ru", "why"),
    [
        ("видел М. Вымыслова", "other initials"),
        ("видел Вымыслова М. М. сегодня", "other initials"),
        ("видел Михаила Фомича Вымыслова", "another first name"),
        ("видел Лазаря Вымыслова", "another first name"),
        ("роман Вымыслова-Чужого", "double name"),
    ],
)
def test_words_that_speak_against_the_bearer_make_a_doubt(ru: str, why: str) -> None:
    hits, findings, _ = _prepared(ru)
    assert not hits
    assert [one.code for one in findings] == ["P602"] and why in findings[0].message


def test_comrade_at_the_head_of_a_sentence_is_no_initial() -> None:
    assert _prepared("Т. Вымыслов пришёл.")[0] == [("Вымыслов", "vymyslov")]


def test_a_common_word_at_the_head_of_a_sentence_is_a_doubt() -> None:
    persons = (person("kalina", "Калина, Пётр Ильич"),)
    ru = "Калина цветёт. Видел Калину и сорвал калину. Т. Калина ушёл. П. И. Калина вернулся."
    hits, findings, _ = _prepared(ru, persons=persons)
    assert [words for words, _ in hits] == ["Калину", "Калина", "П. И. Калина"]
    assert [(one.code, one.position.column) for one in findings] == [("P602", 3)]
    assert _prepared("Калина ушёл.", persons=persons)[0] == [("Калина", "kalina")]


def test_the_editors_marks_stand() -> None:
    hits, findings, content = _prepared("[Вымыслов]{who=none} и [товарищ]{who=nebylak}, [он]{who=nobody}")
    assert hits == [("товарищ", "nebylak")]
    assert [one.code for one in findings] == ["P603"]
    assert sum(isinstance(node, NameMark) for node in walk(content)) == 2


def test_words_of_a_reference_are_not_searched() -> None:
    hits, _, _ = _prepared("См. [письмо Вымыслова](letter:a), Притчин")
    assert hits == [("Притчин", "pritchin")]


def test_names_inside_and_across_nodes() -> None:
    hits, _, content = _prepared("*Вымыслов и Притчин*, И. В.[^n] *Вымыслов* и [Неб]{q=x}ылак")
    assert [words for words, _ in hits] == ["Вымыслов", "Притчин", "И. В. Вымыслов", "Небылак"]
    across = [node for node in walk(content) if isinstance(node, Mention)][2]
    assert [type(node) for node in across.children if not isinstance(node, NoteCall)][-1] is Emphasis
    assert any(isinstance(node, NoteCall) for node in across.children)


def test_a_name_half_inside_a_mark_is_a_doubt() -> None:
    hits, findings, content = _prepared("видел Неб[ылака и]{q=x} других")
    assert not hits and [one.code for one in findings] == ["P602"]
    assert plain(content) == "видел Небылака и других"


def test_words_of_another_language_are_searched_by_its_forms() -> None:
    hits, _, _ = _prepared("он писал: [Pritchin's friend Nebylak]{lang=en}")
    assert hits == [("Pritchin's", "pritchin"), ("Nebylak", "nebylak")]


def test_no_word_is_lost_and_positions_are_those_of_the_file() -> None:
    ru = "Видел Вымыслова[^n]\nи *Притчина* с [Небылаком]{who=nebylak}."
    _, _, content = _prepared(ru)
    assert plain(content) == "Видел Вымыслова и Притчина с Небылаком."
    mentions = [node for node in walk(content) if isinstance(node, Mention)]
    assert [(str(node.position), node.id) for node in mentions] == [
        ("letters/a.yaml:2:9", "l-a-m1"), ("letters/a.yaml:3:6", "l-a-m2"), ("letters/a.yaml:3:18", "l-a-m3"),
    ]  # fmt: skip


def test_mentions_are_counted_through_rows_then_notes_and_in_texts() -> None:
    made = edition(
        letter("a", [("paragraph", "Вымыслов[^n]", "Vymyslov[^n]")], {"n": ("Притчин", "Pritchin")}),
        texts=(text("t", [("paragraph", "О Баснинском", "On Basninskii")]),),
    )
    done, _ = prepare(made)
    cells = [cell for row in done.letters[0].rows for cell in row.cells]
    cells += [cell for note in done.letters[0].notes for cell in note.cells]
    cells += [cell for row in done.texts[0].rows for cell in row.cells]
    ids = [node.id for cell in cells for p in cell.paragraphs for node in walk(p.content) if isinstance(node, Mention)]
    assert ids == ["l-a-m1", "l-a-m2", "l-a-m3", "l-a-m4", "t-t-m1", "t-t-m2"]
