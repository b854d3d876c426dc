"""Check for two words run together, by the words that the whole edition has."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from edition.checks._copy import Copy, Passage
from edition.model.edition import Edition
from edition.model.finding import Finding, Rule, Severity
from edition.model.languages import primary

RUN_TOGETHER = Rule(
    "T020",
    Severity.WARNING,
    "two words run together",
    what="A word that stands nowhere else in the edition is made of two that stand side by side elsewhere, or of a "
    'long word and a short one that no word ends in: «сравнениис», "ofthe".',
    why="A lost space is the commonest fault of texts that were scanned or copied.",
    mend='Part the words; if the fault is that of one copy, note it: [сравнении с]{W="сравнениис"}.',
)

_WORD = re.compile(r"[^\W\d_]+")

_SHORT_LAST = {
    "ru": frozenset({"с", "к", "в", "из", "от", "что", "для", "без"}),
    "en": frozenset({"of", "the", "and", "that", "with", "from", "for", "which"}),
}
"""Short words that hardly any longer word ends in."""

_NOT_FIRST = {
    "ru": frozenset(
        {
            "не", "ни", "по", "на", "за", "от", "до", "при", "про", "под", "над", "без", "из", "об", "во", "со", "ко",
            "то", "те", "та", "все", "сего", "еще", "пол", "пере", "раз", "тот", "ка", "ли",
        }
    ),
    "en": frozenset(
        {
            "in", "be", "he", "or", "out", "over", "up", "on", "under", "an", "as", "at", "am", "so", "no", "not", "to",
            "by", "do", "for", "the", "all", "any", "every", "some", "it", "me", "re", "un", "de", "with", "after",
            "my", "who", "what", "when", "where", "how", "which", "there", "here", "if", "is", "of", "off",
            "us", "we", "go",
        }
    ),
}  # fmt: skip
"""Short words that are as often the beginning of a longer one."""

_NOT_LAST = {
    "ru": frozenset({"ли", "то", "ка", "таки", "бы", "же", "ем", "ей", "им", "их", "ее", "ся", "сь", "те"}),
    "en": frozenset(
        {
            "less", "some", "long", "out", "away", "over", "self", "ever", "land", "hold", "at", "in", "or", "able",
            "ward", "like", "wise", "time", "day", "man", "men", "light", "thing", "things", "body", "one", "where",
            "how", "what", "on", "an", "is", "it", "me", "he", "as", "so", "to", "go", "us", "am", "no", "by", "up",
            "be", "do", "we", "if", "all", "her", "his", "ate", "age", "red", "ten", "ant", "ally", "ting",
        }
    ),
}  # fmt: skip
"""Short words that are as often the end of a longer one."""

_LINKS = {
    "en": frozenset(
        {
            "of", "the", "and", "that", "which", "from", "with", "for", "this", "these", "those", "was", "were", "has",
            "have", "had", "his", "her", "their", "they", "you", "your", "are", "been", "would", "could", "should",
            "shall", "will", "only", "very", "our", "she", "him", "its", "but", "not", "who", "whom", "than", "them",
        }
    ),
}  # fmt: skip
"""Words of which one must be a part, in a language that makes compounds of the others ("stronghold")."""

_RIGHTLY_ONE = frozenset(
    {
        "поэтому", "затем", "также", "чтобы", "тоже", "причем", "причём", "потому", "вместе", "итак", "якобы", "сейчас",
        "зато", "несколько", "сегодня", "никто", "ничего", "некому", "нечего", "свыше", "ибо", "потом", "почему",
        "зачем", "отчего", "оттого", "вообще", "вдруг", "вполне", "вроде", "отнюдь", "ничто", "нечто",
        "without", "another", "themselves", "yourself", "yourselves", "herself", "himself", "itself", "ourselves",
        "thereof", "therefrom", "thereto", "hereof", "forthwith", "therewith", "herewith", "therefor", "wherewith",
        "whereof", "notwithstanding", "andante",
    }
)  # fmt: skip
"""Words that are rightly one, although their parts may stand side by side as well."""


def check_edition(edition: Edition, copies: Sequence[Copy]) -> Iterator[Finding]:
    """Find words run together, by the words that the whole edition has."""
    passages: dict[str, list[Passage]] = defaultdict(list)
    for copy in copies:
        for passage in copy.passages:
            passages[primary(passage.language)].append(passage)
    for language, several in sorted(passages.items()):
        words: Counter[str] = Counter()
        pairs: set[str] = set()
        for passage in several:
            _count(passage.text.lower(), words, pairs)
        for passage in several:
            yield from _run_together(passage, language, words, pairs)


def _count(text: str, words: Counter[str], pairs: set[str]) -> None:
    """Count the words of a text, and note which stand side by side."""
    before: re.Match[str] | None = None
    for match in _WORD.finditer(text):
        words[match.group()] += 1
        if before and text[before.end() : match.start()] == " ":
            pairs.add(before.group() + match.group())
        before = match


def _run_together(passage: Passage, language: str, words: Mapping[str, int], pairs: set[str]) -> Iterator[Finding]:
    for match in _WORD.finditer(passage.text):
        word = match.group()
        if len(word) < 4 or not word.islower() or words[word] > 1 or word in _RIGHTLY_ONE:
            continue
        part = _parted(word, language, words, pairs)
        if part and not passage.let_stand(match.start()):
            message = f"«{word}» looks like two words run together, «{word[:part]} {word[part:]}»."
            hint = f'part them; a fault of one copy is noted as [{word[:part]} {word[part:]}]{{W="{word}"}}.'
            yield RUN_TOGETHER.at(passage.at(match.start()), message, hint)


def _parted(word: str, language: str, words: Mapping[str, int], pairs: set[str]) -> int | None:
    """Tell where a word is to be parted, if it is."""
    if word in pairs:
        for place in range(2, len(word)):
            if words.get(word[:place]) and words.get(word[place:]) and _two_words(word[:place], word[place:], language):
                return place
    for last in sorted(_SHORT_LAST.get(language, ())):
        first = word.removesuffix(last)
        if first != word and len(first) > 4 and words.get(first) and not _ending(first, last):
            return len(first)
    return None


def _two_words(first: str, last: str, language: str) -> bool:
    """Tell whether two words that stand side by side elsewhere were hardly meant to be one."""
    if last in _SHORT_LAST.get(language, ()):
        return not _ending(first, last)
    if len(last) == 1 or first in _NOT_FIRST.get(language, ()) or last in _NOT_LAST.get(language, ()):
        return False
    links = _LINKS.get(language)
    return links is None or first in links or last in links


def _ending(first: str, last: str) -> bool:
    """Tell whether a short word after a vowel is a common ending instead («сделав», «участок»)."""
    return last in ("в", "к") and first[-1] in "аеёиоуыэюя"
