"""Blocks on the disk: the objects of a part with marks for their references, read back piece by piece.

A block file is a row of pickles, and at its end the place of the last of them, the head. Only this program writes and
reads block files, into a folder of its own.
"""

import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Final, TypeAlias, TypeVar

PACKED: Final = 200
"""How many objects stand compressed in one object stream."""

_SLICE: Final = 32
"""How many names are read at once: those of all blocks are walked together, so few of each."""

_END: Final = 8


@dataclass(frozen=True, slots=True)
class Element:
    """A structure element that has a name: what it says (without brackets), its parent and kids, all marked.

    The kids name their page (PDF 1.7 table 324), so that they can stand under an element that begins elsewhere.
    """

    name: bytes
    says: bytes
    parent: bytes
    kids: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class PartFont:
    """A font of a part: its PostScript name, and for each glyph its width (thousandths of an em) and its words."""

    name: str
    number: int
    glyphs: Mapping[int, tuple[float, str]]


Packed: TypeAlias = tuple[int, "bytes | Element"]
"""An object and the block's number for it."""

StreamObject: TypeAlias = tuple[int, bytes, bytes]
"""The block's number of a stream, its dictionary, and its bytes as they are in the file."""

Named: TypeAlias = tuple[bytes, bytes]
"""The name of a place and where it is: an array, marked."""

Numbered: TypeAlias = tuple[bytes, int]
"""The name of an element with the block's number for it; or of a link's target with the ordinal of its page."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Contents:
    """All that is in a block; places, links and elements are in the order of their names.

    ``size`` is the count of numbers taken by objects, and ``keys`` of keys of the parent tree. ``parent`` stands for
    the node of the page tree above ``pages``, ``document`` for the book's structure element, of which ``kids`` are
    kids.
    """

    packs: Sequence[Sequence[Packed]]
    streams: Sequence[StreamObject]
    places: Sequence[Named]
    links: Sequence[Numbered]
    elements: Sequence[Numbered]
    fonts: tuple[PartFont, ...]
    size: int
    keys: int
    parent: int
    document: int
    pages: tuple[int, ...]
    kids: tuple[bytes, ...]
    owners: bytes


@dataclass(frozen=True, slots=True)
class Head:
    """What of a block is kept while a book is joined: the least, for a book has many blocks.

    ``faces`` are the block's numbers of fonts with their names. The last seven are places of pieces in the file; the
    others are those of ``Contents``.
    """

    size: int
    keys: int
    parent: int
    document: int
    pages: tuple[int, ...]
    kids: tuple[bytes, ...]
    faces: tuple[tuple[int, str], ...]
    fonts: int
    packs: tuple[int, ...]
    streams: tuple[int, ...]
    places: tuple[int, ...]
    links: tuple[int, ...]
    elements: tuple[int, ...]
    owners: int


def write_block(contents: Contents, target: Path) -> None:
    """Write a block; the same contents give the same bytes."""
    with target.open("wb") as file:
        head = Head(
            size=contents.size,
            keys=contents.keys,
            parent=contents.parent,
            document=contents.document,
            pages=contents.pages,
            kids=contents.kids,
            faces=tuple((font.number, font.name) for font in contents.fonts),
            fonts=_written(file, [contents.fonts])[0],
            packs=_written(file, contents.packs),
            streams=_written(file, contents.streams),
            places=_written(file, _slices(contents.places)),
            links=_written(file, _slices(contents.links)),
            elements=_written(file, _slices(contents.elements)),
            owners=_written(file, [contents.owners])[0],
        )
        (at,) = _written(file, [head])
        file.write(at.to_bytes(_END, "big"))


def _written(file: BinaryIO, pieces: Iterable[object]) -> tuple[int, ...]:
    """Write pieces and give their places."""
    places = []
    for piece in pieces:
        places.append(file.tell())
        pickle.dump(piece, file, protocol=5)
    return tuple(places)


def _slices(records: Iterable[_T]) -> Iterator[list[_T]]:
    rest = iter(records)
    while piece := list(islice(rest, _SLICE)):
        yield piece


class Block:
    """A block on the disk. Files are open only while a piece is read: a book has more blocks than a program files."""

    def __init__(self, path: Path) -> None:
        """Read the head of a block."""
        self._path = path
        with path.open("rb") as file:
            file.seek(-_END, 2)
            file.seek(int.from_bytes(file.read(_END), "big"))
            self.head: Head = pickle.load(file)

    def packs(self) -> Iterator[list[Packed]]:
        """Yield the objects that stand together in an object stream."""
        return self._pieces(self.head.packs)

    def streams(self) -> Iterator[StreamObject]:
        """Yield the streams."""
        return self._pieces(self.head.streams)

    def places(self) -> Iterator[Named]:
        """Yield the named places in the order of their names."""
        return self._records(self.head.places)

    def links(self) -> Iterator[Numbered]:
        """Yield the names to which links lead, each once, with the page of the first."""
        return self._records(self.head.links)

    def elements(self) -> Iterator[Numbered]:
        """Yield the named elements in the order of their names."""
        return self._records(self.head.elements)

    def fonts(self) -> tuple[PartFont, ...]:
        """Give the fonts with all their glyphs."""
        fonts: tuple[PartFont, ...] = next(self._pieces((self.head.fonts,)))
        return fonts

    def owners(self) -> bytes:
        """Give the block's share of the parent tree: keys and values, marked."""
        owners: bytes = next(self._pieces((self.head.owners,)))
        return owners

    def _records(self, places: Sequence[int]) -> Iterator:  # type: ignore[type-arg]
        for piece in self._pieces(places):
            yield from piece

    def _pieces(self, places: Sequence[int]) -> Iterator:  # type: ignore[type-arg]
        for place in places:
            with self._path.open("rb") as file:
                file.seek(place)
                piece = pickle.load(file)
            yield piece
