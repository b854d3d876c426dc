"""What can be wrong with a page, in words for editors."""

from collections.abc import Mapping

from edition.model.finding import Rule, Severity
from edition.model.position import Position
from edition.model.receipt import line_and_column

EMPTY = Rule(
    "I001",
    Severity.ERROR,
    "a page without words",
    "The file to be imported is empty, or holds nothing that can be read.",
    "There is nothing to make a letter of.",
    "Save the page again from the website; nothing was imported.",
)
NOT_UNDERSTOOD = Rule(
    "I010",
    Severity.WARNING,
    "words that the import does not understand",
    "A line of the page is neither text of the letter, nor a source, nor a note, as far as its place and shape tell.",
    "Nothing of a page is dropped: the words were kept as a row of the letter, where they may be out of place.",
    "Give the row its role in the letter file, or move the words where they belong.",
)
FURTHER_TITLE = Rule(
    "I011",
    Severity.NOTE,
    "a title in another language",
    "The page has a title in a language in which it has no text.",
    "The letter file has titles only for its versions; the receipts keep the other.",
    "Nothing need be done.",
)
TITLES_DIFFER = Rule(
    "I012",
    Severity.WARNING,
    "titles that differ",
    "The page gives two titles in one language that are not alike.",
    "One of them may belong to another letter.",
    "Look at the page; correct titles: in the letter file.",
)
LOST_SPACE = Rule(
    "I013",
    Severity.WARNING,
    "a lost space restored",
    "Two words stood together as one; the page itself has the two words apart in the same surroundings.",
    "The change is shown in the apparatus, but only a better copy can prove it.",
    "Compare with the document or a printed edition. To undo it, put the page's word back and remove the reading.",
)
WRONG_LETTER = Rule(
    "I014",
    Severity.NOTE,
    "a letter of another alphabet replaced",
    "A Latin letter stood inside a Cyrillic word, or the other way round, and was replaced by the one it looks like.",
    "The eye sees no difference, but search, index and hyphenation do.",
    "Nothing need be done; the apparatus shows the reading of the page.",
)
SUSPICIOUS = Rule(
    "I015",
    Severity.WARNING,
    "a suspicious word on the page",
    "A word looks like two words with the space lost, or mixes two alphabets; the page does not prove it.",
    "Faults of a transcription would be printed as the writer's.",
    'Compare with a better copy; if it is a fault of the page, write [right words]{W="word of the page"}.',
)

MENDED: Mapping[str, tuple[Rule, str]] = {
    "mended-lost-space": (LOST_SPACE, "the page has the two words apart elsewhere, in the same surroundings"),
    "mended-letter": (WRONG_LETTER, "a letter of another alphabet stood in it"),
}
"""The finding that each class of mending gives, and its reason."""


def place(page: str, file: str, offset: int) -> Position:
    """Give the position of a character of a page."""
    return Position(file, *line_and_column(page, offset))


def shortened(words: str, length: int = 50) -> str:
    """Cut words for a message."""
    return words if len(words) <= length else f"{words[: length - 1]}…"
