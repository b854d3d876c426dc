"""HTML elements and what was painted of them → the structure tree of a part (PDF 1.7 §14.7).

The tree is that of the HTML, not of the pages: an element is one structure element, over however many pages its
words stand, and what a page maker parted (original on the verso, translation on the recto, notes at the foot) is
read in the order of the HTML: original then translation row by row, the notes of a row after it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import TypeAlias
from xml.etree.ElementTree import Element

from edition.typeset.weasyprint.private import Annotation, Painted
from edition.typeset.weasyprint.roles import carrier, decorative, identifier, language_of, roles


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked content sequence: its page in the part and its number there (MCID)."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Area:
    """A link's annotation on a page."""

    page: int
    annotation: Annotation


@dataclass(slots=True)
class Branch:
    """A structure element; ``language`` is said where it is not that of what is around it."""

    role: str
    language: str = ""
    id: str = ""
    alternative: str = ""
    rectangle: tuple[float, float, float, float] | None = None
    kids: list["Kid"] = field(default_factory=list)


Kid: TypeAlias = Branch | Mark | Area


class Trees:
    """The HTML trees of a part in reading order: each document that was laid out for it has one."""

    def __init__(self, roots: Sequence[Element]) -> None:
        self._roots = roots
        self._ornaments = frozenset(
            inside for root in roots for element in root.iter() if decorative(element) for inside in element.iter()
        )

    def ornamental(self, element: Element | None) -> bool:
        """Tell whether what belongs to the element is no part of the text; what belongs to none is not."""
        return element is None or element in self._ornaments

    def structure(
        self, painted: Sequence[Sequence[Painted]], links: Sequence[Sequence[Annotation]]
    ) -> list[Branch | Mark | Area]:
        """Give the kids of the document: what was painted and linked page by page, in the order of the HTML.

        Raise ``LookupError`` if an element of a page stands in none of the trees: its words would be lost.
        """
        growing = _Growing(painted, links)
        kids = [kid for root in self._roots for kid in growing.kids(root, (), "", "")]
        growing.finish()
        return _merged(kids)


class _Growing:
    """Walks the HTML and takes from the pages what belongs to each element."""

    def __init__(self, painted: Sequence[Sequence[Painted]], links: Sequence[Sequence[Annotation]]) -> None:
        self._shown: dict[Element, list[Kid]] = {}
        self._rectangles: dict[Element, tuple[float, float, float, float]] = {}
        for page, sequences in enumerate(painted):
            for number, sequence in enumerate(sequences):
                self._shown.setdefault(sequence.element, []).append(Mark(page, number))
                if sequence.rectangle:
                    self._rectangles[sequence.element] = sequence.rectangle
        for page, annotations in enumerate(links):
            for annotation in annotations:
                self._shown.setdefault(annotation.element, []).append(Area(page, annotation))

    def kids(self, element: Element, ancestors: tuple[Element, ...], said: str, language: str) -> list[Kid]:
        """Give what an element adds to the tree: itself, its kids where it is nothing itself, nothing if empty.

        ``said`` is the language that the tree says here, ``language`` the one that the HTML does.
        """
        language = language_of(element) or language
        names = roles(element, ancestors)
        if not names and language_of(element) and language != said and carrier(element):
            names = (carrier(element),)
        inside = self._inside(element, ancestors, language if names else said, language)
        if not names or not inside:
            return inside
        branch = Branch(names[-1], kids=inside)
        for name in reversed(names[:-1]):
            branch = Branch(name, kids=[branch])
        branch.language = language if language != said else ""
        branch.id = identifier(element, names[0], ancestors)
        if names == ("Figure",):
            branch.alternative = element.get("alt", "")
            branch.rectangle = self._rectangles.get(element)
        return [branch]

    def _inside(self, element: Element, ancestors: tuple[Element, ...], said: str, language: str) -> list[Kid]:
        own = self._shown.pop(element, [])
        around = (*ancestors, element)
        below = [kid for child in element for kid in self.kids(child, around, said, language)]
        return _in_order([*own, *below])

    def finish(self) -> None:
        """Raise ``LookupError`` if something is left that no tree holds."""
        if lost := sorted(str(element.tag) for element in self._shown):
            raise LookupError(f"elements on the pages of a part stand in none of its trees: {', '.join(lost)}")


def _in_order(kids: list[Kid]) -> list[Kid]:
    """Put kids in the order of the pages where words are among them, else leave them in that of the HTML."""
    if any(isinstance(kid, Mark) for kid in kids):
        return sorted(kids, key=_first)
    return kids


def _first(kid: Kid) -> tuple[float, float]:
    """Give page and number at which a kid first stands; the area of a link comes after the words on its page."""
    match kid:
        case Mark(page, number):
            return (page, number)
        case Area(page):
            return (page, inf)
        case Branch(kids=kids):
            return min(map(_first, kids))


def _merged(kids: Iterable[Kid]) -> list[Kid]:
    """Make one of the groups of one name: a division whose letters were laid out apart is one division."""
    groups: dict[tuple[str, str], Branch] = {}
    out: list[Kid] = []
    for kid in kids:
        if isinstance(kid, Branch) and kid.id and kid.role != "Note":
            known = groups.setdefault((kid.role, kid.id), kid)
            if known is not kid:
                known.kids = _merged([*known.kids, *kid.kids])
                continue
        out.append(kid)
    return out


def walk(kids: Iterable[Kid]) -> Iterator[Branch]:
    """Yield all structure elements in reading order."""
    for kid in kids:
        if isinstance(kid, Branch):
            yield kid
            yield from walk(kid.kids)
