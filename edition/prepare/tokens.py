"""Part a text into words, and make words comparable whatever their capitals, accents and Ё."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*|['’ʼʹ](?=[^\W\d_])[^\W_]+)*")
_GAPS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"['’ʼʹ]?\s+"), " "),
    (re.compile(r"\.\s*"), "."),
    (re.compile(r"\.?[-‐‑]"), "-"),
    (re.compile(r",\s+"), ","),
)
_LATIN_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its place in the text; ``gap`` is what parts it from the word before it.

    A gap is a space, a full stop (with or without a space), a hyphen, a comma with a space, or ``?`` for all else.
    """

    text: str
    start: int
    end: int
    gap: str

    @property
    def capital(self) -> bool:
        """Tell whether the word begins with a capital letter."""
        return self.text[0].isupper()


class Words:
    """The words of a text, each made a token only when it is asked for: most are never looked at twice.

    ``open`` says of each word whether it stands outside the stretches that are closed to a search.
    """

    def __init__(self, text: str, closed: Sequence[tuple[int, int]] = ()) -> None:
        self.text = text
        self.spans = [match.span() for match in _WORD.finditer(text)]
        starts = [start for start, _ in closed]
        self.open = [
            not (before := bisect_left(starts, end)) or closed[before - 1][1] <= start for start, end in self.spans
        ]

    def __len__(self) -> int:
        return len(self.spans)

    def __getitem__(self, ordinal: int) -> Token:
        start, end = self.spans[ordinal]
        between = self.text[self.spans[ordinal - 1][1] : start] if ordinal else "?"
        return Token(self.text[start:end], start, end, _gap(between))

    def part(self, first: int, last: int) -> list[Token]:
        """Give the words from one ordinal up to another, as far as there are any."""
        return [self[ordinal] for ordinal in range(first, min(last, len(self)))]


def tokens(text: str) -> Iterator[Token]:
    """Yield the words of a text.

    >>> [(token.gap, token.text) for token in tokens("т. Л.М. Сказкович-Вымыслов, Patek's")]
    [('?', 'т'), ('.', 'Л'), ('.', 'М'), ('.', 'Сказкович'), ('-', 'Вымыслов'), (',', "Patek's")]
    """
    words = Words(text)
    return (words[ordinal] for ordinal in range(len(words)))


def _gap(between: str) -> str:
    if between == " ":
        return between
    return next((kind for pattern, kind in _GAPS if pattern.fullmatch(between)), "?")


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Make a word comparable: small letters, no accents, Ё as Е, no signs for a soft consonant.

    >>> fold("ПЁТР"), fold("Stanisław"), fold("Tver'"), fold("Й"), fold("Ста́лин")
    ('петр', 'stanislaw', 'tver', 'й', 'сталин')
    """
    low = word.casefold().replace("й", "\0")
    plain = "".join(letter for letter in unicodedata.normalize("NFD", low) if not unicodedata.combining(letter))
    bare = plain.replace("\0", "й").translate(_LATIN_LETTERS)
    return "".join(letter for letter in bare if letter not in "'’ʼʹ")
