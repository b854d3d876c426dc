"""Deal the lines of a page out to its languages, by script, without being misled by a name or a shelfmark."""

import unicodedata
from collections.abc import Mapping, Sequence

from edition.model.languages import script
from edition.readers.page.kinds import LineKind
from edition.readers.page.lines import Line
from edition.readers.page.titles import read_title

_SWITCH, _SWITCH_AT_BLANK = 12.0, 2.5  # what a change of language costs, in letters of the other script
_TITLE = 200.0  # titles stand alone in their language at the head of a page
_SCRIPT_NAMES = {"Cyrl": "CYRILLIC", "Latn": "LATIN", "Grek": "GREEK", "Arab": "ARABIC", "Hebr": "HEBREW"}


def languages_of(lines: Sequence[tuple[Line, LineKind]], languages: Mapping[str, str]) -> tuple[str, ...]:
    """Give the language key of every line: the cheapest division of the page, changing as seldom as its words allow.

    A line without letters goes with the line before it.
    """
    keys = tuple(languages)
    costs = dict.fromkeys(keys, 0.0)
    back: list[dict[str, str]] = []
    for line, kind in lines:
        came: dict[str, str] = {}
        following: dict[str, float] = {}
        foreign = _foreign(line.text, kind, languages)
        switch = _SWITCH_AT_BLANK if line.blank_before else _SWITCH
        for key in keys:
            totals = {other: costs[other] + (switch if other != key else 0.0) for other in keys}
            came[key] = min((total, other != key, other) for other, total in totals.items())[2]
            following[key] = totals[came[key]] + foreign[key]
        costs = following
        back.append(came)
    return _traced(costs, back, keys)


def _traced(costs: Mapping[str, float], back: Sequence[Mapping[str, str]], keys: Sequence[str]) -> tuple[str, ...]:
    key = min(keys, key=lambda key: costs[key])
    traced: list[str] = []
    for came in reversed(back):
        traced.append(key)
        key = came[key]
    return tuple(reversed(traced))


def _foreign(text: str, kind: LineKind, languages: Mapping[str, str]) -> Mapping[str, float]:
    """Count, per language, the letters that are not of its script."""
    if kind is LineKind.TITLE and (title := read_title(text)):
        return {key: _TITLE * (key != title.language) for key in languages}
    names = [unicodedata.name(sign, "").split(" ")[0] for sign in text[:400] if sign.isalpha()]
    counts = {key: sum(name != _SCRIPT_NAMES.get(script(tag)) for name in names) for key, tag in languages.items()}
    return {key: float(min(count, 60)) for key, count in counts.items()}
