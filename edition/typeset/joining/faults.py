"""Faults of a book that show when its parts are joined."""

from collections.abc import Iterable, Sequence
from typing import Final

from edition.model.finding import Finding, Rule, Severity
from edition.model.position import Position

LOST_LINK = Rule(
    "E040",
    Severity.ERROR,
    "link to a place that is not in the printed book",
    what="A reference, locator, note or bookmark leads to a name that no page of the book bears.",
    why="Who follows it gets nowhere.",
    mend="Look for the name in the letters and registers: what it named may have been removed.",
)
FOREIGN_FACE = Rule(
    "E041",
    Severity.ERROR,
    "words set in a face that is not the style's",
    what="The text faces have no sign for some characters, and a font of this machine was taken for them.",
    why="Another machine would take another font, and the page would look patched.",
    mend="Name a supplement in style.yaml (face: supplement:) that has these characters, or write others.",
)
NO_SIGN = Rule(
    "E042",
    Severity.ERROR,
    "characters that no font can print",
    what="No font has a sign for some characters of the text: an empty box stands for them on the page.",
    why="The words cannot be read.",
    mend="Name a supplement in style.yaml (face: supplement:) that has these characters, or write others.",
)

_BOOK: Final = Position("edition.yaml")
_SHOWN: Final = 12


def lost_link(name: str, page: str) -> Finding:
    """Report a link to nowhere, and the printed number of the first page that has it, where that is known."""
    where = f"a link on page {page}" if page else "a link"
    return LOST_LINK.at(_BOOK, f"{where} leads to «{name}», which is nowhere in the book.", "look for that name.")


def lost_bookmark(name: str, title: str) -> Finding:
    """Report a bookmark to nowhere."""
    message = f"the bookmark «{title}» leads to «{name}», which is nowhere in the book."
    return LOST_LINK.at(_BOOK, message, "look for that name.")


def foreign_face(face: str, characters: Iterable[str]) -> Finding:
    """Report a face that is not the style's, with what was set in it."""
    message = f"the face «{face}», which is not the style's, prints {_shown(sorted(set(characters)))}."
    return FOREIGN_FACE.at(_BOOK, message, "name a supplement that has these characters in style.yaml.")


def no_sign(face: str, characters: Iterable[str]) -> Finding:
    """Report characters that are printed as empty boxes."""
    message = f"neither «{face}» nor any other font has a sign for {_shown(sorted(set(characters)))}."
    return NO_SIGN.at(_BOOK, message, "name a supplement that has these characters in style.yaml, or write others.")


def _shown(characters: Sequence[str]) -> str:
    """Write characters so that each can be told from those that look like it."""
    named = [f"{mark if mark.isprintable() else ''} (U+{ord(mark):04X})".strip() for mark in characters[:_SHOWN]]
    more = len(characters) - _SHOWN
    return ", ".join(named) + (f" and {more} more" if more > 0 else "") if named else "nothing that can be named"
