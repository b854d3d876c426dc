"""Say in an editor's words where a file stops being YAML, and what to do."""

import re
from collections.abc import Iterable

import yaml

from edition.model.finding import Finding, Rule, Severity
from edition.model.position import Position

SYNTAX = Rule(
    "Y010",
    Severity.ERROR,
    "the file cannot be read from here on",
    "Indentation, a quote, a bracket or a colon is not as YAML wants it.",
    "The program cannot tell what belongs together, so nothing of the file is used.",
    "Look at the line of the finding and the one above it; prose always stands on lines of its own under |.",
)

_PROSE = "put the words on lines of their own, indented, after “|”."
_QUOTE = 'put the whole value in quotes: "…".'

# (pattern of the parser's problem, what to say, what to do); the first that fits is used.
_WORDS: tuple[tuple[str, str, str], ...] = (
    (
        r"character '\\t' that cannot start",
        "a tab stands where spaces are wanted.",
        "indent with spaces only; most editors' programs can change tabs to spaces.",
    ),
    (
        r"character ('[%@`]'|\"[%@`]\") that cannot start",
        "a value cannot begin with this sign.",
        f"{_PROSE[:-1]} or {_QUOTE}",
    ),
    (
        r"alphabetic or numeric character",
        "words that begin with * or & cannot stand on the line of their key.",
        _PROSE,
    ),
    (
        r"mapping values are not allowed",
        "a second colon stands in one line, or the line is indented more than the one above it.",
        f"{_QUOTE[:-1]}, or begin the key at the same column as the keys beside it.",
    ),
    (
        r"could not find expected ':'",
        "this line is neither a key with a colon nor part of a text.",
        "begin it with a key and a colon, or indent it as far as the text it belongs to.",
    ),
    (
        r"sequence entries are not allowed",
        "a list cannot begin here.",
        "begin the list on a new line, each entry with a dash and a space.",
    ),
    (
        r"expected (chomping or indentation|a comment or a line break)|indentation indicator",
        "words stand on the same line as “|”.",
        "begin them on the next line, indented; nothing but a comment may follow “|”.",
    ),
    (
        r"unexpected end of stream|unexpected document separator",
        "a quotation mark is opened and never closed.",
        "close it, or leave out both: prose under “|” needs none.",
    ),
    (
        r"unknown escape|escape sequence",
        "a backslash in double quotes is not followed by a sign that YAML knows.",
        "use single quotes, or write the backslash twice.",
    ),
    (
        r"expected ',' or '\]'",
        "a list in square brackets is not closed, or a comma is missing.",
        f"close it with ], or, if the bracket belongs to the words, {_PROSE}",
    ),
    (
        r"expected ',' or '\}'",
        "a list of keys in braces is not closed, or a comma is missing.",
        "close it with }, and put words that hold signs in quotes; prose stands under “|”, not in braces.",
    ),
    (
        r"expected <block end>, but found '(<scalar>|\[|\{|<anchor>|<alias>|<tag>)'",
        "something follows a value that was already complete.",
        f'put it in one pair of quotes: "…"; if it is prose, {_PROSE}',
    ),
    (
        r"expected <block end>|document start",
        "the line is indented differently from those it belongs to.",
        "begin keys that belong together at the same column.",
    ),
    (
        r"found unexpected ':'|node content",
        "a value is missing here, or begins with a sign that means something to YAML.",
        _QUOTE,
    ),
    (
        r"tag|%|directive|URI",
        "a word that begins with ! or % means something to YAML.",
        f"{_QUOTE[:-1]}; if it is prose, {_PROSE}",
    ),
)


def syntax_finding(text: str, file: str) -> Finding | None:
    """Find the first place where the text is not YAML; ``None`` if there is none."""
    try:
        _exhaust(yaml.parse(text, Loader=yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        return _finding(error, file)
    return None


def _exhaust(events: Iterable[object]) -> None:
    for _ in events:
        pass


def _finding(error: yaml.MarkedYAMLError, file: str) -> Finding:
    mark = error.problem_mark or error.context_mark
    position = Position(file, mark.line + 1, mark.column + 1) if mark else Position(file)
    problem = f"{error.problem} {error.context}"
    for pattern, message, hint in _WORDS:
        if re.search(pattern, problem):
            return SYNTAX.at(position, message, hint)
    return SYNTAX.at(
        position,
        "the file cannot be read from here on.",
        "look at indentation, quotes, brackets and colons of this line and the one above it.",
    )
