"""The one place that reaches into WeasyPrint's private parts, each use made for one version and watched.

``SIGNATURES`` and ``MENTIONS`` list what is used; ``changes`` says which of it is no longer so, and a test fails with
those words when a new version arrives. Whoever makes books asks ``engine_findings`` first: another version than
``VERSION`` would break lines and write tags otherwise without a word, so it makes no book.
"""

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pkgutil import resolve_name
from typing import Any, Final, Protocol, TypeAlias
from xml.etree.ElementTree import Element

import pydyf
import weasyprint
from weasyprint import pdf as writing
from weasyprint.formatting_structure.boxes import InlineBox, LineBox, TextBox
from weasyprint.layout import inline, preferred
from weasyprint.pdf.stream import Stream
from weasyprint.text import line_break

from edition.model.finding import Finding, Rule, Severity
from edition.model.position import Position

VERSION: Final = "70.0"
"""The version whose private parts are known here."""

ENGINE_CHANGED = Rule(
    "E030",
    Severity.ERROR,
    "WeasyPrint is of another version",
    what="The installed WeasyPrint is not the version that this program was made for, or parts of it differ.",
    why="Lines would break elsewhere and the tags of the book could be wrong, and nothing would say so.",
    mend="Install the version that the message names: make setup does so.",
)

Split: TypeAlias = Callable[..., Any]
"""WeasyPrint's ``split_first_line``: what of a text stands on a line, and where the rest begins."""

POINTS: Final = 0.75
"""Points in a CSS pixel, the unit of all that WeasyPrint lays out."""

SIGNATURES: Final[Mapping[str, str]] = {
    "pydyf:Stream.begin_marked_content": "(self, tag, property_list=None)",
    "pydyf:Stream.end_marked_content": "(self)",
    "weasyprint.document:Page.__init__": "(self, page_box)",
    "weasyprint.formatting_structure.boxes:Box.border_box_y": "(self)",
    "weasyprint.formatting_structure.boxes:Box.content_box_x": "(self)",
    "weasyprint.formatting_structure.boxes:Box.content_box_y": "(self)",
    "weasyprint.formatting_structure.boxes:Box.copy": "(self)",
    "weasyprint.formatting_structure.boxes:Box.descendants": "(self, placeholders=False)",
    "weasyprint.formatting_structure.boxes:Box.translate": "(self, dx=0, dy=0, ignore_floats=False)",
    "weasyprint.formatting_structure.boxes:ParentBox.deepcopy": "(self)",
    "weasyprint.pdf:add_links": "(links_and_anchors, matrix, pdf, page, names, tags)",
    "weasyprint.pdf:add_outlines": "(pdf, bookmarks, parent=None)",
    "weasyprint.pdf:add_tags": "(pdf, document, pdf_version, page_streams)",
    "weasyprint.pdf.stream:Stream.marked": "(self, box, tag)",
    "weasyprint.layout.inline:justify_line": "(context, line, extra_width)",
    "weasyprint.layout.inline:count_expandable_spaces": "(box)",
    "weasyprint.text.line_break:Layout.get_first_line": "(self)",
    "weasyprint.text.line_break:create_layout": "(text, style, context, max_width, justification_spacing)",
    "weasyprint.text.line_break:line_size": "(line, style)",
    "weasyprint.text.line_break:Layout.set_text": "(self, text, justify=False)",
    "weasyprint.text.line_break:split_first_line": (
        "(text, style, context, max_width, justification_spacing, is_line_start=True, minimum=False)"
    ),
}
"""The functions that are called or replaced, by module and name, with what they take."""

MENTIONS: Final[Sequence[tuple[str, str]]] = (
    ("weasyprint.document:Page.__init__", "_page_box"),
    ("weasyprint.document:Page.__init__", "links"),
    ("weasyprint.draw:draw_block_level", "marked"),
    ("weasyprint.draw:draw_inline_level", "marked"),
    ("weasyprint.formatting_structure.boxes:Box.__init__", "element"),
    ("weasyprint.formatting_structure.boxes:Box.__init__", "style"),
    ("weasyprint.formatting_structure.boxes:TextBox.__init__", "text"),
    ("weasyprint.layout.inline:get_next_linebox", "baseline"),
    ("weasyprint.layout.inline:split_text_box", "split_first_line"),
    ("weasyprint.layout.inline:text_align", "justify_line"),
    ("weasyprint.layout.preferred:inline_line_widths", "split_first_line"),
    ("weasyprint.pdf:generate_pdf", "add_links"),
    ("weasyprint.pdf:generate_pdf", "add_outlines"),
    ("weasyprint.pdf:generate_pdf", "add_tags"),
    ("weasyprint.pdf.anchors:add_links", "link_annotation"),
    ("weasyprint.pdf.stream:Stream.__init__", "_tags"),
    ("weasyprint.pdf.stream:Stream.marked", "_tags"),
)
"""What functions of WeasyPrint set or look up by name: replacing or reading it works only as long as they do."""

_SPLITTERS = (line_break, inline, preferred)


def engine_findings() -> tuple[Finding, ...]:
    """Give a finding if the installed WeasyPrint is not the one that this program knows."""
    if weasyprint.__version__ == VERSION and not changes():
        return ()
    message = f"WeasyPrint {weasyprint.__version__} is installed; this program sets books by version {VERSION}"
    return (ENGINE_CHANGED.at(Position("edition.yaml"), message, f"install WeasyPrint {VERSION}: run make setup."),)


def changes() -> tuple[str, ...]:
    """Say what of the parts used here is gone or takes other arguments: nothing, for the version known."""
    return (*_changed_signatures(), *_missing_mentions())


def _changed_signatures() -> Iterator[str]:
    for name, known in SIGNATURES.items():
        try:
            found = str(inspect.signature(resolve_name(name)))
        except (AttributeError, ImportError):
            yield f"{name} is gone"
            continue
        if found != known:
            yield f"{name} takes {found}, and took {known}"


def _missing_mentions() -> Iterator[str]:
    for name, mentioned in MENTIONS:
        try:
            code = inspect.unwrap(resolve_name(name)).__code__
        except (AttributeError, ImportError):
            yield f"{name} is gone"
            continue
        if mentioned not in code.co_names:
            yield f"{name} no longer names {mentioned}"


class ForeignEngine(RuntimeError):
    """Private parts were asked for in a version that is not known: ``engine_findings`` was not heeded."""


def _known_version() -> None:
    if weasyprint.__version__ != VERSION:
        raise ForeignEngine(f"WeasyPrint {weasyprint.__version__} is not {VERSION}")


@contextmanager
def lines_split_by(mend: Callable[[Split], Split]) -> Iterator[None]:
    """Let lines be split by what ``mend`` makes of WeasyPrint's own way, while a document is laid out."""
    _known_version()
    mended = mend(line_break.split_first_line)
    with _replaced(*((module, "split_first_line", mended) for module in _SPLITTERS)):
        yield


@dataclass(frozen=True, slots=True)
class Painted:
    """A marked content sequence; its place in the page's list is its number (MCID).

    ``rectangle`` is that of a picture, in points from the foot of the page: the corners at its foot and head.
    """

    element: Element
    rectangle: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link's area on a page: the element that it belongs to and the annotation written for it."""

    element: Element
    written: pydyf.Dictionary


class Tagger(Protocol):
    """What ``tags_by`` asks while a document is written."""

    def ornamental(self, element: Element | None) -> bool:
        """Tell whether what belongs to the element is no part of the text (PDF 1.7 §14.8.2.2)."""

    def describe(self, link: Element) -> str:
        """Give in words where a link leads (PDF/UA-1 §7.18.5)."""

    def write(
        self, pdf: pydyf.PDF, painted: Sequence[Sequence[Painted]], links: Sequence[Sequence[Annotation]]
    ) -> None:
        """Write the structure tree of what was painted and linked, page by page."""


@contextmanager
def tags_by(tagger: Tagger) -> Iterator[None]:
    """Let the tags of documents written inside be those of ``tagger``; no outline is written.

    Every area of a link gets its words and is printed (PDF/A-2 §6.3.2); links of ornaments are left out, and the
    areas that WeasyPrint gives once more to what stands inside a link.
    """
    _known_version()
    linked: list[list[Annotation]] = []
    add_links, marked = writing.add_links, Stream.marked

    def links(found: tuple[Any, Any], matrix: Any, pdf: pydyf.PDF, page: Any, *rest: Any) -> None:
        wanted = [
            (*link[:2], _area(link[2], link[3]), link[3])
            for link in found[0]
            if link[3].link and not tagger.ornamental(link[3].element)
        ]
        add_links((wanted, found[1]), matrix, pdf, page, *rest)
        linked.append([_described(tagger, link[3]) for link in wanted])

    def tags(pdf: pydyf.PDF, document: weasyprint.Document, _: Any, streams: Sequence[Stream]) -> None:
        pages = zip(document.pages, streams, strict=True)
        tagger.write(pdf, [_painted(page, stream) for page, stream in pages], linked)

    with _replaced(
        (writing, "add_links", links),
        (writing, "add_tags", tags),
        (writing, "add_outlines", _no_outline),
        (Stream, "marked", _marked_by(tagger, marked)),
    ):
        yield


def _no_outline(*_: Any) -> None:
    """Write no outline: the joined book has one."""


def _area(rectangle: tuple[float, float, float, float], box: Any) -> tuple[float, float, float, float]:
    """Give the area of a link as high as its letters are: a superior on lines without height would have none."""
    x0, y0, x1, y1 = rectangle
    if y1 - y0 >= box.border_height():
        return rectangle
    return (x0, box.border_box_y(), x1, box.border_box_y() + box.border_height())


def _described(tagger: Tagger, box: Any) -> Annotation:
    annotation = box.link_annotation
    annotation["Contents"] = pydyf.String(tagger.describe(box.element))
    annotation["F"] = 1 << 2  # printed, PDF 1.7 table 165
    return Annotation(box.element, annotation)


def _painted(page: weasyprint.Page, stream: Stream) -> list[Painted]:
    """Give the marked content of a page in the order of its numbers."""
    return [Painted(box.element, _rectangle(box, page.height)) for box in stream._tags]


def _rectangle(box: Any, height: float) -> tuple[float, float, float, float] | None:
    if hasattr(box, "text"):
        return None
    x, y = box.content_box_x(), height - box.content_box_y()
    return (x * POINTS, (y - box.height) * POINTS, (x + box.width) * POINTS, y * POINTS)


def _marked_by(tagger: Tagger, marked: Callable[..., Any]) -> Callable[..., Any]:
    @contextmanager
    def choose(stream: Stream, box: Any, tag: str) -> Iterator[None]:
        if stream._tags is None or _unseen(box):
            yield
        elif tagger.ornamental(box.element):
            stream.begin_marked_content("Artifact", pydyf.Dictionary({"Type": "/Pagination"}))
            yield
            stream.end_marked_content()
        else:
            with marked(stream, box, tag):
                yield

    return choose


def _unseen(box: Any) -> bool:
    """Tell whether nothing is painted of a text: a mark around nothing would only make the file larger."""
    text = getattr(box, "text", None)
    if text is None:
        return False
    hidden = box.style["visibility"] != "visible"
    return hidden or (not text.strip() and box.style["text_decoration_line"] == "none")


@contextmanager
def _replaced(*replacements: tuple[Any, str, Any]) -> Iterator[None]:
    """Put other values in the place of attributes, and the old ones back at the end."""
    originals = [(owner, name, getattr(owner, name)) for owner, name, _ in replacements]
    try:
        for owner, name, value in replacements:
            setattr(owner, name, value)
        yield
    finally:
        for owner, name, value in originals:
            setattr(owner, name, value)


class Box(Protocol):
    """A box of WeasyPrint's tree after the layout, with what is used of it; lengths are CSS pixels."""

    element: Element | None
    element_tag: str | None
    style: Any
    children: Sequence["Box"]
    background: object
    position_x: float
    position_y: float
    width: float
    height: float
    margin_top: float
    margin_bottom: float
    margin_left: float
    margin_right: float
    padding_top: float
    padding_bottom: float
    padding_left: float
    padding_right: float
    border_top_width: float
    border_bottom_width: float
    border_left_width: float
    border_right_width: float

    def copy(self) -> "Box":
        """Give a box that shares all it has."""

    def deepcopy(self) -> "Box":
        """Give a box with copies of all that is in it."""

    def translate(self, dx: float = 0, dy: float = 0, ignore_floats: bool = False) -> None:
        """Move the box with all that is in it."""

    def descendants(self, placeholders: bool = False) -> Iterator["Box"]:
        """Yield the box and all that is in it."""

    def border_box_y(self) -> float:
        """Give where its border begins."""

    def content_box_x(self) -> float:
        """Give where its content begins from the left."""

    def content_box_y(self) -> float:
        """Give where its content begins from above."""


def box_of(page: weasyprint.Page) -> Box:
    """Give the box of a page."""
    box: Box = page._page_box
    return box


def page_with(box: Box) -> weasyprint.Page:
    """Make a page of a page's box, with the links and anchors of all that stands in it."""
    return weasyprint.document.Page(box)


def is_line(box: Box) -> bool:
    """Tell whether a box is a line of type."""
    return isinstance(box, LineBox)


def is_inline(box: Box) -> bool:
    """Tell whether a box is a part of a line that holds others and may go on in the next line."""
    return isinstance(box, InlineBox)


def is_text(box: Box) -> bool:
    """Tell whether a box holds words and no other box."""
    return isinstance(box, TextBox)


def text_of(box: Box) -> str:
    """Give the words of a box that ``is_text``, as they are painted."""
    return str(getattr(box, "text", ""))


def baseline_of(line: Box) -> float:
    """Give where the letters of a line stand."""
    return line.position_y + float(getattr(line, "baseline", line.height))


def forget_anchor(box: Box) -> None:
    """Let a box be no place that links lead to: another part of its element is."""
    if box.style["anchor"]:
        box.style = box.style.copy()
        box.style["anchor"] = None


Justify: TypeAlias = Callable[[Any, Box, float], None]
"""WeasyPrint's ``justify_line``: gives the spaces of a line the white that is left of its measure."""


@contextmanager
def lines_justified_by(mend: Callable[[Justify], Justify]) -> Iterator[None]:
    """Let lines be justified by what ``mend`` makes of WeasyPrint's own way, while a document is laid out."""
    _known_version()
    with _replaced((inline, "justify_line", mend(inline.justify_line))):
        yield


def spaces_in(box: Box) -> int:
    """Count the spaces of a line or a part of it that can be widened."""
    return int(inline.count_expandable_spaces(box))


def spaced_width(context: Any, text: Box, spacing: float) -> float:
    """Give the width of a box of words once each of its spaces is wider by ``spacing``."""
    layout = line_break.create_layout(text_of(text), text.style, context, None, spacing)
    layout.set_text(text_of(text), justify=True)
    line, _ = layout.get_first_line()
    width, _ = line_break.line_size(line, text.style)
    return float(width)
