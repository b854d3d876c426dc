"""Compare two runs of tokens: what is missing, doubled, swapped, changed or added."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

SMALL = 60_000
"""Product of lengths up to which difflib, which is quadratic, is let loose on two runs."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Tokens ``first`` to before ``last`` of the expected run stand in the book as ``printed[start:end]``."""

    first: int
    last: int
    start: int
    end: int


def differences(expected: Sequence[str], printed: Sequence[str]) -> list[Difference]:
    """Find where two runs differ, in order; linear but for short stretches between tokens that both have once.

    >>> differences("a b c d".split(), "a x c d d".split())
    [Difference(first=1, last=2, start=1, end=2), Difference(first=3, last=3, start=3, end=4)]
    """
    found: list[Difference] = []
    for first, last, start, end in _gaps(expected, printed):
        for tag, a, b, c, d in _opcodes(expected[first:last], printed[start:end]):
            if tag != "equal":
                found.append(Difference(first + a, first + b, start + c, start + d))
    return found


def _opcodes(expected: Sequence[str], printed: Sequence[str]) -> Iterator[tuple[str, int, int, int, int]]:
    if len(expected) * len(printed) > SMALL:
        yield ("replace", 0, len(expected), 0, len(printed))
    elif expected or printed:
        yield from SequenceMatcher(None, expected, printed, autojunk=False).get_opcodes()


def _gaps(expected: Sequence[str], printed: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Cut both runs at pairs of tokens that each has once, in an order common to both (patience)."""
    first = start = 0
    for a, b in _anchors(expected, printed):
        yield first, a, start, b
        first, start = a + 1, b + 1
    yield first, len(expected), start, len(printed)


def _anchors(expected: Sequence[str], printed: Sequence[str]) -> list[tuple[int, int]]:
    once_here = {token for token, count in Counter(_pairs(expected)).items() if count == 1}
    there: dict[tuple[str, str], int] = {}
    counted = Counter(_pairs(printed))
    for place, pair in enumerate(_pairs(printed)):
        if counted[pair] == 1:
            there[pair] = place
    matches = [
        (place, there[pair]) for place, pair in enumerate(_pairs(expected)) if pair in once_here and pair in there
    ]
    return _increasing(matches)


def _pairs(tokens: Sequence[str]) -> Iterator[tuple[str, str]]:
    return zip(tokens, [*tokens[1:], ""], strict=False)


def _increasing(matches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the longest run of matches that rises on both sides."""
    return [matches[place] for place in longest_rise([there for _, there in matches])]


def longest_rise(numbers: Sequence[int]) -> list[int]:
    """Give the places of a longest strictly rising run among numbers (patience sorting).

    >>> longest_rise([3, 1, 2, 9, 4])
    [1, 2, 4]
    """
    tops: list[int] = []
    piles: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        pile = bisect_left(tops, number)
        before.append(piles[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [number]
        piles[pile : pile + 1] = [place]
    run: list[int] = []
    place = piles[-1] if piles else -1
    while place >= 0:
        run.append(place)
        place = before[place]
    return run[::-1]
