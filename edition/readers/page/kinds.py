"""Tell what each line of a page is by its shape alone: a table of recognisers, the first that fits decides."""

import re
from collections.abc import Callable
from enum import StrEnum

from edition.readers.page.sources import is_document, is_work
from edition.readers.page.titles import read_title
from edition.readers.page.vocabulary import any_language, compiled


class LineKind(StrEnum):
    """What a line is, as far as its own words tell."""

    BACK_LINK = "back link"
    PROVENANCE = "provenance"
    TRANSLATED_FROM = "translated from"
    DIVIDER = "divider"
    STRAY = "stray"
    NOTE_HEADING = "note heading"
    SEE = "see"
    TITLE = "title"
    DOCUMENT = "document"
    WORK = "work"
    TEXT = "text"


PROVENANCE = re.compile(
    r"^(?P<date>[0-9]{4}(?:-[0-9]{2}){0,2})?\s*(?P<versions>(?:[a-z]{2,3}:[^\s;]+;?\s?)+)(?:\s+(?P<remark>.*))?$",
    re.IGNORECASE,
)
TRANSLATED_FROM = compiled(r"^(?:translated\s+from|переведено\s+с)\s*:?\s*(?P<path>\S+/\S+)$")
NOTE_HEADING = compiled(rf"^(?:{any_language('note')})(?:\s*№?\s*(?P<number>[0-9]{{1,3}}))?\s*(?:[.:]\s*$|:\s+|$)")
SEE = compiled(rf"^\(?(?:{any_language('see')})\s")
_BACK = compiled(
    rf"^(?:[←⇐«‹<↑]+\s*(?:{any_language('back')})|[←⇐↑]\s*\S.{{0,40}}|(?:back|return)\s+to\s+(?:the\s+)?index|"
    rf"(?:назад|вернуться)\s+к\s+\w+)$"
)
_DIVIDER = re.compile(r"^(?:[-–—_=*~#·•]\s*){3,}$")

_RECOGNISERS: tuple[tuple[LineKind, Callable[[str], object]], ...] = (
    (LineKind.DIVIDER, _DIVIDER.match),
    (LineKind.STRAY, lambda text: not any(sign.isalnum() for sign in text)),
    (LineKind.BACK_LINK, _BACK.match),
    (LineKind.PROVENANCE, PROVENANCE.match),
    (LineKind.TRANSLATED_FROM, TRANSLATED_FROM.match),
    (LineKind.NOTE_HEADING, NOTE_HEADING.match),
    (LineKind.SEE, SEE.match),
    (LineKind.TITLE, read_title),
    (LineKind.DOCUMENT, is_document),
    (LineKind.WORK, is_work),
)


def kind_of(text: str) -> LineKind:
    """Tell what a line is.

    >>> [str(kind_of(text)) for text in ("← Back to index", "1931-09-07 ru:tom17;en:AI AI translated", "---", ".")]
    ['back link', 'provenance', 'divider', 'stray']
    >>> [str(kind_of(text)) for text in ("ПРИМЕЧАНИЕ", "Note: He came.", "Note that he came.", "Том 17", "Привет")]
    ['note heading', 'note heading', 'text', 'work', 'text']
    """
    return next((kind for kind, fits in _RECOGNISERS if fits(text)), LineKind.TEXT)
