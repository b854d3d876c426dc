"""Bind note callers to the words before them, so that no line begins with a caller."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from edition.book.tree import Anchored, BookInline, Break, Caller, Linked, Run, Spoken, Styled


@dataclass(frozen=True, slots=True)
class Bound:
    """A word, the callers after it and the punctuation after these: never parted by the end of a line."""

    children: tuple[BookInline, ...]


_LAST_WORD = re.compile(r"[^\s\u2014\u2013-]*[\s\u2014\u2013-]?\Z")
_CLOSING = re.compile(r"[.,;:!?…»“”’)\]]+")


def bind_callers(nodes: Iterable[BookInline]) -> list[BookInline | Bound]:
    """Put each caller into one ``Bound`` with the last word before it and the punctuation after it.

    >>> bind_callers((Run("о пакте"), Caller("c", "n", "1"), Run(", но")))  # doctest: +NORMALIZE_WHITESPACE
    [Run(text='о '),
     Bound(children=(Run(text='пакте'), Caller(id='c', note='n', number='1'), Run(text=','))),
     Run(text=' но')]
    """
    out: list[BookInline | Bound] = []
    for node in nodes:
        previous = out[-1] if out else None
        if isinstance(node, Caller):
            if isinstance(previous, Bound):
                out[-1] = Bound((*previous.children, node))
            else:
                out.extend(_bound(out, node))
        elif isinstance(node, Run) and isinstance(previous, Bound) and (closing := _CLOSING.match(node.text)):
            out[-1] = Bound((*previous.children, Run(closing.group())))
            out.extend(_run(node.text[closing.end() :]))
        else:
            out.append(node)
    return out


def _bound(out: list[BookInline | Bound], caller: Caller) -> list[BookInline | Bound]:
    if not out or isinstance(out[-1], Bound | Break | Caller):
        return [Bound((caller,))]
    before, word = split_last_word(out.pop())
    return [*before, Bound((*word, caller))]


def split_last_word(node: BookInline | Bound) -> tuple[tuple[BookInline, ...], tuple[BookInline, ...]]:
    """Part a node before its last word; what is said of the words is said of both parts, an anchor stays first.

    >>> split_last_word(Styled("emphasis", (Run("Vita nova"),)))  # doctest: +NORMALIZE_WHITESPACE
    ((Styled(style='emphasis', children=(Run(text='Vita '),)),),
     (Styled(style='emphasis', children=(Run(text='nova'),)),))
    >>> split_last_word(Run("non-aggression"))
    ((Run(text='non-'),), (Run(text='aggression'),))
    """
    match node:
        case Run(text):
            start = _LAST_WORD.search(text)
            assert start is not None  # the pattern matches at the end of every text
            return _run(text[: start.start()]), _run(text[start.start() :])
        case Styled() | Spoken() | Anchored() | Linked():
            return _split_parent(node)
        case _:
            return (), () if isinstance(node, Bound) else (node,)


def _split_parent(node: Styled | Spoken | Anchored | Linked) -> tuple[tuple[BookInline, ...], tuple[BookInline, ...]]:
    if not node.children:
        return (), (node,)
    head, tail = split_last_word(node.children[-1])
    head = (*node.children[:-1], *head)
    if not head:
        return (), (node,)
    rest: tuple[BookInline, ...] = tail if isinstance(node, Anchored) else (replace(node, children=tail),)
    return (replace(node, children=head),), rest


def _run(text: str) -> tuple[Run, ...]:
    return (Run(text),) if text else ()
