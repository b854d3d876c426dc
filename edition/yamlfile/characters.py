"""Turn the bytes of an editor's file into clean text: UTF-8, NFC, newlines alike, no invisible commands.

What goes in is hostile; what comes out can be composed. Characters that cannot stay are replaced one for one, so that
lines and columns remain those that the editor sees (columns count characters after NFC).
"""

import re
import unicodedata

from edition.model.finding import Finding, Rule, Severity
from edition.model.position import Position

LARGEST = 5_000_000
"""The largest file that is read, in bytes, or in characters where the text is at hand."""

_LONGEST_STACK = 30  # combining marks on one letter; UAX #15, Stream-Safe Text Format

ENCODING = Rule(
    "Y001",
    Severity.ERROR,
    "the file is not UTF-8",
    "The file cannot be read as UTF-8 text.",
    "In another encoding Cyrillic letters would come out as other letters.",
    "Open the file in your editor's program and save it as UTF-8.",
)
SIZE = Rule(
    "Y002",
    Severity.ERROR,
    "the file is too large",
    "The file is larger than 5 MB.",
    "A letter or register of that size is a mistake or an attack, and reading it would take very long.",
    "Keep one letter in a file; divide a large register into several files.",
)
CONTROL = Rule(
    "Y003",
    Severity.ERROR,
    "a character that cannot be printed",
    "The file holds a control character, half of a surrogate pair or an unusual line separator.",
    "Such characters are invisible in most programs, and break lines or words in print.",
    "Delete the character. The finding tells its line and column.",
)
DIRECTION = Rule(
    "Y004",
    Severity.ERROR,
    "an invisible sign that changes the direction of the text",
    "The file holds a sign that makes the following words run from the other side.",
    "The words on the screen then differ from the words that are printed.",
    "Delete the sign. Hebrew or Arabic words need none: they know their direction by themselves.",
)
STACK = Rule(
    "Y005",
    Severity.ERROR,
    "too many accents on one letter",
    "More than thirty accents stand on one letter.",
    "No language writes so; the page could not show it.",
    "Delete the accents that do not belong there.",
)

_CONTROL = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_REPLACEMENT = "\ufffd"


def decode(content: bytes, file: str) -> tuple[str | None, tuple[Finding, ...]]:
    """Read the bytes of a file as UTF-8."""
    if len(content) > LARGEST:
        return None, (_too_large(file),)
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        position = _position(before, len(before), file)
        hint = "open the file in your editor's program and save it as UTF-8."
        if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
            hint = "it looks like UTF-16; " + hint
        return None, (ENCODING.at(position, "the file is not UTF-8 text: it cannot be read from here on.", hint),)


def clean(text: str, file: str) -> tuple[str | None, tuple[Finding, ...]]:
    """Give the text in NFC with the newline as its only line end, and a finding for each character that cannot stay.

    >>> clean("и\u0306", "letters/a.yaml")
    ('й', ())
    """
    if len(text) > LARGEST:
        return None, (_too_large(file),)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    findings = [*_refused(text, file, _CONTROL, CONTROL), *_refused(text, file, _DIRECTION, DIRECTION)]
    text = _DIRECTION.sub(_REPLACEMENT, _CONTROL.sub(_REPLACEMENT, text))
    if text.isascii():
        return text, tuple(findings)
    text, stacked = _unstack(text, file)
    return unicodedata.normalize("NFC", text), (*findings, *stacked)


def _refused(text: str, file: str, pattern: re.Pattern[str], rule: Rule) -> list[Finding]:
    findings: list[Finding] = []
    for match in pattern.finditer(text):
        if len(findings) == 20:  # enough to show what the file is; a binary file has thousands
            break
        name = unicodedata.name(match[0], "").lower()
        what = f"U+{ord(match[0]):04X}{f' ({name})' if name else ''}"
        findings.append(
            rule.at(
                _position(text, match.start(), file),
                f"the invisible character {what} cannot stand in the file.",
                "delete it, and the words around it if they came with it.",
            )
        )
    return findings


def _unstack(text: str, file: str) -> tuple[str, list[Finding]]:
    """Replace absurd runs of accents, over which normalisation would take time without bound."""
    marks = "".join(sorted(c for c in set(text) if unicodedata.combining(c)))
    if not marks:
        return text, []
    pattern = re.compile(f"[{re.escape(marks)}]{{{_LONGEST_STACK + 1},}}")
    findings = [
        STACK.at(
            _position(text, match.start(), file),
            f"{len(match[0])} accents stand on one letter.",
            "delete those that do not belong there.",
        )
        for match in pattern.finditer(text)
    ]
    return pattern.sub(lambda match: _REPLACEMENT * len(match[0]), text), findings[:20]


def _too_large(file: str) -> Finding:
    return SIZE.at(
        Position(file),
        "the file is larger than 5 MB and is not read.",
        "keep one letter in a file; divide a large register into several files.",
    )


def _position(text: str, offset: int, file: str) -> Position:
    line_start = text.rfind("\n", 0, offset) + 1
    return Position(file, text.count("\n", 0, offset) + 1, offset - line_start + 1)
