"""Check for slips of the hand: words run together, words and letters doubled."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from edition.checks._copy import Copy, Passage
from edition.model.edition import Edition
from edition.model.finding import Finding, Rule, Severity
from edition.model.inline import Editorial, InLanguage, Mention, NameMark
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

_SHORT_LAST = {
    "ru": frozenset({"с", "к", "в", "из", "от", "что", "для", "без"}),
    "en": frozenset({"of", "the", "and", "that", "with", "from", "for"}),
}
"""Short words that hardly any longer word ends in."""

_PART_FORMS = {
    "ru": frozenset(
        {
            "поэтому", "затем", "также", "чтобы", "тоже", "причем", "причём", "потому", "вместе", "насчет", "насчёт",
            "ввиду", "вначале", "зачем", "отчего", "почему", "потом", "оттого", "вовремя", "наконец", "навстречу",
            "итак", "якобы", "отсюда", "притом", "посему", "вследствие", "наверх", "вниз", "сначала", "сразу",
            "впоследствии", "вдруг", "вполне", "вперед", "вперёд", "наряду", "вроде", "незачем", "никак", "ничего",
            "никто", "некому", "нечего", "несколько", "сейчас", "свыше", "ибо", "зато", "поскольку", "настолько",
            "постольку", "отнюдь", "вообще", "втроем", "вдвоем", "домой",
        }
    ),
    "en": frozenset(
        {
            "into", "onto", "upon", "within", "without", "cannot", "another", "anyone", "everyone", "someone",
            "anything", "everything", "something", "nothing", "anybody", "everybody", "somebody", "nobody", "sometimes",
            "sometime", "maybe", "indeed", "nevertheless", "nonetheless", "therefore", "thereof", "hereof", "today",
            "tomorrow", "himself", "herself", "itself", "myself", "yourself", "themselves", "ourselves", "already",
            "almost", "altogether", "always", "also", "anyway", "became", "become", "forever", "however", "inasmuch",
            "insofar", "moreover", "whatever", "whenever", "wherever", "whoever", "meanwhile", "otherwise", "outside",
            "inside", "overall", "somewhat", "somewhere", "throughout", "whereas", "afterwards", "everyday", "instead",
            "therewith", "herewith", "therefor", "wherewith", "whereof", "until", "forgave", "forgive", "welcome",
        }
    ),
}  # fmt: skip
"""Words that are rightly one, although their parts may stand side by side as well."""


def check_document(copy: Copy) -> Iterator[Finding]:
    """Find doubled words and letters, and letters lost."""
    for passage in copy.passages:
        yield from _doubled(passage)
        for match in _TRIPLED.finditer(passage.text):
            if match[1].islower() and not _meant(passage, match.start()):
                word = _word_at(passage.text, match.start())
                message = f"«{word}» has the letter {match[1]} three times."
                yield TRIPLED_LETTER.at(passage.at(match.start()), message, "correct it, or mark it [words]{.sic}.")
        for place in (place for place, letter in enumerate(passage.text) if letter == "\ufffd"):
            hint = "look it up on the page or in the document."
            yield LOST_LETTER.at(passage.at(place), f"a letter of {passage.name} is lost.", hint)


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
        if len(word) < 4 or not word.islower() or words[word] > 1 or word in _PART_FORMS.get(language, ()):
            continue
        part = _parted(word, language, words, pairs)
        if part and not _meant(passage, match.start()):
            message = f"«{word}» looks like two words run together, «{word[:part]} {word[part:]}»."
            hint = f'part them; a fault of one copy is noted as [{word[:part]} {word[part:]}]{{W="{word}"}}.'
            yield RUN_TOGETHER.at(passage.at(match.start()), message, hint)


def _parted(word: str, language: str, words: Mapping[str, int], pairs: set[str]) -> int | None:
    """Tell where a word is to be parted, if it is."""
    if word in pairs:
        for place in range(1, len(word)):
            if words.get(word[:place]) and words.get(word[place:]) and (place > 1 or len(word) > 5):
                return place
    for last in sorted(_SHORT_LAST.get(language, ())):
        first = word.removesuffix(last)
        if first != word and len(first) > 4 and words.get(first) and not _ending(first, last):
            return len(first)
    return None


def _ending(first: str, last: str) -> bool:
    """Tell whether a short word after a vowel is a common ending instead («сделав», «участок»)."""
    return last in ("в", "к") and first[-1] in "аеёиоуыэюя"


def _doubled(passage: Passage) -> Iterator[Finding]:
    usual = _MAY_BE_DOUBLED.get(primary(passage.language), frozenset[str]())
    for match in _DOUBLED.finditer(passage.text):
        if match[1].lower() in usual or "\n\n" in match.group() or _meant(passage, match.start()):
            continue
        message = f"«{' '.join(match.group().split())}»: the word stands twice."
        hint = "take one away, or mark them [words]{.sic} if the writer wrote so."
        second = match.end() - len(match[1])
        yield DOUBLED_WORD.at(passage.at(second), message, hint)


def _meant(passage: Passage, offset: int) -> bool:
    """Tell whether the words are marked as they should stand: an error of the writer's, a name, another language."""
    return any(
        isinstance(node, InLanguage | Mention | NameMark) or (isinstance(node, Editorial) and node.state == "sic")
        for node in passage.above(offset)
    )


def _word_at(text: str, offset: int) -> str:
    return next((match.group() for match in _WORD.finditer(text) if match.start() <= offset < match.end()), "")
