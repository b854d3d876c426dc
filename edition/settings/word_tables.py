"""Read the words that the book generates: one file a language in the ``words/`` folder of each style."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from edition.model.finding import Finding, Rule, Severity
from edition.model.languages import primary
from edition.model.position import Position
from edition.settings.style_text import flatten, read_yaml
from edition.settings.styles import StyleFolder, find_style
from edition.yamlfile import nodes
from edition.yamlfile.schema import suggestion

UNKNOWN_WORDS = Rule(
    "G007",
    Severity.WARNING,
    "generated words that nothing asks for",
    what="A table of words has a key that the style it is based on does not have in any language.",
    why="The book never prints the words; probably another key was meant.",
    mend="Write the key as it stands in words/en.yaml of octavo.",
)
NO_TABLE = Rule(
    "G008",
    Severity.ERROR,
    "a table of words that is none",
    what="A file in words/ is no list of keys with words.",
    why="The language would be without the words that the book generates.",
    mend="Write a key, a colon and the words on each line, as in words/en.yaml of octavo.",
)

MISSING_WORDS = Rule(
    "G009",
    Severity.ERROR,
    "generated words missing in a language",
    what="The table of a language lacks words that every book needs.",
    why="The book makes these words itself; without them it cannot be composed.",
    mend="Add the keys with words of the language; words/en.yaml of octavo has them all.",
)

_OPEN = ("role_", "kind_", "date_from_")
"""Keys that end in a word of the editor's: a style has as many of them as its letters need."""

_SPACES = re.compile(r"[ \t\n]+")
Tables = Mapping[str, Mapping[str, str]]


def read_tables(folders: Sequence[StyleFolder]) -> tuple[Tables, tuple[Finding, ...]]:
    """Lay the tables of a chain of styles (nearest first) one over the other, by language tag."""
    tables: dict[str, dict[str, str]] = {}
    findings: list[Finding] = []
    for folder in reversed(folders):
        known = {key for table in tables.values() for key in table}
        for path in sorted((folder.path / "words").glob("*.yaml")):
            shown = folder.shown(f"words/{path.name}")
            root, faults = read_yaml(path, shown)
            findings.extend(faults)
            if isinstance(root, nodes.Mapping):
                findings.extend(_unknown(root, known))
                words = {name: _SPACES.sub(" ", value).strip(" ") for name, (value, _) in flatten(root)}
                tables.setdefault(path.stem, {}).update(words)
            elif not faults:
                message = f"{shown} is no list of keys with words."
                findings.append(NO_TABLE.at(Position(shown), message, "write a key, a colon and the words on a line."))
    return tables, (*findings, *_missing(tables))


def _missing(tables: Tables) -> Iterator[Finding]:
    for language in sorted(tables):
        table = {**tables.get(primary(language), {}), **tables[language]}
        missing = sorted(_needed() - table.keys())
        if missing:
            shown, more = ", ".join(missing[:8]), f" and {len(missing) - 8} more" if len(missing) > 8 else ""
            message = f"the table of «{language}» lacks {shown}{more}."
            yield MISSING_WORDS.at(Position(f"words/{language}.yaml"), message, "add them with words of the language.")


@cache
def _needed() -> frozenset[str]:
    """Give the keys that every table of the program's own style has."""
    own = find_style("octavo", Path())
    roots = [read_yaml(path, "")[0] for path in sorted((own.path / "words").glob("*.yaml"))] if own else []
    keys = [{key.value for key, _ in root.items} for root in roots if isinstance(root, nodes.Mapping)]
    return frozenset(key for key in set.intersection(*keys) if not key.startswith(_OPEN)) if keys else frozenset()


def _unknown(root: nodes.Mapping, known: set[str]) -> Iterator[Finding]:
    for key, _ in root.items:
        if known and key.value not in known and not key.value.startswith(_OPEN):
            yield UNKNOWN_WORDS.at(key.position, f"no book prints «{key.value}».", suggestion(key.value, known))
