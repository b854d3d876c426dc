"""Check for slips of the hand: words doubled, letters tripled, letters lost."""

import re
from collections.abc import Iterator

from edition.checks._copy import Copy, Passage
from edition.model.finding import Finding, Rule, Severity
from edition.model.languages import primary

DOUBLED_WORD = Rule(
    "T021",
    Severity.WARNING,
    "word doubled",
    what="The same word stands twice, one after the other.",
    why="Mostly a slip at the end of a line.",
    mend="Take one away; if the writer wrote it so, mark it: [что что]{.sic}.",
)
TRIPLED_LETTER = Rule(
    "T022",
    Severity.WARNING,
    "letter three times",
    what="A word has the same letter three times running.",
    why="Hardly any word has; the finger stayed on the key.",
    mend="Correct the word; if the writer wrote it so, mark it: [ооочень]{.sic}.",
)
LOST_LETTER = Rule(
    "T023",
    Severity.WARNING,
    "letter lost",
    what="The text has the sign � (U+FFFD) that programs put for a letter they could not read.",
    why="A letter is lost, and only the page or the document knows which.",
    mend="Look it up and type it.",
)

_WORD = re.compile(r"[^\W\d_]+")
_TRIPLED = re.compile(r"([^\W\d_])\1\1")
_DOUBLED = re.compile(r"(?<![\w-])([^\W\d_]+)\s+\1(?![\w-])", re.IGNORECASE)

_MAY_BE_DOUBLED = {
    "en": frozenset({"had", "that", "so", "no", "very", "ha", "bye", "hear", "now", "there", "well", "long", "far"}),
    "ru": frozenset({"да", "нет", "ну", "чуть", "еле", "едва", "вот", "так", "очень", "давно", "ха", "совсем"}),
    "de": frozenset({"die", "der", "das", "sie"}),
    "fr": frozenset({"nous", "vous"}),
}
"""Words that a good text may have twice running."""


def check_document(copy: Copy) -> Iterator[Finding]:
    """Find doubled words and letters, and letters lost."""
    for passage in copy.passages:
        yield from _doubled(passage)
        for match in _TRIPLED.finditer(passage.text):
            if match[1].islower() and not passage.let_stand(match.start()):
                word = _word_at(passage.text, match.start())
                message = f"«{word}» has the letter {match[1]} three times."
                yield TRIPLED_LETTER.at(passage.at(match.start()), message, "correct it, or mark it [words]{.sic}.")
        for place in (place for place, letter in enumerate(passage.text) if letter == "\ufffd"):
            hint = "look it up on the page or in the document."
            yield LOST_LETTER.at(passage.at(place), f"a letter of {passage.name} is lost.", hint)


def _doubled(passage: Passage) -> Iterator[Finding]:
    usual = _MAY_BE_DOUBLED.get(primary(passage.language), frozenset[str]())
    for match in _DOUBLED.finditer(passage.text):
        if match[1].lower() in usual or "\n\n" in match.group() or passage.let_stand(match.start()):
            continue
        message = f"«{' '.join(match.group().split())}»: the word stands twice."
        hint = "take one away, or mark them [words]{.sic} if the writer wrote so."
        second = match.end() - len(match[1])
        yield DOUBLED_WORD.at(passage.at(second), message, hint)


def _word_at(text: str, offset: int) -> str:
    return next((match.group() for match in _WORD.finditer(text) if match.start() <= offset < match.end()), "")
