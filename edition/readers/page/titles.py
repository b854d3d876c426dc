"""Read titles such as "Letter to L.M. Kaganovich, September 7, 1931": kind, addressees, date."""

import re
from dataclasses import dataclass

from edition.model.transcript import Link
from edition.readers.page.dates import FoundDate, closing_date, find_dates
from edition.readers.page.vocabulary import VOCABULARIES, compiled

_SEPARATOR = re.compile(r"\s+(?:и|and|&)\s+|[;,]\s+(?!\s*(?:1[0-9]{3}|20[0-9]{2}))")
_SENTENCE_END = re.compile(r"[.!?…:;,]$")
_WORDS_AT_MOST = 25


@dataclass(frozen=True, slots=True)
class Title:
    """What a title says: to whom, perhaps from whom, and when. Names are words in the case of the title."""

    language: str
    addressees: tuple[str, ...]
    sender: str
    date: FoundDate | None


def read_title(text: str) -> Title | None:
    """Read a line as the title of a letter.

    >>> title = read_title("Письмо Л.М. Кагановичу 7 сентября 1931 года")
    >>> title.addressees, title.date.edtf
    (('Л.М. Кагановичу',), '1931-09-07')
    >>> title = read_title("Telegram from Ada Quill to B. Penn and C. Nib, March 1902")
    >>> title.sender, title.addressees, title.date.edtf
    ('Ada Quill', ('B. Penn', 'C. Nib'), '1902-03')
    """
    for language, vocabulary in VOCABULARIES.items():
        kind = compiled(rf"^(?:{vocabulary.kinds})\s*").match(text)
        if not kind or len(text.split()) > _WORDS_AT_MOST:
            continue
        date = closing_date(text, language)
        names = text[kind.end() : date.first if date else len(text)]
        names = compiled(rf"[\s,]+(?:{vocabulary.not_later})?$").sub("", names)
        sender, addressees = _parties(names, language)
        if addressees and (date or not _SENTENCE_END.search(text)):
            return Title(language, addressees, sender, date)
    return None


def read_links(text: str, language: str) -> tuple[Link, ...]:
    """Find the titles of letters that a "See:" line names, each up to the date with which it ends.

    >>> [(link.addressee, link.date) for link in read_links("See: Letter to L.M. Kaganovich, August 30, 1931.", "en")]
    [('L.M. Kaganovich', '1931-08-30')]
    """
    vocabulary = VOCABULARIES.get(language)
    if vocabulary is None:
        return ()
    links: list[Link] = []
    for kind in compiled(rf"(?:\b{vocabulary.kinds})(?=\s)").finditer(text):
        if links and kind.start() < links[-1].last:
            continue
        date = next((date for date in find_dates(text, language) if date.first >= kind.end() and date.edtf), None)
        title = read_title(text[kind.start() : date.last]) if date else None
        if date and title:
            links.append(Link(kind.start(), date.last, title.addressees[0], date.edtf))
    return tuple(links)


def _parties(names: str, language: str) -> tuple[str, tuple[str, ...]]:
    sender = ""
    if language == "en":
        match = re.match(r"(?:from\s+(?P<sender>.+?)\s+)?to\s+(?P<names>.+)", names, re.IGNORECASE)
        if not match:
            return "", ()
        sender, names = match["sender"] or "", match["names"]
    parts = (name.strip(" ,") for name in _SEPARATOR.split(names))
    return sender, tuple(name for name in parts if name.strip("."))
