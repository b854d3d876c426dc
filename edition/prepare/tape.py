"""Change a string piece by piece while every character remembers whose it is."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

NBSP = "\N{NO-BREAK SPACE}"
SPACE = r"[ \t\n\xa0\u202f]"
"""A pattern for a space that a rule may change; the end of a line of verse is none."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters ``start`` to ``end`` of a string become ``text``."""

    start: int
    end: int
    text: str


def apart(edits: Iterable[Edit], spans: Iterable[tuple[int, int]]) -> Iterator[Edit]:
    """Yield the edits that touch none of some stretches, which do not overlap each other."""
    ordered = sorted(spans)
    starts = [start for start, _ in ordered]
    for edit in edits:
        nearest = bisect_left(starts, edit.end) - 1
        if nearest < 0 or ordered[nearest][1] <= edit.start:
            yield edit


@dataclass(frozen=True, slots=True)
class Tape:
    """A string, and by character the number of the piece that it belongs to."""

    text: str
    owners: tuple[int, ...]

    @classmethod
    def of(cls, words: Sequence[str]) -> "Tape":
        """Lay strings one after the other."""
        owners: list[int] = []
        for index, word in enumerate(words):
            owners += [index] * len(word)
        return cls("".join(words), tuple(owners))

    def edit(self, edits: Sequence[Edit]) -> "Tape":
        """Make the edits, which must be in order and apart; new characters belong to the first that they replace."""
        if not edits:
            return self
        text: list[str] = []
        owners: list[int] = []
        done = 0
        for edit in edits:
            text += (self.text[done : edit.start], edit.text)
            owners += (*self.owners[done : edit.start], *([self.owners[edit.start]] * len(edit.text)))
            done = edit.end
        return Tape("".join((*text, self.text[done:])), (*owners, *self.owners[done:]))

    def words(self, pieces: int) -> list[str]:
        """Give each piece its share of the string."""
        shares = [""] * pieces
        start = 0
        for owner, letters in groupby(self.owners):
            end = start + sum(1 for _ in letters)
            shares[owner] += self.text[start:end]
            start = end
        return shares
