"""Check for capitalised words that no register claims: names that the index would miss."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from edition.checks._capitals import CAPITALS_FOR_NOUNS, may_be_name, without_possessive
from edition.checks._copy import Copy, Passage
from edition.model.edition import Edition
from edition.model.finding import Finding, Rule, Severity
from edition.model.inline import InLanguage, Mention, NameMark, Reference
from edition.model.languages import primary
from edition.model.position import Position
from edition.prepare.forms import FormKind, forms
from edition.prepare.tokens import fold

UNCLAIMED = Rule(
    "P010",
    Severity.NOTE,
    "capitalised word in no register",
    what="Words with a capital letter, not at the head of a sentence, are in no register. Months, days, languages and "
    "peoples are not counted; all forms of a word are told once, with the number of times.",
    why="If it is a name, the index has no entry for it.",
    mend="Add the person, place or organisation to its register; if it is no name, mark it as [Words]{who=none}, or "
    "leave it.",
)
UNCLAIMED_PERSON = Rule(
    "P011",
    Severity.WARNING,
    "name of a person in no register",
    what="Words that are written as a person is (т. Вымыслов, И. Вымыслов, Comrade Quill, A. Quill) are in no "
    "register.",
    why="The person is missing from the index of names.",
    mend="Add the person to registers/persons.yaml, or a form to the entry that there is; if nobody is meant, mark the "
    "words [Words]{who=none}.",
)
NEARLY = Rule(
    "P012",
    Severity.WARNING,
    "name spelled nearly as one of the register",
    what="A capitalised word differs by a letter or two from a name of the register.",
    why="It may be a slip of the pen or the scan, or another spelling; the index misses it either way.",
    mend="Correct it; if it is the copy's fault, note it as a reading; if it is a form of the name, add it to forms:.",
)

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_HEAD = re.compile(
    r"(?:\A|\n|[.!?…:;][)\]\"'”’»“]*\s+|[.!?…]|[\"“«„(\[‘—–]\s?|--\s?|(?:^|\s)\(?(?:\d{1,3}|[^\W\d_])[.)]\s+|\ufffc\s*)\Z",
    re.MULTILINE,
)
_INITIALS = re.compile(r"(?<!\w)(?:(?:[^\W\d_]|Iu|Ia|Yu|Ya|Zh|Kh|Ts|Ch|Sh|Ye|Дж)\.[ \u00a0-]?){1,3}\Z")
_RUSSIAN_ADDRESS = r"\b(?:т|тов|тт|гр|г-н|г-ж[аеиу]|(?:товарищ|гражданин|господин|доктор|профессор)\w*)\.?\s\Z"
_ENGLISH_ADDRESS = r"\b(?:Comrades?|Cde|Citizen|Mr|Mrs|Miss|Ms|Messrs|Sir|Lord|Lady|Dr|Doctor|Prof(?:essor)?)\.?\s\Z"
_ADDRESSED = {"ru": re.compile(_RUSSIAN_ADDRESS, re.IGNORECASE), "en": re.compile(_ENGLISH_ADDRESS)}
_ENDINGS = (
    "ского", "скому", "ским", "ском", "ской", "скую", "ская", "ские", "ских", "ский", "ого", "ему", "ому", "ами",
    "ями", "ыми", "ими", "ах", "ях", "ов", "ев", "ом", "ем", "ём", "ой", "ей", "ою", "ею", "ым", "им", "ый", "ий",
    "ая", "яя", "ую", "юю", "ые", "ие", "ых", "их", "ам", "ям", "а", "я", "у", "ю", "е", "и", "ы", "о", "ь", "й",
)  # fmt: skip


_GREETINGS = ("salutation", "closer")


@dataclass(frozen=True, slots=True)
class _Sighting:
    """A capitalised word or run of words, with what stands before it."""

    words: str
    passage: Passage
    offset: int
    personal: bool


def check_edition(edition: Edition, copies: Sequence[Copy]) -> Iterator[Finding]:
    """Find capitalised words that are in no register, once for all forms of a word."""
    by_language: dict[str, list[Passage]] = defaultdict(list)
    for copy in copies:
        for passage in copy.passages:
            if primary(passage.language) not in CAPITALS_FOR_NOUNS:
                by_language[passage.language].append(passage)
    for language, passages in sorted(by_language.items()):
        surnames = _surnames(edition, language)
        groups: dict[str, list[_Sighting]] = defaultdict(list)
        for sighting in _sightings(passages, language, surnames):
            groups[_stem(sighting.words, language)].append(sighting)
        for stem in sorted(groups):
            yield _finding(groups[stem], language, surnames)


def _finding(sightings: list[_Sighting], language: str, surnames: Mapping[str, str]) -> Finding:
    first = next((sighting for sighting in sightings if sighting.personal), sightings[0])
    position: Position = first.passage.at(first.offset)
    forms_seen = sorted(Counter(sighting.words for sighting in sightings))
    others = [words for words in forms_seen if words != first.words]
    times = f", {len(sightings)} times" if len(sightings) > 1 else ""
    also = f" (also «{'», «'.join(others)}»)" if others else ""
    near = _near(first.words, surnames)
    if near:
        message = f"«{first.words}»{also} is spelled nearly as {near} of the register{times}."
        return NEARLY.at(position, message, "correct it, or add the form under forms: of the entry.")
    message = f"«{first.words}»{also} is in no register{times}."
    if any(sighting.personal for sighting in sightings):
        return UNCLAIMED_PERSON.at(position, message, "add the person to registers/persons.yaml.")
    return UNCLAIMED.at(
        position, message, "if it is a name, add it to the register of persons, places or organisations."
    )


# finding the words


def _sightings(passages: Sequence[Passage], language: str, surnames: Mapping[str, str]) -> Iterator[_Sighting]:
    """Yield capitalised words inside sentences, and those at a head that also stand inside one or often at heads.

    A word that the edition mostly writes small («Высшая школа», "the West") is told only where a person is meant.
    """
    small: Counter[str] = Counter()
    found: list[tuple[_Sighting, bool]] = []
    for passage in passages:
        small.update(match.group() for match in _WORD.finditer(passage.text) if match.group()[0].islower())
        found.extend(_runs(passage, language, surnames))
    stems = [_stem(sighting.words, language) for sighting, _ in found]
    small_stems = {_stem(word, language) for word in small}
    inside = {stem for stem, (_, at_head) in zip(stems, found, strict=True) if not at_head}
    # a greeting begins every letter; a name that only ever begins sentences does so often in one
    places = Counter(
        (stem, sighting.passage.cell.position.file)
        for stem, (sighting, _) in zip(stems, found, strict=True)
        if sighting.passage.row is None or sighting.passage.row.role not in _GREETINGS
    )
    often = {stem for (stem, _), times in places.items() if times > 2}
    for stem, (sighting, at_head) in zip(stems, found, strict=True):
        told = stem in inside or (stem in often and stem not in small_stems and len(sighting.words) > 3)
        if sighting.personal or (small[sighting.words.lower()] < 2 and (told or not at_head)):
            yield sighting


def _runs(passage: Passage, language: str, surnames: Mapping[str, str]) -> Iterator[tuple[_Sighting, bool]]:
    """Yield runs of capitalised words that nothing claims («Новая Земля»), and whether each begins a sentence."""
    if passage.text.isupper():
        return
    run: list[re.Match[str]] = []
    for match in _WORD.finditer(passage.text):
        if run and not (
            may_be_name(match.group(), language) and passage.text[run[-1].end() : match.start()] in " \u00a0"
        ):
            yield from _run(passage, run, language, surnames)
            run = []
        if may_be_name(match.group(), language) and not _claimed(passage, match, surnames):
            run.append(match)
        elif run:
            yield from _run(passage, run, language, surnames)
            run = []
    if run:
        yield from _run(passage, run, language, surnames)


def _run(
    passage: Passage, run: list[re.Match[str]], language: str, surnames: Mapping[str, str]
) -> Iterator[tuple[_Sighting, bool]]:
    before = passage.text[max(0, run[0].start() - 16) : run[0].start()]
    at_head = bool(_HEAD.search(before))
    initials = _INITIALS.search(before)
    addressed = _ADDRESSED.get(primary(language))
    personal = bool(initials and initials.group()[0].isupper()) or bool(addressed and addressed.search(before))
    if at_head and not personal and len(run) > 1:
        # the first word of a sentence has its capital from there
        yield _Sighting(run[0].group(), passage, run[0].start(), False), True
        yield from _run(passage, run[1:], language, surnames)
        return
    words = passage.text[run[0].start() : run[-1].end()]
    yield _Sighting(without_possessive(words), passage, run[0].start(), personal), at_head and not personal


def _claimed(passage: Passage, match: re.Match[str], surnames: Mapping[str, str]) -> bool:
    """Tell whether a word is marked, is quoted in a reference, or is a form that the register knows."""
    if fold(without_possessive(match.group())) in surnames:
        return True
    return any(isinstance(node, Mention | NameMark | Reference | InLanguage) for node in passage.above(match.start()))


# comparing the words


def _surnames(edition: Edition, language: str) -> dict[str, str]:
    """Map the single words that the register knows in a language, folded, to the heading they belong to."""
    known: dict[str, str] = {}
    for _, entity in sorted(edition.register.entities.items()):
        heading = entity.headings.get(primary(language)) or next(iter(entity.headings.values()), entity.id)
        for form in forms(entity, language, edition.description.romanisation):
            if form.kind in (FormKind.SURNAME, FormKind.DECLARED, FormKind.PLURAL) or " " not in form.text:
                known.setdefault(fold(form.text), f"«{heading}»")
    return known


def _near(words: str, surnames: Mapping[str, str]) -> str | None:
    """Find the heading of a surname that is nearly the word; short words are too alike to say."""
    word = fold(words)
    if len(word) < 6 or " " in word:
        return None
    for surname in sorted(surnames):
        if abs(len(surname) - len(word)) < 2 and surname[0] == word[0] and len(surname) > 5:
            compared = SequenceMatcher(None, surname, word, autojunk=False)
            if compared.real_quick_ratio() > 0.85 and compared.ratio() > 0.85:
                return surnames[surname]
    return None


def _stem(words: str, language: str) -> str:
    """Give what the forms of a word have in common, roughly, so that they are told once."""
    return " ".join(_stem_of(fold(word), language) for word in words.split())


def _stem_of(word: str, language: str) -> str:
    if primary(language) != "ru":
        return word
    ending = next((ending for ending in _ENDINGS if word.endswith(ending) and len(word) - len(ending) > 2), "")
    return word.removesuffix(ending)
