"""Read the years of a life, and the offices held in the time of the letters, off the register."""

import re
from collections.abc import Iterable, Mapping

from edition.model.date import HistoricalDate
from edition.model.edition import Edition
from edition.model.languages import primary
from edition.model.register import Entity, Office

_BEFORE_CHRIST: Mapping[str, str] = {"ru": "{} до\N{NO-BREAK SPACE}н.\N{NO-BREAK SPACE}э.", "la": "{} a.\xa0Chr. n."}
_YEARS = re.compile(r"(-?\d{4})?\s*[–-]?\s*(-?\d{4})?")
_Span = tuple[int, int]


def year(words: str, language: str) -> str:
    """Give the year that the register's words begin with, as an index of a language prints it.

    >>> year("1893-11-22 (O.S. 1893-11-10)", "en"), year("1889~", "en"), year("", "en")
    ('1893', '1889?', '')
    >>> year("-0105-01-03", "en"), year("-0105", "ru").replace("\\xa0", "_")
    ('106 B.C.', '106 до_н._э.')
    """
    try:
        date = HistoricalDate.parse(words.split(" ")[0] if words else "")
    except ValueError:
        return ""
    if not date.known:
        return ""
    number = date.first[0]
    doubt = "?" if date.approximate else ""
    if number > 0:
        return f"{number}{doubt}"
    return _BEFORE_CHRIST.get(primary(language), "{} B.C.").format(1 - number) + doubt


def time_of_letters(edition: Edition) -> _Span | None:
    """Give the first and last year of the edition's dated letters."""
    dates = [letter.date for letter in edition.letters if letter.date.known]
    if not dates:
        return None
    return (min(date.first[0] for date in dates), max(date.last[0] for date in dates))


def offices(entity: Entity, key: str, time: _Span | None) -> tuple[str, ...]:
    """Give the offices that a person held in the time of the letters; all, where none falls into it."""
    named = [office for office in entity.offices if office.words.get(key)]
    held = [office for office in named if time is not None and _overlaps(office, time)]
    return tuple(dict.fromkeys(_words(held or named, key)))


def _words(named: Iterable[Office], key: str) -> Iterable[str]:
    return (office.words[key] for office in named)


def _overlaps(office: Office, time: _Span) -> bool:
    match = _YEARS.fullmatch(office.years.strip())
    if match is None or not office.years.strip():
        return True
    first, last = match.groups()
    alone = first is not None and last is None and not office.years.strip().endswith(("–", "-"))
    begins = int(first) if first else time[0]
    ends = int(last) if last else begins if alone else time[1]
    return begins <= time[1] and time[0] <= ends
