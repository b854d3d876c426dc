"""The YAML files of a style → nodes, and nested keys → flat names."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from edition.model.finding import Finding, Rule, Severity
from edition.model.position import Position
from edition.yamlfile import nodes
from edition.yamlfile.characters import LARGEST, decode

UNREADABLE = Rule(
    "G004",
    Severity.ERROR,
    "a file of the style that cannot be read",
    what="A file of the style cannot be opened.",
    why="What it says would be missing from the book.",
    mend="Look at its permissions; put a plain file in its place.",
)

Values: TypeAlias = dict[str, tuple[str, Position]]
"""Flat name → the words under it, and where they stand."""


def read_yaml(path: Path, shown: str) -> tuple[nodes.Node | None, tuple[Finding, ...]]:
    """Read a file of a style; ``shown`` is what findings call it."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as fault:
        message = f"the file cannot be opened: {fault.strerror or 'unknown reason'}."
        return None, (UNREADABLE.at(Position(shown), message, "look at its permissions."),)
    text, faults = decode(content, shown)
    if text is None:
        return None, tuple(faults)
    root, findings = nodes.compose(text, shown)
    return root, (*faults, *findings)


def flatten(node: nodes.Mapping, prefix: str = "") -> Iterator[tuple[str, tuple[str, Position]]]:
    """Yield every value under a flat name: ``page: {width: 156mm}`` is ``page-width``."""
    for key, value in node.items:
        name = f"{prefix}-{key.value}" if prefix else key.value
        if isinstance(value, nodes.Mapping):
            yield from flatten(value, name)
        elif isinstance(value, nodes.Scalar):
            yield name, (value.value, value.position)
