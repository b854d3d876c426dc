"""Read the structure tree of a tagged PDF (PDF 32000 §14.7): what each element is, and in what language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pikepdf

MAX_DEPTH = 200
"""Elements nested deeper than this are not read: no honest file has them."""


@dataclass(frozen=True, slots=True)
class Element:
    """A structure element, in reading order.

    ``tag`` is the standard type after the file's role map; ``language`` its own or inherited; ``contents`` the marked
    content directly in it, as (index of the page from 0, content id) in order; ``ancestors`` the tags around it, the
    outermost first; ``links`` tells how many annotations it holds.
    """

    tag: str
    language: str
    ancestors: tuple[str, ...]
    contents: tuple[tuple[int, int], ...]
    alternative: str = ""
    actual: str = ""
    id: str = ""
    links: int = 0


def elements(pdf: pikepdf.Pdf) -> Iterator[Element]:
    """Walk the structure tree, a parent before its children; nothing where the file is untagged."""
    root = pdf.Root.get("/StructTreeRoot")
    if not isinstance(root, pikepdf.Dictionary):
        return
    pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
    roles = {str(name): str(role) for name, role in root.get("/RoleMap", pikepdf.Dictionary()).items()}
    language = str(pdf.Root.get("/Lang", ""))
    for kid in _kids(root):
        if isinstance(kid, pikepdf.Dictionary):
            yield from _walk(kid, language, (), -1, pages, roles)


def _walk(
    node: pikepdf.Object,
    language: str,
    ancestors: tuple[str, ...],
    page: int,
    pages: Mapping[tuple[int, int], int],
    roles: Mapping[str, str],
) -> Iterator[Element]:
    if "/S" not in node or len(ancestors) > MAX_DEPTH:
        return
    tag = _standard(str(node["/S"]), roles)
    language = str(node.get("/Lang", language))
    page = pages.get(node["/Pg"].objgen, page) if "/Pg" in node else page
    kids = list(_kids(node))
    yield Element(
        tag,
        language,
        ancestors,
        tuple(_contents(kids, page, pages)),
        str(node.get("/Alt", "")),
        str(node.get("/ActualText", "")),
        str(node.get("/ID", "")),
        sum(1 for kid in kids if _type(kid) == "/OBJR"),
    )
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary) and _type(kid) not in {"/MCR", "/OBJR"}:
            yield from _walk(kid, language, (*ancestors, tag), page, pages, roles)


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


def _type(kid: object) -> str:
    return str(kid.get("/Type", "")) if isinstance(kid, pikepdf.Dictionary) else ""


def _contents(
    kids: list[pikepdf.Object | int], page: int, pages: Mapping[tuple[int, int], int]
) -> Iterator[tuple[int, int]]:
    for kid in kids:
        if isinstance(kid, int):
            yield page, kid
        elif isinstance(kid, pikepdf.Dictionary) and _type(kid) == "/MCR":
            at = pages.get(kid["/Pg"].objgen, page) if "/Pg" in kid else page
            yield at, int(kid["/MCID"])
