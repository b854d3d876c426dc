"""On which page, and on which line of its letter, each anchor of a book stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Page:
    """A page: its place in the book, from 0, and the label printed on it (``xii``, ``145``)."""

    index: int
    label: str


@dataclass(frozen=True, slots=True)
class Pagination:
    """Anchor → page, from whichever engine ran. Empty before the first layout.

    ``lines`` is anchor → number of the line in its letter's original on which the words begin; empty in outputs that
    number no lines.
    """

    pages: Mapping[str, Page] = field(default_factory=dict)
    count: int = 0
    lines: Mapping[str, int] = field(default_factory=dict)

    def page(self, anchor: str) -> Page | None:
        """Give the page of an anchor, or ``None`` while it is not known."""
        return self.pages.get(anchor)
