"""Cut a page into lines, each a passage in NFC without invisible signs."""

import re
import unicodedata
from dataclasses import dataclass

from edition.model.transcript import Passage, Run

_LINE = re.compile("[^\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]+")
_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_INVISIBLE = (  # controls, soft hyphens, zero-width signs, signs of direction, characters that are none
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufdd0-\ufdef"
    "\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
_TOKEN = re.compile(rf"(?P<invisible>{_INVISIBLE}+)|(?:(?!{_INVISIBLE})\s)+|(?:(?!{_INVISIBLE})\S)+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page that is not blank; ``blank_before`` tells that a blank line stands above it."""

    passage: Passage
    blank_before: bool = False

    @property
    def text(self) -> str:
        """The words of the line, without white space at its ends."""
        return self.passage.text


def split_lines(page: str) -> tuple[Line, ...]:
    """Give the lines of a page that hold anything, in order.

    >>> [(line.text, line.blank_before) for line in split_lines("Letter\\r\\n \\r\\n  Dear Ada,\\n")]
    [('Letter', False), ('Dear Ada,', True)]
    """
    lines: list[Line] = []
    end = 0
    for match in _LINE.finditer(page):
        passage = _passage(match[0], match.start()).trimmed()
        if passage.runs and passage.text:
            blank = bool(lines) and len(_LINE_END.findall(page, end, passage.start)) > 1
            lines.append(Line(passage, blank))
            end = passage.end
    return tuple(lines)


def visible(raw: str) -> str:
    """Give characters of a page as a letter file can show them: in NFC, without invisible signs.

    >>> visible("и\u0306\u200bх")
    'йх'
    """
    return unicodedata.normalize("NFC", re.sub(_INVISIBLE, "", raw))


def _passage(raw: str, offset: int) -> Passage:
    if raw.isprintable() and unicodedata.is_normalized("NFC", raw):
        return Passage((Run(offset, raw, raw),))
    runs: list[Run] = []
    for match in _TOKEN.finditer(raw):
        words = unicodedata.normalize("NFC", match[0])
        act = "removed-invisible" if match["invisible"] else "composed-characters" if words != match[0] else ""
        run = Run(offset + match.start(), match[0], "" if match["invisible"] else words, act)
        if runs and not act and not runs[-1].act:
            last = runs.pop()
            run = Run(last.offset, last.on_page + run.on_page, last.words + run.words)
        runs.append(run)
    return Passage(tuple(runs))
