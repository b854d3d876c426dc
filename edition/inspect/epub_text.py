"""Turn a content document into blocks: the runs of words that a reader sees without a break."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from edition.inspect.epub_archive import resolve

XHTML = "{http://www.w3.org/1999/xhtml}"
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
INLINE = frozenset((
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "img", "ins", "kbd", "label",
    "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
))  # fmt: skip
"""Elements that do not end a run of words (HTML, phrasing content)."""
UNSEEN = frozenset(("head", "script", "style", "template", "title"))


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one inline element. ``roles`` holds role and epub:type of the inline elements around it, the nearest
    last; ``target`` the place in the archive, or the web address, that it links to."""

    text: str
    language: str
    roles: tuple[str, ...]
    tags: tuple[str, ...]
    target: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Words between two breaks: a paragraph, a heading, a cell.

    ``roles`` and ``tags`` are those of the elements around it, the outermost first; ``ids`` names everything in the
    block and the elements that begin with it.
    """

    document: str
    tag: str
    language: str
    roles: tuple[str, ...]
    tags: tuple[str, ...]
    ids: tuple[str, ...]
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The words, spaces as a reader sees them."""
        return _seen("".join(run.text for run in self.runs))

    def without(self, *roles: str) -> str:
        """The words but for runs with any of these roles (callers of notes: ``doc-noteref``)."""
        return _seen("".join(run.text for run in self.runs if not set(roles) & set(run.roles)))

    @property
    def words(self) -> tuple[str, ...]:
        """The words apart."""
        return tuple(self.text.split())


def _seen(text: str) -> str:
    """Fold white space as a reading system does; a no-break space stays."""
    return re.sub(r"[ \t\r\n\f]+", " ", text).strip(" ")


@dataclass(frozen=True, slots=True)
class _Context:
    language: str
    roles: tuple[str, ...]
    tags: tuple[str, ...]
    inline_roles: tuple[str, ...] = ()
    inline_tags: tuple[str, ...] = ()
    target: str = ""


class _Reader:
    """Walks one content document."""

    def __init__(self, document: str) -> None:
        self.document = document
        self.blocks: list[Block] = []
        self._runs: list[Run] = []
        self._ids: list[str] = []
        self._block = _Context("", (), ())

    def walk(self, element: "etree._Element", context: _Context) -> None:
        tag = local_name(element)
        if tag in UNSEEN:
            return
        own = _roles(element)
        language = element.get(XML_LANG) or element.get("lang") or context.language
        if tag in INLINE:
            target = element.get("href")
            inner = _Context(
                language, context.roles, context.tags, (*context.inline_roles, *own), (*context.inline_tags, tag),
                resolve(self.document, target) if target is not None else context.target,
            )  # fmt: skip
        else:
            self._end_block()
            inner = _Context(language, (*context.roles, *own), (*context.tags, tag))
        if element.get("id"):
            self._ids.append(element.get("id", ""))
        if tag == "br":
            self._add("\n", inner)
        self._add(element.text, inner)
        for child in element:
            if isinstance(child.tag, str):
                self.walk(child, inner)
            self._add(child.tail, inner)
        if tag not in INLINE:
            self._end_block()

    def _add(self, text: str | None, context: _Context) -> None:
        if text:
            if not self._runs:
                self._block = context
            content = unicodedata.normalize("NFC", text)
            self._runs.append(Run(content, context.language, context.inline_roles, context.inline_tags, context.target))

    def _end_block(self) -> None:
        if any(run.text.strip() for run in self._runs):
            at = self._block
            tag = at.tags[-1] if at.tags else ""
            block_language = self._runs[0].language if len(self._runs) == 1 else at.language
            self.blocks.append(
                Block(self.document, tag, block_language, at.roles, at.tags, tuple(self._ids), tuple(self._runs))
            )
            self._ids = []
        self._runs = []


def read_blocks(document: str, tree: "etree._Element") -> Iterator[Block]:
    """Give the blocks of a content document in order; ids of elements without words go to the next block."""
    reader = _Reader(document)
    body = tree.find(f"{XHTML}body")
    if body is not None:
        language = tree.get(XML_LANG) or tree.get("lang") or ""
        reader.walk(body, _Context(language, (), ()))
    yield from reader.blocks


def local_name(element: "etree._Element") -> str:
    """Give an element's name without its namespace."""
    return etree.QName(element).localname


def _roles(element: "etree._Element") -> tuple[str, ...]:
    return tuple(f"{element.get('role', '')} {element.get(EPUB_TYPE, '')}".split())
