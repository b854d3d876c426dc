"""Check the ids of persons, and the register against itself and the letters."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from edition.checks._copy import Copy
from edition.model.date import HistoricalDate
from edition.model.edition import Edition
from edition.model.finding import Finding, Rule, Severity
from edition.model.inline import Mention, NameMark
from edition.model.letter import Letter
from edition.model.register import Entity, EntityKind
from edition.prepare.headings import parse_heading
from edition.prepare.tokens import fold

UNKNOWN_PERSON = Rule(
    "P013",
    Severity.ERROR,
    "person not in the register",
    what="from: or to: of a letter, or who: of a contributor, names an id that is in no register.",
    why="Heading, index and title page have no name to print.",
    mend="Correct the id, or add the person to registers/persons.yaml.",
)
NEVER_MENTIONED = Rule(
    "P014",
    Severity.NOTE,
    "entry never mentioned",
    what="A person, place or organisation of the register is found in no letter, note or text.",
    why="The index has no entry for it; perhaps the text names it in a form that the register does not know.",
    mend="Add the form under forms:, or leave the entry for letters to come.",
)
LIKE_ANOTHER = Rule(
    "P015",
    Severity.WARNING,
    "two entries for one person?",
    what="Two persons of the register have the same surname and given names that may be the same (Лев, Л.).",
    why="One person under two headings divides the index entry.",
    mend="Make one entry of the two, or give given names, dates or offices that tell them apart.",
)
OUT_OF_LIFE = Rule(
    "P016",
    Severity.WARNING,
    "letter outside a lifetime",
    what="A letter is from or to a person who was not born yet or already dead by the register's dates.",
    why="The letter's date, the register's date or the person is wrong.",
    mend="Compare all three.",
)
HEADING_MISSING = Rule(
    "P017",
    Severity.WARNING,
    "entry without a heading in a language",
    what="An entry of the register that the letters name has no heading in one of the edition's languages.",
    why="The index of that language cannot list it.",
    mend="Add the heading in that language, in the romanisation that edition.yaml declares.",
)


def check_document(copy: Copy) -> Iterator[Finding]:
    """Find ids that no register has, and letters outside their writers' lives."""
    known = copy.edition.register.entities
    letter = copy.letter
    if letter is not None:
        for key, ids in (("from", letter.sender), ("to", letter.addressee)):
            for id in ids:
                if id not in known:
                    yield UNKNOWN_PERSON.at(letter.at(key), f"{key}: names «{id}».", _hint(id, known))
        yield from _lifetimes(letter, known)


def check_edition(edition: Edition, copies: Sequence[Copy]) -> Iterator[Finding]:
    """Find entries that are never named, want a heading, or may be the same person."""
    known = edition.register.entities
    for contributor in edition.description.contributors:
        if contributor.entity and contributor.entity not in known:
            message = f"a contributor's who: names «{contributor.entity}»."
            yield UNKNOWN_PERSON.at(edition.description.position, message, _hint(contributor.entity, known))
    named = _named(edition, copies)
    for id, entity in sorted(known.items()):
        if entity.kind is EntityKind.WORK:
            continue
        if id not in named:
            message = f"«{id}» of the register is mentioned nowhere."
            yield NEVER_MENTIONED.at(entity.position, message, "add the form the text has under forms:, or leave it.")
            continue
        for language in edition.description.languages:
            if not entity.headings.get(language) and entity.indexed:
                message = f"«{id}» has no heading in «{language}»."
                yield HEADING_MISSING.at(entity.position, message, f"add {language}: to its entry.")
    yield from _alike(known)


def _hint(id: str, known: Mapping[str, Entity]) -> str:
    near = get_close_matches(id, sorted(known), n=1)
    return (
        f"did you mean «{near[0]}»? Else add it to the register." if near else "correct it, or add it to the register."
    )


def _named(edition: Edition, copies: Sequence[Copy]) -> set[str]:
    named = {contributor.entity for contributor in edition.description.contributors}
    for copy in copies:
        if copy.letter:
            named.update(copy.letter.sender, copy.letter.addressee)
        for passage in copy.passages:
            for node in passage.nodes:
                if isinstance(node, Mention | NameMark) and node.entity:
                    named.add(node.entity)
    return named


def _lifetimes(letter: Letter, known: Mapping[str, Entity]) -> Iterator[Finding]:
    if not letter.date.known or letter.date.approximate:
        return
    for id in (*letter.sender, *letter.addressee):
        entity = known.get(id)
        born, died = (_date(entity.born), _date(entity.died)) if entity else (None, None)
        if born and letter.date.last < born.first:
            message = f"the letter is of {letter.date.edtf}, and «{id}» was born {born.edtf}."
            yield OUT_OF_LIFE.at(letter.at("date"), message, "compare the letter's date, the person and the register.")
        if died and letter.date.first > died.last:
            message = f"the letter is of {letter.date.edtf}, and «{id}» died {died.edtf}."
            yield OUT_OF_LIFE.at(letter.at("date"), message, "compare the letter's date, the person and the register.")


def _date(words: str) -> HistoricalDate | None:
    """Read the first date of the register's words; ``None`` where there is none (the register's reader reports it)."""
    try:
        date = HistoricalDate.parse(words.split(" ")[0])
    except ValueError:
        return None
    return date if date.known else None


def _alike(known: Mapping[str, Entity]) -> Iterator[Finding]:
    """Find persons of one surname whose given names do not tell them apart."""
    bearers: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for _, entity in sorted(known.items()):
        if entity.kind is EntityKind.PERSON:
            for language, heading in sorted(entity.headings.items()):
                bearers[(language, fold(parse_heading(heading).surname))].append(entity)
    seen: set[tuple[str, str]] = set()
    for (language, _), several in sorted(bearers.items()):
        for place, second in enumerate(several):
            for first in several[:place]:
                given = (first.headings[language], second.headings[language])
                if (first.id, second.id) not in seen and _same_given(*given):
                    seen.add((first.id, second.id))
                    message = f"«{second.id}» may be the same person as «{first.id}»: {second.headings[language]}."
                    hint = "make one entry of the two, or tell them apart by given names."
                    yield LIKE_ANOTHER.at(second.position, message, hint)


def _same_given(first: str, second: str) -> bool:
    """Tell whether the given names of two headings may be the same: «Лев Михайлович», «Л. М.», none at all.

    >>> _same_given("Quill, Ada", "Quill, A."), _same_given("Quill, Ada", "Quill, Bernard")
    (True, False)
    """
    pairs = zip(parse_heading(first).given, parse_heading(second).given, strict=False)
    return all(_same_name(fold(a.rstrip(".")), fold(b.rstrip("."))) for a, b in pairs)


def _same_name(first: str, second: str) -> bool:
    short, long = sorted((first, second), key=len)
    return short == long or (len(short) <= 2 and long.startswith(short))
