"""Put note callers where print has them: in English after the punctuation, in Russian before some of it.

In the letter file a caller stands right after the words it explains. English prints it after every mark but the dash
(Chicago 18 §13.29); Russian before a full stop, comma, semicolon and colon, after ? ! … and closing marks.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile, zip_longest

from edition.model.inline import NoteCall
from edition.model.languages import primary
from edition.prepare import pieces as row
from edition.prepare.pieces import Piece, Step

_ENGLISH_AFTER = re.compile(r"[.,;:?!…)\]}”»]*(?:’(?!\w)[.,;:?!…)\]}”»]*)*")
_RUSSIAN_AFTER = re.compile(r"[.,;:?!…)\]»”“]*[?!…)\]»”“]")
_RUSSIAN_BEFORE = re.compile(r"(?:(?<=[^\W\d_]{4})|(?<=[)\]»”“]))\.|[,;:]")
_ABBREVIATED = re.compile(r"(?:просп|проч|стол|граф|проф|комис)\Z")


def place_callers(pieces: Sequence[Piece], language: str) -> list[Piece]:
    """Move the callers of a paragraph whose quotation marks are set already; those side by side stay together."""
    text = row.words(pieces)
    places = _places(pieces)
    moves = {index: target(text, offset, language) for index, offset in places.items()}
    moves = {index: offset for index, offset in moves.items() if offset != places[index]}
    if not moves:
        return list(pieces)
    staying = [piece for index, piece in enumerate(pieces) if index not in moves]
    arriving: dict[int, list[Piece]] = {}
    for index, offset in sorted(moves.items()):
        arriving.setdefault(offset, []).append(pieces[index])
    return _inserted(row.cut(staying, set(arriving)), arriving)


def target(text: str, offset: int, language: str) -> int:
    """Give the offset in the paragraph's string at which a caller is printed.

    >>> target("a pact, then", 6, "en"), target("пакте, потом", 5, "ru"), target("пакте», потом", 5, "ru")
    (7, 5, 6)
    >>> target("the “pact.”", 9, "en"), target("пакт?", 4, "ru")
    (11, 5)
    >>> target("о пакте.", 8, "ru"), target("1931 г.", 7, "ru")
    (7, 7)
    """
    if primary(language) != "ru":
        match = _ENGLISH_AFTER.match(text, offset)
        return match.end() if match else offset
    after = _RUSSIAN_AFTER.match(text, offset)
    if after:
        return after.end()
    before = _RUSSIAN_BEFORE.match(text, offset - 1) if offset else None
    if before and not _ABBREVIATED.search(text[max(0, offset - 12) : offset - 1]):
        return offset - 1
    return offset


def _places(pieces: Sequence[Piece]) -> dict[int, int]:
    places: dict[int, int] = {}
    start = 0
    for index, piece in enumerate(pieces):
        if isinstance(piece.leaf, NoteCall):
            places[index] = start
        start += len(piece.words)
    return places


def _inserted(pieces: list[Piece], arriving: Mapping[int, Sequence[Piece]]) -> list[Piece]:
    """Put callers after the character before their offset, under those nodes that go on after it."""
    out: list[Piece] = []
    start = 0
    for piece, following in zip_longest(pieces, pieces[1:]):
        out.append(piece)
        start += len(piece.words)
        if piece.words and start in arriving:
            above = _shared(piece, following) if following is not None else ()
            out.extend(Piece(caller.leaf, above) for caller in arriving[start])
    return out


def _shared(piece: Piece, following: Piece) -> tuple[Step, ...]:
    steps = takewhile(lambda pair: pair[0].ordinal == pair[1].ordinal, zip(piece.above, following.above, strict=False))
    return tuple(step for step, _ in steps)
