"""Find where in the file each character of a YAML value stands.

A value and the characters of the file differ by indentation, folded lines, doubled quotes and escapes. Between two
such differences they run side by side, so a value's places are a short list of stretches.
"""

import re
from typing import NamedTuple

_BLANKS = re.compile(r"[ \t\n]+")
_NEWLINES = re.compile(r"\n+")
_ESCAPE_DIGITS = {"x": 2, "u": 4, "U": 8}


class Stretch(NamedTuple):
    """From ``offset`` of the value on, characters stand one by one from ``line`` and ``column`` (both from 1)."""

    offset: int
    line: int
    column: int


def literal_places(value: str, lines: list[str], line: int) -> tuple[Stretch, ...]:
    """Place the lines of a value under ``|``; ``line`` is that of the ``|``, from 0."""
    words = value.split("\n")
    indentation = _indentation(words, lines, line + 1)
    places = []
    offset = 0
    for ordinal, content in enumerate(words):
        places.append(Stretch(offset, line + ordinal + 2, indentation + 1))
        offset += len(content) + 1
    return tuple(places)


def _indentation(words: list[str], lines: list[str], first: int) -> int:
    for ordinal, content in enumerate(words):
        if content and first + ordinal < len(lines):
            return max(0, len(lines[first + ordinal]) - len(content))
    return 0


def folded_places(value: str, lines: list[str], line: int) -> tuple[Stretch, ...]:
    """Place the lines of a value under ``>``; ``line`` is that of the ``>``, from 0."""
    places: list[Stretch] = []
    offset = len(value) - len(value.lstrip("\n"))
    lead = len(value) - offset - len(value[offset:].lstrip(" "))
    indentation = -1
    for ordinal in range(line + 1, len(lines)):
        if indentation < 0 and lines[ordinal].strip(" "):
            indentation = max(0, len(lines[ordinal]) - len(lines[ordinal].lstrip(" ")) - lead)
        content = lines[ordinal][indentation:] if indentation >= 0 else ""
        if not content:
            continue
        offset += _separator(value, offset) if places else 0
        if offset >= len(value):
            break
        places.append(Stretch(offset, ordinal + 1, indentation + 1))
        offset += len(content)
    return tuple(places) or (Stretch(0, line + 1, 1),)


def _separator(value: str, offset: int) -> int:
    """Count the characters that a line end left in a folded value: one space, or newlines."""
    newlines = _NEWLINES.match(value, offset)
    return newlines.end() - offset if newlines else int(value.startswith(" ", offset))


def flow_places(value: str, style: str, raw: str, line: int, column: int) -> tuple[Stretch, ...]:
    """Place a plain or quoted value; ``raw`` is what the file has for it, from ``line``, ``column`` (from 0) on."""
    if len(raw) - 2 * bool(style) == len(value) and "\n" not in raw:
        return (Stretch(0, line + 1, column + 1 + bool(style)),)
    return _walk(value, style, raw, line, column)


def _walk(value: str, style: str, raw: str, line: int, column: int) -> tuple[Stretch, ...]:
    at = 1 if style else 0
    places: list[Stretch] = []
    line_start = -column
    offset = 0
    while offset < len(value) and at < len(raw):
        places.append(Stretch(offset, line + 1, at - line_start + 1))
        taken, made = _step(style, raw, at)
        newlines = raw.count("\n", at, at + taken)
        if newlines:
            line += newlines
            line_start = raw.rfind("\n", at, at + taken) + 1
        at += taken
        offset += made
    return _merged(places) or (Stretch(0, line + 1, column + 1),)


def _step(style: str, raw: str, at: int) -> tuple[int, int]:
    """Tell how many characters of the file make how many of the value, from here."""
    if style == '"' and raw[at] == "\\":
        return _escape(raw, at)
    if style == "'" and raw.startswith("''", at):
        return 2, 1
    blank = _blank(raw, at)
    newlines = raw.count("\n", at, at + blank)
    return (blank, max(1, newlines - 1)) if newlines else (1, 1)


def _blank(raw: str, at: int) -> int:
    found = _BLANKS.match(raw, at)
    return found.end() - at if found else 0


def _escape(raw: str, at: int) -> tuple[int, int]:
    sign = raw[at + 1 : at + 2]
    if sign == "\n":
        blank = _blank(raw, at + 1)
        return 1 + blank, raw.count("\n", at + 2, at + 1 + blank)
    return 2 + _ESCAPE_DIGITS.get(sign, 0), 1


def _merged(places: list[Stretch]) -> tuple[Stretch, ...]:
    """Keep only the stretches that do not simply go on from the one before."""
    kept: list[Stretch] = []
    for place in places:
        if kept:
            last = kept[-1]
            if (place.line, place.column - last.column) == (last.line, place.offset - last.offset):
                continue
            if place.offset == last.offset:
                kept[-1] = place
                continue
        kept.append(place)
    return tuple(kept)
