"""Turn the text of a letter file into a ``Letter``, with a finding for every fault of its form."""

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from edition.model.finding import Finding, Rule, Severity, in_order
from edition.model.letter import Letter, Query, Version
from edition.model.position import Position
from edition.readers.dates import read_date
from edition.readers.rows import read_notes, read_rows, read_versions, unknown_languages
from edition.readers.sources import read_sources
from edition.yamlfile.nodes import Mapping, Node, Scalar, compose
from edition.yamlfile.schema import validate
from edition.yamlfile.values import by_key, listed, number, pairs, words

OTHER_NAME = Rule(
    "L007",
    Severity.ERROR,
    "a file that is called otherwise than its letter",
    "The id: in the file is not the name of the file (without .yaml).",
    "References name the id; editors look for the file.",
    "Rename the file, or correct id:. Ids have small Latin letters, figures, hyphens and full stops.",
)

_ID = re.compile(r"[a-z0-9][a-z0-9.-]*")


def read_letter(text: str, file: str) -> tuple[Letter | None, tuple[Finding, ...]]:
    """Read a letter file; ``None`` where it cannot be read at all or has no version.

    ``file`` is the path relative to the edition's folder. A letter with findings of severity error is given as far
    as it can be read, so that all other checks can say what they have to say.
    """
    root, findings = compose(text, file)
    if root is None:
        return None, in_order(findings)
    faults = [*findings, *validate(root, "letter", file)]
    if not isinstance(root, Mapping):
        return None, in_order(faults)
    versions = read_versions(root.get("versions"))
    if not versions:
        return None, in_order(faults)
    letter, more = _letter(root, versions, file)
    return letter, in_order([*faults, *more])


def _letter(root: Mapping, versions: tuple[Version, ...], file: str) -> tuple[Letter, list[Finding]]:
    date, date_faults = read_date(root.get("date"))
    rows, row_faults = read_rows(root.get("rows"), versions)
    notes, note_faults = read_notes(root.get("notes"), versions)
    witnesses, source_faults = read_sources(root.get("source"))
    letter = Letter(
        id=read_id(root, file),
        position=Position(file),
        sender=listed(root.get("from"), "unknown"),
        addressee=listed(root.get("to"), "unknown"),
        date=date,
        versions=versions,
        rows=rows,
        witnesses=witnesses,
        notes=notes,
        queries=_queries(root.get("queries")),
        titles=by_key(root.get("titles")),
        place=words(root.get("place"), "unknown"),
        number=words(root.get("number")),
        order=number(root.get("order")),
        places=_places(root),
    )
    faults = [*date_faults, *row_faults, *note_faults, *source_faults, *check_id(root, file)]
    return letter, [*faults, *_title_faults(root.get("titles"), versions)]


def _places(root: Mapping) -> dict[str, Position]:
    """Note where the values stand that the letter keeps without a position."""
    titles = root.get("titles")
    named = [(key.value, value) for key, value in root.items if key.value in ("from", "to", "date", "order", "place")]
    if isinstance(titles, Mapping):
        named.extend((f"titles.{key.value}", value) for key, value in titles.items)
    return {name: value.position for name, value in named}


def read_id(root: Mapping, file: str) -> str:
    """Give the id, or the name of the file where there is none."""
    return words(root.get("id")) or PurePosixPath(file).stem


def check_id(root: Mapping, file: str) -> list[Finding]:
    """Find an id that is not the name of its file, or a file whose name cannot be an id."""
    stem = PurePosixPath(file).stem
    node = root.get("id")
    if words(node) in ("", stem) and _ID.fullmatch(stem):
        return []
    position = node.position if isinstance(node, Scalar) else Position(file)
    if not _ID.fullmatch(stem):
        message = f"the file name «{stem}» cannot be an id."
        hint = "rename the file: small Latin letters, figures, hyphens and full stops."
    else:
        message = f"the id «{words(node)}» is not the name of the file, «{stem}»."
        hint = f"write id: {stem}, or rename the file to {words(node)}.yaml."
    return [OTHER_NAME.at(position, message, hint)]


def _title_faults(node: Node | None, versions: Sequence[Version]) -> list[Finding]:
    return list(unknown_languages(node, versions)) if isinstance(node, Mapping) else []


def _queries(node: Node | None) -> tuple[Query, ...]:
    return tuple(
        Query(
            key.value,
            words(entry.get("ask")),
            key.position,
            to=words(entry.get("to")),
            answer=words(entry.get("answer")),
        )
        for key, entry in pairs(node)
        if isinstance(entry, Mapping)
    )
