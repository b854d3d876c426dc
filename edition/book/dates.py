"""Dates in words, by language: months from CLDR, patterns from the style's table."""

import datetime
import re
from itertools import pairwise

from babel.dates import format_date

from edition.book.locales import locale_of
from edition.model.date import HistoricalDate
from edition.settings.words import Words

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"

End = tuple[int, int | None, int | None]
"""Year, month and day of one end of a date."""

_DAY = re.compile(r"d+(?=(?:[^']*'[^']*')*[^']*\Z)")
"""The day in a pattern of CLDR; what stands in quotation marks there is words."""
_DAYS = re.compile(r"\d{1,2}(?:–\d{1,2})?")


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
    >>> date_in_words(HistoricalDate.parse("1931-09-05/1931-09-10"), ru).replace(NO_BREAK_SPACE, "_")
    '5–10_сентября 1931_г.'
    """
    if not date.known:
        return words["date_none"]
    about = "_about" if date.approximate and "date_month_about" in words.table else ""
    first, *others = date.ends
    text = _range(first, others[0], words, about) if others else _end_in_words(first, words, about)
    return words.fill("date_about", date=text) if date.approximate else text


def _range(first: End, last: End, words: Words, about: str) -> str:
    """Write a range without saying the same month or year twice (September 5–10, 1931; September – October 1931)."""
    if _days_of_one_month(first, last):
        pattern = _DAY.sub(f"d'–{last[2]}'", words["date_day"], count=1)
        return _end_in_words(first, words, about, pattern)
    begins = _end_in_words(first, words, about, _without_year(first, last, words))
    return words.fill("date_range", first=begins, last=_end_in_words(last, words, about))


def _days_of_one_month(first: End, last: End) -> bool:
    return first[:2] == last[:2] and None not in (first[2], last[2])


def _without_year(first: End, last: End, words: Words) -> str:
    """Give the language's pattern for a day or a month alone, where the year stands with the other end of a range."""
    same_year = first[0] == last[0] and (first[1] is None) == (last[1] is None)
    if not same_year or first[1] is None or (first[2] is None) != (last[2] is None):
        return ""
    if first[2] is None:
        return "LLLL"
    return str(locale_of(words.language).datetime_skeletons["MMMMd"])


def _end_in_words(end: End, words: Words, about: str, pattern: str = "") -> str:
    year, month, day = end
    usual = words["date_day"] if day else words[f"date_month{about}"] if month else words["date_year"]
    pattern = pattern or usual
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
        tied = (before.isdigit() and part == "г.") or _DAYS.fullmatch(before)
        month_before_day = _DAYS.fullmatch(part.rstrip(","))
        out += (NO_BREAK_SPACE if tied or month_before_day else " ") + part
    return out
