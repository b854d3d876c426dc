"""Dates of letters and lives: ranges with certainty, calendar and the words as written."""

import calendar
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Self


class Calendar(StrEnum):
    """The calendar in which a date is written (Old Style or New Style)."""

    JULIAN = "julian"
    GREGORIAN = "gregorian"


_EDTF = re.compile(r"(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)")


@dataclass(frozen=True, slots=True)
class HistoricalDate:
    """A day, month, year or range of days, as far as it is known.

    ``edtf`` is the exchange notation (ISO 8601-2, levels 0 and 1: ``1931-09-07``, ``1931-09``, ``1931``,
    ``-0068``, ``1931~``, ``1931-09-07/1931-09-10``); years before Christ are astronomical there (``-0068`` is 69 B.C.
    by ISO; a corpus that means 68 B.C. says so when it is imported). The empty string is a date unknown.
    ``basis`` says whence a date comes that no dateline carries: ``dateline``, ``title``, ``editor``, ...
    """

    edtf: str = ""
    basis: str = "dateline"
    words: str = ""
    calendar: Calendar = Calendar.GREGORIAN

    @classmethod
    def parse(cls, edtf: str, basis: str = "dateline", words: str = "") -> Self:
        """Read the exchange notation; raise ``ValueError`` with the reason in an editor's words.

        >>> HistoricalDate.parse("1931-09").last
        (1931, 9, 30)
        >>> HistoricalDate.parse("1931-13")
        Traceback (most recent call last):
        ...
        ValueError: there is no month 13
        """
        for part in edtf.split("/") if edtf else ():
            _parts(part)
        if edtf.count("/") > 1:
            raise ValueError("a range has one / between its two dates")
        date = cls(edtf, basis, words)
        if edtf and date.first > date.last:
            raise ValueError("the range ends before it begins")
        return date

    @property
    def known(self) -> bool:
        """Tell whether anything at all is known of the date."""
        return bool(self.edtf)

    @property
    def approximate(self) -> bool:
        """Tell whether the date is marked as uncertain or approximate."""
        return self.edtf[-1:] in ("~", "?", "%")

    @property
    def first(self) -> tuple[int, int, int]:
        """The earliest day that the date allows, as (year, month, day)."""
        year, month, day = _parts(self.edtf.split("/")[0])
        return (year, month or 1, day or 1)

    @property
    def last(self) -> tuple[int, int, int]:
        """The latest day that the date allows, as (year, month, day)."""
        year, month, day = _parts(self.edtf.split("/")[-1])
        month = month or 12
        return (year, month, day or calendar.monthrange(year if year > 0 else 1 - year, month)[1])

    @property
    def ends(self) -> tuple[tuple[int, int | None, int | None], ...]:
        """The date, or the two dates of a range, each as (year, month or None, day or None)."""
        return tuple(_parts(part) for part in self.edtf.split("/")) if self.edtf else ()


def _parts(text: str) -> tuple[int, int | None, int | None]:
    match = _EDTF.fullmatch(text)
    if not match:
        raise ValueError("a date is written 1931-09-07, 1931-09 or 1931 (a range: 1931-09-07/1931-09-10)")
    year, month, day = (int(group) if group else None for group in match.groups()[:3])
    assert year is not None
    if month is not None and not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}")
    if month is not None and day is not None:
        days = calendar.monthrange(year if year > 0 else 1 - year, month)[1]
        if not 1 <= day <= days:
            raise ValueError(f"month {month} of {year} has {days} days, not {day}")
    return (year, month, day)
