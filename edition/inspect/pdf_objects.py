"""Read what a PDF says of itself outside its pages' text: destinations, links, outline, labels, fonts, metadata."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pikepdf
from lxml import etree

from edition.inspect.page import Box, Link

MAX_NESTING = 100
"""Outlines and font lists nested deeper than this are not followed."""

DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Destination:
    """A place that links lead to: page index from 0, and how far from the page's top-left corner, in points.

    ``x`` and ``y`` are 0 where the destination names no place on its page.
    """

    name: str
    page: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """A bookmark; ``level`` from 1; ``page`` from 0, or -1 where it leads nowhere."""

    title: str
    level: int
    page: int


@dataclass(frozen=True, slots=True)
class Font:
    """A face that the file uses, by its PostScript name without the tag of the subset."""

    name: str
    embedded: bool
    to_unicode: bool


@dataclass(frozen=True, slots=True)
class PdfMetadata:
    """What the file says of itself.

    ``language`` is the document's (empty: not said). ``titles`` and other mappings of the XMP are by language
    (``x-default`` where none is said); ``info`` is the old document information, ``xmp`` the raw packet.
    """

    language: str
    titles: Mapping[str, str]
    creators: tuple[str, ...]
    info: Mapping[str, str]
    xmp: bytes
    tagged: bool
    conformance: tuple[str, ...]


class Places:
    """Pages by their objects: turns destinations as the file writes them into page and place."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        """Number the pages and read the names."""
        self._index = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        self._tops = [_origin(page) for page in pdf.pages]
        self._names = dict(_names(pdf))

    def names(self) -> Iterator[Destination]:
        """Give every named destination, in the order of the names."""
        for name in sorted(self._names):
            place = self.place(self._names[name])
            if place is not None:
                yield Destination(name, *place)

    def corner(self, page: int) -> tuple[float, float]:
        """Give the place of a page's top-left corner in the file's own measure."""
        return self._tops[page]

    def resolve(self, target: pikepdf.Object) -> tuple[int, float, float] | None:
        """Find page and place of a destination, named or not."""
        if isinstance(target, pikepdf.String | pikepdf.Name):
            named = self._names.get(str(target).removeprefix("/") if isinstance(target, pikepdf.Name) else str(target))
            return self.place(named) if named is not None else None
        return self.place(target)

    def place(self, target: pikepdf.Object) -> tuple[int, float, float] | None:
        """Read an explicit destination (PDF 32000 §12.3.2.2)."""
        if isinstance(target, pikepdf.Dictionary):
            target = target.get("/D", pikepdf.Array())
        if not isinstance(target, pikepdf.Array) or not len(target):
            return None
        page = target[0]
        index = int(page) if isinstance(page, int) else self._index.get(page.objgen, -1)
        if not 0 <= index < len(self._tops):
            return None
        x0, top = self._tops[index]
        kind = str(target[1]) if len(target) > 1 else ""
        numbers = [float(part) if isinstance(part, int | float) or _is_number(part) else None for part in target[2:]]
        x, y = {"/XYZ": (0, 1), "/FitH": (None, 0), "/FitBH": (None, 0), "/FitR": (0, 3)}.get(kind, (None, None))
        across = _at(numbers, x)
        down = _at(numbers, y)
        return index, (across - x0 if across is not None else 0.0), (top - down if down is not None else 0.0)


def _is_number(part: object) -> bool:
    return hasattr(part, "as_tuple")  # pikepdf gives real numbers as Decimal


def _at(numbers: list[float | None], place: int | None) -> float | None:
    return numbers[place] if place is not None and place < len(numbers) else None


def _origin(page: pikepdf.Page) -> tuple[float, float]:
    x0, y0, x1, y1 = (float(side) for side in page.cropbox)
    return min(x0, x1), max(y0, y1)


def _names(pdf: pikepdf.Pdf) -> Iterator[tuple[str, pikepdf.Object]]:
    names = pdf.Root.get("/Names", pikepdf.Dictionary())
    if "/Dests" in names:
        yield from ((str(name), target) for name, target in pikepdf.NameTree(names["/Dests"]).items())
    for name, target in pdf.Root.get("/Dests", pikepdf.Dictionary()).items():
        yield str(name).removeprefix("/"), target


def links(page: pikepdf.Page, index: int, places: Places) -> tuple[Link, ...]:
    """Read the links of a page, by its index from 0, in the order of the file."""
    found = (link(note, places, index) for note in page.obj.get("/Annots", pikepdf.Array()))
    return tuple(one for one in found if one is not None)


def link(note: pikepdf.Object, places: Places, page: int) -> Link | None:
    """Read an annotation of a page, by its index, that is a link; nothing of another, or of one that leads nowhere."""
    if not isinstance(note, pikepdf.Dictionary) or note.get("/Subtype") != pikepdf.Name.Link or "/Rect" not in note:
        return None
    target = _target(note, places)
    if not target:
        return None
    x0, top = places.corner(page)
    ax, ay, bx, by = (float(side) for side in note["/Rect"])
    return Link(Box(min(ax, bx) - x0, top - max(ay, by), max(ax, bx) - x0, top - min(ay, by)), target)


def _target(note: pikepdf.Object, places: Places) -> str:
    action = note.get("/A", pikepdf.Dictionary())
    if "/URI" in action:
        return str(action["/URI"])
    target = note.get("/Dest", action.get("/D"))
    if target is None:
        return ""
    if isinstance(target, pikepdf.String):
        return f"#{target}"
    if isinstance(target, pikepdf.Name):
        return f"#{str(target).removeprefix('/')}"
    place = places.place(target)
    return f"page:{place[0]}" if place else ""


def outline(pdf: pikepdf.Pdf, places: Places) -> Iterator[OutlineItem]:
    """Walk the bookmarks in order."""
    root = pdf.Root.get("/Outlines")
    if isinstance(root, pikepdf.Dictionary):
        yield from _outline(root.get("/First"), 1, places, set())


def _outline(
    item: pikepdf.Object | None, level: int, places: Places, seen: set[tuple[int, int]]
) -> Iterator[OutlineItem]:
    while isinstance(item, pikepdf.Dictionary) and item.objgen not in seen and level <= MAX_NESTING:
        seen.add(item.objgen)
        target = item.get("/Dest", item.get("/A", pikepdf.Dictionary()).get("/D"))
        place = places.resolve(target) if target is not None else None
        yield OutlineItem(str(item.get("/Title", "")), level, place[0] if place else -1)
        yield from _outline(item.get("/First"), level + 1, places, seen)
        item = item.get("/Next")


def fonts(pdf: pikepdf.Pdf) -> tuple[Font, ...]:
    """List the faces of all pages and of the drawings in them, each once, by name."""
    found: set[Font] = set()
    seen: set[tuple[int, int]] = set()
    for page in pdf.pages:
        _collect_fonts(page.obj.get("/Resources"), found, seen, 0)
    return tuple(sorted(found, key=lambda font: (font.name, font.embedded, font.to_unicode)))


def _collect_fonts(resources: pikepdf.Object | None, found: set[Font], seen: set[tuple[int, int]], depth: int) -> None:
    if not isinstance(resources, pikepdf.Dictionary) or depth > MAX_NESTING:
        return
    for font in dict(resources.get("/Font", pikepdf.Dictionary()).items()).values():
        if _fresh(font, seen):
            found.add(_font(font))
    for drawing in dict(resources.get("/XObject", pikepdf.Dictionary()).items()).values():
        if _fresh(drawing, seen):
            _collect_fonts(drawing.get("/Resources"), found, seen, depth + 1)


def _fresh(thing: pikepdf.Object, seen: set[tuple[int, int]]) -> bool:
    if thing.objgen == (0, 0):
        return True
    if thing.objgen in seen:
        return False
    seen.add(thing.objgen)
    return True


def _font(font: pikepdf.Object) -> Font:
    descendants = font.get("/DescendantFonts")
    inner = descendants[0] if isinstance(descendants, pikepdf.Array) and len(descendants) else font
    name = str(font.get("/BaseFont", inner.get("/BaseFont", "/unnamed"))).removeprefix("/")
    descriptor = inner.get("/FontDescriptor", pikepdf.Dictionary())
    embedded = any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    if name[6:7] == "+" and name[:6].isupper():
        name = name[7:]
    return Font(name, embedded or font.get("/Subtype") == pikepdf.Name.Type3, "/ToUnicode" in font)


def metadata(pdf: pikepdf.Pdf) -> PdfMetadata:
    """Read language, titles, creators and what standard the file says it keeps."""
    packet = pdf.Root["/Metadata"].read_bytes() if "/Metadata" in pdf.Root else b""
    tree = _xmp(packet)
    return PdfMetadata(
        str(pdf.Root.get("/Lang", "")),
        _by_language(tree, "title"),
        tuple(item.text or "" for item in tree.iterfind(f".//{DUBLIN_CORE}creator//{RDF}li")),
        {str(key).removeprefix("/"): str(value) for key, value in pdf.docinfo.items()},
        packet,
        pdf.Root.get("/MarkInfo", pikepdf.Dictionary()).get("/Marked", False) is True,
        tuple(_conformance(tree)),
    )


def _xmp(packet: bytes) -> "etree._Element":
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    tree = etree.fromstring(packet, parser) if packet.strip() else None
    return tree if tree is not None else etree.Element("none")


def _by_language(tree: "etree._Element", term: str) -> dict[str, str]:
    return {
        item.get(XML_LANG, "x-default"): item.text or "" for item in tree.iterfind(f".//{DUBLIN_CORE}{term}//{RDF}li")
    }


_STANDARDS = {
    "http://www.aiim.org/pdfua/ns/id/": "PDF/UA",
    "http://www.aiim.org/pdfa/ns/id/": "PDF/A",
    "http://www.npes.org/pdfx/ns/id/": "PDF/X",
}


def _conformance(tree: "etree._Element") -> Iterator[str]:
    """Give the standards named in the XMP: ``PDF/A-2A``, ``PDF/UA-1``."""
    for space, name in sorted(_STANDARDS.items(), key=lambda pair: pair[1]):
        said = {key: _property(tree, f"{{{space}}}{key}") for key in ("part", "conformance", "GTS_PDFXVersion")}
        if said["part"]:
            yield f"{name}-{said['part']}{said['conformance']}"
        elif said["GTS_PDFXVersion"]:
            yield said["GTS_PDFXVersion"]


def _property(tree: "etree._Element", name: str) -> str:
    """A simple property of the XMP, written as an element or as an attribute."""
    for element in tree.iter(f"{RDF}Description"):
        value = element.get(name) or element.findtext(name)
        if value:
            return value
    return ""
