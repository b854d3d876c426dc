"""Find where a letter's text ends and what stands below it begins; set the note callers that the page has."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from edition.model.transcript import PageNote, Passage, Segment
from edition.readers.page.kinds import LineKind
from edition.readers.page.lines import Line
from edition.readers.page.roles import signature_at

_BELOW = frozenset({LineKind.DIVIDER, LineKind.DOCUMENT, LineKind.WORK, LineKind.NOTE_HEADING, LineKind.SEE})
_FIGURES = {ord(sign): figure for figure, sign in zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True)}
_CALLER = re.compile(r"\[[0-9]{1,2}\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?![⁄/])|(?<=[^\W\d_])\*(?!\*)")

Lines = Sequence[tuple[Line, LineKind]]


def body_and_below(lines: Lines, language: str) -> tuple[Lines, Lines]:
    """Divide the lines of one language into the letter's text and what stands below it.

    Below begins with the first line that can only stand there (a divider, a source, the heading of notes), after the
    signature where the letter has one.
    """
    candidates = [index for index, (_, kind) in enumerate(lines) if kind in _BELOW and _begins(lines, index)]
    for candidate in candidates:
        if signature_at([line.text for line, _ in lines[:candidate]], language) is not None:
            return lines[:candidate], lines[candidate:]
    unsigned = [index for index in candidates if not _signed_after(lines, index, language)]
    cut = (unsigned or candidates or [len(lines)])[0]
    return lines[:cut], lines[cut:]


def _begins(lines: Lines, index: int) -> bool:
    """Tell whether a line can begin what stands below: a divider only with a source or note somewhere after it."""
    return lines[index][1] is not LineKind.DIVIDER or any(
        kind in _BELOW and kind is not LineKind.DIVIDER for _, kind in lines[index:]
    )


def _signed_after(lines: Lines, index: int, language: str) -> bool:
    return signature_at([line.text for line, _ in lines[index:]], language) is not None


def callers_set(segments: Sequence[Segment], notes: Sequence[PageNote]) -> tuple[Segment, ...]:
    """Turn the callers that the page has (``[1]``, ``¹``, ``*``) into callers of the edition, for notes that exist."""
    numbers = {note.number for note in notes} | ({1} if len(notes) == 1 else set())
    called: set[int] = set()
    return tuple(_with_callers(segment, numbers, called) for segment in segments)


def _with_callers(segment: Segment, numbers: set[int], called: set[int]) -> Segment:
    passage = segment.passage
    for first, last, number in reversed(list(_callers(passage))):
        if number in numbers and number not in called and passage.divisible(first, last):
            called.add(number)
            passage = passage.changed(first, last, "", "set-caller")
    return replace(segment, passage=passage)


def _callers(passage: Passage) -> Iterator[tuple[int, int, int]]:
    for match in _CALLER.finditer(passage.text):
        yield match.start(), match.end(), caller_number(match[0])


def caller_number(on_page: str) -> int:
    """Give the number of the note that a caller of the page calls; a star calls the only note.

    >>> caller_number("[2]"), caller_number("¹"), caller_number("*")
    (2, 1, 1)
    """
    figures = on_page.strip("[]").translate(_FIGURES)
    return int(figures) if figures.isdecimal() else 1
