"""What a reader makes of a page: passages of its words, each with the place on the page from which they come.

A passage remembers, run by run, the characters of the page and the words that the letter file has for them. So every
change that the import makes is known with its place, and can be undone.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from edition.model.date import HistoricalDate

_LINE_END = re.compile(r"-?\s*")


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that stand together on the page, and the words that the letter file has for them.

    ``offset`` counts characters of the decoded page from 0. ``act`` is the class of the change (a key of
    ``ACT_CLASSES``); empty where the words are the page's own.
    """

    offset: int
    on_page: str
    words: str
    act: str = ""

    @property
    def end(self) -> int:
        """The offset on the page behind the run."""
        return self.offset + len(self.on_page)


@dataclass(frozen=True)
class Passage:
    """Words of the page in reading order, as runs whose offsets rise; gaps between runs are white space.

    >>> passage = Passage((Run(4, "в сравнениис 8", "в сравнениис 8"),))
    >>> mended = passage.changed(2, 12, "сравнении с", "mended-lost-space")
    >>> mended.text, [run.on_page for run in mended.runs]
    ('в сравнении с 8', ['в ', 'сравнениис', ' 8'])
    """

    runs: tuple[Run, ...] = ()

    @cached_property
    def text(self) -> str:
        """The words that the letter file has."""
        return "".join(run.words for run in self.runs)

    @property
    def start(self) -> int:
        """The offset on the page at which the passage begins."""
        return self.runs[0].offset

    @property
    def end(self) -> int:
        """The offset on the page behind the passage."""
        return self.runs[-1].end

    def offset_at(self, index: int) -> int:
        """Give the offset on the page of the index-th character of the words."""
        for run in self.runs:
            if index < len(run.words):
                return run.offset + (0 if run.act else index)
            index -= len(run.words)
        return self.end

    def cut(self, first: int, last: int | None = None) -> "Passage":
        """Give the part from character ``first`` of the words to before ``last``; changed runs are never divided."""
        last = len(self.text) if last is None else last
        runs: list[Run] = []
        at = 0
        for run in self.runs:
            part = _part(run, first - at, last - at, closing=last >= len(self.text))
            if part:
                runs.append(part)
            at += len(run.words)
        return Passage(tuple(runs))

    def trimmed(self) -> "Passage":
        """Leave out white space at both ends."""
        text = self.text
        return self.cut(len(text) - len(text.lstrip()), len(text.rstrip())) if text.strip() else Passage()

    def changed(self, first: int, last: int, words: str, act: str) -> "Passage":
        """Replace a part of the words, remembering what the page has for it and why.

        Runs that were changed before are changed as a whole: the new run takes in their other words too.
        """
        start, end = self._whole_runs(first, last)
        middle = self.cut(start, end)
        words = f"{self.text[start:first]}{words}{self.text[last:end]}"
        run = Run(middle.start, "".join(part.on_page for part in middle.runs), words, act)
        return Passage((*self.cut(0, start).runs, run, *self.cut(end).runs))

    def divisible(self, first: int, last: int) -> bool:
        """Tell whether a part of the words can be changed alone, because it shares no run with others."""
        return self._whole_runs(first, last) == (first, last)

    def _whole_runs(self, first: int, last: int) -> tuple[int, int]:
        """Widen a part of the words to the ends of the changed runs that it touches."""
        start, end, at = first, last, 0
        for run in self.runs:
            after = at + len(run.words)
            if run.act and at < last and first < after:
                start, end = min(start, at), max(end, after)
            at = after
        return start, end

    def joined(self, other: "Passage", page: str, words: str, act: str) -> "Passage":
        """Go on with another passage further down ``page``; ``words`` stand in the place of the line end between.

        Where a stray line lies between the two, it is not covered: it has an act of its own.
        """
        gap = _LINE_END.match(page, self.end, other.start)
        return Passage((*self.runs, Run(self.end, gap[0] if gap else "", words, act), *other.runs))


def _part(run: Run, first: int, last: int, *, closing: bool) -> Run | None:
    length = len(run.words)
    if run.act or not length:
        return run if first <= 0 < last or (closing and not length and first <= 0 <= last) else None
    first, last = max(first, 0), min(last, length)
    if first >= last:
        return None
    return Run(run.offset + first, run.on_page[first:last], run.words[first:last])


@dataclass(frozen=True, slots=True)
class Marker:
    """An enumerator: its family (``letter``, ``digit``, ``roman``) and its number in the sequence, from 1."""

    family: str
    number: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of one version's words: a paragraph or a line that may belong to one.

    ``apart`` tells that it begins a paragraph of its own beyond doubt (a blank line, an enumerator, its role).
    """

    passage: Passage
    role: str = "paragraph"
    marker: Marker | None = None
    apart: bool = True

    @property
    def text(self) -> str:
        """The words of the segment."""
        return self.passage.text


@dataclass(frozen=True, slots=True)
class AlignedRow:
    """Segments of the original and of the translation that stand level; one side may be empty.

    ``confidence`` is between 0 and 1: how much the row is to be preferred to every other pairing, and how well the
    two sides fit.
    """

    original: tuple[Segment, ...]
    translation: tuple[Segment, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Link:
    """Words of a paragraph that name another letter: from character ``first`` to before ``last``."""

    first: int
    last: int
    addressee: str
    date: str


@dataclass(frozen=True, slots=True)
class PageNote:
    """A note of the page in one language: its number (0 where it has none) and its paragraphs, each with its links."""

    number: int
    paragraphs: tuple[tuple[Passage, tuple[Link, ...]], ...]


@dataclass(frozen=True, slots=True)
class DocumentOnPage:
    """A shelfmark as a page gives it: the words for the repository, the levels by name, the leaves."""

    repository: str
    parts: Mapping[str, str]
    leaves: str
    offset: int


@dataclass(frozen=True, slots=True)
class WorkOnPage:
    """A printed work as a page names it; ``heading``: it stands alone or behind "Source:", without pages."""

    words: str
    pages: str
    offset: int
    heading: bool = False


@dataclass(frozen=True, slots=True)
class VersionOnPage:
    """All that a page has in one language; ``sender`` and ``addressees`` are words, not yet anybody of the register."""

    title: Passage | None = None
    segments: tuple[Segment, ...] = ()
    notes: tuple[PageNote, ...] = ()
    documents: tuple[DocumentOnPage, ...] = ()
    works: tuple[WorkOnPage, ...] = ()
    addressees: tuple[str, ...] = ()
    sender: str = ""
    made_by: str = ""
    taken_from: str = ""


@dataclass(frozen=True, slots=True)
class DateOnPage:
    """A date of the letter as one place of the page gives it; ``language`` is empty for the page's own heading."""

    date: HistoricalDate
    language: str
    offset: int


@dataclass(frozen=True, slots=True)
class Transcript:
    """A page as read: per language key what it has, and beside that the dates found and the runs left out.

    ``dates`` are in the order of their weight: datelines, titles, the page's own heading. ``open_questions`` are what
    the page leaves uncertain, in words for the editor.
    """

    file: str
    page: str
    versions: Mapping[str, VersionOnPage]
    dates: tuple[DateOnPage, ...] = ()
    removed: tuple[Run, ...] = ()
    open_questions: tuple[str, ...] = ()
