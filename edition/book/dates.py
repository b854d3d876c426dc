"""Dates in words, by language: months from CLDR, patterns from the style's table."""

import datetime
from itertools import pairwise

from babel.dates import format_date

from edition.book.locales import locale_of
from edition.model.date import HistoricalDate
from edition.settings.words import Words

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def date_in_words(date: HistoricalDate, words: Words) -> str:
    """Write a date as the language does; the words for an unknown one.

    >>> en = Words("en-US", {"date_day": "MMMM d, y", "date_month": "MMMM y", "date_year": "y", "date_none": "undated"})
    >>> date_in_words(HistoricalDate.parse("1931-09-07"), en)
    'September\xa07, 1931'
    >>> ru = Words("ru", {"date_day": "d MMMM y 'г'.", "date_month": "LLLL y 'г'.", "date_year": "y 'г'."})
    >>> date_in_words(HistoricalDate.parse("1931-09-07"), ru).replace(NO_BREAK_SPACE, "_")
    '7_сентября 1931_г.'
    >>> date_in_words(HistoricalDate.parse("1931-09"), ru).replace(NO_BREAK_SPACE, "_")
    'сентябрь 1931_г.'
    """
    if not date.known:
        return words["date_none"]
    about = "_about" if date.approximate and "date_month_about" in words.table else ""
    ends = [_end_in_words(*end, words, about) for end in date.ends]
    text = ends[0] if len(ends) == 1 else words.fill("date_range", first=ends[0], last=ends[1])
    return words.fill("date_about", date=text) if date.approximate else text


def _end_in_words(year: int, month: int | None, day: int | None, words: Words, about: str) -> str:
    pattern = words["date_day"] if day else words[f"date_month{about}"] if month else words["date_year"]
    shown_year = year if year > 0 else 1 - year
    text = format_date(
        datetime.date(shown_year, month or 1, day or 1),
        format=pattern,
        locale=locale_of(words.language),
    )
    text = _no_breaks(text)
    return text if year > 0 else words.fill("era_bc", date=text)


def _no_breaks(text: str) -> str:
    """Keep the day with its month and «г.» with its year."""
    parts = text.replace("\N{NARROW NO-BREAK SPACE}", " ").split(" ")
    out = parts[0]
    for before, part in pairwise(parts):
        tied = before.isdigit() and (part == "г." or len(before) <= 2)
        month_before_day = part.rstrip(",").isdigit() and len(part.rstrip(",")) <= 2
        out += (NO_BREAK_SPACE if tied or month_before_day else " ") + part
    return out
