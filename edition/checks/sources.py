"""Check the line of descent of each letter: sigla, works, repositories, pages and leaves."""

import re
from collections.abc import Iterator, Sequence

from edition.checks._copy import Copy
from edition.model.edition import Edition
from edition.model.finding import Finding, Rule, Severity
from edition.model.inline import Citation, Reading
from edition.model.letter import Letter, Witness, WitnessKind
from edition.model.position import Position
from edition.model.register import Register

UNKNOWN_WORK = Rule(
    "S001",
    Severity.ERROR,
    "source is an unknown work",
    what="work: under source: (or under letters_elsewhere:) names a work that is not in registers/sources.yaml.",
    why="The source note cannot say where the letter was printed.",
    mend="Correct the work's id, or add the work to the register.",
)
UNKNOWN_REPOSITORY = Rule(
    "S002",
    Severity.ERROR,
    "source is in an unknown repository",
    what="archive: names a repository that is not under repositories: in registers/sources.yaml.",
    why="The source note cannot write the shelfmark, since the form of it belongs to the repository.",
    mend="Correct the repository's id, or add the repository to the register.",
)
UNREADABLE_LOCUS = Rule(
    "S003",
    Severity.WARNING,
    "pages or leaves not in a known form",
    what="pages: or leaves: is not written as pages and leaves are: 88–89, 21–23, 86–86 об., 40, 3v.",
    why="It prints as it stands in both languages, and cannot be compared or sorted.",
    mend="Write figures, a dash between first and last, a comma between several; unknown where it is not known.",
)
UNKNOWN_SIGLUM = Rule(
    "S004",
    Severity.ERROR,
    "siglum without a source",
    what="A reading, from: of a note, text_from: or collated_with: has a siglum that is not under source:.",
    why="The reader finds a letter in the apparatus or source note that nothing explains.",
    mend="Correct the siglum, or add the document, book or page under it to source:.",
)
AMBIGUOUS_PAGE_WORDS = Rule(
    "S006",
    Severity.WARNING,
    "two works under the same words",
    what="Two works of the register have the same words under as_on_pages:.",
    why="An import cannot know which of the two books a page means.",
    mend="Keep the words with one work, or write the fuller words that pages use.",
)
NO_SOURCE = Rule(
    "S009",
    Severity.WARNING,
    "letter without a source",
    what="Nothing stands under source: of the letter.",
    why="An edition says of each letter where its text comes from; the source note would be empty.",
    mend="Add source: with a siglum for the document, the book or the page.",
)
UNKNOWN_RIGHTS = Rule(
    "S010",
    Severity.NOTE,
    "rights of a work unknown",
    what="A work from which letters or notes are taken has rights: unknown.",
    why="A book can be made for yourself, but a published one would use what perhaps may not be used.",
    mend="Find out who holds the rights and until when, and write it under rights: of the work.",
)
LANGUAGE_MISSING = Rule(
    "S011",
    Severity.WARNING,
    "source not described in a language",
    what="A work or repository that the book names has no description in one of the edition's languages.",
    why="That side of the book would show the other language's words, or a Russian book under an English title alone.",
    mend="Add the description in that language to registers/sources.yaml.",
)

_UNKNOWN = ("", "unknown")
_NUMBER = r"(?:\d+[а-яa-z]?|[ivxlcdm]+)"
_LEAF = rf"(?:{_NUMBER}(?:\s?(?:об\.?|v|r|verso|recto))?|там же)"
_LOCUS = re.compile(rf"{_LEAF}(?:\s?[–-]\s?{_LEAF})?(?:[,;]\s?{_LEAF}(?:\s?[–-]\s?{_LEAF})?)*", re.IGNORECASE)


def check_document(copy: Copy) -> Iterator[Finding]:
    """Find witnesses, sigla, pages and leaves that the source note cannot print rightly."""
    letter = copy.letter
    if letter is None:
        return
    if not letter.witnesses:
        hint = "add source: with a siglum for the document, book or page."
        yield NO_SOURCE.at(letter.position, "the letter says of no source.", hint)
    for witness in letter.witnesses:
        yield from _witness(witness, copy.edition.register)
    yield from _sigla(letter, copy)


def check_edition(edition: Edition, copies: Sequence[Copy]) -> Iterator[Finding]:
    """Find works and repositories that the book uses and the register describes too little."""
    works, repositories = _used(copies)
    register, languages = edition.register, tuple(edition.description.languages)
    for id, work in sorted(register.works.items()):
        if id in works and work.rights in _UNKNOWN:
            yield UNKNOWN_RIGHTS.at(
                work.position, f"the rights of «{id}» are not known.", "publishing will refuse it; write rights:."
            )
        for language in languages:
            if id in works and not work.full.get(language):
                yield _missing_language(work.position, f"the work «{id}»", language)
    for id, repository in sorted(register.repositories.items()):
        for language in languages:
            if id in repositories and not (repository.names.get(language) and repository.forms.get(language)):
                yield _missing_language(repository.position, f"the repository «{id}»", language)
    for id, entry in sorted(register.letters_elsewhere.items()):
        if entry.work and entry.work not in register.works:
            message = f"the letter «{id}» is said to be printed in «{entry.work}», which is not in the register."
            yield UNKNOWN_WORK.at(entry.position, message, "correct the id, or add the work to works:.")
        if entry.shelfmark and entry.shelfmark.repository not in register.repositories:
            archive = entry.shelfmark.repository
            message = f"the letter «{id}» is said to be in «{archive}», which is not in the register."
            yield UNKNOWN_REPOSITORY.at(entry.position, message, "correct the id, or add it to repositories:.")
    yield from _same_words(register)


def _missing_language(position: Position, name: str, language: str) -> Finding:
    message = f"{name} is not described in «{language}»."
    return LANGUAGE_MISSING.at(position, message, f"add {language}: to its entry in the register.")


def _witness(witness: Witness, register: Register) -> Iterator[Finding]:
    if witness.kind is WitnessKind.WORK and witness.work not in register.works:
        message = f"the source {witness.siglum} is a work «{witness.work}» that is not in the register."
        yield UNKNOWN_WORK.at(witness.position, message, "correct the id, or add the work to works:.")
    for shelfmark in witness.shelfmarks:
        if shelfmark.repository not in register.repositories:
            message = f"the source {witness.siglum} is in «{shelfmark.repository}», which is not in the register."
            yield UNKNOWN_REPOSITORY.at(witness.position, message, "correct the id, or add it to repositories:.")
    for name, locus in (("pages", witness.pages), *(("leaves", mark.leaves) for mark in witness.shelfmarks)):
        if locus not in _UNKNOWN and not _LOCUS.fullmatch(locus.strip()):
            message = f"the {name} «{locus}» of {witness.siglum} are in no form known."
            yield UNREADABLE_LOCUS.at(witness.position, message, "write 21–23, 86–86 об., 40 or unknown.")


def _sigla(letter: Letter, copy: Copy) -> Iterator[Finding]:
    known = {witness.siglum for witness in letter.witnesses}

    def fault(siglum: str, position: Position, where: str) -> Iterator[Finding]:
        if siglum and siglum not in known:
            message = f"{where} has the siglum {siglum}, which is not under source:."
            hint = f"the letter's sigla are {', '.join(sorted(known))}." if known else "add it under source:."
            yield UNKNOWN_SIGLUM.at(position, message, hint)

    for version in letter.versions:
        for siglum in (version.text_from, *version.collated_with):
            yield from fault(siglum, version.position, f"the version {version.key}")
    for note in letter.notes:
        yield from fault(note.origin, note.position, f'the note "{note.name}"')
    for passage in copy.passages:
        for node in passage.nodes:
            if isinstance(node, Reading):
                for reading in node.readings:
                    yield from fault(reading.siglum, node.position, f"a reading in {passage.name}")


def _used(copies: Sequence[Copy]) -> tuple[set[str], set[str]]:
    passages = [passage for copy in copies for passage in copy.passages]
    works = {node.work for passage in passages for node in passage.nodes if isinstance(node, Citation)}
    repositories: set[str] = set()
    for witness in (witness for copy in copies if copy.letter for witness in copy.letter.witnesses):
        works.add(witness.work)
        repositories.update(mark.repository for mark in witness.shelfmarks)
    return works, repositories


def _same_words(register: Register) -> Iterator[Finding]:
    owners: dict[tuple[str, str], str] = {}
    for id, work in sorted(register.works.items()):
        for language, several in sorted(work.as_on_pages.items()):
            for words in several:
                owner = owners.setdefault((language, words.casefold()), id)
                if owner != id:
                    message = f"pages use «{words}» for «{owner}» and for «{id}»."
                    yield AMBIGUOUS_PAGE_WORDS.at(work.position, message, "keep these words with one of the two.")
