"""Read the values of a passage: its numbers, months and dates, in figures, in words and in Roman numerals.

Two versions of one passage must agree in them whatever the language: «31 года» is 1931, «1½ месяца» "a month and a
half", «8 месяцев» "eight months", ``1.234,5`` in one country ``1,234.5`` in another.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from babel import Locale, UnknownLocaleError

from edition.model.languages import primary
from edition.prepare.number_words import NumberWord, NumberWords, number_words


class Weight(IntEnum):
    """How surely words mean a value: figures surely, words for numbers mostly, «первый», "one" and "both" weakly."""

    WEAK = 0
    SPOKEN = 1
    CERTAIN = 2


@dataclass(frozen=True, slots=True)
class Value:
    """A value as it stands: its words, where they begin (in characters from 0), and what they can mean.

    ``numbers`` holds every reading (``1,234`` is 1234 or 1.234); ``months`` the months (1 to 12) it can be.
    """

    words: str
    offset: int
    weight: Weight
    numbers: frozenset[Fraction] = frozenset()
    months: frozenset[int] = frozenset()

    @property
    def end(self) -> int:
        """The place after the last of the words."""
        return self.offset + len(self.words)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date found in a text, as far as it is written: ``year`` and ``day`` may be missing."""

    words: str
    offset: int
    year: int | None
    month: int
    day: int | None


_SPACES = " \u00a0\u2009\u202f"
_VULGAR = "".join(chr(code) for code in range(0xBC, 0x2190) if unicodedata.category(chr(code)) == "No" and
                  unicodedata.decomposition(chr(code)).startswith("<fraction>"))  # fmt: skip
_TOKEN = re.compile(
    rf"""
    (?P<date>(?<![\w.])(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}\s?[./-]\s?(?:\d{{1,2}}|[IVXІХ]{{1,4}})\s?[./-]\s?\d{{2,4}})(?!\w))
    | (?P<figure>
        (?<![\d/])\d/[1-9](?![\d/])
        | (?:\d{{1,3}}(?:[{_SPACES}.,'’]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?)
          (?:[{_SPACES}]?[{_VULGAR}]|[{_SPACES}]\d/[1-9](?!\d))?
        | [{_VULGAR}]
      )
    | (?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)
    """,
    re.VERBOSE,
)
_ROMAN = re.compile(r"(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_CYRILLIC_ROMAN = str.maketrans("ІХ", "IX")
_GAP = re.compile(rf"[{_SPACES}\n-]*")
_AFTERNOON = re.compile(rf"[{_SPACES}]?[Pp]\.?[{_SPACES}]?[Mm]\b")


def read_values(text: str, language: str) -> tuple[Value, ...]:
    """Read every value of a passage in reading order.

    >>> [(value.words, [str(n) for n in sorted(value.numbers)]) for value in read_values("данное 1½ месяца", "ru")]
    [('1½', ['3/2'])]
    >>> [(value.words, [str(n) for n in sorted(value.numbers)]) for value in read_values("a month and a half", "en")]
    [('a month and a half', ['3/2'])]
    >>> [sorted(value.months) for value in read_values("за август 31 года", "ru")]
    [[8], []]
    """
    tokens = tuple(_TOKEN.finditer(text))
    known = number_words(language)
    months = month_names(language)
    values: list[Value] = []
    place = 0
    while place < len(tokens):
        if tokens[place].lastgroup == "word" and not _telling(tokens[place].group(), known, months):
            place += 1
            continue
        found, place = _read(text, tokens, place, known, language)
        values.extend(found)
    return tuple(values)


def _telling(word: str, known: NumberWords, months: Mapping[str, int]) -> bool:
    """Tell at a glance whether a word can be a value at all; most cannot."""
    low = word.lower()
    return low in known.beginnings or low in months or word in months or word.isupper()


def _read(
    text: str, tokens: Sequence[re.Match[str]], place: int, known: NumberWords, language: str
) -> tuple[tuple[Value, ...], int]:
    """Read what begins at a token; give the values and the next token's place."""
    token = tokens[place]
    if token["date"]:
        return _numeric_date(token), place + 1
    if token["figure"]:
        return _figure(text, tokens, place, known)
    if value := _month(token, language) or _roman(text, token):
        return (value,), place + 1
    return _spoken(text, tokens, place, known)


# figures


def _figure(
    text: str, tokens: Sequence[re.Match[str]], place: int, known: NumberWords
) -> tuple[tuple[Value, ...], int]:
    token = tokens[place]
    numbers = frozenset(_figure_readings(token.group()))
    end = token.end()
    place += 1
    while place < len(tokens) and _joined(text, end, tokens[place]) and (factor := _factor(tokens[place], known)):
        numbers, end, place = frozenset(number * factor for number in numbers), tokens[place].end(), place + 1
    if half := _half_after(text, tokens, place, known, end):
        numbers, end, place = frozenset(number + Fraction(1, 2) for number in numbers), tokens[half - 1].end(), half
    if _AFTERNOON.match(text, end):
        numbers |= {number + 12 for number in numbers if number < 12}
    return (Value(text[token.start() : end], token.start(), Weight.CERTAIN, numbers),), place


def _figure_readings(figure: str) -> Iterator[Fraction]:
    """Yield the numbers that a figure can mean, since a comma may mark thousands or decimals."""
    match = re.fullmatch(rf"(.*?)[{_SPACES}]?([{_VULGAR}]|(?<![./])\b\d/[1-9])?", figure)
    whole, part = (match[1], match[2]) if match else (figure, None)
    rest = Fraction(0)
    if part:
        rest = Fraction(part) if "/" in part else Fraction(unicodedata.numeric(part)).limit_denominator(100)
    if not whole:
        yield rest
        return
    closed = re.sub(rf"[{_SPACES}'’]", "", whole)
    marks = [mark for mark in closed if mark in ".,"]
    digits = re.sub(r"[.,]", "", closed)
    if not marks:
        yield Fraction(closed) + rest
        return
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", closed) and len(set(marks)) == 1:
        yield Fraction(digits) + rest
    if len(marks) == 1 or len(set(marks)) == 2:
        decimals = len(closed) - 1 - max(closed.rfind("."), closed.rfind(","))
        yield Fraction(int(digits), 10**decimals) + rest


def _numeric_date(token: re.Match[str]) -> tuple[Value, ...]:
    """Read ``7.IX.31`` or ``1931-09-07``: three values, of which those up to 12 may be the month."""
    values: list[Value] = []
    for part in re.finditer(r"\d+|[IVXІХ]+", token.group()):
        number = int(part.group()) if part.group().isdigit() else roman(part.group()) or 0
        months = frozenset({number}) if 1 <= number <= 12 and len(part.group()) < 4 else frozenset()
        value = Value(part.group(), token.start() + part.start(), Weight.CERTAIN, frozenset({Fraction(number)}), months)
        values.append(value)
    return tuple(values)


# words


def _spoken(
    text: str, tokens: Sequence[re.Match[str]], place: int, known: NumberWords
) -> tuple[tuple[Value, ...], int]:
    """Read a number in words as far as it goes; pass over a word that is none."""
    if found := _and_a_half(text, tokens, place, known):
        return found
    start, first = tokens[place].start(), place
    total, current = Fraction(0), Fraction(0)
    weak, spoken = True, False
    while place < len(tokens):
        if spoken and not _joined(text, tokens[place - 1].end(), tokens[place]):
            break
        skip = 1 if spoken and _word(tokens[place]) in known.joiners else 0
        step = _phrase(text, tokens, place + skip, known)
        factor = _factor(tokens[place], known)
        if step and (not spoken or step[0].value < _room(current) or current == 0):
            current, place = current + step[0].value, place + skip + step[1]
            weak = step[0].weak and not spoken
        elif step and not skip and _century(current, step[0].value):
            current, place, weak = current * 100 + step[0].value, place + step[1], False
        elif factor:
            current, weak = (current or Fraction(1)) * factor, False
            total, current = (total + current, Fraction(0)) if factor >= 1000 else (total, current)
            place += 1
        else:
            break
        spoken = True
    if not spoken:
        return (), first + 1
    end = tokens[place - 1].end()
    number = total + current
    if half := _half_after(text, tokens, place, known, end):
        number, end, place, weak = number + Fraction(1, 2), tokens[half - 1].end(), half, False
    weight = Weight.WEAK if weak else Weight.SPOKEN
    return (Value(text[start:end], start, weight, frozenset({number})),), place


def _phrase(
    text: str, tokens: Sequence[re.Match[str]], place: int, known: NumberWords
) -> tuple[NumberWord, int] | None:
    """Find the longest number phrase that begins at a token; give what it counts and how many words it has."""
    for length in (4, 3, 2, 1):
        run = tokens[place : place + length]
        if len(run) < length:
            continue
        words = tuple(_word(token) for token in run)
        counted = known.phrases.get(words)
        if counted and all(_joined(text, a.end(), b) for a, b in pairwise(run)):
            return counted, length
    return None


def _room(current: Fraction) -> int:
    """Tell below which number a further word can be added: 20 takes up to 9, 100 up to 99, 25 nothing."""
    if current.denominator != 1 or current <= 0:
        return 0
    digits = str(int(current))
    return int(10 ** (len(digits) - len(digits.rstrip("0")))) if digits.endswith("0") else 0


def _century(first: Fraction, second: Fraction) -> bool:
    """Tell whether two numbers side by side are a year ("nineteen thirty-one")."""
    return 10 < first < 21 and 10 <= second < 100


def _and_a_half(
    text: str, tokens: Sequence[re.Match[str]], place: int, known: NumberWords
) -> tuple[tuple[Value, ...], int] | None:
    """Read "a month and a half": an article, what is counted, and the half."""
    if _word(tokens[place]) not in known.articles or place + 1 >= len(tokens):
        return None
    end = _half_after(text, tokens, place + 2, known, tokens[place + 1].end())
    if end is None:
        return None
    start, stop = tokens[place].start(), tokens[end - 1].end()
    return (Value(text[start:stop], start, Weight.SPOKEN, frozenset({Fraction(3, 2)})),), end


def _half_after(text: str, tokens: Sequence[re.Match[str]], place: int, known: NumberWords, end: int) -> int | None:
    """Find the place after "and a half", if it begins at a token."""
    for half in known.halves:
        run = tokens[place : place + len(half)]
        if tuple(_word(token) for token in run) == half and _joined(text, end, run[0]):
            return place + len(half)
    return None


def _factor(token: re.Match[str], known: NumberWords) -> int | None:
    return known.multipliers.get(_word(token))


def _word(token: re.Match[str]) -> str:
    return token.group().lower()


def _joined(text: str, end: int, token: re.Match[str]) -> bool:
    return bool(_GAP.fullmatch(text, end, token.start()))


# Roman numerals and months


def roman(numeral: str) -> int | None:
    """Read a Roman numeral, with Cyrillic letters in it or not; ``None`` if it is none.

    >>> roman("XVI"), roman("ІХ"), roman("IIII")
    (16, 9, None)
    """
    numeral = numeral.translate(_CYRILLIC_ROMAN)
    if not _ROMAN.fullmatch(numeral):
        return None
    worth = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    digits = [worth[letter] for letter in numeral]
    return sum(-a if a < b else a for a, b in zip(digits, [*digits[1:], 0], strict=True))


def _roman(text: str, token: re.Match[str]) -> Value | None:
    """Read a Roman numeral in capitals; single letters only where no initial or pronoun can be meant."""
    number = roman(token.group()) if token.group()[0].isupper() else None
    if number is None or text[token.end() : token.end() + 1] in (".", "’", "'"):
        return None
    if len(token.group()) == 1:
        return None
    firm = len(token.group()) > 2 or set(token.group().translate(_CYRILLIC_ROMAN)) <= set("IVX")
    weight = Weight.SPOKEN if firm else Weight.WEAK
    months = frozenset({number}) if number <= 12 else frozenset[int]()
    return Value(token.group(), token.start(), weight, frozenset({Fraction(number)}), months)


_ENDINGS = ("", "а", "у", "ом", "е", "ь", "я", "ю", "ем", "ём", "й")
"""The endings of the Russian months in all cases; CLDR has only two of them."""


@lru_cache(maxsize=32)
def month_names(language: str) -> Mapping[str, int]:
    """Give the names of the months in all their forms, as a text of that language writes them.

    >>> month_names("ru")["июлем"], month_names("en-US")["Sept"]
    (7, 9)
    """
    try:
        months = Locale.parse(primary(language)).months
    except (UnknownLocaleError, ValueError):
        return {}
    names: dict[str, int] = {}
    for form in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in months[form][width].items():
                if not name.isdigit():
                    names.setdefault(name.rstrip("."), number)
    if primary(language) == "en":
        names["Sept"] = 9
    if primary(language) == "ru":
        names |= _declined(months["stand-alone"]["wide"])
    return names


def _declined(months: Mapping[int, str]) -> dict[str, int]:
    stems = {number: re.sub(r"[ьй]$", "", name) for number, name in months.items()}
    forms = {stem + ending: number for number, stem in stems.items() for ending in _ENDINGS}
    return {form: number for form, number in forms.items() if form != "ма"}


def _month(token: re.Match[str], language: str) -> Value | None:
    names = month_names(language)
    word = token.group()
    number = names.get(word)
    if number is None and primary(language) in ("ru", "uk", "be", "bg", "fr", "es", "it", "pl", "cs"):
        number = names.get(word.lower())
    if number is None:
        return None
    return Value(word, token.start(), Weight.CERTAIN, months=frozenset({number}))


# dates

_NEAR = re.compile(r"[\s.,/)-]*(?:-?(?:го|е|st|nd|rd|th|er))?[\s.,/-]*(?:of |de |da )?", re.IGNORECASE)


def read_dates(text: str, language: str) -> tuple[WrittenDate, ...]:
    """Read every date that has a month, as far as it is written.

    >>> [(d.year, d.month, d.day) for d in read_dates("Письмо Л.М. Кагановичу 7 сентября 1931 года", "ru")]
    [(1931, 9, 7)]
    >>> [(d.year, d.month, d.day) for d in read_dates("Letter to L.M. Kaganovich, September 7, 1931", "en-US")]
    [(1931, 9, 7)]
    """
    values = read_values(text, language)
    dates: list[WrittenDate] = []
    for place, value in enumerate(values):
        if value.months and not value.numbers:
            dates.append(_date_about(text, values, place))
        elif len(run := values[place : place + 3]) == 3 and value.numbers and run[1].months and _numeric(text, run):
            dates.append(_date_in_figures(text, run))
    return tuple(dates)


def _numeric(text: str, run: Sequence[Value]) -> bool:
    gaps = (text[run[0].end : run[1].offset], text[run[1].end : run[2].offset])
    return all(re.fullmatch(r"\s?[./-]\s?", gap) for gap in gaps)


def _date_in_figures(text: str, run: Sequence[Value]) -> WrittenDate:
    first, second, third = (int(min(value.numbers)) for value in run)
    words = text[run[0].offset : run[2].end]
    if first > 31:
        return WrittenDate(words, run[0].offset, first, second, third)
    year = third if third > 99 else None
    return WrittenDate(words, run[0].offset, year, second, first)


def _date_about(text: str, values: Sequence[Value], place: int) -> WrittenDate:
    """Find the day and the year beside a month's name."""
    month = values[place]
    start, end = month.offset, month.end
    day = year = None
    before = values[place - 1] if place else None
    if before and (number := _whole(before, 1, 31)) and _NEAR.fullmatch(text, before.end, start):
        day, start = number, before.offset
    for after in values[place + 1 : place + 3]:
        if not _NEAR.fullmatch(text, end, after.offset):
            break
        if day is None and (number := _whole(after, 1, 31)) and not re.match(r"\s?г", text[after.end :]):
            day, end = number, after.end
        elif number := _whole(after, 1000, 2100):
            year, end = number, after.end
            break
    return WrittenDate(text[start:end], start, year, min(month.months), day)


def _whole(value: Value, least: int, most: int) -> int | None:
    if value.weight is not Weight.CERTAIN:
        return None
    return next((int(n) for n in sorted(value.numbers) if n.denominator == 1 and least <= n <= most), None)


# comparing


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A value of one passage that the other does not have; both sides where one seems to stand for the other."""

    first: Value | None
    second: Value | None


def same_value(first: Value, second: Value) -> bool:
    """Tell whether two values can mean the same; a year may be written with its last two figures.

    >>> (a,), (b,) = read_values("31 года", "ru"), read_values("1931", "en")
    >>> same_value(a, b)
    True
    """
    if first.numbers & second.numbers or first.months & second.months:
        return True
    return any(_short_year(a, b) or _short_year(b, a) for a in first.numbers for b in second.numbers)


def _short_year(short: Fraction, year: Fraction) -> bool:
    return 10 <= short < 100 and 1000 <= year < 2100 and year.denominator == 1 and year % 100 == short


def differing_values(first: Sequence[Value], second: Sequence[Value]) -> tuple[Disagreement, ...]:
    """Find the values in which two versions of a passage disagree, in reading order.

    A value said twice in one version and once in the other is no disagreement, nor is a weak value that the other
    version has not.
    """
    lone_first, lone_second = list(first), list(second)
    for a in sorted(first, key=lambda value: -value.weight):
        match = next((b for b in lone_second if same_value(a, b)), None)
        if match:
            lone_second.remove(match)
            lone_first.remove(a)
    firm_first = [a for a in lone_first if a.weight and not (any(same_value(a, b) for b in second) and not lone_second)]
    firm_second = [b for b in lone_second if b.weight and not (any(same_value(a, b) for a in first) and not lone_first)]
    return tuple(_paired(firm_first, firm_second))


def _paired(first: list[Value], second: list[Value]) -> Iterator[Disagreement]:
    """Set values of one kind against each other in their order; the rest stand alone."""
    rest = list(second)
    for a in first:
        partner = next((b for b in rest if bool(b.numbers) == bool(a.numbers)), None)
        if partner:
            rest.remove(partner)
        yield Disagreement(a, partner)
    for b in rest:
        yield Disagreement(None, b)


def moved(value: Value, by: int) -> Value:
    """Give the value as it stands in a longer text."""
    return replace(value, offset=value.offset + by)
