"""References to letters: what they lead to."""

from dataclasses import replace

from edition.model.position import Position
from edition.model.register import LetterElsewhere
from edition.prepare.references import references, resolve
from tests.specimens.letters import edition, letter

TWO = edition(
    letter("one", date="1931-08-30"),
    letter("two", date="1931-09-07", addressee="nebylak"),
    letter("three", date="1931-09-07", sender="skazkovich", addressee="vymyslov"),
)


def test_by_id() -> None:
    assert resolve(TWO, "letter:one", "two").letter == "one"
    assert resolve(TWO, "one", "two").letter == "one"


def test_by_person_and_date() -> None:
    assert resolve(TWO, "letter:skazkovich@1931-08-30", "two").letter == "one"
    assert resolve(TWO, "letter:nebylak@1931-09", "one").letter == "two"


def test_two_that_fit_are_no_answer_and_a_letter_does_not_mean_itself() -> None:
    found = resolve(TWO, "letter:vymyslov@1931-09-07", "one")
    assert (found.letter, found.candidates, found.ambiguous) == ("", ("two", "three"), True)
    assert resolve(TWO, "letter:vymyslov@1931-09-07", "three").letter == "two"


def test_a_vague_letter_is_not_taken_for_an_exact_one() -> None:
    vague = edition(letter("one", date="1931-08"))
    assert not resolve(vague, "letter:skazkovich@1931-08-30", "").found


def test_elsewhere_and_nowhere() -> None:
    id = "skazkovich@1930-01-01"
    place = LetterElsewhere(id, Position("registers/sources.yaml"), work="book", pages="7")
    known = replace(TWO, register=replace(TWO.register, letters_elsewhere={id: place}))
    found = resolve(known, f"letter:{id}", "one")
    assert (found.letter, found.elsewhere, found.person, found.date.edtf) == ("", place, "skazkovich", "1930-01-01")
    assert not resolve(TWO, f"letter:{id}", "one").found
    assert resolve(TWO, "letter:skazkovich@1930-13-01", "one").malformed == "there is no month 13"


def test_a_reference_in_both_languages_is_one() -> None:
    made = edition(
        letter("one", date="1931-08-30"),
        letter(
            "two",
            [("paragraph", "Слово[^n]", "Word[^n]")],
            {
                "n": (
                    "См.: [Письмо Л.М. Сказковичу](letter:skazkovich@1931-08-30), [сайт](https://example.org).",
                    "See: [Letter to L.M. Skazkovich](letter:skazkovich@1931-08-30).",
                )
            },
        ),
    )
    records = references(made, made.letters[1])
    assert [(record.words, record.resolution.letter) for record in records] == [
        ({"ru": "Письмо Л.М. Сказковичу", "en": "Letter to L.M. Skazkovich"}, "one")
    ]
