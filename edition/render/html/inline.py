"""Write what stands inside a paragraph: inline nodes of the book → words and elements."""

from collections.abc import Iterable, Iterator
from typing import assert_never
from urllib.parse import quote

from lxml import etree

from edition.book.tree import Anchored, BookInline, Break, Caller, Linked, Run, Spoken, Styled
from edition.render.html.callers import Bound, bind_callers
from edition.render.html.elements import child, write

_OF_URLS = "%:/?#[]@!$&'()*+,;=~"
_STYLE_TAGS = {"emphasis": "em", "strong": "strong", "superior": "sup"}


def write_inline(parent: etree._Element, nodes: Iterable[BookInline]) -> None:
    """Write nodes at the end of an element."""
    _write_all(parent, bind_callers(nodes))


def link(words: Iterable[BookInline], target: str, role: str, describes: str = "") -> Linked:
    """Make a link of words that may hold links of their own: these give way, for a link holds no link."""
    return Linked(target, tuple(_without_links(words)), role, describes)


def _without_links(nodes: Iterable[BookInline]) -> Iterator[BookInline]:
    for node in nodes:
        if isinstance(node, Linked):
            yield from _without_links(node.children)
        else:
            yield node


def _write_node(parent: etree._Element, node: BookInline | Bound) -> None:
    match node:
        case Run(text):
            write(parent, text)
        case Break():
            child(parent, "br")
        case Caller():
            _write_caller(parent, node)
        case Bound(children):
            _write_all(child(parent, "span", "bound"), children)
        case Styled(style, children):
            _write_all(_styled(parent, style), bind_callers(children))
        case Spoken(language, children):
            _write_all(child(parent, "span", lang=language), bind_callers(children))
        case Anchored(id, children):
            _write_all(child(parent, "span", id=id), bind_callers(children))
        case Linked(_, children):
            _Link(node).write(parent, children)
        case _:
            assert_never(node)


def _write_all(parent: etree._Element, nodes: Iterable[BookInline | Bound]) -> None:
    for node in nodes:
        _write_node(parent, node)


def _styled(parent: etree._Element, style: str) -> etree._Element:
    return child(parent, _STYLE_TAGS.get(style, "span"), style)


def _write_caller(parent: etree._Element, caller: Caller) -> None:
    anchor = child(parent, "a", "caller", id=caller.id, href=f"#{caller.note}", role="doc-noteref")
    write(anchor, caller.number)


class _Link:
    """One link of the book on its way to ``a`` elements that hold words alone.

    PDF/UA-1 §7.18.5 wants no structure below a link's element: styled words inside a link become links inside styled
    words. What a listener should hear is said once, on the first.
    """

    def __init__(self, node: Linked) -> None:
        self._node = node
        self._describes = node.describes

    def write(self, parent: etree._Element, children: Iterable[BookInline]) -> None:
        """Write the words of the link, or of a part of it."""
        for node in _joined(children):
            match node:
                case Run(text):
                    self._write_words(parent, text)
                case Styled(style, below):
                    self.write(_styled(parent, style), below)
                case Spoken(language, below):
                    self.write(child(parent, "span", lang=language), below)
                case Anchored(id, below):
                    self.write(child(parent, "span", id=id), below)
                case Linked(_, below):
                    self.write(parent, below)
                case Caller() | Break():
                    _write_node(parent, node)
                case _:
                    assert_never(node)

    def _write_words(self, parent: etree._Element, text: str) -> None:
        described = self._describes if self._describes != text else ""
        role = "doc-backlink" if self._node.role == "backlink" else ""
        href = _address(self._node.target)
        write(child(parent, "a", self._node.role, href=href, role=role, aria_label=described), text)
        self._describes = ""


def _address(target: str) -> str:
    """Give the address of a link; characters that no URL holds are written as the signs for them (RFC 3986 §2.1)."""
    web = target.startswith(("https://", "http://"))
    return quote(target, safe=_OF_URLS) if web else f"#{target}"


def _joined(nodes: Iterable[BookInline]) -> Iterator[BookInline]:
    """Join runs that follow one another, so that a link of several runs stays one link."""
    text = ""
    for node in nodes:
        if isinstance(node, Run):
            text += node.text
            continue
        if text:
            yield Run(text)
            text = ""
        yield node
    if text:
        yield Run(text)
