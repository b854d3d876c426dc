"""Check quotation marks, brackets and the spaces about marks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from edition.checks._copy import BREAK, Copy, Passage
from edition.model.finding import Finding, Rule, Severity
from edition.model.languages import primary
from edition.model.letter import Note, Version

NOT_CLOSED = Rule(
    "T030",
    Severity.WARNING,
    "quotation or bracket not closed",
    what="A quotation mark or bracket is opened and never closed in that version of the letter (or note). A "
    "quotation may run over several rows; each of its paragraphs may open it anew.",
    why="The reader does not learn where the quoted words end, and the print's own quotation marks go wrong after it.",
    mend="Close it where the quoted words end; compare with the page.",
)
NOT_OPENED = Rule(
    "T031",
    Severity.WARNING,
    "quotation or bracket not opened",
    what="A quotation mark or bracket is closed that was never opened.",
    why="The reader does not learn where the quoted words begin.",
    mend="Open it where the quoted words begin, or take the mark away; compare with the page.",
)
MIXED_QUOTES = Rule(
    "T032",
    Severity.NOTE,
    "straight and curly quotation marks",
    what="One version of a letter has straight and curly quotation marks.",
    why="The print makes them alike, but mixed marks tell of a text put together from two.",
    mend="Nothing needs to be done for the print; look whether something was pasted in.",
)
SPACE_BEFORE = Rule(
    "T033",
    Severity.WARNING,
    "space before a mark",
    what="A space stands before a comma, full stop, closing bracket or the like, where the language has none.",
    why="It prints as a hole in the line, and a line may begin with the mark.",
    mend="Take the space away.",
)
NO_SPACE_AFTER = Rule(
    "T034",
    Severity.WARNING,
    "no space after a mark",
    what="A word follows a comma or the full stop of a sentence without a space.",
    why="The two words print as one, and are found as neither.",
    mend="Put a space after the mark.",
)
ONLY_MARKS = Rule(
    "T035",
    Severity.WARNING,
    "paragraph without words",
    what="A paragraph has marks and no words, such as a full stop on a line of its own.",
    why="Mostly left over from the page; it would print as it stands.",
    mend="Take it away, or put the mark where it belongs. Rows of dots or stars that the writer made may stay.",
)

_CLOSERS = {"“": "”", "«": "»", "„": "“", "(": ")", "[": "]", '"': '"'}
_MARKS = re.compile(r"[“”«»„()\[\]\"]")
_ENUMERATOR = re.compile(r"(?:^|(?<=[\s(;:,]))(?:\d{1,3}|[^\W\d_]{1,2}|[ivx]{1,5})\)", re.IGNORECASE)
_BEFORE = re.compile(r"(?<=[\w)»”])[ \u00a0]+(?:[,;:!?.](?![.\w])|[)\]»”])")
_AFTER = re.compile(r"(?<=[^\W\d_]),(?=[^\W\d_])|(?<=[^\W\d_]{3})[.!?](?=[^\W\d_][^\W\d_])")
_ABBREVIATIONS = frozenset({"тов", "гор", "обл", "ред", "стр", "проф", "акад", "mrs", "prof", "www"})
_ORNAMENT = re.compile(r"[*.…·—–\-\s]{3,}|—|\ufffc")
_BEFORE_WORDS = tuple("([«“„‘'’…*§№$£\ufffc")
_FRENCH_SPACES = ("fr",)


@dataclass(frozen=True, slots=True)
class _Mark:
    sign: str
    passage: Passage
    offset: int


def check_document(copy: Copy) -> Iterator[Finding]:
    """Find marks without their partners, and marks with spaces amiss."""
    for passages in _streams(copy):
        yield from _unpaired(passages)
        yield from _mixed(passages)
    for passage in copy.passages:
        yield from _spaces(passage)
        yield from _only_marks(passage)


def _streams(copy: Copy) -> Iterator[list[Passage]]:
    """Yield what a quotation may run through: all rows of a version, or one note in it."""
    streams: dict[tuple[Version | None, Note | None, str], list[Passage]] = {}
    for passage in copy.passages:
        name = passage.note.name if passage.note else ""
        streams.setdefault((None, None, f"{passage.version.key} {name}"), []).append(passage)
    yield from streams.values()


def _unpaired(passages: Sequence[Passage]) -> Iterator[Finding]:
    open_marks: list[_Mark] = []
    for passage in passages:
        # straight marks in pairs are taken as they come: their spaces are too often amiss to tell which way they face
        even = passage.text.count('"') % 2 == 0
        enumerators = {match.end() - 1 for match in _ENUMERATOR.finditer(passage.text)}
        for match in _MARKS.finditer(passage.text):
            if match.group() == ")" and match.start() in enumerators and not _pending(open_marks, "("):
                continue
            if match.group() == '"' and even:
                continue
            mark = _Mark(match.group(), passage, match.start())
            if _opens(mark, open_marks):
                if not _continues(mark, open_marks):
                    open_marks.append(mark)
            elif not _close(mark, open_marks):
                message = f"{mark.sign} closes in {passage.name} ({passage.version.key}) what was not opened."
                yield NOT_OPENED.at(passage.at(mark.offset), message, "open it where the words begin, or take it away.")
    for mark in open_marks:
        message = f"{mark.sign} in {mark.passage.name} ({mark.passage.version.key}) is not closed."
        yield NOT_CLOSED.at(mark.passage.at(mark.offset), message, "close it where the words end.")


def _opens(mark: _Mark, open_marks: Sequence[_Mark]) -> bool:
    """Tell whether a mark opens; “ closes „, and a straight mark opens before a word and after none."""
    if mark.sign == '"':
        return _before_word(mark)
    if mark.sign == "“":
        return not _pending(open_marks, "„") or _before_word(mark)
    return mark.sign in _CLOSERS


def _before_word(mark: _Mark) -> bool:
    before = mark.passage.text[mark.offset - 1 : mark.offset] if mark.offset else " "
    after = mark.passage.text[mark.offset + 1 : mark.offset + 2]
    return (before.isspace() or before in "([«“„—–-/") and (after.isalnum() or after in _BEFORE_WORDS)


def _pending(open_marks: Sequence[_Mark], sign: str) -> bool:
    return any(mark.sign == sign for mark in open_marks)


def _continues(mark: _Mark, open_marks: Sequence[_Mark]) -> bool:
    """Tell whether a mark at a paragraph's head only continues a quotation that is still open."""
    text = mark.passage.text
    at_head = mark.offset == 0 or text[: mark.offset].endswith(BREAK)
    return at_head and mark.sign not in "([" and _pending(open_marks, mark.sign)


def _close(mark: _Mark, open_marks: list[_Mark]) -> bool:
    """Close the innermost mark that fits; what was opened inside it and not closed stays open."""
    for place in range(len(open_marks) - 1, -1, -1):
        sign = open_marks[place].sign
        if _CLOSERS[sign] == mark.sign or (sign == "„" and mark.sign == "”"):
            del open_marks[place]
            return True
    return False


def _mixed(passages: Sequence[Passage]) -> Iterator[Finding]:
    signs = [(match.group(), passage, match.start()) for passage in passages for match in _MARKS.finditer(passage.text)]
    straight = [(passage, offset) for sign, passage, offset in signs if sign == '"']
    if straight and any(sign in "“”«»„" for sign, _, _ in signs):
        passage, offset = straight[0]
        where = f'note "{passage.note.name}"' if passage.note else "the letter"
        message = f"{where} has straight and curly quotation marks in {passage.version.key}."
        yield MIXED_QUOTES.at(passage.at(offset), message, "look whether something was pasted in.")


def _spaces(passage: Passage) -> Iterator[Finding]:
    if primary(passage.language) not in _FRENCH_SPACES:
        for match in _BEFORE.finditer(passage.text):
            mark = match.group().strip()
            if not match.group().startswith("\u00a0") or mark not in "»?!;:":
                message = f"a space stands before «{mark}»."
                yield SPACE_BEFORE.at(passage.at(match.start()), message, "take the space away.")
    for match in _AFTER.finditer(passage.text):
        before = re.search(r"[^\W\d_]+\Z", passage.text[: match.start()])
        shortened = before is not None and before.group().lower() in _ABBREVIATIONS
        # before a small letter a full stop belongs to an address of the web, or to an abbreviation
        if match.group() == "." and (shortened or passage.text[match.end()].islower()):
            continue
        message = f"no space stands after «{match.group()}»."
        yield NO_SPACE_AFTER.at(passage.at(match.start()), message, "put a space after it.")


def _only_marks(passage: Passage) -> Iterator[Finding]:
    start = 0
    for paragraph in passage.text.split(BREAK):
        bare = paragraph.strip()
        if bare and not any(letter.isalnum() for letter in bare) and not _ORNAMENT.fullmatch(bare):
            message = f"a paragraph of {passage.name} has only «{bare}»."
            yield ONLY_MARKS.at(passage.at(start), message, "take it away, or put it where it belongs.")
        start += len(paragraph) + len(BREAK)
