"""The order of the book, and the numbers of letters and notes."""

from dataclasses import replace

from edition.prepare import prepare
from edition.prepare.note_numbers import number_notes
from edition.prepare.numbering import number
from edition.prepare.order import order
from tests.specimens.letters import edition, letter, text


def test_letters_stand_by_earliest_date_then_order_and_the_undated_last() -> None:
    made = edition(
        letter("undated", date=""),
        letter("late", date="1931-10"),
        letter("second", date="1931-09-07", order=2),
        letter("first", date="1931-09-07", order=1),
        letter("month", date="1931-09"),
        letter("day", date="1931-09-01"),
        letter("ancient", date="-0068"),
    )
    assert [one.id for one in order(made).letters] == ["ancient", "day", "month", "first", "second", "late", "undated"]


def test_texts_stand_front_before_back() -> None:
    made = edition(texts=(text("z", (), "back", 1), text("b", (), "front", 2), text("a", (), "front", 3)))
    assert [one.id for one in order(made).texts] == ["b", "a", "z"]


def test_numbers_run_through_by_date() -> None:
    made, findings = prepare(edition(letter("b", date="1932"), letter("a", date="1931")))
    assert [(one.id, one.number) for one in made.letters] == [("a", "1"), ("b", "2")]
    assert not findings


def test_a_number_by_date_that_differs_from_the_file_is_told() -> None:
    _, findings = prepare(edition(letter("a", number="7")))
    assert [(one.code, one.position.file) for one in findings] == [("L602", "letters/a.yaml")]
    assert "number 7" in findings[0].message and "number 1" in findings[0].message


def test_published_numbers_stay_and_a_late_find_gets_a_letter() -> None:
    made = edition(
        letter("early", date="1930"),
        letter("one", date="1931-01", number="1"),
        letter("found", date="1931-02"),
        letter("found-too", date="1931-03"),
        letter("two", date="1931-04", number="2"),
        letter("two-a", date="1931-05", number="2a"),
        letter("last", date="1931-06"),
        numbering="fixed",
    )
    numbered, findings = prepare(made)
    assert [one.number for one in numbered.letters] == ["0a", "1", "1a", "1b", "2", "2a", "2b"]
    assert not findings
    again, _ = prepare(numbered)
    assert again == numbered


def test_fixed_numbers_without_any_are_given_through() -> None:
    numbered, _ = number(edition(letter("a"), letter("b"), numbering="fixed"))
    assert [one.number for one in numbered.letters] == ["1", "2"]


def test_a_number_twice_is_an_error_that_names_both() -> None:
    made = edition(letter("a", number="5"), letter("b", number="5", order=1), numbering="fixed")
    _, findings = prepare(made)
    assert [(one.code, str(one.severity), one.position.file) for one in findings] == [
        ("L601", "error", "letters/b.yaml")
    ]
    assert "number 5 is also that of the letter a" in findings[0].message


def test_notes_are_numbered_by_callers_of_the_original_first() -> None:
    made = edition(
        letter(
            "a",
            [("paragraph", "Раз[^late] два[^early]", "One[^english] two[^early] three[^late]")],
            {
                "uncalled": ("", ""),
                "english": ("", "x"),
                "early": ("а", "a"),
                "late": ("б", "b[^inner]"),
                "inner": ("", "y"),
            },
        )
    )
    notes = number_notes(made).letters[0].notes
    assert [(note.name, note.number) for note in notes] == [
        ("late", 1), ("early", 2), ("english", 3), ("inner", 4), ("uncalled", 5),
    ]  # fmt: skip


def test_preparing_twice_is_preparing_once() -> None:
    made = edition(
        letter("b", [("paragraph", "Вымыслов[^n] и Притчин", "Vymyslov[^n]")], {"n": ("Небылак", "Nebylak’s")}),
        letter("a", date=""),
        texts=(replace(text("t", [("paragraph", "О Баснинском.", "On Basninskii.")]), titles={}),),
    )
    once, findings = prepare(made)
    assert prepare(once) == (once, findings)
