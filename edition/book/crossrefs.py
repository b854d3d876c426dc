"""References from a letter or note to another letter, and to the web."""

from collections.abc import Iterator

from edition.book import tree
from edition.book.citations import shelfmark, work_cited
from edition.book.context import Context
from edition.model import anchors
from edition.model.register import LetterElsewhere
from edition.prepare.references import is_letter, resolve


def reference(
    target: str, words: tuple[tree.BookInline, ...], letter_id: str, key: str, language: str, context: Context
) -> Iterator[tree.BookInline]:
    """Give the words of a reference with what a reader needs to follow it.

    A letter of the edition gets number, page and link; one elsewhere the place where it can be found, if the editor
    knows it; else the words stand as they are.
    """
    if not is_letter(target):
        yield tree.Linked(target, words, role="web")
        return
    found = resolve(context.edition, target, letter_id)
    letter = context.edition.letter(found.letter) if found.letter else None
    if letter is not None:
        anchor = anchors.letter(letter.id)
        page = context.page_label(anchor)
        pattern = "reference_here" if page else "reference_here_unpaged"
        where = context.words(language).fill(pattern, number=letter.number, page=page)
        yield tree.Linked(anchor, words)
        yield tree.Styled("editorial", (tree.Run(" "), tree.Linked(anchor, (tree.Run(where),))))
    elif found.elsewhere is not None:
        yield from words
        yield tree.Styled("editorial", tuple(_elsewhere(found.elsewhere, key, language, context)))
    else:
        yield from words


def _elsewhere(place: LetterElsewhere, key: str, language: str, context: Context) -> Iterator[tree.BookInline]:
    before, _, after = context.words(language)["reference_elsewhere"].partition("{place}")
    yield tree.Run(f" {before}")
    if place.work:
        yield from work_cited(place.work, place.pages, key, language, context)
    elif place.shelfmark:
        yield tree.Run(shelfmark(place.shelfmark, key, language, context))
    yield tree.Run(after)
