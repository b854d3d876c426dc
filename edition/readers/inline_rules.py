"""The marks of prose as rules for markdown-it-py: which there are, in what order, and where each token stands.

Only inline rules are used, and of the parser's own only plain text and ``*``: «1)» must not become a list, ``&amp;``
no ampersand, ``<b>`` no tag.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, emphasis
from markdown_it.token import Token

from edition.model.finding import Rule, Severity
from edition.readers.attributes import BRACES, Attribute, read_attributes

TARGET = Rule(
    "Y032",
    Severity.ERROR,
    "a reference that leads nowhere a book can lead",
    "The parentheses behind words in brackets hold neither letter: with an id nor an address on the web.",
    "Scripts and files of your machine have no place in a book; the words are kept as they stand.",
    "Write [words](letter:1931-09-07-quill) or [words](https://…). If the brackets belong to the letter, write \\[.",
)

PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
"""After a backslash these stand for themselves (CommonMark 0.31 §2.4)."""

DEEPEST = 12
"""How deep marks may stand in each other."""

_NOTE = re.compile(r"\[\^([^\[\]\s^]+)\]")
_CITATION = re.compile(r"\[@([^\s,;\[\]]+)(?:,([^\[\]]*))?\]")
_TARGET = re.compile(r"\(([A-Za-z][A-Za-z0-9+.-]*:[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\)")
_LETTER = re.compile(r"letter:[a-z0-9][a-z0-9.@-]*")
_WEB = re.compile(r"https?://[^\s/:@]+(?:[:/][^\s]*)?")
_LINE_END = re.compile(r"[ \t]*\n[ \t]*")
_VERSE_END = re.compile(r"\\[ \t]*\n[ \t]*")

Report = Callable[[Rule, int, str, str], None]


@dataclass(frozen=True, slots=True)
class Mark:
    """What a token of our own says: kind, and the words that belong to it."""

    kind: Literal["note", "citation", "reference", "span", "verse"]
    name: str = ""
    locus: str = ""
    attributes: tuple[Attribute, ...] = ()


class ProseState(StateInline):
    """The parser's state, which also keeps where in the paragraph each token begins."""

    def __init__(self, paragraph: str, parser: MarkdownIt, report: Report) -> None:
        self.pending_at = 0
        self.report = report
        self.closing = closing_brackets(paragraph)
        super().__init__(paragraph, parser, {}, [])

    def append_pending(self, words: str) -> None:
        """Keep words for the next text token; they stand at the present place."""
        if not self.pending:
            self.pending_at = self.pos
        super().append_pending(words)

    def pushPending(self) -> Token:
        """Make a text token of the words kept so far."""
        token = super().pushPending()
        token.meta = {"offset": self.pending_at}
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Make a token that stands at the present place."""
        token = super().push(ttype, tag, nesting)
        token.meta = {"offset": self.pos}
        return token

    def mark(self, mark: Mark, nesting: Literal[-1, 0, 1]) -> None:
        """Make a token of our own."""
        self.push("mark", "", nesting).meta["mark"] = mark


def closing_brackets(paragraph: str) -> dict[int, int]:
    """Pair each ``]`` with the nearest ``[`` before it that is still open, in one walk."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for sign in re.finditer(r"\\.|\[|\]", paragraph, re.DOTALL):
        if sign[0] == "[":
            opened.append(sign.start())
        elif sign[0] == "]" and opened:
            pairs[opened.pop()] = sign.start()
    return pairs


def line_end(state: StateInline, silent: bool) -> bool:
    """Make a space of a newline and the blanks beside it, and a line of verse of a backslash before it."""
    assert isinstance(state, ProseState)
    verse = _VERSE_END.match(state.src, state.pos, state.posMax)
    found = verse or _LINE_END.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    state.pending = state.pending.rstrip(" \t")
    if verse:
        state.mark(Mark("verse"), 0)
    else:
        state.push("text", "", 0).content = " "
    state.pos = found.end()
    return True


def sign(state: StateInline, silent: bool) -> bool:
    """Let a sign behind a backslash stand for itself; a backslash before other characters stays."""
    if state.src[state.pos] != "\\" or state.pos + 1 >= state.posMax or state.src[state.pos + 1] not in PUNCTUATION:
        return False
    state.push("text", "", 0)
    state.tokens[-1].content = state.src[state.pos + 1]
    state.tokens[-1].meta["offset"] = state.pos + 1
    state.pos += 2
    return True


def stars(state: StateInline, silent: bool) -> bool:
    """Take ``*`` and ``**``; underscores stay, for letters have blanks to fill in."""
    if state.src[state.pos] != "*":
        return False
    start = state.pos
    taken = emphasis.tokenize(state, silent)
    run = state.pos - start
    for ordinal, token in enumerate(state.tokens[len(state.tokens) - run :]):
        token.meta = {"offset": start + ordinal}
    return taken


def bracket(state: StateInline, silent: bool) -> bool:
    """Take note callers, citations, references and words with braces; other brackets are text."""
    assert isinstance(state, ProseState)
    if state.src[state.pos] != "[":
        return False
    return _note(state) or _citation(state) or _reference(state) or _span(state)


def _note(state: ProseState) -> bool:
    found = _NOTE.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    state.mark(Mark("note", found[1]), 0)
    state.pos = found.end()
    return True


def _citation(state: ProseState) -> bool:
    found = _CITATION.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    state.mark(Mark("citation", found[1], " ".join((found[2] or "").split())), 0)
    state.pos = found.end()
    return True


def _reference(state: ProseState) -> bool:
    close = state.closing.get(state.pos, state.posMax)
    found = _TARGET.match(state.src, close + 1, state.posMax)
    if not found or not _leads_somewhere(state, found):
        return False
    _enclose(state, Mark("reference", found[1]), close, found.end())
    return True


_LEADS = "write (letter:its-id) or (https://…); if the brackets belong to the letter, write \\[ for the first."


def _leads_somewhere(state: ProseState, target: re.Match[str]) -> bool:
    if _LETTER.fullmatch(target[1]) or _WEB.fullmatch(target[1]):
        return True
    message = f"«{_short(target[1])}» is neither a letter nor an address on the web."
    state.report(TARGET, target.start(1), message, _LEADS)
    return False


def _span(state: ProseState) -> bool:
    close = state.closing.get(state.pos, state.posMax)
    if not state.src.startswith("{", close + 1, state.posMax):
        return False
    attributes, end = read_attributes(state.src, close + 1, state.posMax)
    if attributes is None:
        message = f"the braces behind «{_short(state.src[state.pos + 1 : close])}» cannot be read."
        hint = 'write {W="reading"}, {q=key}, {who=id}, {.supplied} or {lang=fr}; for a brace of the letter write \\{.'
        state.report(BRACES, close + 1, message, hint)
        return False
    _enclose(state, Mark("span", attributes=attributes), close, end)
    return True


def _enclose(state: ProseState, mark: Mark, close: int, end: int) -> None:
    """Parse the words between the brackets as prose of their own."""
    outer_end = state.posMax
    state.mark(mark, 1)
    state.pos, state.posMax = state.pos + 1, close
    state.md.inline.tokenize(state)
    state.pos, state.posMax = close, outer_end
    state.mark(mark, -1)
    state.pos = end


def prose_parser() -> MarkdownIt:
    """Make a parser of the marks of prose, in the order in which they are tried."""
    parser = MarkdownIt("zero", {"maxNesting": DEEPEST})
    own = (("line_end", line_end), ("sign", sign), ("stars", stars), ("bracket", bracket))
    for name, rule in own:
        parser.inline.ruler.push(name, rule)
    parser.inline.ruler.enableOnly(["text", *(name for name, _ in own)])
    parser.inline.ruler2.enableOnly(["balance_pairs", "emphasis"])
    return parser


def _short(words: str) -> str:
    return " ".join(words.split())[:40]
