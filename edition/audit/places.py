"""Find where in the letter file a word stands that the audit misses."""

import re

from edition.audit.expected import Expected, Part
from edition.audit.fold import APOSTROPHE, HYPHEN, TOKEN, has_words
from edition.model.position import Position

_UNSEEN = "[\u00ad\u200b\u200c\u200d\u2060]*"
_LOOSE = {APOSTROPHE: "['’‘ʼʹ′]", HYPHEN: "[-‐‑]"}


def place_of(cell: Expected, number: int) -> Position:
    """Give the place in the file of the ``number``-th token (from 0) of a cell's folded words."""
    for part, folded in zip(cell.parts, cell.folded, strict=True):
        found = TOKEN.findall(folded)
        if number < len(found):
            return _position(part, _offset(part.words, found[: number + 1])) or cell.position
        number -= len(found)
    return cell.position


def _offset(words: str, wanted: list[str]) -> int:
    """Walk the words as they stand in the file along with their folded tokens, stepping over punctuation."""
    end = start = 0
    for token in wanted:
        if not has_words(token):
            start = end
            continue
        start = words.find(token, end)
        if start >= 0:
            end = start + len(token)
            continue
        match = re.compile(_UNSEEN.join(_LOOSE.get(sign, re.escape(sign)) for sign in token), re.I).search(words, end)
        if match is None:
            return end
        start, end = match.span()
    return start


def _position(part: Part, offset: int) -> Position | None:
    for start, text in reversed(part.texts):
        if start <= offset:
            return text.at(min(offset - start, max(len(text.content) - 1, 0)))
    return None
