"""Read the structure tree of a tagged PDF (PDF 32000 §14.7): what each element is, in what language, what it holds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import pikepdf

from edition.inspect.page import Link
from edition.inspect.pdf_objects import Places, link

MAX_DEPTH = 200
"""Elements nested deeper than this are not read: no honest file has them."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked content sequence: the index of its page, from 0, and its number there (MCID)."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Area:
    """A link's area: the index of its page, its place there and its target."""

    page: int
    link: Link


@dataclass(slots=True, eq=False)
class Element:
    """A structure element with all it holds, in reading order.

    ``tag`` is the standard type after the file's role map; ``language`` its own or inherited, ``names_language``
    whether it says so itself.
    """

    tag: str
    language: str
    names_language: bool = False
    alternative: str = ""
    actual: str = ""
    id: str = ""
    parent: "Element | None" = None
    kids: list["Kid"] = field(default_factory=list)

    @property
    def elements(self) -> tuple["Element", ...]:
        """The elements directly in it."""
        return tuple(kid for kid in self.kids if isinstance(kid, Element))

    @property
    def areas(self) -> tuple[Area, ...]:
        """The areas of links directly in it."""
        return tuple(kid for kid in self.kids if isinstance(kid, Area))

    @property
    def ancestors(self) -> tuple["Element", ...]:
        """The elements around it, the outermost first."""
        around: list[Element] = []
        above = self.parent
        while above is not None:
            around.append(above)
            above = above.parent
        return tuple(reversed(around))

    def walk(self) -> Iterator["Element"]:
        """Yield the element and all below it, a parent before its children."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def marks(self) -> Iterator[tuple[Mark, "Element"]]:
        """Yield every marked content sequence in it in reading order, with the element that holds it directly."""
        for kid in self.kids:
            if isinstance(kid, Mark):
                yield kid, self
            elif isinstance(kid, Element):
                yield from kid.marks()


Kid: TypeAlias = Element | Mark | Area


def read_structure(pdf: pikepdf.Pdf) -> tuple[Element, ...]:
    """Give the elements at the head of the structure tree, of which there should be one; none if untagged."""
    root = pdf.Root.get("/StructTreeRoot")
    if not isinstance(root, pikepdf.Dictionary):
        return ()
    reader = _Reader(pdf, root)
    language = str(pdf.Root.get("/Lang", ""))
    found = (reader.element(kid, None, language, -1, 0) for kid in _kids(root))
    return tuple(element for element in found if element is not None)


class _Reader:
    def __init__(self, pdf: pikepdf.Pdf, root: pikepdf.Object) -> None:
        self._pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        self._roles = {str(name): str(role) for name, role in root.get("/RoleMap", pikepdf.Dictionary()).items()}
        self._places = Places(pdf)
        self._tags: dict[str, str] = {}
        self._seen: set[tuple[int, int]] = set()

    def element(
        self, node: pikepdf.Object | int, parent: Element | None, language: str, page: int, depth: int
    ) -> Element | None:
        """Read a structure element with all below it; nothing of what is none, or was read before."""
        if not isinstance(node, pikepdf.Dictionary) or "/S" not in node or depth > MAX_DEPTH:
            return None
        if node.objgen != (0, 0) and node.objgen in self._seen:
            return None
        self._seen.add(node.objgen)
        page = self._page(node, page)
        made = Element(
            self._tag(str(node["/S"])),
            str(node.get("/Lang", language)),
            "/Lang" in node,
            str(node.get("/Alt", "")),
            str(node.get("/ActualText", "")),
            str(node.get("/ID", "")),
            parent,
        )
        for kid in _kids(node):
            if (read := self._kid(kid, made, page, depth)) is not None:
                made.kids.append(read)
        return made

    def _kid(self, kid: pikepdf.Object | int, owner: Element, page: int, depth: int) -> Kid | None:
        if isinstance(kid, int):
            return Mark(page, kid)
        if not isinstance(kid, pikepdf.Dictionary):
            return None
        match str(kid.get("/Type", "")):
            case "/MCR":
                return Mark(self._page(kid, page), int(kid["/MCID"]))
            case "/OBJR":
                return self._area(kid, page)
            case _:
                return self.element(kid, owner, owner.language, page, depth + 1)

    def _area(self, kid: pikepdf.Object, page: int) -> Area | None:
        at = self._page(kid, page)
        found = link(kid["/Obj"], self._places, at) if "/Obj" in kid and at >= 0 else None
        return Area(at, found) if found is not None else None

    def _page(self, node: pikepdf.Object, page: int) -> int:
        return self._pages.get(node["/Pg"].objgen, page) if "/Pg" in node else page

    def _tag(self, tag: str) -> str:
        if tag not in self._tags:
            self._tags[tag] = _standard(tag, self._roles)
        return self._tags[tag]


def _standard(tag: str, roles: Mapping[str, str]) -> str:
    seen: set[str] = set()
    while tag in roles and tag not in seen:
        seen.add(tag)
        tag = roles[tag]
    return tag.removeprefix("/")


def _kids(node: pikepdf.Object) -> Iterator[pikepdf.Object | int]:
    kids = node.get("/K")
    if isinstance(kids, pikepdf.Array):
        yield from kids
    elif kids is not None:
        yield kids
