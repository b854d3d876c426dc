"""References from a letter or note to another letter, and to the web."""

from collections.abc import Iterator

from edition.book import tree
from edition.book.citations import shelfmark, work_cited
from edition.book.context import Context
from edition.model import anchors
from edition.model.register import LetterElsewhere
from edition.prepare.references import is_letter, resolve

Words = tuple[tree.BookInline, ...]


def reference(
    target: str, words: Words, letter_id: str, key: str, language: str, context: Context
) -> tuple[Words, Words]:
    """Give the words of a reference, linked where they can be, and what a reader needs to follow it.

    A letter of the edition gets number and page; one elsewhere the place where it can be found, if the editor knows
    it; else the words stand alone.
    """
    if not is_letter(target):
        return (tree.Linked(target, words, role="web"),), ()
    found = resolve(context.edition, target, letter_id)
    letter = context.edition.letter(found.letter) if found.letter else None
    if letter is not None:
        anchor = anchors.letter(letter.id)
        page = context.page_label(anchor)
        pattern = "reference_here" if page else "reference_here_unpaged"
        where = context.words(language).fill(pattern, number=letter.number, page=page)
        shown = (tree.Run(" "), tree.Linked(anchor, (tree.Run(where),)))
        return (tree.Linked(anchor, words),), (tree.Styled("editorial", shown),)
    if found.elsewhere is not None:
        return words, (tree.Styled("editorial", tuple(_elsewhere(found.elsewhere, key, language, context))),)
    return words, ()


def _elsewhere(place: LetterElsewhere, key: str, language: str, context: Context) -> Iterator[tree.BookInline]:
    before, _, after = context.words(language)["reference_elsewhere"].partition("{place}")
    yield tree.Run(f" {before}")
    if place.work:
        yield from work_cited(place.work, place.pages, key, language, context)
    elif place.shelfmark:
        yield tree.Run(shelfmark(place.shelfmark, key, language, context))
    yield tree.Run(after)
