"""Letters of a collection as plain values, and as the files of an edition.

Words for the generated parts are borrowed from English, since nobody has written tables for Latin and Polish yet.
"""

import json
import re
import shutil
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
CORPORA = ROOT.parent / "shared" / "data"
OMITTED, UNTRANSLATED = "omitted", "untranslated"

Cells = Mapping[str, tuple[str, ...] | str]
"""Prose by language: paragraphs, or the word that says why there are none."""


@dataclass(frozen=True)
class Row:
    """Words that stand level."""

    cells: Cells
    role: str = "paragraph"


@dataclass(frozen=True)
class Note:
    """A note, under the name that its callers bear."""

    name: str
    kind: str
    cells: Cells


@dataclass(frozen=True)
class Plain:
    """A letter: what its file will say. ``keys`` are its languages, the original first."""

    id: str
    keys: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[Note, ...] = ()
    date: str = ""
    sender: str = ""
    addressee: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Collection:
    """Letters to be made an edition: ``languages`` with their tags in the order of the book."""

    name: str
    title: str
    languages: Mapping[str, str]
    letters: tuple[Plain, ...]


def slug(name: str) -> str:
    """Make an id of a name.

    >>> slug("Cn. Pompeius Magnus")
    'cn-pompeius-magnus'
    >>> slug("Jakub z Dąbrówki")
    'jakub-z-dabrowki'
    """
    plain = unicodedata.normalize("NFKD", name.lower()).replace("ł", "l")
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"[\u0300-\u036f]", "", plain)).strip("-") or "nobody"


def write_edition(folder: Path, collection: Collection) -> Path:
    """Write an edition of a collection; give its folder."""
    for part in ("letters", "words", "registers"):
        (folder / part).mkdir(parents=True)
    head = {
        "name": collection.name,
        "languages": dict(collection.languages),
        "title": dict.fromkeys(collection.languages, collection.title),
        "identifier": f"urn:example:{collection.name}",
    }
    (folder / "edition.yaml").write_text(json.dumps(head, ensure_ascii=False, indent=1), encoding="utf-8")
    (folder / "style.yaml").write_text("based_on: octavo\n", encoding="utf-8")
    for key in collection.languages:
        if not (ROOT / "styles" / "octavo" / "words" / f"{key}.yaml").exists():
            shutil.copy(ROOT / "styles" / "octavo" / "words" / "en.yaml", folder / "words" / f"{key}.yaml")
    (folder / "registers" / "persons.yaml").write_text("".join(_register(collection)), encoding="utf-8")
    for ordinal, letter in enumerate(collection.letters, 1):
        (folder / "letters" / f"{letter.id}.yaml").write_text("".join(_letter(letter, ordinal)), encoding="utf-8")
    return folder


def _register(collection: Collection) -> Iterator[str]:
    names = {name for letter in collection.letters for name in (letter.sender, letter.addressee) if name}
    for name in sorted({slug(name): name for name in sorted(names)}.values()):
        yield (
            f"{slug(name)}:\n"
            + "".join(f"  {key}: {json.dumps(name, ensure_ascii=False)}\n" for key in collection.languages)
            + "  index: correspondent\n"
        )


def _letter(letter: Plain, ordinal: int) -> Iterator[str]:
    parties = (slug(name) if name else "unknown" for name in (letter.sender, letter.addressee))
    yield "id: {}\nfrom: {}\nto: {}\norder: {}\n".format(letter.id, *parties, ordinal)
    yield f"date: {{when: {letter.date}, basis: editor}}\n" if letter.date else "date: unknown\n"
    if letter.titles:
        yield f"titles: {json.dumps(dict(letter.titles), ensure_ascii=False)}\n"
    yield "versions:\n"
    for key in letter.keys:
        role = "role: original" if key == letter.keys[0] else f"role: translation, of: {letter.keys[0]}"
        yield f"  {key}: {{{role}}}\n"
    yield "rows:\n"
    for row in letter.rows:
        yield f"- role: {row.role}\n" + "".join(_cells(row.cells, letter.keys, 2))
    yield "notes:\n" if letter.notes else ""
    for note in letter.notes:
        yield f"  {note.name}:\n    kind: {note.kind}\n" + "".join(_cells(note.cells, letter.keys, 4))


def _cells(cells: Cells, keys: Iterable[str], indent: int) -> Iterator[str]:
    for key in keys:
        cell = cells.get(key, OMITTED)
        if isinstance(cell, str):
            yield f"{' ' * indent}{key}: {cell}\n"
            continue
        prose = "\n\n".join(cell)
        lines = "\n".join(f"{' ' * (indent + 2)}{line}" if line else "" for line in prose.split("\n"))
        yield f"{' ' * indent}{key}: |\n{lines}\n"
