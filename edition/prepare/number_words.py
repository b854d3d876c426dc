"""Know the numbers that a language writes in words, in every gender, case and rank.

The words come from ICU's rules for spelling numbers out, so that any language ICU knows is served; what those rules do
not know (both, полтора, a dozen) stands in a short table. A language that ICU does not know has no number words.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

import icu

from edition.model.languages import primary


@dataclass(frozen=True, slots=True)
class NumberWord:
    """What a word or phrase counts. ``ordinal``: it ranks («первый», "third"). ``weak``: it may well mean no number."""

    value: Fraction
    ordinal: bool = False
    weak: bool = False


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number words of one language.

    ``phrases`` maps the words of a number, in lower case, to its value; ``multipliers`` are the words that multiply
    what stands before them («тысяч», "hundred"); ``joiners`` may stand inside a number ("a hundred and five");
    ``halves`` are phrases that add a half to the number before them («с половиной», "and a half"); ``beginnings`` are
    all words with which a number can begin.
    """

    phrases: Mapping[tuple[str, ...], NumberWord]
    multipliers: Mapping[str, int]
    joiners: frozenset[str] = frozenset()
    halves: tuple[tuple[str, ...], ...] = ()
    articles: frozenset[str] = frozenset()
    beginnings: frozenset[str] = frozenset()


_WEAK_WORDS: Mapping[str, Mapping[str, Fraction]] = {
    "en": {
        "both": Fraction(2), "couple": Fraction(2), "pair": Fraction(2), "twice": Fraction(2), "double": Fraction(2),
        "thrice": Fraction(3), "dozen": Fraction(12), "score": Fraction(20), "half": Fraction(1, 2),
        "quarter": Fraction(1, 4), "once": Fraction(1), "fortnight": Fraction(14), "fortnight's": Fraction(14),
    },
    "ru": {
        "оба": Fraction(2), "обе": Fraction(2), "обоих": Fraction(2), "обеих": Fraction(2), "обоим": Fraction(2),
        "обеим": Fraction(2), "обоими": Fraction(2), "обеими": Fraction(2), "пара": Fraction(2), "пару": Fraction(2),
        "двое": Fraction(2), "двоих": Fraction(2), "дважды": Fraction(2), "вдвое": Fraction(2), "трое": Fraction(3),
        "троих": Fraction(3), "трижды": Fraction(3), "втрое": Fraction(3), "четверо": Fraction(4),
        "четверых": Fraction(4), "пятеро": Fraction(5), "шестеро": Fraction(6), "семеро": Fraction(7),
        "семью": Fraction(7), "десяток": Fraction(10), "десятка": Fraction(10), "дюжина": Fraction(12),
        "дюжину": Fraction(12), "половина": Fraction(1, 2), "половину": Fraction(1, 2), "половины": Fraction(1, 2),
        "четверть": Fraction(1, 4), "раз": Fraction(1), "сорока": Fraction(40),
    },
}  # fmt: skip
"""Words that may stand for a number, and need not («семью»: seven, or a family)."""

_FIRM_WORDS: Mapping[str, Mapping[str, Fraction]] = {
    "ru": {
        "полтора": Fraction(3, 2), "полторы": Fraction(3, 2), "полутора": Fraction(3, 2),
        "полтораста": Fraction(150), "полутораста": Fraction(150),
    },
}  # fmt: skip

_MULTIPLIERS: Mapping[str, Mapping[str, int]] = {
    "en": {"hundreds": 100, "thousands": 1000, "mln": 10**6, "millions": 10**6, "billions": 10**9},
    "ru": {"тыс": 1000, "млн": 10**6, "млрд": 10**9},
}
_JOINERS = {"en": frozenset({"and"})}
_ARTICLES = {"en": frozenset({"a", "an", "one"})}
_HALVES = {"en": (("and", "a", "half"),), "pl": (("i", "pół"),), "ru": (("с", "половиной"),)}


@lru_cache(maxsize=32)
def number_words(language: str) -> NumberWords:
    """Give the number words of a language by its tag.

    >>> number_words("en-US").phrases[("twenty", "one")].value
    Fraction(21, 1)
    >>> number_words("ru").phrases[("восьми",)].value
    Fraction(8, 1)
    """
    tongue = primary(language)
    phrases: dict[tuple[str, ...], NumberWord] = {}
    multipliers: dict[str, int] = dict(_MULTIPLIERS.get(tongue, {}))
    for words, number, ordinal in _spelled(tongue):
        weak = ordinal or number <= 1
        phrases.setdefault(words, NumberWord(Fraction(number), ordinal, weak))
    for word, factor in _scales(tongue):
        multipliers.setdefault(word, factor)
    for word, value in _FIRM_WORDS.get(tongue, {}).items():
        phrases[(word,)] = NumberWord(value)
    for word, value in _WEAK_WORDS.get(tongue, {}).items():
        phrases[(word,)] = NumberWord(value, weak=True)
    articles = _ARTICLES.get(tongue, frozenset())
    return NumberWords(
        phrases,
        multipliers,
        _JOINERS.get(tongue, frozenset()),
        _HALVES.get(tongue, ()),
        articles,
        frozenset((*(words[0] for words in phrases), *multipliers, *articles)),
    )


def _spelled(tongue: str) -> Iterator[tuple[tuple[str, ...], int, bool]]:
    """Yield each number to 99 and each full hundred in words, cardinals before ordinals."""
    for ordinal in (False, True):
        for spell in _spellers(tongue, "%spellout-ordinal" if ordinal else "%spellout-cardinal"):
            for number in (*range(100), *range(100, 1000, 100)):
                words = _words(spell, number)
                yield words, number, ordinal


def _scales(tongue: str) -> Iterator[tuple[str, int]]:
    """Yield the words for hundred, thousand, million ... that stand after a number."""
    for spell in _spellers(tongue, "%spellout-cardinal"):
        for factor in (100, 1000, 10**6, 10**9):
            for count in (1, 2, 5):
                words = _words(spell, count * factor)
                if len(words) > 1:
                    yield words[-1], factor


def _spellers(tongue: str, rules: str) -> Iterator[icu.RuleBasedNumberFormat]:
    locale = icu.Locale(tongue)
    if tongue not in {icu.Locale(name).getLanguage() for name in icu.Locale.getAvailableLocales()}:
        return
    speller = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, locale)
    names = sorted(speller.getRuleSetName(place) for place in range(speller.getNumberOfRuleSetNames()))
    for name in names:
        if name.startswith(rules):
            speller.setDefaultRuleSet(name)
            yield speller


def _words(speller: icu.RuleBasedNumberFormat, number: int) -> tuple[str, ...]:
    spelled: str = speller.format(number)
    return tuple(spelled.replace("\u00ad", "").replace("-", " ").lower().split())
