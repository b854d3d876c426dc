"""What a book says of itself besides its pages."""

from dataclasses import dataclass
from pathlib import Path

from edition.book.tree import Metadata


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """A bookmark: ``level`` 1 is a division, ``anchor`` the name of the place that it leads to."""

    level: int
    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class BookFile:
    """What the joined file needs that no part has.

    ``faces`` are the font files that may be in the book (``Face.files``). ``labels`` are the numbers printed on the
    pages, one a page, in any mixture of roman, decimal and words. ``moment`` is the time that the file says it was
    made at, in seconds since 1970 (``SOURCE_DATE_EPOCH``); without it the file names none.
    """

    metadata: Metadata
    faces: tuple[Path, ...]
    outline: tuple[OutlineItem, ...] = ()
    labels: tuple[str, ...] = ()
    moment: int | None = None
