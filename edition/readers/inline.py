r"""Turn the prose of one value into paragraphs of inline nodes, each with its place in the file.

Raw characters are kept. A newline is a space, a blank line a new paragraph, ``\`` at a line's end the end of a verse
line; the marks are those of ``docs/letter-file.md``. What only looks like a mark stays text.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token

from edition.model.finding import Finding, Rule, Severity
from edition.model.inline import (
    Citation,
    Editorial,
    Emphasis,
    InLanguage,
    Inline,
    LineBreak,
    NameMark,
    NoteCall,
    QueryMark,
    Reading,
    Reference,
    Strong,
    Text,
    Witnessed,
)
from edition.model.letter import Paragraph
from edition.model.position import Position
from edition.readers.attributes import NAMES, STATES, UNKNOWN_ATTRIBUTE, Attribute
from edition.readers.inline_rules import DEEPEST, Mark, ProseState, prose_parser
from edition.yamlfile.nodes import Scalar
from edition.yamlfile.schema import nearest

TOO_DEEP = Rule(
    "Y033",
    Severity.ERROR,
    "marks stand too deep in each other",
    "Marks stand more than twelve deep in each other.",
    "No letter needs that; the innermost marks would be printed as text.",
    "Look for marks that are never closed.",
)
LANGUAGE = Rule(
    "Y034",
    Severity.ERROR,
    "not the tag of a language",
    "lang= in braces is not followed by the tag of a language.",
    "The tag decides hyphenation and quotation marks.",
    "Write two or three small letters: lang=fr, lang=la.",
)

_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_MARKS = re.compile(r"\*|\\(?=[!-/:-@\[-`{-~]|$)|\[(?=[\^@])|\](?=[({])")
_PARSER = prose_parser()


def parse_prose(scalar: Scalar, language: str) -> tuple[tuple[Paragraph, ...], tuple[Finding, ...]]:
    """Read the paragraphs of a value; ``language`` is the tag of the language they are in."""
    findings: list[Finding] = []
    paragraphs = []
    for offset, words in _paragraphs(scalar.value):

        def report(rule: Rule, at: int, message: str, hint: str, offset: int = offset) -> None:
            findings.append(rule.at(scalar.position_at(offset + at), message, hint))

        state = ProseState(words, _PARSER, report)
        _PARSER.inline.tokenize(state)
        for rule in _PARSER.inline.ruler2.getRules(""):
            rule(state)
        content = _Builder(_Source(scalar, offset, language), report).build(state.tokens)
        paragraphs.append(Paragraph(content, scalar.position_at(offset)))
    return tuple(paragraphs), tuple(findings)


def escape(words: str) -> str:
    r"""Write words so that ``parse_prose`` reads them as they stand; ``words`` has no line ends.

    >>> escape("2 * 2 [слово](письмо) [sic]")
    '2 \\* 2 [слово\\](письмо) [sic]'
    """
    return _MARKS.sub(lambda found: f"\\{found[0]}", words)


def _paragraphs(value: str) -> Iterator[tuple[int, str]]:
    r"""Divide at blank lines; give each paragraph's offset and words, without blanks or ``\`` at its end."""
    start = 0
    for end, after in [*((found.start(), found.end()) for found in _BLANK_LINES.finditer(value)), (len(value), 0)]:
        words = value[start:end].rstrip(" \t\n")
        offset = start + len(words) - len(words.lstrip(" \t\n"))
        words = words.lstrip(" \t\n")
        if (len(words) - len(words.rstrip("\\"))) % 2:
            words = words[:-1].rstrip(" \t")
        if words:
            yield offset, words
        start = after


@dataclass(frozen=True, slots=True)
class _Source:
    """Where a paragraph comes from: its value, and where in it the paragraph begins."""

    scalar: Scalar
    offset: int
    language: str

    def at(self, offset: int) -> Position:
        return self.scalar.position_at(self.offset + offset)

    def stretches(self, start: int, length: int) -> Iterator[tuple[int, Position]]:
        """Give the stretches of a piece of the paragraph, by offset into the piece."""
        first = self.offset + start
        yield 0, self.at(start)
        for place in self.scalar.places if self.scalar.style not in ("|", "") else ():
            if first < place.offset < first + length:
                yield place.offset - first, self.scalar.position_at(place.offset)


@dataclass(slots=True)
class _Open:
    """A mark whose closing token is still to come."""

    close: Callable[[tuple[Inline, ...]], Iterable[Inline]]
    children: list[Inline] = field(default_factory=list)


class _Builder:
    """Build the tree of nodes from the parser's flat tokens."""

    def __init__(self, source: _Source, report: Callable[[Rule, int, str, str], None]) -> None:
        self.source = source
        self.report = report
        self.open = [_Open(lambda children: children)]
        self.run: list[tuple[str, int]] = []
        self.refused = False

    def build(self, tokens: list[Token]) -> tuple[Inline, ...]:
        if deep := next((token for token in tokens if token.level >= DEEPEST), None):
            self._too_deep(deep)
        for token in tokens:
            if token.type == "text":
                self._words(token)
            else:
                self._flush()
                self._token(token)
        self._flush()
        return tuple(self.open[0].children)

    def _words(self, token: Token) -> None:
        if token.content:
            self.run.append((token.content.replace("\n", " "), token.meta["offset"]))

    def _flush(self) -> None:
        if not self.run:
            return
        content = "".join(words for words, _ in self.run)
        stretches: list[tuple[int, Position]] = []
        length = 0
        for words, offset in self.run:
            for inner, position in self.source.stretches(offset, len(words)):
                if not stretches or not _goes_on(stretches[-1], length + inner, position):
                    stretches.append((length + inner, position))
            length += len(words)
        self.run.clear()
        self._add(Text(content, stretches[0][1], tuple(stretches[1:])))

    def _token(self, token: Token) -> None:
        if token.nesting < 0:
            closed = self.open.pop()
            for node in closed.close(tuple(closed.children)):
                self._add(node)
        elif token.nesting > 0 and len(self.open) > DEEPEST:
            self._too_deep(token)
            self.open.append(_Open(lambda children: (), self.open[-1].children))
        elif token.type == "em_open":
            self.open.append(_Open(lambda children: (Emphasis(children),)))
        elif token.type == "strong_open":
            self.open.append(_Open(lambda children: (Strong(children),)))
        else:
            self._mark(token.meta["mark"], token.meta["offset"])

    def _mark(self, mark: Mark, offset: int) -> None:
        position = self.source.at(offset)
        match mark.kind:
            case "note":
                self._add(NoteCall(mark.name, position))
            case "citation":
                self._add(Citation(mark.name, mark.locus, position))
            case "verse":
                self._add(LineBreak(position))
            case "reference":
                self.open.append(_Open(lambda children: (Reference(mark.name, children, position),)))
            case "span":
                attributes = self._known(mark.attributes)
                self.open.append(_Open(lambda children: _nested(attributes, children, position)))

    def _too_deep(self, token: Token) -> None:
        if not self.refused:
            self.refused = True
            message = f"marks stand more than {DEEPEST} deep in each other."
            self.report(TOO_DEEP, token.meta["offset"], message, "look for marks that are never closed.")

    def _add(self, node: Inline) -> None:
        self.open[-1].children.append(node)

    def _known(self, attributes: tuple[Attribute, ...]) -> list[Attribute]:
        return [attribute for attribute in attributes if self._is_known(attribute)]

    def _is_known(self, attribute: Attribute) -> bool:
        if not attribute.known:
            self._report_unknown(attribute)
        elif attribute.name == "lang" and not _LANGUAGE.fullmatch(attribute.value):
            message = f"«{attribute.value}» is not the tag of a language."
            self.report(LANGUAGE, attribute.offset, message, "write two or three small letters: lang=fr, lang=la.")
        else:
            return not (attribute.name == "lang" and attribute.value == self.source.language)
        return False

    def _report_unknown(self, attribute: Attribute) -> None:
        written = f"{attribute.name}=" if attribute.name else f".{attribute.value}"
        known = [f"{name}=" for name in NAMES] if attribute.name else [f".{state}" for state in STATES]
        close = nearest(written, known)
        guess = f"did you mean {close}? " if close else ""
        hint = f"{guess}known are {', '.join(known)}, and sigla (one or two Latin capitals)."
        self.report(UNKNOWN_ATTRIBUTE, attribute.offset, f"«{written}» in braces says nothing here.", hint)


def _goes_on(stretch: tuple[int, Position], offset: int, position: Position) -> bool:
    start, begun = stretch
    return position.line == begun.line and position.column - begun.column == offset - start


def _nested(attributes: list[Attribute], children: tuple[Inline, ...], position: Position) -> tuple[Inline, ...]:
    """Put one node in the other, the first attribute outermost; all readings are one node."""
    readings = tuple(Witnessed(attribute.name, attribute.value) for attribute in attributes if attribute.is_siglum)
    first = next((attribute for attribute in attributes if attribute.is_siglum), None)
    for attribute in reversed(attributes):
        if attribute.is_siglum:
            if attribute is first:
                children = (Reading(children, readings, position),)
        else:
            children = (_node(attribute, children, position),)
    return children


def _node(attribute: Attribute, children: tuple[Inline, ...], position: Position) -> Inline:
    match attribute.name:
        case "q":
            return QueryMark(attribute.value, children, position)
        case "who":
            return NameMark(None if attribute.value == "none" else attribute.value, children, position)
        case "lang":
            return InLanguage(attribute.value, children, position)
        case _:
            return Editorial(attribute.value, children, position)
