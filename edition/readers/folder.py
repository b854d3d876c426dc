"""Turn an edition's folder into an ``Edition``, with every finding of every file. The only place that reads files."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from string import Formatter

from edition.model.edition import Description, Edition, EditorialText
from edition.model.finding import Finding, Report, Rule, Severity, in_order, untold
from edition.model.letter import Letter, Witness, WitnessKind
from edition.model.position import Position
from edition.model.register import Register
from edition.readers.edition_files import EditionFiles
from edition.readers.letter_file import read_letter
from edition.readers.receipts import orphan, read_receipts
from edition.readers.registers import read_register
from edition.readers.text_file import read_text
from edition.settings.description import read_description
from edition.yamlfile.schema import suggestion

NO_EDITION = Rule(
    "G012",
    Severity.ERROR,
    "no edition here",
    "The folder has no edition.yaml.",
    "It names the languages and the title; without it nothing can be made.",
    "Go into the edition's folder, name it with -C, or make a new one with: edition init DIR.",
)
NO_PAGE = Rule(
    "S022",
    Severity.ERROR,
    "a page that is not kept",
    "A source names a page of a website that is not in the edition's folder.",
    "The page is the only witness of what was taken over; the website may change.",
    "Put the page into pages/ and name it as it is called there.",
)
LEVEL = Rule(
    "S023",
    Severity.WARNING,
    "a level of a shelfmark that is not printed",
    "A shelfmark has a level that no form of its repository names.",
    "The level would be left out wherever the shelfmark is printed.",
    "Correct the level, or add it in braces to the repository's form: in registers/sources.yaml.",
)

DESCRIPTION = "edition.yaml"
_RECEIPTS = ".receipts.json"


def load_edition(folder: Path, report: Report = untold) -> tuple[Edition | None, tuple[Finding, ...]]:
    """Read all files of an edition; ``None`` where ``edition.yaml`` is missing or cannot be used.

    Letters come in the order of their file names. Findings name files relative to ``folder``; ``report`` is
    told which letter is being read.
    """
    files = EditionFiles(folder)
    description = _description(files)
    register = _register(files, description)
    letters = tuple(_in_languages(letter, description) for letter in _letters(files, report))
    texts = _texts(files, description)
    files.findings.extend(_dangling(files, letters, register))
    if description is None:
        return None, in_order(files.findings)
    return Edition(description, letters, register, texts), in_order(files.findings)


def _description(files: EditionFiles) -> Description | None:
    if not (files.folder / DESCRIPTION).exists() and not (files.folder / DESCRIPTION).is_symlink():
        message = "there is no edition.yaml here."
        hint = "go into the edition's folder, name it with -C, or make a new one with: edition init DIR."
        files.findings.append(NO_EDITION.at(Position(DESCRIPTION), message, hint))
        return None
    text = files.read(DESCRIPTION)
    if text is None:
        return None
    description, findings = read_description(text, DESCRIPTION)
    files.findings.extend(findings)
    return description


def _register(files: EditionFiles, description: Description | None) -> Register:
    texts: dict[str, str] = {}
    for name in files.names("registers", ".yaml"):
        text = files.read(name)
        if text is not None:
            texts[name] = text
    register, findings = read_register(texts, tuple(description.languages) if description else ())
    files.findings.extend(findings)
    return register


def _letters(files: EditionFiles, report: Report) -> tuple[Letter, ...]:
    letters: list[Letter] = []
    names = files.names("letters", ".yaml", _RECEIPTS)
    for name in names:
        if name.endswith(_RECEIPTS):
            if name.removesuffix(_RECEIPTS) + ".yaml" not in names:
                files.findings.append(orphan(name))
            continue
        report(f"reading {name}")
        text = files.read(name)
        if text is None:
            continue
        letter, findings = read_letter(text, name)
        files.findings.extend(findings)
        if letter is not None:
            receipts = name.removesuffix(".yaml") + _RECEIPTS
            letters.append(_with_receipts(letter, receipts, files) if receipts in names else letter)
    return tuple(letters)


def _in_languages(letter: Letter, description: Description | None) -> Letter:
    """Give the versions that do not say their language the full tag that the edition has for their key."""
    tags = description.languages if description else {}
    versions = tuple(
        replace(version, language=tags.get(version.key, version.language))
        if version.language == version.key
        else version
        for version in letter.versions
    )
    return replace(letter, versions=versions)


def _with_receipts(letter: Letter, receipts: str, files: EditionFiles) -> Letter:
    text = files.read(receipts)
    if text is None:
        return letter
    found, findings = read_receipts(text, receipts)
    files.findings.extend(findings)
    if found is None:
        return letter
    return replace(letter, acts=found.counts(), confidence={row.row: row.confidence for row in found.rows})


def _texts(files: EditionFiles, description: Description | None) -> tuple[EditorialText, ...]:
    texts: list[EditorialText] = []
    for name in files.names("texts", ".yaml"):
        content = files.read(name)
        if content is None:
            continue
        text, findings = read_text(content, name, description)
        files.findings.extend(findings)
        if text is not None:
            texts.append(text)
    return tuple(texts)


def _dangling(files: EditionFiles, letters: Sequence[Letter], register: Register) -> list[Finding]:
    """Find what a letter says of pages and shelfmarks that the rest of the folder does not bear out."""
    findings: list[Finding] = []
    for letter in letters:
        for witness in letter.witnesses:
            if witness.kind is WitnessKind.PAGE and witness.page and not _kept(files, witness.page):
                message = f"the page «{witness.page}» of the source {witness.siglum} is not in the edition's folder."
                findings.append(NO_PAGE.at(witness.position, message, "put it into pages/, or correct its name."))
            findings.extend(_unprinted_levels(witness, register))
    return findings


def _kept(files: EditionFiles, page: str) -> bool:
    return not Path(page).is_absolute() and ".." not in Path(page).parts and "\0" not in page and files.has(page)


def _unprinted_levels(witness: Witness, register: Register) -> list[Finding]:
    findings: list[Finding] = []
    for mark in witness.shelfmarks:
        repository = register.repositories.get(mark.repository)
        levels = _levels(repository.forms.values()) if repository else None
        if not levels:
            continue
        for level in mark.parts:
            if level not in levels:
                message = f"«{level}» of the source {witness.siglum} is no level of {mark.repository}."
                findings.append(LEVEL.at(witness.position, message, suggestion(level, levels)))
    return findings


def _levels(forms: Iterable[str]) -> set[str]:
    """Give the levels that forms of shelfmarks name in braces; a form that cannot be read names none."""
    levels: set[str] = set()
    for form in forms:
        try:
            levels.update(name for _, name, _, _ in Formatter().parse(form) if name)
        except ValueError:  # a brace that is never closed
            return set()
    return levels
