"""Mend what a page itself proves to be a fault of its own making; report what only looks like one.

A lost space is restored where the two words stand together elsewhere on the page in the same surroundings; a letter of
the wrong alphabet where it looks like the right one. Each leaves the page's reading; nothing is guessed in silence.
"""

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from edition.readers.page.lines import Line
from edition.readers.page.vocabulary import VOCABULARIES

_LATIN = "ABCEHKMOPTXaceopxyІіЈјЅѕ"
_CYRILLIC = "АВСЕНКМОРТХасеорхуІіЈјЅѕ"
_TO_CYRILLIC = str.maketrans(_LATIN[:18], _CYRILLIC[:18])
_TO_LATIN = str.maketrans(_CYRILLIC[:18], _LATIN[:18])
_ROMAN = re.compile(r"[IVXLCDMХСМІ]+")
_TO_ROMAN = str.maketrans("ХСМІ", "XCMI")
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 4  # letters that the longer half of a word with a lost space must have
_PREFIX = 3  # letters up to which a first half may be a prefix («неясно»): never proved, at most suspected
_NO_TAIL = frozenset("аеёиоуыэюябжпaeiousd")  # single letters that are endings more often than words


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A word of the page that may be at fault, and what it may be; ``offset`` is its place on the page."""

    word: str
    perhaps: str
    offset: int


@dataclass(frozen=True, slots=True)
class _Token:
    line: int
    first: int
    last: int
    word: str
    breaks: bool  # something else than white space stands before it

    @property
    def folded(self) -> str:
        return self.word.lower()


def mend(lines: Sequence[Line], language: str) -> tuple[tuple[Line, ...], tuple[Suspicion, ...]]:
    """Mend the lines of one language; give them with what is suspicious but not proved."""
    lettered, foreign = _mend_letters(lines)
    spaced, joined = _mend_spaces(lettered, language)
    return spaced, (*foreign, *joined)


def right_letters(word: str) -> str | None:
    """Give a word of two alphabets in the one it is meant in; ``None`` where that is not certain.

    >>> right_letters("Kарахан"), right_letters("IХ"), right_letters("Quіll")
    ('Карахан', 'IX', None)
    """
    roman = word.translate(_TO_ROMAN)
    if _ROMAN.fullmatch(word) and roman.isascii():
        return roman
    cyrillic, latin = word.translate(_TO_CYRILLIC), word.translate(_TO_LATIN)
    scripts = Counter(_script(sign) for sign in word)
    if scripts["CYRILLIC"] > scripts["LATIN"] and {_script(sign) for sign in cyrillic} == {"CYRILLIC"}:
        return cyrillic
    if scripts["LATIN"] > scripts["CYRILLIC"] and latin.isascii():
        return latin
    return None


def _mend_letters(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Suspicion, ...]]:
    mended: list[Line] = []
    suspicions: list[Suspicion] = []
    for line in lines:
        for match in reversed(list(_WORD.finditer(line.text))):
            if {"CYRILLIC", "LATIN"} <= {_script(sign) for sign in match[0]}:
                right = right_letters(match[0])
                if right:
                    line = _changed(line, match.start(), match.end(), right, "mended-letter")
                else:
                    place = line.passage.offset_at(match.start())
                    suspicions.append(Suspicion(match[0], "", place))
        mended.append(line)
    return tuple(mended), tuple(suspicions)


def _mend_spaces(lines: Sequence[Line], language: str) -> tuple[tuple[Line, ...], tuple[Suspicion, ...]]:
    tokens = list(_tokens(lines))
    page = _Page(tokens, language)
    mended = list(lines)
    suspicions: list[Suspicion] = []
    for index in range(len(tokens) - 1, -1, -1):
        found = page.split(index)
        if found is None:
            continue
        token, (at, proved) = tokens[index], found
        words = f"{token.word[:at]} {token.word[at:]}"
        if proved:
            mended[token.line] = _changed(mended[token.line], token.first, token.last, words, "mended-lost-space")
        else:
            place = lines[token.line].passage.offset_at(token.first)
            suspicions.append(Suspicion(token.word, words, place))
    return tuple(mended), tuple(suspicions)


class _Page:
    """The words of one language on a page, counted alone, in twos and in threes."""

    def __init__(self, tokens: Sequence[_Token], language: str) -> None:
        self.words = [token.folded for token in tokens]
        chain = [word for token in tokens for word in (("",) if token.breaks else ()) + (token.folded,)]
        self.single = Counter(self.words)
        self.pairs = Counter(itertools.pairwise(chain))
        self.triples = Counter(zip(chain, chain[1:], chain[2:], strict=False))
        vocabulary = VOCABULARIES.get(language)
        self.solid = vocabulary.solid if vocabulary else frozenset[str]()

    def split(self, index: int) -> tuple[int, bool] | None:
        """Tell where a word may have lost a space, and whether the page proves it."""
        word = self.words[index]
        if self.single[word] > 1 or word in self.solid:
            return None
        best: tuple[int, int] | None = None
        for at in range(1, len(word)):
            evidence = self._evidence(index, word[:at], word[at:])
            if evidence and (best is None or evidence > best[0]):
                best = (evidence, at)
        return (best[1], best[0] >= 2) if best else None

    def _evidence(self, index: int, head: str, tail: str) -> int:
        """Count how often the two words stand together elsewhere; in the same surroundings counts twice."""
        if max(len(head), len(tail)) < _SHORTEST or tail in _NO_TAIL or not self.pairs[head, tail]:
            return 0
        before = self.words[index - 1] if index else ""
        after = self.words[index + 1] if index + 1 < len(self.words) else ""
        alike = self.triples[before, head, tail] + self.triples[head, tail, after]
        return min(alike, 1) if len(head) <= _PREFIX else self.pairs[head, tail] + alike


def _tokens(lines: Sequence[Line]) -> Iterator[_Token]:
    rest = ""
    for number, line in enumerate(lines):
        end = 0
        for match in _WORD.finditer(line.text):
            between = rest + line.text[end : match.start()]
            yield _Token(number, match.start(), match.end(), match[0], bool(between.strip()))
            rest, end = "", match.end()
        rest += line.text[end:]


def _changed(line: Line, first: int, last: int, words: str, act: str) -> Line:
    return replace(line, passage=line.passage.changed(first, last, words, act))


def _script(sign: str) -> str:
    return unicodedata.name(sign, "").split(" ")[0]
