"""Find words that stand twice although each cell was found whole: rows, lines, and words at a row's ends."""

from collections.abc import Iterator, Sequence

from edition.audit.compare import longest_rise
from edition.audit.expected import Expected, Kind
from edition.audit.faults import quoted
from edition.audit.fold import has_words, tokens
from edition.audit.follow import Stretch, follow
from edition.audit.locate import Found, Owners
from edition.audit.rules import DOUBLED, ROW_ASTRAY
from edition.audit.strips import Strip
from edition.model.finding import Finding

HINT = "do not hand this file out; build it again, and report the fault if it stays."
LONG = 6
"""Words that a row must have to be looked for a second time in the whole book, beyond its own letter."""
SAME_SIZE = 0.3
"""Points by which two sizes of type may differ and be one."""


def doubled(found: Found, owners: Owners, cells: Sequence[Expected], output: str) -> Iterator[Finding]:
    """Yield a finding for all that stands twice."""
    for number in sorted(found.places):
        cell = cells[number]
        if cell.kind in (Kind.ROW, Kind.NOTE) and not _dates_the_letter(cell):
            words = (
                _again(found, owners, cells, number) or _line_again(found, number) or _end_again(found, cell, number)
            )
            if words:
                where = found.book.strips[found.places[number][0][0]].where
                message = f"{quoted(tokens(words))} of {cell.name} of {cell.owner} stands twice in {output}, {where}."
                yield DOUBLED.at(cell.position, message, HINT)


def _again(found: Found, owners: Owners, cells: Sequence[Expected], number: int) -> str:
    """A whole cell that stands in a second place, in the size of the first."""
    cell = cells[number]
    own = found.places[number]
    places = found.beginnings.of(cell)
    short = sum(has_words(token) for part in cell.folded for token in tokens(part)) < LONG
    if short:
        span = owners.span(found, cell, Kind.ROW)
        if cell.kind is not Kind.ROW or span is None:
            return ""
        places = found.beginnings.near(cell, own[0][0], span[1] + 2)
    for ordinal, offset in places:
        if not found.book.free(ordinal, offset, offset + 1) or not _alike(found, own[0][0], ordinal):
            continue
        stretches = follow(found.book, cell, ordinal, offset)
        if stretches and not (short and _within_others(found, stretches)):
            found.book.claim(stretches)
            return " ".join(cell.folded)
    return ""


def _dates_the_letter(cell: Expected) -> bool:
    """A first row with figures in it is a dateline, whose place and date the heading above it may say in its words."""
    words = [token for part in cell.folded for token in tokens(part)]
    figures = any(sign.isdigit() for word in words for sign in word)
    return cell.kind is Kind.ROW and cell.ordinal == 1 and figures and len(words) < LONG + 4


def _within_others(found: Found, stretches: Sequence[Stretch]) -> bool:
    """Tell whether words are only part of a line: a name that signs a letter may be spoken of in its source note."""
    return any(start > 0 or end < len(found.book.strips[ordinal].text) for ordinal, start, end in stretches)


def _alike(found: Found, ordinal: int, other: int) -> bool:
    return abs(found.book.strips[ordinal].size - found.book.strips[other].size) <= SAME_SIZE


def _line_again(found: Found, number: int) -> str:
    """A line that stands a second time between the lines of its cell, or right before or behind them."""
    stretches = found.places[number]
    mine = {ordinal: found.book.strips[ordinal] for ordinal, _, _ in stretches}
    texts = {strip.text: strip for strip in mine.values()}
    first, last = stretches[0][0] - len(mine), stretches[-1][0] + len(mine)
    for ordinal in range(max(first, 0), min(last + 1, len(found.book.strips))):
        strip = found.book.strips[ordinal]
        twin = texts.get(strip.text)
        if ordinal in mine or twin is None or not found.book.free(ordinal, 0, len(strip.text)):
            continue
        if twin.page == strip.page and _same_column(twin, strip):
            return strip.text
    return ""


def _same_column(strip: Strip, other: Strip) -> bool:
    level = strip.x0 < other.x1 and other.x0 < strip.x1
    return level and abs(strip.size - other.size) <= SAME_SIZE


def _end_again(found: Found, cell: Expected, number: int) -> str:
    """The first or last words of a row that stand once more before or behind it, on the same line."""
    if cell.kind is not Kind.ROW:
        return ""
    (first, start, _), (last, _, end) = found.places[number][0], found.places[number][-1]
    before = _left_over(found, (first, 0, start))
    behind = _left_over(found, (last, end, len(found.book.strips[last].text)))
    words = [token for part in cell.folded for token in tokens(part)]
    if before and words[: len(before)] == before:
        return " ".join(before)
    if behind and words[-len(behind) :] == behind:
        return " ".join(behind)
    return ""


def _left_over(found: Found, stretch: Stretch) -> list[str]:
    ordinal, start, end = stretch
    if start >= end or not found.book.free(ordinal, start, end):
        return []
    text = found.book.strips[ordinal].text[start:end]
    return tokens(text) if has_words(text) else []


def astray(found: Found, owners: Owners, cells: Sequence[Expected], output: str) -> Iterator[Finding]:
    """Yield a finding for every row that stands before one that it follows in its letter.

    Engines may paint rows in another order than a reader meets them: what is astray is so on the page as well.
    """
    for column in owners.columns():
        rows = [number for number in column if number in found.places]
        firsts = [found.places[number][0] for number in rows]
        seen = [found.book.strips[ordinal] for ordinal, _, _ in firsts]
        lost = _out_of_order(firsts) & _out_of_order([(strip.page, strip.y, strip.x0) for strip in seen])
        for place in sorted(lost) if seen[-1:] and seen[-1].size else sorted(_out_of_order(firsts)):
            cell = cells[rows[place]]
            message = f"{cell.name} of {cell.owner} stands out of its order in {output}, {seen[place].where}."
            yield ROW_ASTRAY.at(cell.position, message, HINT)


def _out_of_order(places: Sequence[tuple[float, ...]]) -> set[int]:
    """Give those that must move for the rest to stand in order."""
    ranks = {place: rank for rank, place in enumerate(sorted(set(places)))}
    return set(range(len(places))) - set(longest_rise([ranks[place] for place in places]))
