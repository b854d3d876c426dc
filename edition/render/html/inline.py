"""Write what stands inside a paragraph: inline nodes of the book → words and elements."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, assert_never
from urllib.parse import quote

from lxml import etree

from edition.book.tree import Anchored, BookInline, Break, Caller, Linked, Run, Spoken, Styled
from edition.render.html.callers import Bound, bind_callers
from edition.render.html.elements import child, write

AfterCaller: TypeAlias = Callable[[etree._Element, Caller], None]
"""What a target does after the words that hold a caller."""

_OF_URLS = "%:/?#[]@!$&'()*+,;=~"
_STYLE_TAGS = {"emphasis": "em", "strong": "strong", "superior": "sup"}


def nothing(parent: etree._Element, caller: Caller) -> None:
    """Leave the place after a caller as it is."""


def write_inline(parent: etree._Element, nodes: Iterable[BookInline], after: AfterCaller = nothing) -> None:
    """Write nodes at the end of an element.

    ``after`` is told of each caller where the outermost words that hold it end, so that what a target puts there is
    neither emphasised nor kept on one line with them.
    """
    for node in bind_callers(nodes):
        for caller in _write_node(parent, node):
            after(parent, caller)


def link(words: Iterable[BookInline], target: str, role: str, describes: str = "") -> Linked:
    """Make a link of words that may hold links of their own: these give way, for a link holds no link."""
    return Linked(target, tuple(_without_links(words)), role, describes)


def _without_links(nodes: Iterable[BookInline]) -> Iterator[BookInline]:
    for node in nodes:
        if isinstance(node, Linked):
            yield from _without_links(node.children)
        else:
            yield node


def _write_node(parent: etree._Element, node: BookInline | Bound) -> list[Caller]:
    """Write one node and give the callers that it holds."""
    match node:
        case Run(text):
            write(parent, text)
        case Break():
            child(parent, "br")
        case Caller():
            _write_caller(parent, node)
            return [node]
        case Bound(children):
            return _write_all(child(parent, "span", "bound"), children)
        case Styled(style, children):
            return _write_all(_styled(parent, style), bind_callers(children))
        case Spoken(language, children):
            return _write_all(child(parent, "span", lang=language), bind_callers(children))
        case Anchored(id, children):
            return _write_all(child(parent, "span", id=id), bind_callers(children))
        case Linked(_, children):
            return _Link(node).write(parent, children)
        case _:
            assert_never(node)
    return []


def _write_all(parent: etree._Element, nodes: Iterable[BookInline | Bound]) -> list[Caller]:
    return [caller for node in nodes for caller in _write_node(parent, node)]


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

    def write(self, parent: etree._Element, children: Iterable[BookInline]) -> list[Caller]:
        """Write the link's words, and give the callers among them."""
        callers: list[Caller] = []
        for node in _joined(children):
            match node:
                case Run(text):
                    self._write_words(parent, text)
                case Styled(style, below):
                    callers += self.write(_styled(parent, style), below)
                case Spoken(language, below):
                    callers += self.write(child(parent, "span", lang=language), below)
                case Anchored(id, below):
                    callers += self.write(child(parent, "span", id=id), below)
                case Linked(_, below):
                    callers += self.write(parent, below)
                case Caller() | Break():
                    callers += _write_node(parent, node)
                case _:
                    assert_never(node)
        return callers

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
