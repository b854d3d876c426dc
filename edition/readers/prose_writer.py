"""Write paragraphs in the marks of the letter file, one sentence a line."""

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from edition.model.inline import (
    Citation,
    Editorial,
    Emphasis,
    InLanguage,
    Inline,
    LineBreak,
    Mention,
    NameMark,
    NoteCall,
    QueryMark,
    Reading,
    Reference,
    Strong,
    Text,
    plain,
)
from edition.model.letter import Paragraph
from edition.readers.inline import escape
from edition.readers.page.sentences import sentence_starts

_BRACKET_SIGNS = frozenset("[]^@")
"""Between square brackets these begin or end another mark than the one that is written."""


def write_paragraphs(paragraphs: Iterable[Paragraph], language: str) -> str:
    """Give the lines of a cell: a blank line between paragraphs, one sentence a line, no newline at the end."""
    return "\n\n".join(_lines(paragraph.content, language) for paragraph in paragraphs)


def _lines(content: Sequence[Inline], language: str) -> str:
    """Write a paragraph, with line ends in the place of the spaces before its sentences."""
    ends = {start - 1 for start in sentence_starts(plain(content), language)}
    pieces: list[str] = []
    at = 0
    for words, mark in _pieces(content):
        pieces.append("\n" if mark == " " and at in ends else mark)
        at += len(words)
    return "".join(pieces)


def _pieces(content: Sequence[Inline]) -> Iterator[tuple[str, str]]:
    """Yield words with what is written for them: bare text sign by sign, marks whole."""
    for node in content:
        if isinstance(node, Text):
            yield from _signs(node.content)
        else:
            yield plain((node,)), _marked(node)


def _signs(text: str) -> Iterator[tuple[str, str]]:
    """Yield every sign of a text with the same sign as it is written, behind a backslash where one is needed."""
    escaped = escape(text)
    at = 0
    for sign in text:
        length = 2 if escaped[at : at + 2] == f"\\{sign}" else 1
        yield sign, escaped[at : at + length]
        at += length


def _inner(children: Iterable[Inline]) -> str:
    """Write what stands between square brackets, where every bracket of the text needs its backslash."""
    return "".join(_bracketed(node.content) if isinstance(node, Text) else _marked(node) for node in children)


def _bracketed(text: str) -> str:
    return "".join(f"\\{sign}" if sign in _BRACKET_SIGNS else mark for sign, mark in _signs(text))


def _marked(node: Inline) -> str:
    match node:
        case Text():
            return escape(node.content)
        case LineBreak():
            return "\\\n"
        case NoteCall():
            return f"[^{node.name}]"
        case Citation():
            return f"[@{node.work}, {node.locus}]" if node.locus else f"[@{node.work}]"
        case Emphasis():
            return f"*{''.join(map(_marked, node.children))}*"
        case Strong():
            return f"**{''.join(map(_marked, node.children))}**"
        case Reference():
            return f"[{_inner(node.children)}]({node.target})"
        case Reading():
            readings = " ".join(f'{witness.siglum}="{_quoted(witness.text)}"' for witness in node.readings)
            return f"[{_inner(node.children)}]{{{readings}}}"
        case Editorial():
            return f"[{_inner(node.children)}]{{.{node.state}}}"
        case QueryMark():
            return f"[{_inner(node.children)}]{{q={node.key}}}"
        case NameMark():
            return f"[{_inner(node.children)}]{{who={node.entity or 'none'}}}"
        case InLanguage():
            return f"[{_inner(node.children)}]{{lang={node.language}}}"
        case Mention():
            return "".join(map(_marked, node.children))
        case _:
            assert_never(node)


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
