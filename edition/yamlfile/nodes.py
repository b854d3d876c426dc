"""Turn YAML text into nodes in which every scalar is a string with the place of each of its characters.

Nothing is typed (``03``, ``no`` and ``21:30`` stay as they are), nothing is resolved: what YAML offers beyond
mappings, lists and words (aliases, anchors, tags, merge keys, several documents) is refused by a finding.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import yaml

from edition.model.finding import Finding, Rule, Severity
from edition.model.position import Position
from edition.yamlfile.characters import clean
from edition.yamlfile.places import Stretch, flow_places, folded_places, literal_places
from edition.yamlfile.syntax import syntax_finding

DEEPEST = 40
"""How deep lists and mappings may stand in each other."""

# The C parser makes the same events some twenty times faster; messages always come from the other.
_LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader

_COMMENT = re.compile(r"([ \t]+)(#.*)")

DEPTH = Rule(
    "Y011",
    Severity.ERROR,
    "lists stand too deep in each other",
    "Lists or mappings stand more than forty deep in each other.",
    "No letter or register needs that; it is a mistake or an attack.",
    "Look for brackets or dashes that are never closed.",
)
DUPLICATE = Rule(
    "Y012",
    Severity.ERROR,
    "a key stands twice",
    "The same key stands twice in one place.",
    "Most programs would keep the second and drop the first without a word.",
    "Join the two, or rename one.",
)
REFUSED = Rule(
    "Y013",
    Severity.ERROR,
    "a sign that means something to YAML",
    "A value begins with *, & or !, or a key is <<.",
    "YAML takes these for references and types, which the files of an edition do not use; the words would be lost.",
    "If it is prose, put it on lines of its own under |; else put it in quotes.",
)
DOCUMENTS = Rule(
    "Y014",
    Severity.ERROR,
    "several documents in one file",
    "A line --- or ... divides the file into several documents.",
    "Only the first would be read.",
    "Delete the line, or put each part into a file of its own.",
)
KEY = Rule(
    "Y015",
    Severity.ERROR,
    "a key that is not a word",
    "A list or mapping stands in the place of a key.",
    "Keys are words; this is most often a bracket or brace at the beginning of prose.",
    "Put prose on lines of its own under |.",
)
LOST_TO_BRACES = Rule(
    "Y016",
    Severity.ERROR,
    "prose lost between braces",
    "Words after a comma between braces were read as a key without a value.",
    "{ru: Здравствуйте, т. Каганович!} loads as «Здравствуйте»; the rest would be lost without a word.",
    "Prose belongs on lines of its own under |; a short value with a comma goes into quotes.",
)
LOST_TO_COMMENT = Rule(
    "Y017",
    Severity.WARNING,
    "words lost to a comment",
    "A value of several words is followed by one space and #.",
    "What follows is a comment to YAML and is not printed: «item # 5» loads as «item».",
    "If the words belong to the text, put it under | or in quotes; if it is a comment, put two spaces before #.",
)
FOLDED = Rule(
    "Y018",
    Severity.ERROR,
    "prose under >",
    "A text stands under > instead of |.",
    "Under > line ends and leading spaces mean other things than elsewhere; verse and paragraphs shift.",
    "Write | in the place of > (and nothing after it).",
)
EMPTY = Rule(
    "Y019",
    Severity.ERROR,
    "the file is empty",
    "The file holds nothing but comments or blanks.",
    "A letter, register or setting is wanted here.",
    "Fill the file, or delete it.",
)


@dataclass(frozen=True, slots=True)
class Scalar:
    """Words: exactly the characters of the file, whatever other programs would make of them.

    ``style`` is the sign that introduces them: ``|``, ``>``, ``"``, ``'``, or empty for plain words. ``comment`` is the
    comment behind plain words on their line. ``position`` is that of the sign, or of the first character if plain.
    """

    value: str
    style: str
    position: Position
    places: tuple[Stretch, ...] = field(default=(), compare=False, repr=False)
    comment: str = ""

    @property
    def absent(self) -> bool:
        """Tell whether nothing at all stands after the key or dash."""
        return not self.value and not self.style

    def position_at(self, offset: int) -> Position:
        """Give the place in the file of the offset-th character (from 0) of the value."""
        if not self.places:
            return self.position
        stretch = self.places[max(0, bisect_right(self.places, offset, key=lambda place: place.offset) - 1)]
        return Position(self.position.file, stretch.line, stretch.column + max(0, offset - stretch.offset))


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list, written with dashes or (``flow``) in brackets."""

    items: tuple["Node", ...]
    position: Position
    flow: bool = False


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values, in the order of the file, written on lines or (``flow``) in braces."""

    items: tuple[tuple[Scalar, "Node"], ...]
    position: Position
    flow: bool = False

    def get(self, key: str) -> "Node | None":
        """Give the value of a key, if the mapping has it."""
        return next((value for name, value in self.items if name.value == key), None)

    def key(self, key: str) -> Scalar | None:
        """Give the key itself with its place, if the mapping has it."""
        return next((name for name, _ in self.items if name.value == key), None)


Node = Scalar | Sequence | Mapping


def compose(text: str, file: str) -> tuple[Node | None, tuple[Finding, ...]]:
    """Read one YAML document; ``None`` where the file cannot be read or is empty."""
    cleaned, findings = clean(text, file)
    if cleaned is None:
        return None, findings
    composer = _Composer(cleaned, file)
    try:
        composer.run(yaml.parse(cleaned, Loader=_LOADER))
    except yaml.YAMLError:
        found = syntax_finding(cleaned, file)
        if found:
            return None, (*findings, *composer.findings, found)
        composer = _Composer(cleaned, file)  # the two parsers disagree: the readable one decides
        composer.run(yaml.parse(cleaned, Loader=yaml.SafeLoader))
    if composer.root is None and not composer.findings:
        hint = "fill it, or delete it."
        return None, (*findings, EMPTY.at(Position(file), "the file is empty.", hint))
    return composer.root, (*findings, *composer.findings)


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being read; in a mapping, keys and values alternate."""

    position: Position
    flow: bool
    mapping: bool
    nodes: list[Node] = field(default_factory=list)


class _Composer:
    """Walk the parser's events with a stack of our own, so that no nesting exhausts Python's."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.lines = text.split("\n")
        self.line_starts = _line_starts(self.lines)
        self.root: Node | None = None
        self.findings: list[Finding] = []
        self.open: list[_Open] = []

    def run(self, events: Iterable[yaml.Event]) -> None:
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse_document(event)
                    return
            elif isinstance(event, yaml.NodeEvent):
                self._node(event)
                if len(self.open) > DEEPEST:
                    self._refuse_depth()
                    return
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                self._close()

    def _node(self, event: yaml.NodeEvent) -> None:
        position = self._position(event)
        if isinstance(event, yaml.AliasEvent):
            self._refuse(position, f"*{event.anchor}")
            self._add(Scalar(f"*{event.anchor}", "", position))
            return
        self._check_properties(event, position)
        if isinstance(event, yaml.ScalarEvent):
            self._add(self._scalar(event, position))
        elif isinstance(event, yaml.CollectionStartEvent):
            mapping = isinstance(event, yaml.MappingStartEvent)
            self.open.append(_Open(position, bool(event.flow_style), mapping))

    def _check_properties(self, event: yaml.NodeEvent, position: Position) -> None:
        if event.anchor is not None:
            self._refuse(position, f"&{event.anchor}")
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._refuse(position, str(tag).replace("tag:yaml.org,2002:", "!!"))

    def _scalar(self, event: yaml.ScalarEvent, position: Position) -> Scalar:
        style = event.style or ""
        value = event.value
        line, column = position.line - 1, position.column - 1
        if style == "|":
            return Scalar(value, style, position, literal_places(value, self.lines, line))
        if style == ">":
            message, hint = "a text stands under “>”.", "prose belongs under “|”: write | in the place of >."
            self.findings.append(FOLDED.at(position, message, hint))
            return Scalar(value, style, position, folded_places(value, self.lines, line))
        start, end = self.line_starts[line] + column, self._end(event)
        raw = self.text[start:end].rstrip(" \t\n") if not style else self.text[start:end]
        comment = "" if style else self._comment(value, start + len(raw), position)
        return Scalar(value, style, position, flow_places(value, style, raw, line, column), comment)

    def _comment(self, value: str, end: int, position: Position) -> str:
        """Give the comment behind plain words, and a finding where it looks like a part of them."""
        found = _COMMENT.match(self.text, end)
        if not found:
            return ""
        comment = found[2]
        if found[1] == " " and " " in value:
            message = f"the words after «{_short(value)}» are a comment and are lost: «{_short(comment)}»."
            hint = "prose belongs on lines of its own under “|”; before a comment put two spaces."
            self.findings.append(LOST_TO_COMMENT.at(position, message, hint))
        return comment

    def _close(self) -> None:
        closed = self.open.pop()
        if closed.mapping:
            self._add(Mapping(tuple(self._pairs(closed)), closed.position, closed.flow))
        else:
            self._add(Sequence(tuple(closed.nodes), closed.position, closed.flow))

    def _pairs(self, closed: _Open) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, Position] = {}
        for key, value in zip(closed.nodes[::2], closed.nodes[1::2], strict=True):
            if not isinstance(key, Scalar):
                message, hint = "a list or mapping stands in the place of a key.", "prose belongs under “|”."
                self.findings.append(KEY.at(key.position, message, hint))
            elif closed.flow and self._lost(key, value):
                message = f"the words «{_short(key.value)}» after a comma between braces are read as a key."
                hint = "prose belongs on lines of its own under “|”; a short value with a comma goes into quotes."
                self.findings.append(LOST_TO_BRACES.at(key.position, message, hint))
            elif key.value in seen:
                message = f"the key «{_short(key.value)}» stands here a second time."
                hint = f"join it with the first, on line {seen[key.value].line}, or rename one of the two."
                self.findings.append(DUPLICATE.at(key.position, message, hint))
            else:
                seen[key.value] = key.position
                if key.value == "<<" and not key.style:
                    self._refuse(key.position, "<<")
                else:
                    yield key, value

    def _lost(self, key: Scalar, value: Node) -> bool:
        """Tell whether a key between braces has no colon: then it is the rest of somebody's sentence."""
        if not isinstance(value, Scalar) or not value.absent or key.absent:
            return False
        start = self.line_starts[key.position.line - 1] + key.position.column - 1
        end = self.line_starts[value.position.line - 1] + value.position.column - 1
        return ":" not in self.text[start + len(key.value) : max(start + len(key.value) + 1, end)]

    def _add(self, node: Node) -> None:
        if self.open:
            self.open[-1].nodes.append(node)
        elif self.root is None:
            self.root = node if not (isinstance(node, Scalar) and node.absent) else None

    def _refuse(self, position: Position, sign: str) -> None:
        message = f"«{_short(sign)}» means something else to YAML than to a reader, and is not used here."
        hint = "if it belongs to prose, put the words on lines of their own under “|”; else put them in quotes."
        self.findings.append(REFUSED.at(position, message, hint))

    def _refuse_document(self, event: yaml.Event) -> None:
        message = "a second document begins here; only the part before it is read."
        hint = "delete the line --- or put what follows it into a file of its own."
        self.findings.append(DOCUMENTS.at(self._position(event), message, hint))

    def _refuse_depth(self) -> None:
        message = f"lists or mappings stand more than {DEEPEST} deep in each other."
        hint = "look for brackets or dashes that are never closed."
        self.findings.append(DEPTH.at(self.open[-1].position, message, hint))
        self.root = None
        self.open.clear()

    def _position(self, event: yaml.Event) -> Position:
        mark = event.start_mark
        assert mark is not None
        return Position(self.file, mark.line + 1, mark.column + 1)

    def _end(self, event: yaml.Event) -> int:
        mark = event.end_mark
        assert mark is not None
        return min(self.line_starts[min(mark.line, len(self.line_starts) - 1)] + mark.column, len(self.text))


def _line_starts(lines: list[str]) -> list[int]:
    starts = [0]
    for line in lines[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    return starts


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 40 else words[:39] + "…"
