"""The index of letters finds what going through all letters would find."""

import pickle
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from edition.model.date import HistoricalDate
from edition.model.edition import Edition
from edition.model.letter import Letter
from tests.specimens.letters import edition, letter

PEOPLE = ("vymyslov", "skazkovich", "nebylak")
MONTHS = [f"1931-0{month}" for month in range(1, 5)]
DATES = ["", "1931", *MONTHS, *(f"{month}-{day}" for month in MONTHS for day in ("01", "15", "28"))]
RANGES = ["1931-01-15/1931-02-15", "1931-02/1931-03", "1930/1932"]


@st.composite
def editions(draw: st.DrawFn) -> Edition:
    made = draw(
        st.lists(
            st.tuples(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE), st.sampled_from([*DATES, *RANGES])),
            max_size=12,
        )
    )
    ids = draw(st.lists(st.sampled_from("abcdefghijkl"), min_size=len(made), max_size=len(made)))
    return edition(
        *(
            letter(id, date=date, sender=sender, addressee=addressee)
            for id, (sender, addressee, date) in zip(ids, made, strict=True)
        )
    )


def fitting(letters: tuple[Letter, ...], person: str, date: HistoricalDate) -> tuple[Letter, ...]:
    """Go through all letters."""
    return tuple(
        each
        for each in letters
        if person in (*each.sender, *each.addressee)
        and each.date.known
        and date.first <= each.date.first
        and each.date.last <= date.last
    )


@given(editions(), st.sampled_from((*PEOPLE, "nobody")), st.sampled_from([*DATES[1:], *RANGES]))
def test_letters_between_two_days(made: Edition, person: str, when: str) -> None:
    date = HistoricalDate.parse(when)
    assert made.letters_between(person, date.first, date.last) == fitting(made.letters, person, date)


@given(editions(), st.sampled_from("abcdefghijklz"))
def test_a_letter_by_its_id_is_the_first_of_that_name(made: Edition, id: str) -> None:
    assert made.letter(id) is next((each for each in made.letters if each.id == id), None)


@given(editions())
def test_correspondents(made: Edition) -> None:
    assert made.correspondents == {id for each in made.letters for id in (*each.sender, *each.addressee)}


def test_an_edition_with_other_letters_has_an_index_of_its_own() -> None:
    one = edition(letter("a"))
    other = replace(one, letters=(letter("b"),))
    assert (one.letter("b"), other.letter("a")) == (None, None)
    assert other.letter("b") is other.letters[0]
    assert replace(other, letters=one.letters) == one
    assert pickle.loads(pickle.dumps(one)).letter("a") == one.letters[0]
