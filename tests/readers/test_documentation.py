"""The editors' documentation: every key is in it, and every example loads."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from edition.model.finding import Finding
from edition.readers.letter_file import read_letter
from edition.readers.registers import read_register
from edition.readers.text_file import read_text
from edition.settings.description import read_description
from edition.yamlfile.schema import schema

DOCS = Path(__file__).parents[2] / "docs"
LETTER, REGISTER = ((DOCS / name).read_text(encoding="utf-8") for name in ("letter-file.md", "register.md"))
BLOCKS = [
    pytest.param(block, id=f"{name}-{ordinal}")
    for name, text in (("letter-file", LETTER), ("register", REGISTER))
    for ordinal, block in enumerate(re.findall(r"^```yaml\n(.*?)^```$", text, re.DOTALL | re.MULTILINE), start=1)
]
BASE = {
    "id": "id: 1921-05-04-quill\n",
    "from": "from: vymyslov\n",
    "to": "to: quill\n",
    "date": "date: 1921-05-04\n",
    "versions": "versions:\n  ru: {role: original}\n  en: {role: translation, of: ru, made_by: machine}\n",
    "rows": "rows:\n- ru: omitted\n  en: omitted\n",
}


def findings(block: str) -> tuple[Finding, ...]:
    """Load an example: a whole file where its first line names one, else a part of a letter."""
    named = re.match(r"# ([a-z]+)(/\S+)?\.yaml\n", block)
    match named[1] if named else "":
        case "letters":
            return read_letter(block, "letters/1921-05-04-quill.yaml")[1]
        case "texts":
            return read_text(block, "texts/note.yaml", None)[1]
        case "registers":
            assert named is not None
            return read_register({f"registers{named[2]}.yaml": block}, ("ru", "en"))[1]
        case "edition":
            return read_description(block, "edition.yaml")[1]
        case _:
            return read_letter(_completed(block), "letters/1921-05-04-quill.yaml")[1]


def _completed(part: str) -> str:
    """Put the keys of a part in the place of those of a small letter."""
    text = f"rows:\n{part}" if part.startswith("- ") else part
    keys = re.findall(r"^(\w+):", text, re.MULTILINE)
    return "".join(value for key, value in BASE.items() if key not in keys) + text


@pytest.mark.parametrize("block", BLOCKS)
def test_every_example_loads(block: str) -> None:
    assert not findings(block), [str(finding) for finding in findings(block)]


def test_there_are_examples() -> None:
    assert len(BLOCKS) >= 15


def parts(part: object) -> Iterator[dict[str, object]]:
    if isinstance(part, dict):
        yield cast(dict[str, object], part)
        for inner in part.values():
            yield from parts(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from parts(inner)


def keys_and_values(name: str) -> set[str]:
    """Give all keys of a schema, and the values of its closed lists."""
    found: set[str] = set()
    for part in parts(schema(name)):
        properties, values = part.get("properties"), part.get("enum")
        if isinstance(properties, dict):
            found.update(properties)
        if isinstance(values, list):
            found.update(value for value in values if isinstance(value, str))
    return found


@pytest.mark.parametrize(
    ("name", "text"),
    [("letter", LETTER), ("text", LETTER), ("edition", LETTER), ("persons", REGISTER), ("sources", REGISTER)],
)
def test_every_key_and_value_is_documented(name: str, text: str) -> None:
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)
    told = set(re.findall(r"`([^`\n]+)`", prose))
    words = {word for mark in told for word in re.findall(r"[\w-]+", mark)}
    missing = {key for key in keys_and_values(name) if key not in told and key not in words}
    assert not missing
