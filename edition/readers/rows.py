"""Read versions, rows and notes, which letters and editor's texts write alike."""

import re
from collections.abc import Iterator, Sequence

from edition.model.finding import Finding, Rule, Severity
from edition.model.letter import ROLES, Cell, CellState, Note, NoteKind, Row, Version, VersionRole
from edition.model.position import Position
from edition.readers.inline import parse_prose
from edition.yamlfile.nodes import Mapping, Node, Scalar
from edition.yamlfile.schema import suggestion
from edition.yamlfile.values import entries, listed, number, pairs, words

LANGUAGE_KEY = Rule(
    "V001",
    Severity.ERROR,
    "a language that the letter has no version in",
    "A row, note or title has words under a language key that is not under versions:.",
    "The words would be left out of the book.",
    "Correct the key, or add the version under versions:.",
)
VERSION_MISSING = Rule(
    "V002",
    Severity.ERROR,
    "a row without a version",
    "A row has no words in one of the versions, and does not say why.",
    "A forgotten translation and one that was left out on purpose look the same.",
    "Add the words under |, or write untranslated or omitted behind the language key.",
)
NO_WORDS = Rule(
    "V003",
    Severity.ERROR,
    "a version of a row is empty",
    "Under a language key of a row or note stands no word.",
    "The book would have a hole there that nobody explains.",
    "Write the words, or untranslated or omitted behind the language key.",
)
BESIDE_KEY = Rule(
    "L003",
    Severity.WARNING,
    "prose beside its key",
    "Prose stands on the line of its key instead of under |.",
    "There a # begins a comment, a colon a key, and commas and brackets can end the text: words get lost.",
    "Put | behind the key and the words on the next line, indented.",
)
LOST_WORDS = Rule(
    "L004",
    Severity.ERROR,
    "prose lost to a comment",
    "Behind prose on the line of its key stands #: what follows is a comment and is not printed.",
    "«2) item # 5 here» loads as «2) item».",
    "Put | behind the key and the words on the next line, indented.",
)
DOUBLED_ROW = Rule(
    "L005",
    Severity.ERROR,
    "two rows of one name",
    "Two rows have the same id:, or one has the number of another as its id:.",
    "Proofs and findings name rows by it.",
    "Give one of them another name, with a letter in it.",
)
LEVEL = Rule(
    "L006",
    Severity.ERROR,
    "a level without a list",
    "level: stands in a row that is not an item of a list.",
    "Only items of lists are indented by level.",
    "Write role: item, or delete level:.",
)

_ROW_KEYS = ("role", "id", "level")
_NOTE_KEYS = ("kind", "from", "anchored_by")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def read_versions(node: Node | None) -> tuple[Version, ...]:
    """Read ``versions:`` in their order."""
    found = [(key, entry) for key, entry in pairs(node) if isinstance(entry, Mapping)]
    return tuple(_version(key, entry, first=not ordinal) for ordinal, (key, entry) in enumerate(found))


def _version(key: Scalar, entry: Mapping, *, first: bool) -> Version:
    role = words(entry.get("role")) or ("original" if first else "translation")
    return Version(
        key.value,
        words(entry.get("language")) or key.value,
        VersionRole.ORIGINAL if role == "original" else VersionRole.TRANSLATION,
        key.position,
        of=words(entry.get("of")),
        text_from=words(entry.get("text_from"), "unknown"),
        collated_with=listed(entry.get("collated_with"), "none"),
        made_by=words(entry.get("made_by"), "unknown"),
        engine=words(entry.get("engine"), "unknown"),
        revised_by=words(entry.get("revised_by"), "none"),
    )


def read_rows(node: Node | None, versions: Sequence[Version]) -> tuple[tuple[Row, ...], tuple[Finding, ...]]:
    """Read ``rows:``; each has one cell per version, in the order of the versions."""
    rows: list[Row] = []
    findings: list[Finding] = []
    for entry in entries(node):
        if isinstance(entry, Mapping):
            row, faults = _row(entry, len(rows) + 1, versions)
            rows.append(row)
            findings.extend(faults)
    findings.extend(_doubled(rows))
    return tuple(rows), tuple(findings)


def _row(entry: Mapping, ordinal: int, versions: Sequence[Version]) -> tuple[Row, list[Finding]]:
    role = words(entry.get("role")) or "paragraph"
    cells, findings = read_cells(entry, versions, _ROW_KEYS)
    for version in versions:
        if not entry.key(version.key):
            message = f"row {ordinal} has no words in «{version.key}»."
            hint = f"add {version.key}: with the words under “|”, or {version.key}: untranslated."
            findings.append(VERSION_MISSING.at(entry.position, message, hint))
    level = entry.get("level")
    if level and role != "item":
        message = f"level: stands in a row of role «{role}»."
        findings.append(LEVEL.at(level.position, message, "write role: item, or delete level:."))
    return Row(
        ordinal,
        role if role in ROLES else "paragraph",
        cells,
        entry.position,
        id=words(entry.get("id")) or str(ordinal),
        level=number(level, 1) if role == "item" else 0,
    ), findings


def _doubled(rows: Sequence[Row]) -> Iterator[Finding]:
    seen: dict[str, Row] = {}
    for row in rows:
        first = seen.setdefault(row.id, row)
        if first is not row:
            message = f"the row «{row.id}» has the name of row {first.ordinal}, on line {first.position.line}."
            yield DOUBLED_ROW.at(row.position, message, "give one of the two another id:, with a letter in it.")


def read_notes(node: Node | None, versions: Sequence[Version]) -> tuple[tuple[Note, ...], tuple[Finding, ...]]:
    """Read ``notes:`` in the order of the file."""
    notes: list[Note] = []
    findings: list[Finding] = []
    for name, entry in pairs(node):
        if isinstance(entry, Mapping):
            cells, faults = read_cells(entry, versions, _NOTE_KEYS)
            findings.extend(faults)
            notes.append(_note(name, entry, cells))
    return tuple(notes), tuple(findings)


def _note(name: Scalar, entry: Mapping, cells: tuple[Cell, ...]) -> Note:
    kind = words(entry.get("kind"))
    return Note(
        name.value,
        NoteKind(kind) if kind in list(NoteKind) else NoteKind.EDITOR,
        cells,
        name.position,
        origin=words(entry.get("from"), "unknown"),
        anchored_by=words(entry.get("anchored_by")),
    )


def read_cells(
    entry: Mapping, versions: Sequence[Version], known: Sequence[str]
) -> tuple[tuple[Cell, ...], list[Finding]]:
    """Read the words of each version; ``known`` are the keys that are no languages."""
    findings = list(unknown_languages(entry, versions, known))
    cells: list[Cell] = []
    for version in versions:
        node = entry.get(version.key)
        if isinstance(node, Scalar) and not node.absent:
            cell, faults = _cell(node, version)
            cells.append(cell)
            findings.extend(faults)
    return tuple(cells), findings


def unknown_languages(entry: Mapping, versions: Sequence[Version], known: Sequence[str] = ()) -> Iterator[Finding]:
    """Find keys that look like a language and are no version."""
    keys = [version.key for version in versions]
    for key, _ in entry.items:
        if key.value not in keys and key.value not in known and _LANGUAGE.fullmatch(key.value):
            message = f"«{key.value}» is none of the versions of the letter."
            yield LANGUAGE_KEY.at(key.position, message, suggestion(key.value, [*keys, *known]))


def _cell(node: Scalar, version: Version) -> tuple[Cell, list[Finding]]:
    if not node.style and node.value in (CellState.UNTRANSLATED, CellState.OMITTED):
        return Cell(version.key, (), node.position, CellState(node.value)), []
    paragraphs, faults = parse_prose(node, version.language)
    findings = [*faults, *_beside_key(node)]
    position = paragraphs[0].position if paragraphs else node.position
    if not paragraphs:
        findings.append(_no_words(node.position, version.key))
    return Cell(version.key, paragraphs, position), findings


def _no_words(position: Position, key: str) -> Finding:
    hint = f"write the words on the next line, indented, or {key}: untranslated."
    return NO_WORDS.at(position, f"«{key}» has no words.", hint)


def _beside_key(node: Scalar) -> Iterator[Finding]:
    hint = "put “|” behind the key and the words on the next line, indented."
    if node.comment:
        yield LOST_WORDS.at(node.position, f"the words «{node.comment[:40]}» are a comment and are lost.", hint)
    elif not node.style:
        yield BESIDE_KEY.at(node.position, f"the words «{node.value[:40]}» stand on the line of their key.", hint)
