"""Which part of a translation answers to which part of its original, where the files do not say it."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from edition.align import align
from edition.model.transcript import Passage, Run, Segment
from tests.corpora.prose import MARK, PARAGRAPH

_SENTENCE = re.compile(rf"(?<=[^\W\d_]{{3}})[”’\"'»)]*[.?!]+[”’\"'»)]*(?:\[\^[^\]]*\])*(?=[\s{PARAGRAPH}])")
_MARKUP = re.compile(r"\[\^[^\]]*\]|\]\{[^}]*\}|\\(?=[\\*\[\]])|[*\ue000-\ue002]|(?<!\\)\[")

_SLACK = 120  # characters by which a short paragraph may differ


def numbered(raw: str) -> tuple[tuple[str, str], ...]:
    """Cut raw prose where numbered parts begin; what stands before the first has no number."""
    first, *rest = re.split(f"{MARK}([^{MARK}]*){MARK}", raw)
    parts = list(zip(rest[::2], rest[1::2], strict=True))
    return ((("", first),) if first.strip(f" \n{PARAGRAPH}") else ()) + tuple(parts)


def alike(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Tell whether paragraphs of two versions grow and shrink together, as those do that answer to each other.

    >>> alike(["a" * 300, "b" * 100], ["c" * 450, "d" * 160]), alike(["a" * 300, "b" * 100], ["c" * 100, "d" * 500])
    (True, False)
    """
    lengths = [
        (len(_MARKUP.sub("", one)), len(_MARKUP.sub("", other))) for one, other in zip(ours, theirs, strict=True)
    ]
    ratio = sum(other for _, other in lengths) / sum(one for one, _ in lengths)
    return all(abs(one * ratio - other) < _SLACK + 0.4 * other for one, other in lengths)


def by_length(parts: Sequence[str], translation: str) -> Iterator[tuple[str, str]]:
    """Pair parts of an original with sentences of a translation, by the program's own alignment.

    Sentences of both are aligned; a row ends where an aligned pair ends with one of the original's parts.
    """
    ours = [sentence for part in parts for sentence in _sentences(part)]
    ends = set(accumulate(len(_sentences(part)) for part in parts))
    theirs = _sentences(translation)
    done, one, other = 0, "", ""
    pairs: list[tuple[str, str]] = []
    first, opposite = 0, 0
    for row in align(_segments(ours), _segments(theirs)):
        one += "".join(ours[first : first + len(row.original)])
        other += "".join(theirs[opposite : opposite + len(row.translation)])
        first, opposite = first + len(row.original), opposite + len(row.translation)
        if first in ends and first > done and other.strip():
            pairs.append((one, other))
            done, one, other = first, "", ""
    if (one or other) and pairs:
        pairs[-1] = (pairs[-1][0] + one, pairs[-1][1] + other)
    yield from pairs or [(one, other)]


def _segments(sentences: Sequence[str]) -> tuple[Segment, ...]:
    words = (_MARKUP.sub("", sentence) for sentence in sentences)
    return tuple(Segment(Passage((Run(0, text, text),)), apart=False) for text in words)


def _sentences(raw: str) -> list[str]:
    """Cut raw prose behind sentences, outside of all marks.

    >>> _sentences("He came. [I saw. He]{lang=la} went.")
    ['He came.', ' [I saw. He]{lang=la} went.']
    """
    cuts = [found.end() for found in _SENTENCE.finditer(raw) if _outside(raw[: found.end()])]
    places = [0, *cuts, len(raw)]
    sentences = [raw[start:end] for start, end in pairwise(places) if end > start]
    return _tail_joined(sentences)


def _tail_joined(sentences: list[str]) -> list[str]:
    """Let what has no words stand with the sentence before it."""
    out: list[str] = []
    for sentence in sentences:
        if out and not re.search(r"\w", _MARKUP.sub("", sentence)):
            out[-1] += sentence
        else:
            out.append(sentence)
    return out


def _outside(before: str) -> bool:
    marks = re.sub(r"\\[\\*\[\]]", "", before)
    return marks.count("[") == marks.count("]") and marks.count("*") % 2 == 0
