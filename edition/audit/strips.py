"""The words of a finished file as strips: runs of words that nothing interrupts, in the order of the file.

A strip is a line of a column of a PDF page, or a block of an EPUB. The words of a cell may go on in another strip
wherever a strip ends, because a page, a column or a note may come between; never inside one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from edition.audit.fold import fold
from edition.inspect.epub import EpubDocument
from edition.inspect.epub_text import Block, Run
from edition.inspect.lines import strips as page_strips
from edition.inspect.page import Line, PdfPage, Word

CALLER = re.compile(r"[\d⁰¹²³⁴⁵⁶⁷⁸⁹*†‡§¶,–-]+|[a-zа-яё]", re.I)
"""What a raised word is when it calls a note: a figure, a sign, one letter. «XXᵉ» keeps its letters elsewhere."""

NOT_WORDS = frozenset(("doc-noteref", "noteref", "doc-backlink", "backlink", "referrer", "doc-pagebreak", "pagebreak"))
"""Roles of what an e-book puts among the words: callers, the way back from a note, page breaks."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Folded words. ``broken``: the last word goes on in another strip. ``where`` names the page or document.

    ``size`` is in points, ``x0``, ``x1``, ``y`` in points on the page ``page`` (0 in an e-book).
    """

    text: str
    broken: bool
    where: str
    page: int = 0
    size: float = 0
    x0: float = 0
    x1: float = 0
    y: float = 0


def of_page(page: PdfPage) -> Iterator[Strip]:
    """Give the strips of a PDF page, without what is marked as no part of its text: heads, folios, numbers of lines."""
    for line in page_strips([word for word in page.words if not word.artifact]):
        strip = _of_line(page, line)
        if strip.text:
            yield strip


def _of_line(page: PdfPage, line: Line) -> Strip:
    words = [word for word in line.words if not _is_caller(word)]
    broken = bool(words) and words[-1].broken
    text = fold(_joined(words))
    if broken and text[-1:] in "-—":
        text = text[:-1]
    size = max((word.size for word in words), default=0.0)
    where = f"page {page.label}"
    return Strip(text, broken, where, page.index, size, line.box.x0, line.box.x1, line.baseline)


def _is_caller(word: Word) -> bool:
    return word.raised and bool(CALLER.fullmatch(word.text))


def _joined(words: list[Word]) -> str:
    return "".join(word.text if word.glued else f" {word.text}" for word in words)


def of_epub(document: EpubDocument) -> Iterator[Strip]:
    """Give the strips of an e-book: one a block."""
    for block in document.blocks():
        text = fold("".join(run.text for run in block.runs if not _calls(run)))
        if text:
            yield Strip(text, False, _where(block))


def _calls(run: Run) -> bool:
    """Tell whether a run is a caller, or leads back from a note: by its role, or as a superior sign that is a link."""
    superior = "sup" in run.tags and "a" in run.tags and bool(CALLER.fullmatch(run.text.strip()))
    return superior or not NOT_WORDS.isdisjoint(run.roles)


def _where(block: Block) -> str:
    return block.document.rpartition("/")[2]
