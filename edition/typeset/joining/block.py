"""The PDF of a part → a block: its objects as bytes that can stand anywhere in the joined book.

Taken out are what the book has once: the catalog, the head of the page tree, metadata, outline, fonts, the root of
the structure tree and its document. Structure elements with a name (``/ID``) are kept open, so that one which goes on
in the next block is one element in the book.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Final
from urllib.parse import unquote

import pikepdf

from edition.typeset.destinations import decode_name, destinations
from edition.typeset.joining.block_file import (
    PACKED,
    Contents,
    Element,
    Named,
    Numbered,
    Packed,
    PartFont,
    StreamObject,
    write_block,
)
from edition.typeset.joining.literals import dictionary, name_bytes
from edition.typeset.joining.part_fonts import is_font, read_font
from edition.typeset.joining.references import mark_key, marked, references

SCHEME: Final = "edition:"
"""Begins the address of a place of the book, in a link of a part."""

_PLACED: Final = frozenset({"/P", "/K", "/Pg", "/Type"})


def make_block(pdf: bytes, target: Path) -> None:
    """Write a part as a block. Links to ``edition:NAME`` (percent-encoded) become links to the place of that name.

    The same part gives the same bytes, wherever they are written.
    """
    with pikepdf.open(BytesIO(pdf)) as part:
        write_block(_Taking(part).contents(), target)


class _Taking:
    """Takes a part to pieces."""

    def __init__(self, part: pikepdf.Pdf) -> None:
        self._part = part
        self._links = _link_within(part)
        self._tree = part.Root.StructTreeRoot
        self._document = _array(self._tree.K)[0]
        self._objects = {thing.objgen[0]: thing for thing in part.objects}
        self._bodies: dict[int, bytes] = {}
        self._fonts: list[int] = []
        kept = sorted(self._reached())
        outside = [self._document.objgen[0], part.Root.Pages.objgen[0], *sorted(self._fonts)]
        plain = [number for number in kept if not isinstance(self._objects[number], pikepdf.Stream)]
        self._packs = [plain[place : place + PACKED] for place in range(0, len(plain), PACKED)]
        self._size = len(kept) + len(self._packs)
        own = dict(zip(kept, range(1, len(kept) + 1), strict=True))
        self._numbers = own | {number: self._size + place for place, number in enumerate(outside, 1)}
        self._kept = kept

    def contents(self) -> Contents:
        """Give all that the block holds."""
        pages = [page.obj for page in self._part.pages]
        elements, packs = self._packed()
        return Contents(
            packs=packs,
            streams=list(self._streams()),
            places=sorted(self._places()),
            links=self._links,
            elements=sorted(elements),
            fonts=tuple(self._part_fonts()),
            size=self._size,
            keys=max((int(key) for key in _array(self._tree.ParentTree.Nums)[::2]), default=-1) + 1,
            parent=self._numbers[self._part.Root.Pages.objgen[0]],
            document=self._numbers[self._document.objgen[0]],
            pages=tuple(self._numbers[page.objgen[0]] for page in pages),
            kids=self._kids(self._document),
            owners=self._owners(),
        )

    def _reached(self) -> set[int]:
        """Find what pages, structure and parent tree need, and note the fonts on the way."""
        outside = {self._part.Root.Pages.objgen[0], self._document.objgen[0], self._tree.objgen[0], 0}
        begin: list[pikepdf.Object | int | None] = [self._document.get("/K"), *_array(self._tree.ParentTree.Nums)[1::2]]
        waiting = [int(page.objgen[0]) for page in self._part.pages]
        waiting.extend(number for thing in begin for number in _named_in(thing))
        reached: set[int] = set()
        while waiting:
            number = waiting.pop()
            if number in reached or number in outside:
                continue
            thing = self._objects[number]
            if is_font(thing):
                outside.add(number)
                self._fonts.append(number)
                continue
            reached.add(number)
            shown = thing.stream_dict if isinstance(thing, pikepdf.Stream) else thing
            self._bodies[number] = body = shown.unparse(resolved=True)
            waiting.extend(references(body))
        return reached

    def _marked(self, thing: pikepdf.Object) -> bytes:
        return marked(thing.unparse(), self._numbers)

    def _packed(self) -> tuple[list[Numbered], list[list[Packed]]]:
        elements: list[Numbered] = []
        packs: list[list[Packed]] = []
        for numbers in self._packs:
            packs.append(pack := [])
            for number in numbers:
                own = self._numbers[number]
                taken = self._taken(number)
                pack.append((own, taken))
                if isinstance(taken, Element):
                    elements.append((taken.name, own))
        return elements, packs

    def _taken(self, number: int) -> bytes | Element:
        thing, body = self._objects[number], self._bodies[number]
        if isinstance(thing, pikepdf.Dictionary) and b"/ID" in body and thing.get("/Type") == "/StructElem":
            says = {key[1:]: self._marked(thing[key]) for key in sorted(thing.keys()) if key not in _PLACED}
            says["Type"] = b"/StructElem"
            return Element(bytes(thing.ID), dictionary(says)[2:-2], self._marked(thing.P), self._kids(thing))
        return marked(body, self._numbers)

    def _kids(self, element: pikepdf.Object) -> tuple[bytes, ...]:
        """Write the kids of an element, each with its page."""
        page = self._marked(element.Pg) if "/Pg" in element else b""
        return tuple(self._kid(kid, page) for kid in _array(element.get("/K")))

    def _kid(self, kid: pikepdf.Object | int, page: bytes) -> bytes:
        if isinstance(kid, int):
            return dictionary({"Type": b"/MCR", "Pg": page, "MCID": b"%d" % kid})
        if kid.is_indirect or "/Pg" in kid or not page:
            return self._marked(kid)
        return self._marked(kid).rstrip().removesuffix(b">>") + b"/Pg " + page + b">>"

    def _streams(self) -> Iterator[StreamObject]:
        for number in self._kept:
            thing = self._objects[number]
            if isinstance(thing, pikepdf.Stream):
                yield self._numbers[number], marked(self._bodies[number], self._numbers), thing.read_raw_bytes()

    def _places(self) -> Iterator[Named]:
        for name, target in destinations(self._part):
            yield name_bytes(name), marked(target.unparse(resolved=True), self._numbers)

    def _owners(self) -> bytes:
        """Write the entries of the parent tree, the keys in order."""
        entries = _array(self._tree.ParentTree.Nums)
        pairs = sorted(zip(map(int, entries[::2]), entries[1::2], strict=True), key=lambda pair: pair[0])
        return b" ".join(mark_key(key) + b" " + self._marked(value) for key, value in pairs)

    def _part_fonts(self) -> Iterator[PartFont]:
        for number in sorted(self._fonts):
            yield read_font(self._objects[number], self._numbers[number])


def _link_within(part: pikepdf.Pdf) -> Sequence[Numbered]:
    """Make links of addresses that name a place of the book; give the names, each with the first page that has it."""
    found: dict[bytes, int] = {}
    for ordinal, page in enumerate(part.pages):
        for annotation in _array(page.obj.get("/Annots")):
            name = _target(annotation)
            if name is None:
                continue
            if "/A" in annotation:
                del annotation["/A"]
            annotation.Dest = pikepdf.String(name_bytes(name))
            found.setdefault(name_bytes(name), ordinal)
    return sorted(found.items())


def _target(annotation: pikepdf.Object) -> str | None:
    """Give the name of the place of the book to which a link leads, if it leads to one."""
    address = str(annotation.get("/A", pikepdf.Dictionary()).get("/URI", ""))
    if address.startswith(SCHEME):
        return unquote(address.removeprefix(SCHEME))
    within = annotation.get("/Dest")
    return decode_name(bytes(within)) if isinstance(within, pikepdf.String) else None


def _array(thing: pikepdf.Object | None) -> list:  # type: ignore[type-arg]
    """Give the items of an array, a lone thing as one item, nothing as none."""
    if thing is None:
        return []
    return list(thing) if isinstance(thing, pikepdf.Array) else [thing]


def _named_in(thing: pikepdf.Object | int | None) -> Iterator[int]:
    if isinstance(thing, pikepdf.Object):
        yield from references(thing.unparse())
