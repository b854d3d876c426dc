"""A file from outside → what the import makes of it for an edition; nothing is written here."""

import hashlib
from pathlib import Path

from edition.importing import Holdings, Identify, Imported, by_headings, import_page
from edition.model.edition import Edition
from edition.model.finding import Finding
from edition.model.letter import WitnessKind
from edition.prepare.recognition import Matcher


def holdings(edition: Edition, folder: Path) -> Holdings:
    """Tell what an edition has already: its letters with the pages they were made of, and the pages it keeps."""
    pages = {
        f"pages/{path.name}": hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted((folder / "pages").glob("*"))
        if path.is_file() and not path.is_symlink()
    }
    letters = {
        letter.id: next((witness.page for witness in letter.witnesses if witness.kind is WitnessKind.PAGE), "")
        for letter in edition.letters
    }
    return Holdings(letters, pages)


def import_file(
    name: str, content: bytes, edition: Edition, held: Holdings
) -> tuple[Imported | None, tuple[Finding, ...]]:
    """Import one page into a loaded edition; ``name`` is the file's name without folders."""
    return import_page(name, content, edition.description, edition.register, _identify(edition), held)


def _identify(edition: Edition) -> Identify:
    """Recognise a name in any case by the forms that the register generates, else by its headings alone."""
    entities = edition.register.entities.values()
    plain = by_headings(edition.register)
    matchers: dict[str, Matcher] = {}

    def identify(words: str, language: str) -> str | None:
        if language not in matchers:
            matchers[language] = Matcher(entities, language, edition.description.romanisation)
        meant = {hit.entity for hit in matchers[language].find(words)}
        return meant.pop() if len(meant) == 1 and "" not in meant else plain(words, language)

    return identify
