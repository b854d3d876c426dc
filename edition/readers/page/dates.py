"""Find dates in the words of a page, in several languages and in figures."""

import re
from dataclasses import dataclass
from functools import cache

from babel import Locale
from babel.dates import get_month_names

_ROMAN = {
    name: number
    for number, name in enumerate(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"), 1)
}
_LOOKALIKE = str.maketrans("ІХV", "IXV")  # Cyrillic letters that stand for Roman figures on real pages
_YEAR = r"(?P<year>1[0-9]{3}|20[0-9]{2})"
_DAY = r"(?P<day>[12][0-9]|3[01]|0?[1-9])"
_RUSSIAN_YEAR = r"(?:\s*(?:года|году|год|гг?\.))?"


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: where it stands, and what it says; 0 for what it does not say.

    ``short``: the year has two figures on the page («7.IX.31»), its century is a guess.
    """

    first: int
    last: int
    year: int
    month: int
    day: int
    short: bool = False

    @property
    def edtf(self) -> str:
        """The date in exchange notation; empty where the year is missing."""
        if not self.year:
            return ""
        return "-".join([f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part)])


def find_dates(text: str, language: str) -> tuple[FoundDate, ...]:
    """Find every date that the language writes so, in the order of the text.

    >>> [date.edtf for date in find_dates("Письмо А.Б. Вымыслову 7 сентября 1931 года", "ru")]
    ['1931-09-07']
    >>> [date.edtf for date in find_dates("Letter to Ada Quill, September 1931; 11 January.", "en")]
    ['1931-09', '']
    >>> [date.edtf for date in find_dates("29/IX-1931; 07.09.1931", "ru")]
    ['1931-09-29', '1931-09-07']
    """
    found: list[FoundDate] = []
    for pattern in _patterns(language):
        for match in pattern.finditer(text):
            date = _found(match, language)
            if date and not any(date.first < other.last and other.first < date.last for other in found):
                found.append(date)
    return tuple(sorted(found, key=lambda date: date.first))


def closing_date(text: str, language: str) -> FoundDate | None:
    """Give the date with which a text ends, if it ends with one."""
    dates = find_dates(text, language)
    return dates[-1] if dates and not text[dates[-1].last :].strip(" .)]") else None


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    months = "|".join(sorted((re.escape(name) for name in _months(language)), key=lambda name: (-len(name), name)))
    month = rf"(?P<name>{months})\b\.?"
    roman = r"(?P<roman>[IVXХІ]{1,4})"
    shapes = (
        rf"\b{_DAY}\.?\s+{month},?\s+{_YEAR}\b{_RUSSIAN_YEAR}",
        rf"\b{month}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}\b",
        rf"\b{month},?\s+{_YEAR}\b{_RUSSIAN_YEAR}",
        rf"\b{_YEAR}-(?P<month>0[1-9]|1[0-2])(?:-{_DAY})?\b",
        rf"\b{_DAY}[./-](?P<month>1[0-2]|0?[1-9])[./-]{_YEAR}\b{_RUSSIAN_YEAR}",
        rf"\b{_DAY}[./ -]{roman}[./ -]{{1,2}}(?:{_YEAR}|(?P<short>[0-9]{{2}}))\b{_RUSSIAN_YEAR}",
        rf"\b{_DAY}[./-](?P<month>1[0-2]|0?[1-9])[./-](?P<short>[0-9]{{2}})\b{_RUSSIAN_YEAR}",
        rf"\b{_DAY}\.?\s+{month}",
        rf"\b{month}\s+{_DAY}\b",
    )
    return tuple(re.compile(shape, re.IGNORECASE) for shape in shapes)


@cache
def _months(language: str) -> dict[str, int]:
    locale = Locale.parse(language.replace("-", "_"))
    names: dict[str, int] = {}
    for width in ("wide", "abbreviated"):
        for context in ("format", "stand-alone"):
            for number, name in get_month_names(width, context, locale).items():
                names.setdefault(str(name).rstrip(".").lower(), number)
    return names


def _found(match: re.Match[str], language: str) -> FoundDate | None:
    parts = match.groupdict()
    year = int(parts.get("year") or 0) or (1900 + int(parts["short"]) if parts.get("short") else 0)
    if parts.get("name"):
        month = _months(language)[parts["name"].lower()]
    elif parts.get("roman"):
        month = _ROMAN.get(parts["roman"].upper().translate(_LOOKALIKE), 0)
    else:
        month = int(parts.get("month") or 0)
    day = int(parts.get("day") or 0)
    short = bool(parts.get("short"))
    return FoundDate(match.start(), match.end(), year, month, day, short) if month else None
