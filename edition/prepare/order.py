"""Put the letters in the order of the book: by earliest date, then as the editor says, the undated last."""

from dataclasses import replace

from edition.model.edition import Edition, EditorialText
from edition.model.letter import Letter

_PLACES = ("front", "back")


def order(edition: Edition) -> Edition:
    """Sort letters by date and editor's texts by place.

    Dates are compared by the earliest day they allow; the letters of one day by ``order``, then by the last day (so
    that a letter of 1 September comes before one of September), then by id. Undated letters come last.
    """
    letters = tuple(sorted(edition.letters, key=_letter_key))
    return replace(edition, letters=letters, texts=tuple(sorted(edition.texts, key=_text_key)))


def _letter_key(letter: Letter) -> tuple[bool, tuple[int, int, int], int, tuple[int, int, int], str]:
    if not letter.date.known:
        return (True, (0, 0, 0), letter.order, (0, 0, 0), letter.id)
    return (False, letter.date.first, letter.order, letter.date.last, letter.id)


def _text_key(text: EditorialText) -> tuple[int, int, str]:
    place = _PLACES.index(text.place) if text.place in _PLACES else len(_PLACES)
    return (place, text.order, text.id)
