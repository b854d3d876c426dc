"""What a segment shows that its counterpart in another language should show too."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

import icu

from edition.model.transcript import Marker, Segment

_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*[½¼¾]?")
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[^\W\d_]{2}[\"'”’»)]*[.!?…]+(?=[\"'”’»)]*(?:\s|$))")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:]\s+)[\"'“‘«„(\[—–\s-]*(?=[^\W\d_])")
_SIGNS = {"question": "?", "exclamation": "!", "bracket": "([", "quotation": '“«„"', "colon": ":", "semicolon": ";"}
_SPELLINGS = (
    ("shch", "s"),
    ("sch", "s"),
    ("tch", "c"),
    ("kh", "h"),
    ("zh", "z"),
    ("ts", "c"),
    ("ch", "c"),
    ("sh", "s"),
    ("ck", "k"),
    ("ph", "f"),
    ("th", "t"),
    ("x", "ks"),
    ("w", "v"),
    ("q", "k"),
    ("y", "i"),
    ("j", "i"),
)
_KEY = 3


@dataclass(frozen=True, slots=True)
class Unit:
    """A segment as the alignment sees it.

    ``length`` counts letters and figures; ``signs`` the punctuation that both sides should share. ``apart``: the page
    sets it off from the segment before.
    """

    length: int
    role: str
    marker: Marker | None
    numbers: Counter[str]
    names: Counter[str]
    signs: Counter[str]
    apart: bool


def unit_of(segment: Segment) -> Unit:
    """Read off a segment what its counterpart should show too."""
    text = segment.text
    signs = Counter({name: sum(text.count(sign) for sign in set_) for name, set_ in _SIGNS.items()})
    signs["quotation"] = (signs["quotation"] + text.count('"')) // 2 if '"' in text else signs["quotation"]
    signs["sentence"] = len(_SENTENCE_END.findall(text))
    return Unit(
        length=sum(sign.isalnum() for sign in text),
        role=segment.role,
        marker=segment.marker,
        numbers=Counter(_NUMBER.findall(text)),
        names=Counter(name_key(word) for word in _names(text)),
        signs=signs,
        apart=segment.apart,
    )


def name_key(word: str) -> str:
    """Give the beginning of a name's consonants, alike in every script and romanisation.

    >>> name_key("Карахану") == name_key("Karakhan's"), name_key("Щукиным") == name_key("Shchukin")
    (True, True)
    """
    latin: str = _latin().transliterate(word)
    for spelling, sign in _SPELLINGS:
        latin = latin.replace(spelling, sign)
    return latin[:1] + re.sub(r"[aeiou'\W]", "", latin[1:])[: _KEY - 1]


def _names(text: str) -> list[str]:
    """Give the capitalised words that do not begin a sentence, long enough to tell anything."""
    starts = {match.end() for match in _SENTENCE_START.finditer(text)}
    words = ((match.start(), match[0]) for match in _WORD.finditer(text))
    return [word for at, word in words if len(word) > 2 and word[0].isupper() and at not in starts]


@cache
def _latin() -> "icu.Transliterator":
    return icu.Transliterator.createInstance("Any-Latin; Latin-ASCII; Lower")
