"""Check that the versions of a row or note agree in their numbers, dates and enumerators."""

from collections.abc import Iterator

from edition.checks._copy import Copy, Passage
from edition.model.enumerators import split_enumerator
from edition.model.finding import Finding, Rule, Severity
from edition.model.inline import Editorial
from edition.model.languages import primary, script
from edition.prepare.number_words import number_words
from edition.prepare.values import Disagreement, Value, Weight, differing_values, read_values

VALUE_DIFFERS = Rule(
    "T001",
    Severity.WARNING,
    "value differs between versions",
    what="A number, year or month stands in one version of a row and not in the other. «31 года» and 1931, «1½ месяца» "
    "and «a month and a half», XVI and 16, 1 234,5 and 1,234.5 are the same.",
    why="Figures are what translators and machines get wrong most quietly, and what historians quote.",
    mend="Compare with the original and correct the translation. Where the original errs, mark its figure as "
    "[words]{.sic} and say so in a note: words so marked are not compared.",
)
SPOKEN_DIFFERS = Rule(
    "T002",
    Severity.NOTE,
    "number in words differs between versions",
    what="A number written in words, or in Roman numerals, stands in one version of a row and not in the other.",
    why="Words for numbers may be meant loosely («в двух словах», «in a few words»), so this is only to be looked at.",
    mend="Compare with the original; correct the translation, or leave it.",
)
ENUMERATOR_DIFFERS = Rule(
    "T003",
    Severity.WARNING,
    "enumerator differs between versions",
    what="A row begins with «в)» in one version and with another place of the list in the other; а б в г and a b c d, "
    "figures and Roman numerals are told apart by their place.",
    why="The rows may be paired wrongly, or an item of the list is lost.",
    mend="Compare the rows before and after it; correct the enumerator, or put the words into the row they belong to.",
)
QUESTIONS_DIFFER = Rule(
    "T004",
    Severity.NOTE,
    "questions differ between versions",
    what="A row has more question marks in one version than in the other.",
    why="A sentence may be lost, or the rows be paired wrongly.",
    mend="Compare with the original; leave it if the translator turned a question into a statement.",
)

_ALPHABETS = {"Cyrl": "абвгдежзиклмнопрстуфхцчшщэюя", "Latn": "abcdefghijklmnopqrstuvwxyz"}


def check_document(copy: Copy) -> Iterator[Finding]:
    """Compare each translated passage with the one it translates."""
    for original, translation in copy.pairs:
        yield from _values(original, translation)
        yield from _enumerators(original, translation)
        yield from _questions(original, translation)


def _values(original: Passage, translation: Passage) -> Iterator[Finding]:
    spelled = all(number_words(passage.language).phrases for passage in (original, translation))
    for difference in differing_values(_read(original), _read(translation)):
        # a lone figure may stand in words in the other version, where its language's number words are not known
        if spelled or (difference.first and difference.second):
            yield _finding(difference, original, translation)


def _read(passage: Passage) -> list[Value]:
    """Read the values of a passage, without those that the editor lets stand as errors of the writer's."""
    values = read_values(passage.text, passage.language)
    return [value for value in values if not _let_stand(passage, value.offset)]


def _let_stand(passage: Passage, offset: int) -> bool:
    return any(isinstance(node, Editorial) and node.state == "sic" for node in passage.above(offset))


def _finding(difference: Disagreement, original: Passage, translation: Passage) -> Finding:
    first, second = difference.first, difference.second
    values = [value for value in (first, second) if value]
    rule = VALUE_DIFFERS if any(value.weight is Weight.CERTAIN for value in values) else SPOKEN_DIFFERS
    source, target = original.version.key, translation.version.key
    hint = f"compare {translation.name} with the original; a writer's own error is marked [words]{{.sic}}."
    if first and second:
        message = f"«{first.words}» in {source} is «{second.words}» in {target}."
        return rule.at(translation.at(second.offset), message, hint)
    if second:
        message = f"«{second.words}» in {target} is not in {source}."
        return rule.at(translation.at(second.offset), message, hint)
    assert first is not None
    return rule.at(original.at(first.offset), f"«{first.words}» in {source} is not in {target}.", hint)


def _enumerators(original: Passage, translation: Passage) -> Iterator[Finding]:
    first, _ = split_enumerator(original.text)
    second, _ = split_enumerator(translation.text)
    if not first.endswith(")") and (original.row is None or original.row.role not in ("item", "point")):
        return  # «П. Вымыслов» begins with an initial
    place, other = _place(first, original.language), _place(second, translation.language)
    if place and other and place != other:
        beginnings = f"«{first}» in {original.version.key}, with «{second}» in {translation.version.key}"
        message = f"{translation.name} begins with {beginnings}."
        yield ENUMERATOR_DIFFERS.at(translation.at(0), message, "see whether the rows are paired rightly.")


def _place(enumerator: str, language: str) -> int | None:
    """Tell the place in a list that a letter stands for; figures are compared as values."""
    letter = enumerator.strip("().").lower()
    alphabet = _ALPHABETS.get(script(language), "")
    return alphabet.index(letter) + 1 if len(letter) == 1 and letter in alphabet else None


def _questions(original: Passage, translation: Passage) -> Iterator[Finding]:
    first, second = (passage.text.count(_question_mark(passage.language)) for passage in (original, translation))
    if first != second and (not first or not second):
        asks, silent = (original, translation) if first else (translation, original)
        message = f"{translation.name} asks in {asks.version.key} and does not in {silent.version.key}."
        yield QUESTIONS_DIFFER.at(translation.at(0), message, "see whether a sentence is lost.")


def _question_mark(language: str) -> str:
    return ";" if primary(language) in ("el", "grc") else "?"
