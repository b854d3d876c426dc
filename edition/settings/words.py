"""The words that the book generates, by language: one table a language in the style's ``words/`` folder."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The table of one language. ``language`` is the full tag it serves (``en-US``).

    Patterns have named places in braces: ``"{sender} to {addressee}"``.
    """

    language: str
    table: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        return self.table[key]

    def get(self, key: str, default: str = "") -> str:
        """Give the words under a key, or the default where the table has none."""
        return self.table.get(key, default)

    def fill(self, key: str, **places: str) -> str:
        """Fill the places of a pattern.

        >>> Words("en", {"letter": "{sender} to {addressee}"}).fill("letter", sender="Quill", addressee="Reed")
        'Quill to Reed'
        """
        words = self.table[key]
        for name, value in places.items():
            words = words.replace("{" + name + "}", value)
        return words
