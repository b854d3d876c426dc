"""Turn the bytes of a page into its characters, and say in which encoding they were.

UTF-8 and Unicode's byte order marks are read as they stand; the old Russian encodings are told by how often which
letters come. What cannot be told is refused, not guessed.
"""

import codecs
import re
from collections import Counter
from dataclasses import dataclass

from edition.model.finding import Finding, Rule, Severity
from edition.model.position import Position

LARGEST = 2_000_000
"""The largest page that is read, in bytes: a letter of that size is a mistake."""

TOO_LARGE = Rule(
    "I002",
    Severity.ERROR,
    "a page too large to be a letter",
    "The file to be imported is larger than 2 MB.",
    "No letter is so long; reading it would take very long and serve nothing.",
    "Divide the file, one letter each.",
)
NOT_TEXT = Rule(
    "I003",
    Severity.ERROR,
    "a file that is not text",
    "The file holds bytes that no text has: it is a picture, a word processor's file or something else.",
    "Only text can be read as a page.",
    "Save the page as plain text; nothing was imported.",
)
UNDECIDABLE = Rule(
    "I004",
    Severity.ERROR,
    "an encoding that cannot be told",
    "The bytes of the file are not UTF-8, and which other encoding they are in cannot be told surely.",
    "In a wrong encoding every letter would come out as another.",
    "Open the file in a program that shows it rightly, and save it as UTF-8.",
)
RECOGNISED = Rule(
    "I005",
    Severity.NOTE,
    "an encoding recognised",
    "The page is not in UTF-8; its encoding was told by its letters.",
    "Should the words look wrong, the encoding was another.",
    "Read a few lines of the letter file. The receipts keep the name of the encoding.",
)

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_RUSSIAN = ("cp1251", "koi8-r", "cp866", "iso8859-5")
_FREQUENT = frozenset("оеаинтсрвл")
_CONTROLS = frozenset(range(9)) | frozenset(range(14, 32)) - {27}
_MIXED = re.compile("[A-Za-z][\x80-\U0010ffff]|[\x80-\U0010ffff][A-Za-z]")
_SURE = 0.25  # by how much the best reading must be better than the next


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a page and the encoding they were in."""

    text: str
    encoding: str


def decode_page(content: bytes, file: str) -> tuple[Decoded | None, tuple[Finding, ...]]:
    """Read the bytes of a page.

    >>> decode_page("Привет, Ада! Жду от тебя письма".encode("koi8-r"), "pages/a.txt")[0].encoding
    'koi8-r'
    """
    position = Position(file)
    if len(content) > LARGEST:
        message = f"the file has {len(content):,} bytes; a page may have {LARGEST:,}."
        return None, (TOO_LARGE.at(position, message, "divide the file, one letter each; nothing was imported."),)
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content, encoding, position)
    if _is_binary(content):
        message = "the file is not text."
        return None, (NOT_TEXT.at(position, message, "save the page as plain text; nothing was imported."),)
    try:
        return Decoded(content.decode("utf-8"), "utf-8"), ()
    except UnicodeDecodeError:
        return _recognised(content, position)


def _strictly(content: bytes, encoding: str, position: Position) -> tuple[Decoded | None, tuple[Finding, ...]]:
    try:
        return Decoded(content.decode(encoding), encoding), ()
    except UnicodeDecodeError as error:
        message = f"the file begins like {encoding.upper()}, but byte {error.start} does not belong to it."
        hint = "the file may be cut off: save the page again; nothing was imported."
        return None, (UNDECIDABLE.at(position, message, hint),)


def _is_binary(content: bytes) -> bool:
    controls = sum(count for byte, count in Counter(content[:65536]).items() if byte in _CONTROLS)
    return b"\x00" in content or controls > len(content[:65536]) / 100


def _recognised(content: bytes, position: Position) -> tuple[Decoded | None, tuple[Finding, ...]]:
    readings = sorted(((_likeness(content, encoding), encoding) for encoding in _RUSSIAN), reverse=True)
    (best, encoding), (second, _) = readings[:2]
    if best < 0.5 or best - second < _SURE:
        hint = "open it in a program that shows it rightly and save it as UTF-8; nothing was imported."
        return None, (UNDECIDABLE.at(position, "the file is not UTF-8, and its encoding cannot be told.", hint),)
    message = f"the page is in {encoding}, told by its letters, not in UTF-8."
    hint = "read a few lines of the letter file; if they look wrong, save the page as UTF-8 and import it again."
    return Decoded(content.decode(encoding), encoding), (RECOGNISED.at(position, message, hint),)


def _likeness(content: bytes, encoding: str) -> float:
    """Tell how much a reading looks like Russian: its frequent small letters against all that is not ASCII."""
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    beyond = [sign for sign in text if ord(sign) > 127]
    mixed = sum(len(match[0]) for match in _MIXED.finditer(text))
    if not beyond or mixed > len(beyond) / 5:
        return 0.0
    frequent = sum(sign in _FREQUENT for sign in beyond)
    small = sum("а" <= sign <= "я" for sign in beyond)
    return (small + frequent) / (1.65 * len(beyond))
