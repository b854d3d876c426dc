"""The letters of an edition by id, and by their correspondents and dates, so that none is looked for among all."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from edition.model.letter import Letter

Day = tuple[int, int, int]
"""Year, month and day."""


@dataclass(frozen=True, slots=True)
class LetterIndex:
    """Made once of all letters; ``correspondents`` are the ids of those who write and of those who are written to."""

    by_id: Mapping[str, Letter]
    correspondents: frozenset[str]
    _dated: Mapping[str, tuple[tuple[Day, int, Letter], ...]]

    @classmethod
    def of(cls, letters: Iterable[Letter]) -> Self:
        """Index letters; of two with one id the first is found."""
        by_id: dict[str, Letter] = {}
        dated: dict[str, list[tuple[Day, int, Letter]]] = defaultdict(list)
        correspondents: set[str] = set()
        for ordinal, letter in enumerate(letters):
            by_id.setdefault(letter.id, letter)
            people = {*letter.sender, *letter.addressee}
            correspondents |= people
            if letter.date.known:
                entry = (letter.date.first, ordinal, letter)
                for person in people:
                    dated[person].append(entry)
        shelves = {person: tuple(sorted(entries, key=_by_day)) for person, entries in dated.items()}
        return cls(by_id, frozenset(correspondents), shelves)

    def between(self, person: str, first: Day, last: Day) -> tuple[Letter, ...]:
        """Give the letters from or to a person whose whole date lies between two days, in the order of the edition."""
        shelf = self._dated.get(person, ())
        begin = bisect_left(shelf, first, key=_day)
        end = bisect_right(shelf, last, key=_day)
        found = (entry for entry in shelf[begin:end] if entry[2].date.last <= last)
        return tuple(letter for _, _, letter in sorted(found, key=_ordinal))


def _by_day(entry: tuple[Day, int, Letter]) -> tuple[Day, int]:
    return entry[:2]


def _day(entry: tuple[Day, int, Letter]) -> Day:
    return entry[0]


def _ordinal(entry: tuple[Day, int, Letter]) -> int:
    return entry[1]
