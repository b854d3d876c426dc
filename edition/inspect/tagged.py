"""Read a finished PDF as those hear it who cannot see it: the words of its structure tree, in order, with their places.

What is no part of the text (heads, folios, numbers of lines) stands apart, page by page, and so does what is neither
in the tree nor marked as no part of the text. Pages are read one after the other; of each, lines are kept, not words.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path

from edition.inspect.lines import strips
from edition.inspect.page import Box, Line, PdfPage, Word
from edition.inspect.pdf import PdfDocument, read_pdf
from edition.inspect.pdf_objects import Destination
from edition.inspect.structure import Element, Mark

LEVEL = 0.5
"""Baselines nearer than this, in points, are one."""
SUPERIOR = 0.6  # em: how far from the baseline of its line a superior may stand


@dataclass(frozen=True, slots=True)
class Passage:
    """Words on one line that were marked together; lengths are points from the page's top-left corner.

    ``glued`` to what was painted before it, ``broken`` where its last word goes on in the next line, ``raised`` where
    all of it are superiors. ``spaces`` are the white between its words, in em.
    """

    page: int
    text: str
    box: Box
    baseline: float
    size: float
    fonts: tuple[str, ...]
    glued: bool = False
    broken: bool = False
    raised: bool = False
    spaces: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class TypeLine:
    """A line of type within an element: ``baseline`` and ``size`` are those of its words that are no superiors."""

    page: int
    text: str
    box: Box
    baseline: float
    size: float
    broken: bool = False
    spaces: tuple[float, ...] = ()


@dataclass(frozen=True)
class TaggedBook:
    """The structure of a finished PDF with its words.

    ``passages`` are the words of each marked content sequence, ``artifacts`` what is marked as no part of the text,
    page by page, ``strays`` what stands on a page and in neither.
    """

    roots: tuple[Element, ...]
    passages: Mapping[Mark, tuple[Passage, ...]]
    artifacts: tuple[tuple[Passage, ...], ...]
    strays: tuple[Passage, ...]
    labels: tuple[str, ...]
    destinations: Mapping[str, Destination]

    def elements(self) -> Iterator[Element]:
        """Yield all structure elements, a parent before its children."""
        for root in self.roots:
            yield from root.walk()

    def runs(self, element: Element | None = None) -> Iterator[tuple[Passage, Element]]:
        """Yield the words of an element, or of the book, in reading order, with the element that holds them itself."""
        for root in self.roots if element is None else (element,):
            for mark, holder in root.marks():
                for passage in self.passages.get(mark, ()):
                    yield passage, holder

    def lines(self, element: Element) -> tuple[TypeLine, ...]:
        """Give the lines of type that hold words of an element, in reading order."""
        return tuple(map(_type_line, _on_lines(passage for passage, _ in self.runs(element))))

    def text(self, element: Element) -> str:
        """Give the words of an element as they are read: words that a line broke are whole, superiors stand as they do.

        A hyphen at a line's end is dropped, whether or not the word has one of its own.
        """
        text, before = "", None
        for passage, _ in self.runs(element):
            whole = before is None or before.broken or passage.glued
            text += passage.text if whole else f" {passage.text}"
            text = text.removesuffix("-") if passage.broken else text
            before = passage
        return text


def read_tagged(path: Path) -> TaggedBook:
    """Read a finished PDF; raise ``UnreadableFile`` where it is none. An untagged one has no roots."""
    return tagged(read_pdf(path))


def tagged(document: PdfDocument) -> TaggedBook:
    """Read the structure of an open PDF with its words."""
    roots = document.structure
    owned = {mark for root in roots for mark, _ in root.marks()}
    passages: dict[Mark, tuple[Passage, ...]] = {}
    artifacts: list[tuple[Passage, ...]] = []
    strays: list[Passage] = []
    for page in document.marked_pages():
        apart: list[Passage] = []
        for artifact, mark, found in _marked(page):
            if mark in owned:
                passages[mark] = (*passages.get(mark, ()), *found)
            elif artifact:
                apart += found
            else:
                strays += found
        artifacts.append(tuple(apart))
    return TaggedBook(roots, passages, tuple(artifacts), tuple(strays), document.labels, document.destinations)


def _marked(page: PdfPage) -> Iterator[tuple[bool, Mark, list[Passage]]]:
    """Cut the words of a page where another marked content sequence begins."""
    for (artifact, number), words in groupby(page.words, lambda word: (word.artifact, word.content_id)):
        yield artifact, Mark(page.index, number), [_passage(page.index, line) for line in strips(list(words))]


def _passage(page: int, line: Line) -> Passage:
    first, last = line.words[0], line.words[-1]
    size = max(word.size for word in line.words)
    return Passage(
        page, line.text, line.box, line.baseline, size, tuple(sorted({word.font for word in line.words})),
        first.glued, last.broken, all(word.raised for word in line.words), tuple(_spaces(line.words, size)),
    )  # fmt: skip


def _spaces(words: Sequence[Word], size: float) -> Iterator[float]:
    for before, word in pairwise(words):
        if not word.glued and not word.raised and not before.raised:
            yield round((word.box.x0 - before.box.x1) / size, 4)


def _on_lines(passages: Iterator[Passage]) -> Iterator[list[Passage]]:
    line: list[Passage] = []
    for passage in passages:
        if line and not _same_line(line, passage):
            yield line
            line = []
        line.append(passage)
    if line:
        yield line


def _same_line(line: Sequence[Passage], passage: Passage) -> bool:
    if line[0].page != passage.page:
        return False
    near = min(abs(passage.baseline - other.baseline) for other in line)
    if near < LEVEL:
        return True
    raised = passage.raised or all(other.raised for other in line)
    return raised and near < SUPERIOR * max(passage.size, *(other.size for other in line))


def _type_line(passages: Sequence[Passage]) -> TypeLine:
    box = passages[0].box
    text = passages[0].text
    for passage in passages[1:]:
        box = box.joined(passage.box)
        text += passage.text if passage.glued else f" {passage.text}"
    level = [passage for passage in passages if not passage.raised] or passages
    spaces = tuple(space for passage in passages for space in passage.spaces)
    size = max(passage.size for passage in level)
    return TypeLine(passages[0].page, text, box, level[0].baseline, size, passages[-1].broken, spaces)
