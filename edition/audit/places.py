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
            return _position(part, _spans(part.words, found[: number + 1])[-1][0]) or cell.position
        number -= len(found)
    return cell.position


def words_of(cell: Expected, first: int, last: int) -> str:
    """Give tokens ``first`` to before ``last`` of a cell as they stand in the file."""
    out = []
    for part, folded in zip(cell.parts, cell.folded, strict=True):
        found = TOKEN.findall(folded)
        if first < len(found) and last > 0:
            spans = _spans(part.words, found[:last])
            out.append(part.words[spans[max(first, 0)][0] : spans[-1][1]])
        first, last = first - len(found), last - len(found)
    return " ".join(out)


def _spans(words: str, wanted: list[str]) -> list[tuple[int, int]]:
    """Walk the words as they stand in the file along with their folded tokens: from where to where each stands.

    A mark of punctuation is taken to stand right behind the word before it, whatever it looks like in the file.
    """
    spans: list[tuple[int, int]] = []
    end = 0
    for token in wanted:
        if has_words(token):
            start, end = _find(words, token, end)
        else:
            start, end = end, end + _marks(words, end)
        spans.append((start, end))
    return spans


def _marks(words: str, start: int) -> int:
    """How many characters of space and one mark of punctuation follow."""
    match = re.compile(r"\s*[^\w\s]?").match(words, start)
    return match.end() - start if match else 0


def _find(words: str, token: str, end: int) -> tuple[int, int]:
    start = words.find(token, end)
    if start >= 0:
        return start, start + len(token)
    match = re.compile(_UNSEEN.join(_LOOSE.get(sign, re.escape(sign)) for sign in token), re.I).search(words, end)
    return match.span() if match else (end, end)


def _position(part: Part, offset: int) -> Position | None:
    for start, text in reversed(part.texts):
        if start <= offset:
            return text.at(min(offset - start, max(len(text.content) - 1, 0)))
    return None
