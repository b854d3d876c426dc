"""Read the engine's log: what it says of the book, with the place in the edition that it was setting."""

import re
import unicodedata
from collections.abc import Iterator

from edition.model.finding import Finding, Rule, Severity
from edition.model.position import Position

MISSING_GLYPH = Rule(
    "E022",
    Severity.ERROR,
    "character that the face has not got",
    what="The text holds a character for which the font has no picture.",
    why="It would print as nothing, and nobody would miss it.",
    mend="Correct the character if it is a slip, or choose a face that has it (face: in style.yaml).",
)
OVERFULL_LINE = Rule(
    "E023",
    Severity.WARNING,
    "line longer than its column",
    what="A line could not be broken within its column and sticks out by more than a point.",
    why="It runs into the white between the columns or off the page.",
    mend="Allow a break: a soft hyphen in the long word, or a word spaced otherwise.",
)
OVERFULL_PAGE = Rule(
    "E024",
    Severity.ERROR,
    "page fuller than it can hold",
    what="More lines or notes were put on a page than fit on it.",
    why="The last of them stand below the edge of the text or are cut off.",
    mend="Tell us with the letter; meanwhile part its longest note or paragraph in two.",
)
STOPPED = Rule(
    "E021",
    Severity.ERROR,
    "the engine stopped",
    what="XeTeX met something that it could not set.",
    why="There is no book.",
    mend="Look at the letter and row named; if nothing is wrong with them, tell us with the message.",
)

_MARK = "edition-place: "
_MISSING = re.compile(r"Missing character: There is no .* \(U\+([0-9A-F]+)\)|Missing character: There is no (.) in")
_OVERFULL = re.compile(r"Overfull \\([hv])box \(([\d.]+)pt too (?:wide|high)\)")
_TOLERATED = 1.0
"""Points by which a line may be too long: no eye sees less."""


def read_log(log: str) -> tuple[Finding, ...]:
    """Give the findings of a run, in the order of the book, each once."""
    return tuple(dict.fromkeys(_read(log)))


def _read(log: str) -> Iterator[Finding]:
    anchor = ""
    for line in log.splitlines():
        if line.startswith(_MARK):
            anchor = line.removeprefix(_MARK).strip() or anchor
        elif match := _MISSING.match(line):
            yield _missing(chr(int(match[1], 16)) if match[1] else match[2], anchor)
        elif (match := _OVERFULL.match(line)) and float(match[2]) > _TOLERATED:
            yield _overfull(match[1], float(match[2]), anchor)
        elif line.startswith("! "):
            message = f"XeTeX stopped at {described(anchor)}: «{line[2:].rstrip('.')}»."
            yield STOPPED.at(position(anchor), message, "look at the words there for anything unusual.")


def _missing(character: str, anchor: str) -> Finding:
    name = unicodedata.name(character, "without a name").lower()
    message = f"the face has no «{character}» (U+{ord(character):04X}, {name}), which stands in {described(anchor)}."
    return MISSING_GLYPH.at(position(anchor), message, "correct the character, or choose a face that has it.")


def _overfull(box: str, points: float, anchor: str) -> Finding:
    if box == "h":
        message = f"a line in {described(anchor)} is {points:.1f} pt longer than its column."
        return OVERFULL_LINE.at(position(anchor), message, "put a soft hyphen into the long word, or change the words.")
    message = f"a page at {described(anchor)} holds {points:.1f} pt more than there is room for."
    return OVERFULL_PAGE.at(position(anchor), message, "part the longest note or paragraph there in two.")


_LETTER = re.compile(r"l-(?P<id>.+?)(?:-(?P<part>[hrncmav])(?:-?(?P<which>[^-]+)(?:-\w+)?)?)?")
_TEXT = re.compile(r"t-(?P<id>.+?)(?:-(?P<part>[rncmav])(?:-?(?P<which>[^-]+)(?:-\w+)?)?)?")
_PARTS = {"r": "row", "n": "note", "c": "note", "h": "the heading", "m": "name", "a": "reading", "v": "reading"}


def position(anchor: str) -> Position:
    """Give the file in which the words at an anchor are edited."""
    if match := _LETTER.fullmatch(anchor):
        return Position(f"letters/{match['id']}.yaml")
    if match := _TEXT.fullmatch(anchor):
        return Position(f"texts/{match['id']}.yaml")
    return Position("edition.yaml")


def described(anchor: str) -> str:
    """Name the place of an anchor in an editor's words.

    >>> described("l-1931-09-07-quill-r3"), described("l-1931-09-07-quill-n-pacts-en"), described("")
    ('letter 1931-09-07-quill, row 3', 'letter 1931-09-07-quill, note pacts', 'the front matter')
    """
    for pattern, what in ((_LETTER, "letter"), (_TEXT, "text")):
        if match := pattern.fullmatch(anchor):
            part = f", {_PARTS[match['part']]}" if match["part"] else ""
            return f"{what} {match['id']}{part}{' ' + match['which'] if match['which'] else ''}"
    return f"«{anchor}»" if anchor else "the front matter"
