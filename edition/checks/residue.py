"""Check for words that were left in the language of the original, or in letters of two scripts."""

import re
from collections.abc import Iterator
from functools import lru_cache

import icu

from edition.checks._copy import Copy, Passage
from edition.model.finding import Finding, Rule, Severity
from edition.model.languages import script

OTHER_SCRIPT = Rule(
    "T010",
    Severity.WARNING,
    "words in another script",
    what="A version has words in a script that its language does not use.",
    why="Mostly words that nobody translated; a printed page shows them at once.",
    mend="Translate them; where they belong there, mark them as [words]{lang=ru}, so that they are set as Russian.",
)
NOT_TRANSLATED = Rule(
    "T011",
    Severity.WARNING,
    "row equal to its translation",
    what="A row has the same words in two versions.",
    why="It was copied and never translated, or one text stands in the place of both.",
    mend="Write the translation, or say untranslated.",
)
TWO_SCRIPTS = Rule(
    "T012",
    Severity.WARNING,
    "word in letters of two scripts",
    what="A word or numeral mixes Latin and Cyrillic letters that look alike: «IХ» with a Cyrillic Х, «Cталин».",
    why="Nobody sees it, and no search, index or hyphenation finds the word.",
    mend="Type the word again in one script.",
)
ROMANISED = Rule(
    "T013",
    Severity.WARNING,
    "word romanised, not translated",
    what="A translation has a word of the original in Latin letters before the same number: «Tom 17» for «Том 17».",
    why="Volume, page and number are words for the reader; «Tom» is none in English.",
    mend="Translate the word: vol. 17.",
)

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_MIXED = re.compile(r"[^\W_]*(?:[a-zA-Z][а-яёА-ЯЁІ]|[а-яёА-ЯЁІ][a-zA-Z])[^\W_]*")
_NUMBERED = re.compile(r"\b([^\W\d_]{3,})\.? ?(\d+)")
_SCRIPTS = {"Cyrl": re.compile(r"[\u0400-\u052f]"), "Latn": re.compile(r"[A-Za-z\u00c0-\u024f]")}
_ROMAN = re.compile(r"[IVXLCDM]+(?:-[а-яё]+)?")


def check_document(copy: Copy) -> Iterator[Finding]:
    """Find what was not translated, or typed in two scripts."""
    for passage in copy.passages:
        yield from _mixed(passage)
        yield from _foreign(passage)
    for original, translation in copy.pairs:
        yield from _equal(original, translation)
        yield from _romanised(original, translation)
    yield from _titles(copy)


def _mixed(passage: Passage) -> Iterator[Finding]:
    for match in _MIXED.finditer(passage.text):
        shown = " ".join(f"{letter}={_script_of(letter)}" for letter in match.group() if letter.isalpha())
        message = f"«{match.group()}» mixes letters of two scripts."
        yield TWO_SCRIPTS.at(passage.at(match.start()), message, f"type it again in one script ({shown}).")


def _script_of(letter: str) -> str:
    return "Cyrillic" if _SCRIPTS["Cyrl"].match(letter) else "Latin"


def _foreign(passage: Passage) -> Iterator[Finding]:
    """Find the runs of words in the other script; each run once, at its first word."""
    other = "Latn" if script(passage.language) == "Cyrl" else "Cyrl"
    run: list[re.Match[str]] = []
    for match in _WORD.finditer(passage.text):
        foreign = bool(_SCRIPTS[other].search(match.group())) and not _MIXED.fullmatch(match.group())
        if foreign and not _meant(passage, match):
            run.append(match)
        elif run:
            yield _foreign_run(passage, run)
            run = []
    if run:
        yield _foreign_run(passage, run)


def _foreign_run(passage: Passage, run: list[re.Match[str]]) -> Finding:
    words = passage.text[run[0].start() : run[-1].end()]
    shown = words if len(words) <= 40 else f"{words[:40].rstrip()}…"
    message = f"«{shown}» in {passage.version.key} is not in that language's script."
    return OTHER_SCRIPT.at(passage.at(run[0].start()), message, "translate it, or mark it as [words]{lang=…}.")


def _meant(passage: Passage, match: re.Match[str]) -> bool:
    """Tell whether words of the other script belong there: marked, a name, a numeral, a single letter."""
    if len(match.group()) == 1 or _ROMAN.fullmatch(match.group()):
        return True
    return passage.let_stand(match.start())


def _equal(original: Passage, translation: Passage) -> Iterator[Finding]:
    words = _WORD.findall(original.text)
    if original.text.split() == translation.text.split() and any(len(word) > 2 for word in words):
        message = f"{translation.name} is the same in {original.version.key} and {translation.version.key}."
        yield NOT_TRANSLATED.at(translation.at(0), message, "write the translation, or say untranslated.")


def _romanised(original: Passage, translation: Passage) -> Iterator[Finding]:
    if script(original.language) != "Cyrl" or script(translation.language) != "Latn":
        return
    numbered = {(_romanise(m[1]), m[2]): m[1] for m in _NUMBERED.finditer(original.text)}
    for match in _NUMBERED.finditer(translation.text):
        word = numbered.get((match[1].lower(), match[2]))
        if word and not _meant(translation, match):
            message = f"«{match.group()}» is «{word} {match[2]}» in Latin letters."
            yield ROMANISED.at(translation.at(match.start()), message, "translate the word.")


@lru_cache(maxsize=4096)
def _romanise(word: str) -> str:
    return str(_to_latin().transliterate(word)).lower()


@lru_cache(maxsize=1)
def _to_latin() -> icu.Transliterator:
    return icu.Transliterator.createInstance("Russian-Latin/BGN")


def _titles(copy: Copy) -> Iterator[Finding]:
    if copy.letter is None:
        return
    for key, title in copy.letter.titles.items():
        other = "Latn" if script(key) == "Cyrl" else "Cyrl"
        foreign = [word for word in _WORD.findall(title) if len(word) > 2 and _SCRIPTS[other].search(word)]
        if foreign and len(foreign) == len(_WORD.findall(title)):
            message = f"the title in {key} is not in that language's script."
            yield OTHER_SCRIPT.at(copy.letter.at(f"titles.{key}"), message, "see whether the titles were exchanged.")
