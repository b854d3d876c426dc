"""Tell what is wrong with a cell that could not be followed whole through the finished file."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from edition.audit.compare import Difference, differences
from edition.audit.expected import Expected, Kind
from edition.audit.fold import HYPHEN, has_words, tokens
from edition.audit.follow import Book, Stretch
from edition.audit.places import place_of, words_of
from edition.audit.rules import ADDED, CELL_MISSING, CHANGED, DOUBLED, MISSING, SWAPPED
from edition.model.finding import Finding, Rule

SHARE = 0.34
"""Share of a strip's pairs of neighbouring words that a cell must have for the strip to be taken for a part of it."""
SHARE_OF_WORDS = 0.5
"""Share of a strip's words that a cell must have for the same."""
BETWEEN = 4
"""Strips that may lie between two of a cell and hold nothing but the edition's own words."""
SHOWN = 8
"""Words that a message quotes at most."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A token of the book, with the strip in which it begins."""

    word: str
    ordinal: int


def faults(book: Book, cell: Expected, first: int, last: int, output: str) -> tuple[list[Finding], list[Stretch]]:
    """Compare a cell with what is left of the strips from ``first`` to ``last``.

    Give the findings, and the stretches that were taken for the cell's.
    """
    wanted = [token for part in cell.folded for token in tokens(part)]
    stretches = _kin(book, cell, wanted, first, last)
    printed, raw = _compared(book, cell, wanted, stretches)
    own = stretches if any(part.room for part in cell.parts) else _with_own_words(stretches, printed, raw)
    if own != stretches:
        stretches = own
        printed, raw = _compared(book, cell, wanted, stretches)
    if not stretches:
        return [_whole_missing(cell, wanted, output)], []
    found = _merged(_own(cell, wanted, printed, raw))
    return list(_Report(book, cell, wanted, printed, output).findings(found)), stretches


def _compared(
    book: Book, cell: Expected, wanted: Sequence[str], stretches: Sequence[Stretch]
) -> tuple[list[Printed], list[Difference]]:
    printed = _printed(book, cell, stretches, set(wanted))
    return printed, differences(wanted, [token.word for token in printed])


def _with_own_words(
    stretches: Sequence[Stretch], printed: Sequence[Printed], found: Sequence[Difference]
) -> list[Stretch]:
    """Keep those stretches of which a third of the words, at least, turned out to be the cell's."""
    strange = {place for difference in found for place in range(difference.start, difference.end)}
    words = [(place, token.ordinal) for place, token in enumerate(printed) if has_words(token.word)]
    own = Counter(ordinal for place, ordinal in words if place not in strange)
    every = Counter(ordinal for _, ordinal in words)
    return [stretch for stretch in stretches if 3 * own[stretch[0]] >= every[stretch[0]]]


# --- which strips ------------------------------------------------------------------------------------------------


def _kin(book: Book, cell: Expected, wanted: Sequence[str], first: int, last: int) -> list[Stretch]:
    words = {token for token in wanted if has_words(token)}
    pairs = set(pairwise(wanted))
    rooms = any(part.room for part in cell.parts)
    found: list[Stretch] = []
    for ordinal in range(max(first, 0), min(last + 1, len(book.strips))):
        for start, end in _unclaimed(book, ordinal):
            text = book.text(ordinal, cell.kind is Kind.TITLE)
            here = tokens(text[start:end])
            whole = end - start == len(text)
            kin = _is_kin(here, words, pairs, whole, book.strips[ordinal].broken)
            if kin or _ends_word(book, found, here, words) or (rooms and _shares_pair(here, pairs)):
                found.append((ordinal, start, end))
    found = _of_one_size(book, _of_one_place(book, found))
    return _with_generated(book, found) if rooms else found


def _shares_pair(here: Sequence[str], pairs: set[tuple[str, str]]) -> bool:
    """Tell whether two neighbouring words are a cell's: enough in a strip that holds the edition's words too."""
    return any(pair in pairs and has_words(pair[0]) and has_words(pair[1]) for pair in pairwise(here))


def _with_generated(book: Book, stretches: Sequence[Stretch]) -> list[Stretch]:
    """Add the few strips between those of a cell within which the edition writes words of its own."""
    out: list[Stretch] = []
    for stretch in stretches:
        if out and stretch[0] - out[-1][0] <= BETWEEN:
            for ordinal in range(out[-1][0] + 1, stretch[0]):
                length = len(book.strips[ordinal].text)
                if book.free(ordinal, 0, length):
                    out.append((ordinal, 0, length))
        out.append(stretch)
    return out


def _ends_word(book: Book, found: Sequence[Stretch], here: Sequence[str], words: set[str]) -> bool:
    """Tell whether a strip begins with the rest of a word that the last strip of the cell broke off."""
    if not found or not here or not book.strips[found[-1][0]].broken:
        return False
    ordinal, start, end = found[-1]
    half = tokens(book.strips[ordinal].text[start:end])[-1]
    return half + here[0] in words or half + HYPHEN + here[0] in words


def _unclaimed(book: Book, ordinal: int) -> Iterator[tuple[int, int]]:
    start = 0
    for first, last in sorted(book.claims.get(ordinal, ())):
        if start < first:
            yield start, first
        start = max(start, last)
    if start < len(book.strips[ordinal].text):
        yield start, len(book.strips[ordinal].text)


def _is_kin(here: Sequence[str], words: set[str], pairs: set[tuple[str, str]], whole: bool, broken: bool) -> bool:
    """Tell whether tokens are likely a cell's: by its words, or by its pairs of neighbouring words.

    Halves of words at both ends are left aside; of a strip that another cell shares, a word or two is no evidence.
    """
    if broken and len(here) > 1:
        here = here[:-1]
    if len(here) > 1 and here[0] not in words and any(word.endswith(here[0]) for word in words):
        here = here[1:]
    own = [token for token in here if has_words(token)]
    known = sum(token in words for token in own)
    if not own or (not whole and known < min(3, len(words))):
        return False
    near = list(pairwise(here))
    joined = sum(pair in pairs for pair in near)
    return known >= SHARE_OF_WORDS * len(own) or (bool(near) and joined >= SHARE * len(near))


def _of_one_place(book: Book, stretches: list[Stretch], reach: int = 150) -> list[Stretch]:
    """Keep those strips that stand near each other: the group with the most words, where the cell was sought far."""
    groups: list[list[Stretch]] = []
    for stretch in stretches:
        if groups and stretch[0] - groups[-1][-1][0] <= reach:
            groups[-1].append(stretch)
        else:
            groups.append([stretch])
    return max(groups, key=lambda group: sum(end - start for _, start, end in group), default=[])


def _of_one_size(book: Book, stretches: list[Stretch]) -> list[Stretch]:
    """Leave out strips that are set in another size than most of them: notes beside text, heads."""
    sizes: Counter[float] = Counter()
    for ordinal, start, end in stretches:
        sizes[round(book.strips[ordinal].size)] += end - start
    if not sizes:
        return []
    size = sizes.most_common(1)[0][0]
    return [stretch for stretch in stretches if abs(book.strips[stretch[0]].size - size) <= 1]


def _printed(book: Book, cell: Expected, stretches: Sequence[Stretch], wanted: set[str]) -> list[Printed]:
    """Cut the strips into tokens; a broken word is joined, with its hyphen where the cell has it so."""
    out: list[Printed] = []
    broken = False
    for ordinal, start, end in stretches:
        words = tokens(book.text(ordinal, cell.kind is Kind.TITLE)[start:end])
        if broken and words:
            half = out.pop()
            whole = next((word for word in (half.word + words[0], half.word + HYPHEN + words[0]) if word in wanted), "")
            out.append(replace(half, word=whole or half.word + words[0]))
            words = words[1:]
        out += [Printed(word, ordinal) for word in words]
        broken = book.strips[ordinal].broken and end == len(book.strips[ordinal].text) and bool(out)
    return out


# --- which differences count -------------------------------------------------------------------------------------


def _own(
    cell: Expected, wanted: Sequence[str], printed: Sequence[Printed], found: Sequence[Difference]
) -> Iterator[Difference]:
    """Leave out what the edition itself writes, and strips that only lie between."""
    rooms, optional = _rooms(cell)
    for difference in found:
        first, last = difference.first, difference.last
        if first < last and all(place in optional for place in range(first, last)):
            continue
        start, end = _without_strangers(printed, difference)
        if any(place in rooms for place in range(first, last + 1)):
            end = start
        if first == 0 and last < len(wanted):  # before the first word: a note's number, the edition's own
            start = max(start, end - last)
        elif last == len(wanted):
            end = min(end, start + last - first)
        if first == last and start == end:
            doubled = _doubled_at(printed, difference)
            if doubled:
                yield difference
            continue
        yield Difference(first, last, start, end)


def _rooms(cell: Expected) -> tuple[set[int], set[int]]:
    """Give the tokens before which the edition may write, and those that it may replace."""
    rooms: set[int] = set()
    optional: set[int] = set()
    at = 0
    for part, folded in zip(cell.parts, cell.folded, strict=True):
        length = len(tokens(folded))
        if part.room and at:
            rooms.add(at)
        if part.optional or not has_words(folded):
            optional |= set(range(at, at + length))
        at += length
    return rooms, optional


def _without_strangers(printed: Sequence[Printed], difference: Difference) -> tuple[int, int]:
    """Leave out whole strips at both ends of what was added."""
    start, end = difference.start, difference.end
    if _doubled_at(printed, difference):
        return start, end
    whole = _whole_strips(printed, start, end)
    while start < end and printed[start].ordinal in whole:
        start += 1
    while start < end and printed[end - 1].ordinal in whole:
        end -= 1
    return start, end


def _whole_strips(printed: Sequence[Printed], start: int, end: int) -> set[int]:
    inside = {token.ordinal for token in printed[start:end]}
    outside = {token.ordinal for token in (*printed[:start], *printed[end:])}
    return inside - outside


def _doubled_at(printed: Sequence[Printed], difference: Difference) -> bool:
    """Tell whether what was added is what stands just before or behind it."""
    if difference.first < difference.last:
        return False
    start, end = difference.start, difference.end
    words = [token.word for token in printed]
    length = end - start
    added = words[start:end]
    return length > 0 and (words[max(start - length, 0) : start] == added or words[end : end + length] == added)


def _merged(found: Iterator[Difference]) -> list[Difference]:
    """Join differences that touch."""
    out: list[Difference] = []
    for difference in found:
        if out and out[-1].last == difference.first and out[-1].end == difference.start:
            out[-1] = Difference(out[-1].first, difference.last, out[-1].start, difference.end)
        else:
            out.append(difference)
    return out


# --- what to say -------------------------------------------------------------------------------------------------


def quoted(words: Sequence[str]) -> str:
    """Quote some words, cut where there are many.

    >>> quoted(["Здравствуйте", ",", "т", "."])
    '"Здравствуйте, т."'
    """
    text = ""
    for place, word in enumerate(words[:SHOWN]):
        text += f" {word}" if place and has_words(word) else word
    count = sum(has_words(word) for word in words)
    return f'"{text}…" ({count} words)' if len(words) > SHOWN else f'"{text}"'


def quoted_from(cell: Expected, first: int, last: int) -> str:
    """Quote the words of a cell as the file has them."""
    words = words_of(cell, first, last).split()
    return f'"{" ".join(words[:SHOWN])}…" ({len(words)} words)' if len(words) > SHOWN else f'"{" ".join(words)}"'


def _whole_missing(cell: Expected, wanted: Sequence[str], output: str) -> Finding:
    message = f"{cell.name} of {cell.owner}, {quoted_from(cell, 0, len(wanted))}, is missing from {output}."
    return CELL_MISSING.at(cell.position, message, _HINT)


_HINT = "do not hand this file out; build it again, and report the fault if it stays."


@dataclass(frozen=True, slots=True)
class _Report:
    book: Book
    cell: Expected
    wanted: Sequence[str]
    printed: Sequence[Printed]
    output: str

    def findings(self, found: Sequence[Difference]) -> Iterator[Finding]:
        """Say each difference; words gone from one place and found at another are one finding."""
        moved = self._moved(found)
        for difference in found:
            if difference in moved:
                if difference.first < difference.last:
                    yield self._say(SWAPPED, difference, "stands in another place of its text in")
                continue
            yield self._one(difference)

    def _moved(self, found: Sequence[Difference]) -> set[Difference]:
        gone = {self._words(d): d for d in found if d.start == d.end}
        moved: set[Difference] = set()
        for difference in found:
            if difference.first == difference.last:
                other = gone.get(tuple(self._there(difference)))
                if other is not None:
                    moved |= {difference, other}
        return moved

    def _words(self, difference: Difference) -> tuple[str, ...]:
        return tuple(self.wanted[difference.first : difference.last])

    def _there(self, difference: Difference) -> list[str]:
        return [token.word for token in self.printed[difference.start : difference.end]]

    def _one(self, difference: Difference) -> Finding:
        here, there = self._words(difference), self._there(difference)
        if not there:
            return self._say(MISSING, difference, "is missing from")
        if not here:
            if _doubled_at(self.printed, difference):
                return self._say(DOUBLED, difference, "stands twice in", there)
            return self._say(ADDED, difference, "is not in the letter file, but in", there)
        if sorted(here) == sorted(there):
            return self._say(SWAPPED, difference, f"stands as {quoted(there)} in")
        return self._say(CHANGED, difference, f"stands as {quoted(there)} in")

    def _say(self, rule: Rule, difference: Difference, verb: str, words: Sequence[str] = ()) -> Finding:
        shown = self._shown(difference, words)
        place = place_of(self.cell, min(difference.first, len(self.wanted) - 1))
        message = f"{shown} of {self.cell.name} of {self.cell.owner} {verb} {self.output}{self._where(difference)}."
        return rule.at(place, message, _HINT)

    def _shown(self, difference: Difference, words: Sequence[str]) -> str:
        """The words at fault; a mark of punctuation with the word before it."""
        first, last = difference.first, difference.last
        if words:
            return quoted(words)
        if first and not has_words("".join(self._words(difference))):
            first -= 1
        return quoted_from(self.cell, first, last)

    def _where(self, difference: Difference) -> str:
        at = min(difference.start, len(self.printed) - 1)
        return f", {self.book.strips[self.printed[at].ordinal].where}" if at >= 0 else ""
