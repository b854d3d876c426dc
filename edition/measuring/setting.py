"""Structure of a book → rows with their versions, notes with their callers: what the measures speak of."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from edition.inspect.structure import Element
from edition.inspect.tagged import TaggedBook, TypeLine

GROUPS = frozenset({"Document", "Part", "Art", "Sect", "Index"})
HEADINGS = frozenset({"H", "H1", "H2", "H3", "H4", "H5", "H6"})
CELLS = frozenset({"Div", "Span"})
SHOWN = 40  # letters of a passage that name it


@dataclass(frozen=True, slots=True)
class SetCell:
    """A version of a row, or a side of a note, as it is set: its lines, paragraph by paragraph."""

    language: str
    paragraphs: tuple[tuple[TypeLine, ...], ...]

    @property
    def lines(self) -> tuple[TypeLine, ...]:
        """All its lines, in order."""
        return tuple(line for paragraph in self.paragraphs for line in paragraph)


@dataclass(frozen=True, slots=True)
class SetRow:
    """Versions that begin level; ``opens`` where a letter begins with it."""

    cells: tuple[SetCell, ...]
    heading: bool = False
    opens: bool = False

    @property
    def name(self) -> str:
        """The words that name it in a report."""
        return shown(self.cells[0].lines)


@dataclass(frozen=True, slots=True)
class SetNote:
    """The sides of a note, by their ids; ``leads_to`` is where the link of each goes back to."""

    sides: Mapping[str, SetCell]
    leads_to: Mapping[str, str]


@dataclass(frozen=True)
class SetDivision:
    """A division: what is set in it, in reading order; ``loose`` are paragraphs in no row and no note."""

    rows: tuple[SetRow, ...]
    notes: tuple[SetNote, ...]
    loose: tuple[tuple[TypeLine, ...], ...] = ()

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages of its lanes, in order; one, or none, if nothing in it is parallel."""
        orders = Counter(tuple(cell.language for cell in row.cells) for row in self.rows if not row.heading)
        return max(orders, key=lambda order: (len(order), orders[order]), default=())

    @property
    def parallel(self) -> bool:
        """Whether versions stand beside each other in it."""
        return len(self.languages) > 1

    @cached_property
    def facing(self) -> bool:
        """Whether the versions stand on facing pages."""
        pages = [[cell.lines[0].page for cell in row.cells] for row in self.rows if len(row.cells) > 1]
        return 2 * sum(len(set(starts)) > 1 for starts in pages) > len(pages)

    def frame(self, page: int) -> int:
        """Give the frame on which a page stands: its opening, or itself."""
        return opening(page) if self.facing else page

    def lane(self, cell: SetCell) -> int:
        """Give the lane of a cell; a language that has none goes by where it stands."""
        if cell.language in self.languages:
            return self.languages.index(cell.language)
        return 1 - cell.lines[0].page % 2 if self.facing else 0


@dataclass(frozen=True, slots=True)
class Setting:
    """A book as it is set. ``callers`` are the pages of the links that lead to a name, ``places`` those of names."""

    divisions: tuple[SetDivision, ...]
    callers: Mapping[str, tuple[int, ...]]
    places: Mapping[str, int]
    labels: tuple[str, ...]

    def label(self, page: int) -> str:
        """Give what is printed for a page; the last one's where a book ends before a lane has its page."""
        return self.labels[min(page, len(self.labels) - 1)]

    def parallel(self) -> Iterator[SetDivision]:
        """Yield the divisions in which versions stand beside each other."""
        return (division for division in self.divisions if division.parallel)


def opening(page: int) -> int:
    """Give the opening of a page, by its index from 0: the first is a recto by itself.

    >>> [opening(page) for page in range(5)]
    [0, 1, 1, 2, 2]
    """
    return (page + 1) // 2


def shown(lines: Iterable[TypeLine]) -> str:
    """Give the first words of lines, to name them by."""
    text = next((line.text for line in lines), "")
    return text if len(text) <= SHOWN else text[:SHOWN].rpartition(" ")[0] + " …"


def read_setting(book: TaggedBook) -> Setting:
    """Find rows and notes in a book's structure, division by division."""
    reader = _Reader(book)
    divisions = tuple(reader.division(element) for root in book.roots for element in _divisions(root))
    places = {name: place.page for name, place in book.destinations.items()}
    return Setting(divisions, _callers(book), places, book.labels)


def _divisions(root: Element) -> Sequence[Element]:
    groups = [element for element in root.elements if element.tag in GROUPS]
    return groups or [root]


def _callers(book: TaggedBook) -> Mapping[str, tuple[int, ...]]:
    """Give the pages of links by the name they lead to; those in notes lead back and are no callers."""
    callers: dict[str, tuple[int, ...]] = {}
    for root in book.roots:
        for element in _outside_notes(root):
            for area in element.areas:
                name = area.link.target.removeprefix("#")
                callers[name] = (*callers.get(name, ()), area.page)
    return callers


def _outside_notes(element: Element) -> Iterator[Element]:
    if element.tag != "Note":
        yield element
        for kid in element.elements:
            yield from _outside_notes(kid)


class _Reader:
    """Sorts the elements of a division into rows, notes and paragraphs outside of both."""

    def __init__(self, book: TaggedBook) -> None:
        self._book = book

    def division(self, element: Element) -> SetDivision:
        rows: list[SetRow] = []
        notes: list[SetNote] = []
        loose: list[tuple[TypeLine, ...]] = []
        for block in _blocks(element):
            if any(kid.tag == "Note" for kid in block.elements):
                notes.append(self._note(block))
            elif block.tag == "Div" or block.tag in HEADINGS:
                rows += self._row(block)
            else:
                loose += [lines for paragraph in _paragraphs(block) if (lines := self._book.lines(paragraph))]
        return SetDivision(tuple(rows), tuple(notes), tuple(loose))

    def _row(self, block: Element) -> Iterator[SetRow]:
        cells = [kid for kid in block.elements if kid.tag in CELLS] or [block]
        made = tuple(cell for cell in map(self._cell, cells) if cell.lines)
        heading = block.tag in HEADINGS
        if made and not (heading and _stacked(made)):
            yield SetRow(made, heading, heading and block.parent is not None and _opens(block, block.parent))

    def _cell(self, element: Element) -> SetCell:
        paragraphs = [kid for kid in element.walk() if kid.tag == "P"] or [element]
        return SetCell(element.language, tuple(lines for kid in paragraphs if (lines := self._book.lines(kid))))

    def _note(self, block: Element) -> SetNote:
        sides = {kid.id: self._cell(kid) for kid in block.elements if kid.tag == "Note"}
        back = {kid.id: _first_target(kid) for kid in block.elements if kid.tag == "Note"}
        return SetNote({id: side for id, side in sides.items() if side.lines}, back)


def _stacked(cells: Sequence[SetCell]) -> bool:
    """Tell whether versions stand one under the other: those of a title over the whole page, which is no row."""
    first, *others = (cell.lines[0] for cell in cells)
    return any(first.page == line.page and first.box.x0 < line.box.x1 and line.box.x0 < first.box.x1 for line in others)


def _opens(heading: Element, group: Element) -> bool:
    """Tell whether a heading is the first of a letter."""
    return group.tag == "Art" and group.elements[0] is heading


def _blocks(element: Element) -> Iterator[Element]:
    for kid in element.elements:
        if kid.tag in GROUPS:
            yield from _blocks(kid)
        else:
            yield kid


def _paragraphs(block: Element) -> Iterator[Element]:
    return (element for element in block.walk() if element.tag == "P")


def _first_target(element: Element) -> str:
    targets = (area.link.target for inside in element.walk() for area in inside.areas)
    return next((target.removeprefix("#") for target in targets if target.startswith("#")), "")


def turns(lines: Sequence[TypeLine]) -> Iterator[tuple[TypeLine, TypeLine]]:
    """Yield the lines between which a page ends."""
    return ((before, after) for before, after in pairwise(lines) if before.page != after.page)
