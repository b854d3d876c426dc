"""Values are read alike in whatever language and form they stand."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.prepare.number_words import number_words
from edition.prepare.values import (
    Value,
    Weight,
    WrittenDate,
    differing_values,
    read_dates,
    read_values,
    roman,
    same_value,
)


def _differences(first: str, second: str, languages: tuple[str, str] = ("ru", "en-US")) -> list[tuple[str, str]]:
    found = differing_values(read_values(first, languages[0]), read_values(second, languages[1]))
    return [(d.first.words if d.first else "", d.second.words if d.second else "") for d in found]


EQUAL = [
    ("31 года", "1931"),
    ("1½ месяца тому назад", "a month and a half ago"),
    ("полтора месяца", "one and a half months"),
    ("два с половиной рубля", "2.5 rubles"),
    ("за 8 месяцев этого года", "for the first eight months of this year"),
    ("сто двадцать пять", "one hundred and twenty-five"),
    ("ста двадцати пяти рублям", "125 rubles"),
    ("две тысячи триста", "two thousand three hundred"),
    ("5 тыс. человек", "five thousand people"),
    ("1,5 млн", "1.5 million"),
    ("1 234 567,8", "1,234,567.8"),
    ("1.234.567", "1,234,567"),
    ("XVI съезд", "the Sixteenth Congress"),
    ("XVI съезд", "the 16th Congress"),
    ("29/IX-31", "September 29, 1931"),
    ("7.9.1931", "on the 7th of September 1931"),
    ("1931-09-07", "September 7, 1931"),
    ("в июле и к августу", "in July and by August"),
    ("в 9 часов вечера", "at 9 p.m."),
    ("в 21 час", "at 9 p.m."),
    ("тысяча девятьсот тридцать первый год", "nineteen thirty-one"),
    ("двадцать пятого октября", "October 25"),
    ("1931–1936 гг.", "1931-36"),
    ("три дня", "3 days"),
    ("одной из баз; оба документа; во-первых", "a base; the documents"),
    ("8-месячный", "eight-month"),
    ("3/4 мили", "¾ of a mile"),
]


@pytest.mark.parametrize(("russian", "english"), EQUAL)
def test_equal_values_do_not_differ(russian: str, english: str) -> None:
    assert _differences(russian, english) == []


@pytest.mark.parametrize(
    ("russian", "english", "differences"),
    [
        ("8 месяцев", "seven months", [("8", "seven")]),
        ("31 года", "1932", [("31", "1932")]),
        ("1½ месяца", "two and a half months", [("1½", "two and a half")]),
        ("в июле 1931 года", "in June 1931", [("июле", "June")]),
        ("1250 кирпичей", "some bricks", [("1250", "")]),
        ("кирпичи", "1,250 bricks", [("", "1,250")]),
        ("1931, 1932", "1931, 1931", [("1932", "1931")]),
        ("пять тысяч", "five hundred", [("пять тысяч", "five hundred")]),
    ],
)
def test_changed_value_is_found(russian: str, english: str, differences: list[tuple[str, str]]) -> None:
    assert _differences(russian, english) == differences


def test_a_value_said_twice_is_no_difference() -> None:
    assert _differences("В 1931 году, в том же 1931 году", "In 1931, in the same year") == []


def test_other_languages_are_read_by_their_own_words() -> None:
    assert _differences("soixante-dix-sept soldats", "77 soldiers", ("fr", "en")) == []
    assert _differences("einundzwanzig Tage", "21 days", ("de", "en")) == []


def test_a_language_without_number_words_still_has_figures() -> None:
    assert [value.words for value in read_values("anno LXIV, 12 dies", "la")] == ["LXIV", "12"]


@pytest.mark.parametrize(
    ("text", "language", "date"),
    [
        ("7 сентября 1931 г.", "ru", (1931, 9, 7)),
        ("7-го сентября", "ru", (None, 9, 7)),
        ("September 7, 1931", "en-US", (1931, 9, 7)),
        ("the 7th of September 1931", "en", (1931, 9, 7)),
        ("7.IX.1931", "ru", (1931, 9, 7)),
        ("1931-09-07", "en", (1931, 9, 7)),
        ("Август 1931 г.", "ru", (1931, 8, None)),
        ("May 3", "en", (None, 5, 3)),
    ],
)
def test_dates(text: str, language: str, date: tuple[int | None, int, int | None]) -> None:
    (found,) = read_dates(text, language)
    assert (found.year, found.month, found.day) == date


def test_two_calendars_are_two_dates() -> None:
    found = read_dates("25 октября (7 ноября) 1917 г.", "ru")
    assert [(date.month, date.day) for date in found] == [(10, 25), (11, 7)]
    assert isinstance(found[0], WrittenDate)


def test_may_is_a_month_with_a_capital_only() -> None:
    assert read_values("It may be so", "en") == ()
    assert [value.months for value in read_values("In May", "en")] == [frozenset({5})]


@given(st.integers(min_value=2, max_value=9999))
def test_figures_and_words_are_the_same_number(number: int) -> None:
    """A number as ICU spells it is the number in figures, in both languages."""
    import icu

    for language in ("ru", "en"):
        spelled = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(language)).format(number)
        (value,) = read_values(spelled, language)
        assert value.numbers == {Fraction(number)}, spelled


@given(st.text(alphabet="абв xyzIVXLC0123456789.,½'-/ \n«двадватриhundredandahalf", max_size=60))
def test_any_text_is_read_and_values_stand_where_they_say(text: str) -> None:
    for language in ("ru", "en"):
        values = read_values(text, language)
        assert all(text[value.offset : value.end] == value.words for value in values)
        assert list(values) == sorted(values, key=lambda value: value.offset)
        assert differing_values(values, values) == ()


@given(st.integers(min_value=1, max_value=3999))
def test_roman_numerals(number: int) -> None:
    signs = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
             (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
    numeral, rest = "", number
    for worth, sign in signs:
        numeral, rest = numeral + sign * (rest // worth), rest % worth
    assert roman(numeral) == number


def test_a_weak_word_may_mean_a_number_and_need_not() -> None:
    assert number_words("ru").phrases[("семью",)].weak
    (weak,), (seven,) = read_values("семью", "ru"), read_values("seven", "en")
    assert same_value(weak, seven) and weak.weight is Weight.WEAK
    assert isinstance(weak, Value)
