"""What an edition has already, so that an import never writes over an editor's file."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from edition.model.finding import Finding, Rule, Severity
from edition.model.position import Position

IMPORTED = Rule(
    "I050",
    Severity.ERROR,
    "a page that is imported already",
    "The edition has a letter that was made of this page.",
    "Importing it again would write over what the editor has done since.",
    "Edit the letter file. To begin afresh, move the letter file and its receipts away first, then import again.",
)
TAKEN = Rule(
    "I051",
    Severity.ERROR,
    "another page of the same name",
    "The edition keeps a page of this name with other contents.",
    "Letters refer to pages by name; the page that a letter was made of must stay as it was.",
    "Give the new file another name. If the page changed on the website, compare the two by hand.",
)
SAME_DAY = Rule(
    "I052",
    Severity.NOTE,
    "a second letter of one day",
    "The edition has a letter to the same person of the same day, made of another page.",
    "Two pages may hold one letter; or the writer wrote twice, and the order must be said.",
    "Compare the two. If they are two letters, put order: 1 and order: 2 into the files.",
)


@dataclass(frozen=True, slots=True)
class Holdings:
    """The letters by id, each with the page it was made of (empty where of none); the pages by path, with SHA-256."""

    letters: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)

    def refusal(self, page: str, digest: str) -> Finding | None:
        """Tell why a page cannot be imported, if it cannot."""
        for path, known in sorted(self.pages.items()):
            letters = sorted(id for id, of in self.letters.items() if of == path)
            if known == digest and letters:
                return _imported(page, letters[0])
        letters = sorted(id for id, of in self.letters.items() if of == page)
        if letters:
            return _changed(page, letters[0])
        if self.pages.get(page, digest) != digest:
            message = f"the edition keeps another page as {page}."
            return TAKEN.at(Position(page), message, "give the new file another name; nothing was imported.")
        return None

    def free_id(self, wanted: str) -> str:
        """Give an id that no letter has: the one wanted, or that with a figure behind it."""
        if wanted not in self.letters:
            return wanted
        return next(id for id in (f"{wanted}-{n}" for n in range(2, len(self.letters) + 3)) if id not in self.letters)


def _imported(page: str, letter: str) -> Finding:
    message = f"this page is imported already, as letters/{letter}.yaml."
    hint = "edit that file. To begin afresh, move it and its receipts away, then import again."
    return IMPORTED.at(Position(page), message, hint)


def _changed(page: str, letter: str) -> Finding:
    message = f"letters/{letter}.yaml was made of an earlier state of this page."
    hint = "nothing was written: enter what has changed in the letter file by hand, or name the new page differently."
    return IMPORTED.at(Position(page), message, hint)
