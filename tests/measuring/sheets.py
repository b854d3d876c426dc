"""A book made by hand, page and baseline, as if it had been read from a PDF."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from edition.inspect.page import Box, Link
from edition.inspect.pdf_objects import Destination
from edition.inspect.structure import Area, Element, Mark
from edition.inspect.tagged import Passage, TaggedBook

HEAD, LEADING, LINES = 50.0, 12.0, 20
FOOT = HEAD + LEADING * (LINES - 1)
WIDTH = 200.0

Place = tuple[int, float]
"""Index of a page, and the line on it, from 0: lines stand ``LEADING`` apart."""


@dataclass
class Sheets:
    """A book to which rows and notes are added; its pages are those on which something stands."""

    facing: bool = True
    passages: dict[Mark, tuple[Passage, ...]] = field(default_factory=dict)
    root: Element = field(default_factory=lambda: Element("Document", "ru"))
    pages: int = 0

    def __post_init__(self) -> None:
        self.letters = self._element("Sect", self.root)
        self.group = self.letters

    def letter(self) -> None:
        """Begin a letter."""
        self.group = self._element("Art", self.letters)

    def heading(self, ru: Sequence[Place], en: Sequence[Place]) -> None:
        """Add a heading with its versions."""
        row = self._element("H2", self.group)
        for language, places in (("ru", ru), ("en", en)):
            self._words(self._element("Span", row, language), places)

    def row(
        self, ru: Sequence[Place], en: Sequence[Place], *, broken: Sequence[int] = (), calls: Sequence[str] = ()
    ) -> None:
        """Add a row: the lines of each version, of which those of ``ru`` at ``broken`` end with a hyphen.

        ``calls`` are names that end in the language; each version calls its own on its first line.
        """
        row = self._element("Div", self.group)
        for language, places in (("ru", ru), ("en", en)):
            if places:
                paragraph = self._element("P", self._element("Div", row, language))
                self._words(paragraph, places, broken if language == "ru" else ())
                for name in calls:
                    if name.endswith(language):
                        self._link(paragraph, name, places[0])

    def note(self, name: str, ru: Sequence[Place], en: Sequence[Place], back: str = "") -> None:
        """Add a note with its sides, ``name-ru`` and ``name-en``; ``back`` is the name they lead back to."""
        note = self._element("Div", self.group)
        for language, places in (("ru", ru), ("en", en)):
            if places:
                side = self._element("Note", note, language)
                side.id = f"{name}-{language}"
                self._words(self._element("P", side), places)
                if back:
                    self._link(side, back, places[0])

    def book(self, *places: tuple[str, int]) -> TaggedBook:
        """Give the book, with names on pages."""
        labels = tuple(str(page + 1) for page in range(self.pages))
        names = {name: Destination(name, page, 0, 0) for name, page in places}
        return TaggedBook((self.root,), self.passages, ((),) * self.pages, (), labels, names)

    def _element(self, tag: str, parent: Element, language: str = "") -> Element:
        made = Element(tag, language or parent.language, bool(language), parent=parent)
        parent.kids.append(made)
        return made

    def _words(self, element: Element, places: Sequence[Place], broken: Sequence[int] = ()) -> None:
        x = 300.0 if element.language == "en" and not self.facing else 50.0
        for ordinal, (page, line) in enumerate(places):
            self.pages = max(self.pages, page + 1)
            baseline = HEAD + line * LEADING
            mark = Mark(page, len(self.passages))
            element.kids.append(mark)
            text = f"{element.language} {page + 1}.{line:g}" + ("-" if ordinal in broken else "")
            box = Box(x, baseline - 8, x + WIDTH, baseline + 2)
            self.passages[mark] = (
                Passage(page, text, box, baseline, 10.0, ("Vollkorn",), broken=ordinal in broken, spaces=(0.25,)),
            )

    def _link(self, paragraph: Element, name: str, place: Place) -> None:
        page, line = place
        y = HEAD + line * LEADING
        link = self._element("Link", self._element("Reference", paragraph))
        link.kids.append(Area(page, Link(Box(60, y - 8, 65, y), f"#{name}")))


def on(page: int, first: float, end: float) -> list[Place]:
    """Give the lines of a page from ``first`` to before ``end``."""
    return [(page, first + step) for step in range(round(end - first))]
