"""The HTML of a book → its parts, and the units that are laid out by themselves.

A *part* is a division. A *pressed* part is made of rows whose lanes the page maker fills; its *units* are its letters,
or all that it holds where it has none. A *flowed* part is broken into pages by the engine.

Links are rewritten to a scheme of our own (``edition:NAME``), for most lead to another part; they become
destinations when the parts are joined.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import copy, deepcopy
from dataclasses import dataclass, field, replace
from urllib.parse import quote

from lxml import etree

from edition.typeset.weasyprint.lanes import FACING

SCHEME = "edition:"
"""The scheme of a link inside the book, followed by the name of the place in percent-encoded UTF-8."""

PART_TITLE = "part-title"
"""The kind of a leaf that bears the title of the letters, before their first opening."""


@dataclass(frozen=True, slots=True)
class LetterHead:
    """What running heads and bookmarks say of a letter: its number and title, by language its date and status.

    A status is what is to be known of a version: that a machine translated it, say.
    """

    id: str
    number: str
    title: str = ""
    dates: Mapping[str, str] = field(default_factory=dict)
    statuses: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unit:
    """Rows that are laid out together: a section of HTML with one letter, or with all that is no letter."""

    html: bytes
    letter: LetterHead | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A division: ``lanes`` are the languages side by side (none where the part is flowed); ``titles`` by language."""

    kind: str
    id: str
    matter: str
    language: str
    units: tuple[Unit, ...]
    lanes: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)

    @property
    def pressed(self) -> bool:
        """Tell whether the page maker makes its pages."""
        return bool(self.lanes)


def parts(html: etree._Element, layout: str) -> tuple[Part, ...]:
    """Give the parts of a book in order; facing letters have their title on a leaf of its own before them."""
    made = deepcopy(html)
    _rewrite_links(made)
    return tuple(part for section in made.iterfind("body/section") for part in _parts(section, layout))


def running_titles(html: etree._Element) -> dict[str, str]:
    """Give what the running heads call the book, by language."""
    return {meta.get("lang", ""): meta.get("content", "") for meta in html.iterfind("head/meta[@name='running-title']")}


def _rewrite_links(html: etree._Element) -> None:
    for link in html.iter("a"):
        href = link.get("href", "")
        if href.startswith("#"):
            link.set("href", f"{SCHEME}{quote(href[1:])}")


def _parts(section: etree._Element, layout: str) -> Iterator[Part]:
    classes = section.get("class", "").split()
    kind = next(name for name in classes if name not in ("division", "pressed"))
    part = Part(
        kind=kind,
        id=section.get("id", ""),
        matter=section.get("data-matter", "front"),
        language=section.get("lang", ""),
        units=(),
        lanes=tuple(section.get("data-lanes", "").split()),
        titles=_titles(section),
    )
    if not part.pressed:
        yield replace(part, units=(_unit(section, tuple(section)),))
        return
    entries = [child for child in section if child.tag == "article"]
    others = tuple(child for child in section if child.tag != "article")
    if entries and layout == FACING and others:
        title = _unit(section, others, class_=f"division {PART_TITLE}")
        yield replace(part, kind=PART_TITLE, units=(title,), lanes=())
        others = ()
    units = [_unit(section, others)] if others else []
    yield replace(part, units=(*units, *(_unit(section, (entry,)) for entry in entries)))


def _titles(section: etree._Element) -> dict[str, str]:
    heading = section.find("h1")
    if heading is None:
        return {}
    language = section.get("lang", "")
    return {cell.get("lang", language): title for cell in heading if (title := cell.get("data-running"))}


def _unit(section: etree._Element, blocks: tuple[etree._Element, ...], class_: str = "") -> Unit:
    """Wrap blocks in a section like their own, so that they look as they do there."""
    made = copy(section)
    del made[:]
    if class_:
        made.set("class", class_)
    made.extend(deepcopy(block) for block in blocks)
    entry = made.find("article")
    lanes = section.get("data-lanes", "").split()
    return Unit(etree.tostring(made, encoding="utf-8"), None if entry is None else _letter(entry, lanes))


def _letter(entry: etree._Element, lanes: Sequence[str]) -> LetterHead:
    """Read the head of a letter; a version's tag may differ from that of the lane in which it stands."""
    heading = entry.find("h2")
    elements = () if heading is None else tuple(heading)
    cells: dict[str, etree._Element] = dict(zip(lanes, elements, strict=False))
    return LetterHead(
        id=entry.get("id", ""),
        number=entry.get("data-number", ""),
        title="" if heading is None else heading.get("data-title", ""),
        dates={lane: cell.get("data-date", "") for lane, cell in cells.items()},
        statuses={lane: cell.get("data-status", "") for lane, cell in cells.items()},
    )
