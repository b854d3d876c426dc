"""Turn quotation marks and apostrophes as each language has them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from edition.model.languages import primary
from edition.prepare.pieces import OBJECT
from edition.prepare.tape import Edit


@dataclass(frozen=True, slots=True)
class Marks:
    """The quotation marks of a language: outer and inner pair, and the characters of a text that are set anew."""

    outer: tuple[str, str]
    inner: tuple[str, str]
    set_anew: str = '"'


_ENGLISH = Marks(("“", "”"), ("“", "”"))
_MARKS: Mapping[str, Marks] = {
    "en": _ENGLISH,
    "la": _ENGLISH,
    "ru": Marks(("«", "»"), ("„", "“"), '"“”„«»'),
    "de": Marks(("„", "“"), ("„", "“")),
    "pl": Marks(("„", "”"), ("„", "”")),
    "fr": Marks(("«\N{NARROW NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}»"), ("“", "”")),
}
_ANY = re.compile("[\"“”„«»']")
_OPENS = "«„"
_CLOSES = "»”"
_BEFORE_OPENING = "([{—–-/‘"
_AFTER_OPENING = f"([{{…—–№§½¼¾-{OBJECT}’‘"
_ELISION = re.compile(r"'(?=(?:\d0s|tis|twas|twere|em|n|til|cause|bout|round|neath)(?![^\W_]))", re.IGNORECASE)
_SINGLE_CLOSES = re.compile(r"(?<=\S)['’](?![^\W_])")
_SINGLE_PAIR = re.compile(r"(?<![^\W_])'(?=[^\W_])[^'\"]*?(?<=[\w.,!?…])'(?![^\W_])")


def quotes(text: str, language: str) -> Iterator[Edit]:
    """Find the quotation marks and apostrophes that must change (Chicago 18 §6.122–127; Мильчин, Справочник).

    Straight marks are turned by what stands beside them. In Russian all double marks are set anew, «ёлочки» outside
    and „лапки“ inside them; elsewhere marks that are curly already stay. An apostrophe inside a word is curly in all
    languages; single quotation marks are turned in English, and become double ones in Russian.
    """
    marks = _MARKS.get(primary(language), _ENGLISH)
    singles = _singles(text) if primary(language) == "ru" else frozenset()
    yield from sorted(
        (*_doubles(text, marks, singles), *_apostrophes(text, singles, turned=primary(language) == "en")),
        key=lambda edit: edit.start,
    )


def _singles(text: str) -> frozenset[int]:
    return frozenset(place for match in _SINGLE_PAIR.finditer(text) for place in (match.start(), match.end() - 1))


def _doubles(text: str, marks: Marks, singles: frozenset[int]) -> Iterator[Edit]:
    opening: dict[int, bool] = {}
    depth = 0
    after = _following(text)
    for match in _ANY.finditer(text):
        place, mark = match.start(), match.group()
        if mark not in marks.set_anew and place not in singles:
            continue
        opens = opening[place] = _opens(text, place, depth, opening, after[place])
        depth += opens
        pair = marks.outer if depth % 2 or depth == 0 else marks.inner
        depth = max(depth - (not opens), 0)
        if (new := pair[not opens]) != mark:
            yield Edit(place, place + 1, new)


def _opens(text: str, place: int, depth: int, decided: Mapping[int, bool], after: str) -> bool:
    """Tell whether a mark opens: by its own shape, by what stands beside it, else by whether one is open."""
    mark = text[place]
    if mark in _OPENS or mark == "»":
        return mark in _OPENS
    before = text[place - 1 : place]
    fits_before = decided.get(place - 1, before == "" or before.isspace() or before in _BEFORE_OPENING)
    fits_after = bool(after) and (after.isalnum() or after in _AFTER_OPENING)
    if fits_before == fits_after:
        return fits_before
    return depth == 0 and mark not in _CLOSES


def _following(text: str) -> Mapping[int, str]:
    """Give for each mark the first character after it that is no mark itself."""
    following: dict[int, str] = {}
    for place in reversed([match.start() for match in _ANY.finditer(text)]):
        following[place] = following.get(place + 1, text[place + 1 : place + 2])
    return following


def _apostrophes(text: str, singles: frozenset[int], *, turned: bool) -> Iterator[Edit]:
    last = max((match.start() for match in _SINGLE_CLOSES.finditer(text)), default=-1) if turned else -1
    for match in re.finditer("'", text):
        place = match.start()
        if place in singles:
            continue
        before, after = text[place - 1 : place], text[place + 1 : place + 2]
        if before.isalnum() and after.isalnum():
            yield Edit(place, place + 1, "’")
        elif turned:
            yield Edit(place, place + 1, "‘" if place < last and _single_opens(text, place, before, after) else "’")


def _single_opens(text: str, place: int, before: str, after: str) -> bool:
    if before and not before.isspace() and before not in _BEFORE_OPENING + '"“':
        return False
    if not after.isalnum() and after not in '"“':
        return False
    return _ELISION.match(text, place) is None
