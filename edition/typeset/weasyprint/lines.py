"""A laid-out galley's boxes → the lines of its rows and notes, with the boxes that print them.

What is measured here is what the page maker knows of a line; what is set is what goes on a page. Boxes are measured
in CSS pixels, lines in points, rounded to a thousandth so that the same words give the same numbers wherever in a
galley they stand.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from edition.press.measured import Cell, Line
from edition.typeset.weasyprint.private import POINTS, Box, is_line, is_text, text_of
from edition.typeset.weasyprint.units import SCHEME

_SOFT_HYPHEN = "\N{SOFT HYPHEN}"


@dataclass(frozen=True, slots=True, eq=False)
class SetLine:
    """A line as it was set: its box, and the boxes around it from the root of the page down to its paragraph.

    ``cell`` is the place in ``chain`` of its version's cell; ``begins`` are the ids that begin in it.
    """

    box: Box
    chain: tuple[Box, ...]
    cell: int
    begins: frozenset[str]


@dataclass(frozen=True, slots=True)
class SetCell:
    """A cell with its measured lines, and the same lines as they were set."""

    measured: Cell = field(default_factory=Cell)
    lines: tuple[SetLine, ...] = ()


class Calls:
    """Knows which notes of a unit are called by which links and lemmas."""

    def __init__(self, notes: Sequence[Element]) -> None:
        named = [(note.get("id", ""), note) for note in notes]
        self._by_side = {side.get("id", ""): id for id, note in named for side in (note, *note) if side.get("id")}
        self._by_lemma: dict[str, list[str]] = {}
        for id, note in named:
            if lemma := note.get("data-lemma"):
                self._by_lemma.setdefault(lemma, []).append(id)

    def of(self, begins: Sequence[str], elements: Sequence[Element]) -> Iterator[str]:
        """Yield what is called in a line: readings of the lemmas that begin in it, notes of the callers in it."""
        for id in begins:
            yield from self._by_lemma.get(id, ())
        for element in elements:
            if "caller" in classes(element) and (note := self._by_side.get(_leads_to(element))):
                yield note


def _leads_to(link: Element) -> str:
    """Give the id that a link inside the book leads to."""
    href = link.get("href", "")
    return href[1:] if href.startswith("#") else unquote(href.removeprefix(SCHEME))


def classes(element: Element | None) -> tuple[str, ...]:
    """Give the classes of an element, in order."""
    return () if element is None else tuple(element.get("class", "").split())


def points(pixels: float) -> float:
    """Give pixels in points, to a thousandth."""
    return round(pixels * POINTS, 3)


def set_cell(
    cell: Box, around: tuple[Box, ...], calls: Calls, known: set[str], groups: tuple[str, ...] = ()
) -> SetCell:
    """Measure a cell; ``around`` are the boxes that hold it.

    Ids that begin are added to those ``known``; ``groups`` are the ids of what begins with its first line.
    """
    head = cell.content_box_y()
    chain = (*around, cell)
    set_lines: list[SetLine] = []
    measured: list[Line] = []
    for ordinal, (path, lines) in enumerate(_paragraphs(cell, chain)):
        hyphens = _hyphens(path[-1], lines)
        waiting = (*groups, *_ids(path[len(chain) :]))
        groups = ()
        for line, hyphenated in zip(lines, hyphens, strict=True):
            inside = _elements(line)
            new = list(dict.fromkeys(id for id in (*waiting, *_named(inside)) if id not in known))
            known.update(new)
            waiting = ()
            top, foot = points(line.position_y - head), points(line.position_y + line.height - head)
            called = tuple(dict.fromkeys(calls.of(new, inside)))
            measured.append(Line(top, round(foot - top, 3), ordinal, called, tuple(new), hyphenated))
            set_lines.append(SetLine(line, path, len(chain) - 1, frozenset(new)))
    id = "" if cell.element is None else cell.element.get("id", "")
    return SetCell(Cell(tuple(measured), id), tuple(set_lines))


def _paragraphs(box: Box, path: tuple[Box, ...]) -> Iterator[tuple[tuple[Box, ...], list[Box]]]:
    """Yield the boxes from the root to each paragraph, with its lines; lines inside a line are part of that."""
    lines = [child for child in box.children if is_line(child) and child.height > 0]
    if lines:
        yield path, lines
    for child in box.children:
        if not is_line(child):
            yield from _paragraphs(child, (*path, child))


def _ids(boxes: Sequence[Box]) -> tuple[str, ...]:
    return tuple(id for box in boxes if box.element is not None and (id := box.element.get("id")))


def _elements(line: Box) -> list[Element]:
    """Give the elements in a line, each once, in order; the line's own is its paragraph's."""
    found = (box.element for box in line.descendants() if box is not line and not is_text(box))
    return list(dict.fromkeys(element for element in found if element is not None and element is not line.element))


def _named(elements: Sequence[Element]) -> Iterator[str]:
    return (id for element in elements if (id := element.get("id")))


def _hyphens(paragraph: Box, lines: Sequence[Box]) -> list[bool]:
    """Tell of each line whether the engine put a hyphen at its end: the words of the paragraph have none there."""
    element = paragraph.element
    written = iter(()) if element is None else iter(_solid("".join(element.itertext())))
    waiting = next(written, "")
    out: list[bool] = []
    for line in lines:
        painted = _solid(painted_words(line))
        last = ""
        for last in painted:
            if last == waiting:
                waiting, last = next(written, ""), ""
        out.append(last == hyphen_of(line))
    return out


def hyphen_of(box: Box) -> str:
    """Give the sign that the engine puts where it parts a word."""
    return str(box.style["hyphenate_character"])


def painted_words(box: Box) -> str:
    """Give the words in a box as they are painted."""
    return "".join(text_of(one) for one in box.descendants() if is_text(one))


def _solid(words: str) -> str:
    return "".join(words.split()).replace(_SOFT_HYPHEN, "")


def first_lines(lines: Iterable[SetLine]) -> dict[int, Box]:
    """Give, by the identity of each box around lines in order, the line with which it begins."""
    found: dict[int, Box] = {}
    for line in lines:
        for box in line.chain:
            found.setdefault(id(box), line.box)
    return found
