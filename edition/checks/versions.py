"""Check what is said of each version: who made it, from what, and who revised it."""

import re
from collections.abc import Iterator, Sequence

from edition.checks._copy import Copy
from edition.model.edition import Edition
from edition.model.finding import Finding, Rule, Severity
from edition.model.letter import CellState, Letter, Version, VersionRole

UNREVISED = Rule(
    "V020",
    Severity.WARNING,
    "machine translation, unrevised",
    what="A machine made this version, and nobody is said to have revised it.",
    why="Every opening of it prints «machine translation, unrevised», and publishing asks for it to be declared.",
    mend="Read it against the original, correct it, and write the reviser's name after revised_by:.",
)
NO_TEXT_FROM = Rule(
    "V021",
    Severity.NOTE,
    "copy of the text not said",
    what="A version does not say from which copy its text is taken.",
    why="The source note cannot tell the reader what he reads.",
    mend="Add text_from: with a siglum of source:.",
)
NOT_COLLATED = Rule(
    "V022",
    Severity.NOTE,
    "text not compared",
    what="The original's text was compared with no other copy.",
    why="The source note says «not compared with the document»; faults of the copy stand in your edition.",
    mend="Compare it with the document or an edition, and write the siglum after collated_with:.",
)
UNTRANSLATED = Rule(
    "V023",
    Severity.NOTE,
    "row untranslated",
    what="A row or note has no words in one version, and says untranslated.",
    why="The book leaves the place white.",
    mend="Write the translation in place of the word untranslated.",
)
MACHINE_AS_PERSON = Rule(
    "V024",
    Severity.WARNING,
    "machine in a person's role",
    what="A program is named where a person belongs: as contributor, as maker of a version, or as its reviser.",
    why="Title page and catalogues name persons; a machine never has a person's role.",
    mend="Write made_by: machine and the program after engine:; take it out of contributors: and revised_by:.",
)
NO_MAKER = Rule(
    "V025",
    Severity.WARNING,
    "translator not said",
    what="A translation does not say who or what made it.",
    why="The source note and the title page owe the reader the translator's name, or the word machine.",
    mend="Add made_by: with a name, or machine.",
)
ORIGINALS = Rule(
    "V026",
    Severity.ERROR,
    "not one original",
    what="A letter has two versions of role original, or none.",
    why="Numbers, index and notes follow the original; it must be known which version that is.",
    mend="Give one version role: original and the others role: translation.",
)
UNKNOWN_OF = Rule(
    "V027",
    Severity.ERROR,
    "translated from no version",
    what="of: names a version that the letter does not have, or the version itself.",
    why="The translation cannot be compared with what it was made from.",
    mend="Write the key of the version that was translated.",
)
NOT_IN_BOOK = Rule(
    "V028",
    Severity.WARNING,
    "version not in the book",
    what="A letter has a version in a language that is not under languages: of edition.yaml.",
    why="Its words are kept in the file and printed nowhere.",
    mend="Add the language to edition.yaml, or leave it so if it is not meant to be printed.",
)
LANGUAGE_MISSING = Rule(
    "V029",
    Severity.WARNING,
    "letter lacks a version",
    what="A letter has no version in one of the edition's languages.",
    why="Its pages in that language stay white.",
    mend="Add the version under versions: and its words to the rows; say untranslated where they are still to come.",
)

_MACHINE = re.compile(
    r"machine|computer|AI|A\.I\.|ИИ|машина|машинный|нейросеть|(?:chat)?gpt\S*|claude\S*|gemini\S*|deepl|llm"
    r"|google translate|yandex\S*|яндекс\S*|bing|copilot|llama\S*|mistral\S*|deepseek\S*",
    re.IGNORECASE,
)


def check_document(copy: Copy) -> Iterator[Finding]:
    """Find what is missing or wrong in the account of a letter's versions."""
    letter = copy.letter
    if letter is None:
        return
    originals = [version for version in letter.versions if version.role is VersionRole.ORIGINAL]
    if len(originals) != 1:
        many = "no version" if not originals else "more than one version"
        place = originals[1].position if len(originals) > 1 else letter.position
        yield ORIGINALS.at(place, f"{many} of the letter is its original.", "give one version role: original.")
    for version in letter.versions:
        yield from _account(version, letter)
        if version.role is VersionRole.TRANSLATION:
            yield from _translation(version, letter)
    yield from _languages(letter, copy.edition)
    for passage in copy.passages:
        if passage.cell.state is CellState.UNTRANSLATED:
            message = f"{passage.name} is untranslated in {passage.version.key}."
            yield UNTRANSLATED.at(passage.cell.position, message, "write the translation here.")


def check_edition(edition: Edition, copies: Sequence[Copy]) -> Iterator[Finding]:
    """Find a machine among the contributors."""
    for contributor in edition.description.contributors:
        for name in sorted(set(contributor.names.values())):
            if _MACHINE.fullmatch(name.strip()):
                message = f"«{name}» is a contributor with the role {contributor.role}."
                hint = "take it out of contributors:; the letters say made_by: machine."
                yield MACHINE_AS_PERSON.at(edition.description.position, message, hint)


def _account(version: Version, letter: Letter) -> Iterator[Finding]:
    if not version.text_from:
        message = f"the version {version.key} does not say from which copy it is taken."
        yield NO_TEXT_FROM.at(version.position, message, "add text_from: with a siglum of source:.")
    if version is letter.original and not version.collated_with:
        message = f"the original ({version.key}) was compared with no other copy."
        yield NOT_COLLATED.at(version.position, message, "compare it, and write the siglum after collated_with:.")
    if version.made_by != "machine" and _MACHINE.fullmatch(version.made_by):
        message = f"the version {version.key} is made by «{version.made_by}», which is no person."
        yield MACHINE_AS_PERSON.at(version.position, message, f"write made_by: machine, engine: {version.made_by}.")
    if _MACHINE.fullmatch(version.revised_by):
        message = f"the version {version.key} is revised by «{version.revised_by}», which is no person."
        yield MACHINE_AS_PERSON.at(version.position, message, "write revised_by: none until a person has read it.")


def _translation(version: Version, letter: Letter) -> Iterator[Finding]:
    if version.machine_unrevised:
        message = f"the version {version.key} is a machine translation that nobody has revised."
        yield UNREVISED.at(version.position, message, "revise it, and write the reviser's name after revised_by:.")
    if not version.made_by:
        message = f"who made the translation {version.key} is not said."
        yield NO_MAKER.at(version.position, message, "add made_by: with a name, or machine.")
    if version.of and (version.of == version.key or letter.version(version.of) is None):
        message = f"the version {version.key} is said to be made from «{version.of}»."
        others = ", ".join(other.key for other in letter.versions if other is not version)
        yield UNKNOWN_OF.at(version.position, message, f"write of: with one of {others}.")


def _languages(letter: Letter, edition: Edition) -> Iterator[Finding]:
    keys = [version.key for version in letter.versions]
    for version in letter.versions:
        if version.key not in edition.description.languages:
            message = f"the version {version.key} is in no language of the edition."
            hint = "add it to languages: in edition.yaml, or leave it unprinted."
            yield NOT_IN_BOOK.at(version.position, message, hint)
    for language in edition.description.languages:
        if language not in keys:
            message = f"the letter has no version in «{language}»."
            yield LANGUAGE_MISSING.at(letter.position, message, f"add {language}: under versions:.")
