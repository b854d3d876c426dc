"""Join the lines that a page breaks inside a sentence; cut a text into segments."""

import re
from collections.abc import Sequence
from itertools import pairwise

from edition.model.enumerators import divided, inline_markers, item_role
from edition.model.transcript import Marker, Passage, Segment
from edition.readers.page.lines import Line
from edition.readers.page.roles import FIXED, is_postscript, markers_of, roles_of
from edition.readers.page.sentences import ends_sentence

_DASH = re.compile(r"(?:—|–|--|-)\s")
_QUOTES = "\"'“‘«„([{"
_WIDEST = 130
_FEWEST = 3


def segments_of(lines: Sequence[Line], page: str, language: str) -> tuple[Segment, ...]:
    """Turn the lines of a letter's text into segments, each with its role.

    Lines are joined where the first does not end a sentence or the second goes on in lower case, and in texts that
    are broken at a width. Where a line may or may not begin a paragraph it stays a segment of its own, not ``apart``:
    the other language decides.
    """
    texts = [line.text for line in lines]
    roles = roles_of(texts, language)
    markers = markers_of(texts)
    width = wrapped_width(texts, roles, language)
    segments: list[Segment] = []
    for index, line in enumerate(lines):
        role = _role(index, roles, texts, segments)
        if segments and role not in FIXED and not _opens(index, lines, roles, markers, segments[-1], width, language):
            segments[-1] = _extended(segments[-1], line, page, texts)
        else:
            segments.append(_segment(index, line, role, markers[index]))
    return _with_first_items(segments)


def _with_first_items(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """Divide a segment at its enumerators where the next line goes on with their sequence."""
    parts: list[Segment] = []
    for segment, following in zip(segments, (*segments[1:], None), strict=False):
        inline = inline_markers(segment.text)
        goes_on = following and following.marker and following.marker.number > 1
        if goes_on and following and following.marker and inline:
            wanted = following.marker
            if inline[-1][1] == Marker(wanted.family, wanted.number - 1):
                places = [(at, item_role(m), m) for at, m in inline if m.family == wanted.family]
                parts.extend(divided(segment, places))
                continue
        parts.append(segment)
    return tuple(parts)


def paragraphs_of(lines: Sequence[Line], page: str, language: str) -> tuple[Passage, ...]:
    """Join broken lines of running text that has no roles: a note."""
    texts = [line.text for line in lines]
    width = wrapped_width(texts, ["paragraph"] * len(lines), language)
    passages: list[Passage] = []
    for index, line in enumerate(lines):
        if passages and _goes_on(texts[index - 1], line, width, language):
            passages[-1] = _joined(passages[-1], line.passage, page, texts)
        else:
            passages.append(line.passage)
    return tuple(passages)


def wrapped_width(texts: Sequence[str], roles: Sequence[str], language: str) -> int:
    """Give the width at which a text is broken into lines, in characters; 0 where it is not.

    A text broken at a width breaks inside its sentences, and has no room left on such a line for the next word.
    """
    body = [text for text, role in zip(texts, roles, strict=True) if role not in FIXED]
    inside = [(line, after) for line, after in pairwise(body) if not ends_sentence(line, language)]
    if len(inside) < _FEWEST or 2 * len(inside) < len(body) or max(map(len, body)) > _WIDEST:
        return 0
    width = max(map(len, body))
    return width if sum(_full(line, after, width) for line, after in inside) >= 0.8 * len(inside) else 0


def _full(first: str, second: str, width: int) -> bool:
    return len(first) + 1 + len(second.split()[0]) > 0.92 * width


def _role(index: int, roles: Sequence[str], texts: Sequence[str], segments: Sequence[Segment]) -> str:
    if roles[index] != "paragraph" or not segments:
        return roles[index]
    last = segments[-1].role
    if last == "item" and _DASH.match(texts[index]):
        return "continuation"
    return "postscript" if last == "postscript" or is_postscript(texts[index]) else "paragraph"


def _segment(index: int, line: Line, role: str, marker: Marker | None) -> Segment:
    apart = index == 0 or line.blank_before or marker is not None or role in ("postscript", "continuation")
    return Segment(line.passage, role, marker if role in ("point", "item") else None, apart)


def _opens(
    index: int,
    lines: Sequence[Line],
    roles: Sequence[str],
    markers: Sequence[Marker | None],
    last: Segment,
    width: int,
    language: str,
) -> bool:
    """Tell whether a line begins a segment rather than going on from the line before."""
    line = lines[index]
    if last.role in FIXED or markers[index] or is_postscript(line.text):
        return True
    if last.role == "item" and _DASH.match(line.text):
        return True
    return not _goes_on(lines[index - 1].text, line, width, language)


def _goes_on(before: str, line: Line, width: int, language: str) -> bool:
    first = line.text.lstrip(_QUOTES)[:1]
    lower = first.islower() or (_DASH.match(line.text) is not None and _after_dash(line.text).islower())
    ended = ends_sentence(before, language)
    if line.blank_before:
        return lower and not ended and first.islower()
    if lower:
        return not before.endswith(";") or bool(width)
    return not ended or bool(width and _full(before, line.text, width))


def _after_dash(text: str) -> str:
    return text.lstrip("—–- ").lstrip(_QUOTES)[:1]


def _extended(segment: Segment, line: Line, page: str, texts: Sequence[str]) -> Segment:
    return Segment(_joined(segment.passage, line.passage, page, texts), segment.role, segment.marker, segment.apart)


def _joined(passage: Passage, following: Passage, page: str, texts: Sequence[str]) -> Passage:
    divided = re.search(r"([^\W\d_]+)-$", passage.text)
    if divided and following.text[:1].islower():
        return _rejoined(passage, following, page, texts, divided[1])
    return passage.joined(following, page, " ", "joined-line")


def _rejoined(passage: Passage, following: Passage, page: str, texts: Sequence[str], head: str) -> Passage:
    """Join a word divided at a line end: without its hyphen, unless the page writes it with one elsewhere."""
    tail = re.match(r"[^\W\d_]*", following.text)
    hyphened = f"{head}-{tail[0] if tail else ''}".lower()
    if any(hyphened in text.lower() for text in texts):
        return passage.joined(following, page, "", "joined-word")
    kept = passage.cut(0, len(passage.text) - 1)
    return kept.joined(following, page, "", "joined-word")
