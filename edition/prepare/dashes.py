"""Set dashes, with the spaces about them, as each language has them."""

import re
from collections.abc import Iterator

from edition.model.languages import primary
from edition.prepare.pieces import LINE_END
from edition.prepare.tape import NBSP, SPACE, Edit, apart

_TYPED = r"(?<![-—–])-{2,3}(?![-—–])"
_NUMBERS = re.compile(r"(?<![\w.,/:–-])(\d{1,9})(-{1,2})(\d{1,9})(?![\w–-]|[.,/:]\d)")
_ROMAN = re.compile(r"(?<![\w–-])([IVXLC]+)(-{1,2})([IVXLC]+)(?![\w–-])")
_ENGLISH = re.compile(
    rf"(?<!{SPACE}){SPACE}*(?:{_TYPED}|—){SPACE}*"
    rf"|(?<=\S)(?<!\d){SPACE}+-{SPACE}+(?=\S)"
    rf"|(?<=\d){SPACE}+-{SPACE}+(?=[^\s\d])"
)
_RUSSIAN_BETWEEN = re.compile(
    rf"(?<=[^\s—])(?:{SPACE}*{_TYPED}{SPACE}*|{SPACE}+—{SPACE}+"
    rf"|(?<!\d){SPACE}+[–-]{SPACE}+|(?<=\d){SPACE}+[–-]{SPACE}+(?!\d))"
    r"(?=[^\s—])"
)
_RUSSIAN_FIRST = re.compile(rf"(?:\A|(?<={LINE_END}))(?:{_TYPED}|[—–-]){SPACE}+(?=\S)")
_RUSSIAN_LAST = re.compile(rf"(?<=\S){SPACE}*{_TYPED}(?={SPACE}*(?:\Z|{LINE_END}))")
_CLOSING = ",.;:!?…»”)]“"


def dashes(text: str, language: str) -> Iterator[Edit]:
    """Find the dashes that must change.

    English closes the em dash up (Chicago 18 §6.91); Russian sets it with a no-break space before and a space after.
    A typed ``--`` or a hyphen between spaces is a dash; between figures that rise, a hyphen is an en dash in both
    (Chicago 18 §6.83). ``1931-09-07`` and ``29/9-31`` are no ranges.
    """
    ranges = list(_ranges(text))
    found = list(_russian(text) if primary(language) == "ru" else _english(text))
    others = apart(found, ((edit.start, edit.end) for edit in ranges))
    yield from sorted((*ranges, *others), key=lambda edit: edit.start)


def _ranges(text: str) -> Iterator[Edit]:
    for match in _NUMBERS.finditer(text):
        if rises(match.group(1), match.group(3)):
            yield Edit(match.start(2), match.end(2), "–")
    for match in _ROMAN.finditer(text):
        yield Edit(match.start(2), match.end(2), "–")


def rises(first: str, last: str) -> bool:
    """Tell whether two numbers make a range, the second perhaps shortened.

    >>> rises("71", "73"), rises("1931", "36"), rises("1931", "09")
    (True, True, False)
    """
    whole = first[: len(first) - len(last)] + last if len(last) < len(first) else last
    return int(first) < int(whole)


def _english(text: str) -> Iterator[Edit]:
    for match in _ENGLISH.finditer(text):
        if match.group() != "—":
            yield Edit(match.start(), match.end(), "—")


def _russian(text: str) -> Iterator[Edit]:
    for match in (*_RUSSIAN_FIRST.finditer(text), *_RUSSIAN_BETWEEN.finditer(text), *_RUSSIAN_LAST.finditer(text)):
        new = _as_set(text, match)
        if new != match.group():
            yield Edit(match.start(), match.end(), new)


def _as_set(text: str, match: re.Match[str]) -> str:
    if match.start() == 0 or text[match.start() - 1] == LINE_END:
        return f"—{NBSP}"
    after = text[match.end() : match.end() + 1]
    if not after or after in _CLOSING or after in " \n" + LINE_END:
        return f"{NBSP}—"
    return f"{NBSP}— "
