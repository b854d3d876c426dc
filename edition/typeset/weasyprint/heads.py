"""What stands above the text of each page: the folio, the book on versos, what the opening holds on rectos."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from edition.typeset.weasyprint.lanes import FACING
from edition.typeset.weasyprint.sheetplan import Head, Place
from edition.typeset.weasyprint.sheets import BLANK, Sheet
from edition.typeset.weasyprint.units import PART_TITLE, LetterHead, Part

_WITHOUT: Final = ("half-title", "title-page", "copyright", "colophon", PART_TITLE)
_RANGE: Final = "–"
_DOT: Final = " · "


@dataclass(frozen=True, slots=True)
class RunningHeads:
    """The heads of a book; ``titles`` is what they call it, by language, in the order of the versions."""

    titles: Mapping[str, str]
    layout: str

    def on(self, sheet: Sheet, part: Part | None, letters: Sequence[LetterHead]) -> Head:
        """Give the head of a page; ``letters`` are those whose text stands on its opening."""
        if sheet.part == BLANK or part is None or part.kind in _WITHOUT:
            return Head("", place=Place.NONE)
        if self._opens(sheet, part):
            return Head(sheet.label, place=Place.FOOT)
        first, last = self._languages(part)
        if not sheet.recto:
            return Head(sheet.label, self.titles.get(first, ""), language=first)
        if not letters:
            titled = last if last in part.titles else part.language
            return Head(sheet.label, part.titles.get(titled, ""), language=titled)
        return Head(sheet.label, span(letters, last), status_of(letters, last), last)

    def _languages(self, part: Part) -> tuple[str, str]:
        """Give the language of the first version, which has the versos, and that of the last."""
        languages = part.lanes or tuple(self.titles) or (part.language,)
        return languages[0], languages[-1]

    def _opens(self, sheet: Sheet, part: Part) -> bool:
        """Tell whether the title of the part stands at the head of the page, so that the folio goes to its foot."""
        if len(part.lanes) > 1 and self.layout == FACING:
            return sheet.page < 2 and part.kind != "letters"
        return sheet.page == 0


def span(letters: Sequence[LetterHead], language: str) -> str:
    """Name the letters of an opening: number and date of one, first and last number of several.

    >>> one = LetterHead("a", "1", dates={"en": "September 7, 1931"})
    >>> span([one], "en"), span([one, LetterHead("b", "2"), LetterHead("c", "3")], "en")
    ('1 · September 7, 1931', '1–3')
    """
    if len(letters) > 1:
        return f"{letters[0].number}{_RANGE}{letters[-1].number}"
    (letter,) = letters
    return _DOT.join(words for words in (letter.number, letter.dates.get(language, "")) if words)


def status_of(letters: Sequence[LetterHead], language: str) -> str:
    """Give what a reader of this opening is to know of a translation: it may concern one letter of several."""
    return next((words for letter in letters if (words := letter.statuses.get(language, ""))), "")
