"""Hold nodes against the published JSON Schemas and say in an editor's words what does not fit.

The schemas in ``edition/schemas/`` are JSON Schema 2020-12; editors' programs use the same files for completion.
They keep to keywords for which there are words here; each has a title and a description, which the messages use.
"""

import json
import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as MappingOf
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import cast

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from edition.model.finding import Finding, Rule, Severity, in_order
from edition.model.position import Position
from edition.yamlfile.nodes import Mapping, Node, Scalar, Sequence

UNKNOWN_KEY = Rule(
    "Y020",
    Severity.ERROR,
    "unknown key",
    "A key stands where the format knows none of that name.",
    "What stands under a mistyped key would be left out of the book without a word.",
    "Write the key that was meant; edition explain and docs/ list the keys. Prose without a key belongs under |.",
)
MISSING_KEY = Rule(
    "Y021",
    Severity.ERROR,
    "missing key",
    "A key that the format wants is not there.",
    "The book needs what would stand there.",
    "Add the key with its value.",
)
WRONG_KIND = Rule(
    "Y022",
    Severity.ERROR,
    "words, a list or keys in the wrong place",
    "A list stands where words are wanted, or words where keys are wanted, or nothing at all.",
    "The program would have to guess what is meant.",
    "Write the value as the hint shows.",
)
NOT_ALLOWED = Rule(
    "Y023",
    Severity.ERROR,
    "a value that is not among the known ones",
    "The key has a closed list of values, and this is not one of them.",
    "Values of closed lists decide how words are printed, in all languages.",
    "Write one of the values that the hint lists.",
)
WRONG_FORM = Rule(
    "Y024",
    Severity.ERROR,
    "a value that is not written as it should be",
    "The value has another form than its key wants.",
    "Ids, dates, numbers and identifiers are read by the program and must have their form.",
    "Write it like the examples of the hint.",
)
EMPTY_LIST = Rule(
    "Y025",
    Severity.ERROR,
    "a key with nothing under it",
    "A list or a set of keys is empty.",
    "The book needs what would stand there.",
    "Fill it, or leave out the key if the format allows that.",
)

Plain = str | None | list["Plain"] | dict[str, "Plain"]
Schema = MappingOf[str, object]


def validate(node: Node, schema_name: str, file: str) -> tuple[Finding, ...]:
    """Find everything in which the node differs from the schema (``letter``, ``persons``, ``edition``, ...)."""
    errors = _validator(schema_name).iter_errors(_plain(node))
    whole = _whole(schema_name)
    return in_order(finding for error in errors for finding in _findings(error, _Fault(error, whole, node, file)))


def nearest(word: str, known: Iterable[str]) -> str:
    """Give the known word that is most like the one written, or an empty string.

    >>> nearest("salutaton", ["salutation", "closer"])
    'salutation'
    """
    close = get_close_matches(word.casefold(), sorted(known), n=1, cutoff=0.6)
    return close[0] if close else ""


def suggestion(word: str, known: Iterable[str]) -> str:
    """Say which known word was probably meant, and which are known."""
    choices = sorted(known)
    close = nearest(word, choices)
    listed = f"known are: {', '.join(choices)}." if choices else ""
    return f"did you mean «{close}»? {listed}" if close else listed


@cache
def schema(name: str) -> Schema:
    """Read a published schema by its name."""
    text = files("edition").joinpath("schemas", f"{name}.schema.json").read_text(encoding="utf-8")
    return cast(Schema, json.loads(text))


@cache
def _validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(dict(_whole(name)))


@cache
def _whole(name: str) -> Schema:
    """Give a schema with all references followed, once, so that neither validation nor messages need to."""
    return cast(Schema, _followed(schema(name), schema(name)))


def _followed(part: object, document: Schema) -> object:
    """Put what is referred to in the place of references; what the referring place says itself goes before."""
    if isinstance(part, list):
        return [_followed(inner, document) for inner in part]
    if not isinstance(part, dict):
        return part
    while "$ref" in part:
        target, _, name = str(part["$ref"]).partition("#/$defs/")
        document = schema("common") if target else document
        own = {key: value for key, value in part.items() if key != "$ref"}
        part = {**cast(dict[str, object], _part(document, "$defs")[name]), **own}
    return {key: _followed(inner, document) for key, inner in part.items() if key != "$defs"}


def _plain(node: Node) -> Plain:
    """Strip a node of its positions; nothing behind a key becomes ``None``."""
    match node:
        case Scalar():
            return None if node.absent else node.value
        case Sequence():
            return [_plain(item) for item in node.items]
        case Mapping():
            return {key.value: _plain(value) for key, value in node.items}


def _findings(error: ValidationError, fault: "_Fault") -> Iterator[Finding]:
    title = _lower(fault.described.get("title"))
    if "propertyNames" in error.absolute_schema_path:
        message = f"«{error.instance}» cannot be {title}."
        yield WRONG_FORM.at(fault.place.key(str(error.instance)), message, _form(fault.described))
        return
    match error.validator:
        case "additionalProperties":
            yield from _unknown_keys(error, fault)
        case "required":
            yield from _missing_keys(error, fault)
        case "type":
            message = f"{fault.place.name} holds {_kind(error.instance)} where {title} should stand."
            yield WRONG_KIND.at(fault.place.value, message, _form(fault.described))
        case "enum":
            known = [value for value in cast(list[object], error.validator_value) if isinstance(value, str)]
            message = f"«{_short(str(error.instance))}» is not {title}."
            yield NOT_ALLOWED.at(fault.place.value, message, suggestion(str(error.instance), known))
        case "minItems" | "minProperties":
            yield EMPTY_LIST.at(fault.place.label, f"{fault.place.name} is empty.", _about(fault.described))
        case _:
            message = f"«{_short(str(error.instance))}» is not {title}."
            yield WRONG_FORM.at(fault.place.value, message, _form(fault.described))


def _unknown_keys(error: ValidationError, fault: "_Fault") -> Iterator[Finding]:
    known = set(_part(fault.described, "properties"))
    patterns = [re.compile(pattern) for pattern in _part(fault.described, "patternProperties")]
    for key, value in cast(dict[str, Plain], error.instance).items():
        if key in known or any(pattern.search(key) for pattern in patterns):
            continue
        message = f"«{_short(key)}» is not a key of {_lower(fault.described.get('title'))}."
        hint = suggestion(key, known) or _about(fault.described)
        if value is None:
            hint = f"if these are words of the text, put them on lines of their own under “|”. {hint}"
        yield UNKNOWN_KEY.at(fault.place.key(key), message, hint)


def _missing_keys(error: ValidationError, fault: "_Fault") -> Iterator[Finding]:
    for key in cast(list[str], error.validator_value):
        if key in cast(dict[str, Plain], error.instance):
            continue
        wanted = _part(_part(fault.described, "properties"), key)
        example = next(iter(_examples(wanted)), "…")
        message = f"{fault.place.name} has no key «{key}»."
        yield MISSING_KEY.at(fault.place.label, message, f"add {key}: {example} ({_about(wanted)})")


def _about(described: Schema) -> str:
    return str(described.get("description", ""))


def _form(described: Schema) -> str:
    examples = " or ".join(_examples(described))
    return f"write it like {examples}. {_about(described)}" if examples else _about(described)


def _examples(described: Schema) -> list[str]:
    written = cast(list[object], described.get("examples", []))
    return [example if isinstance(example, str) else json.dumps(example, ensure_ascii=False) for example in written]


def _kind(instance: object) -> str:
    match instance:
        case None:
            return "nothing"
        case list():
            return "a list"
        case dict():
            return "keys"
        case _:
            return f"the words «{_short(str(instance))}»"


class _Fault:
    """Where an error stands in the file, and the part of the schema that it is about."""

    def __init__(self, error: ValidationError, whole: Schema, root: Node, file: str) -> None:
        path = [step if isinstance(step, int) else str(step) for step in error.absolute_path]
        self.place = _Place(root, path, file)
        self.described = whole
        for step in list(error.absolute_schema_path)[:-1]:
            self.described = _part(self.described, str(step))


class _Place:
    """Where in the file an error stands: the value it is about, and the key or entry by which editors know it."""

    def __init__(self, root: Node, path: list[str | int], file: str) -> None:
        self.label = Position(file)
        self.name = "the file"
        node = root
        for step in path:
            if isinstance(node, Mapping) and isinstance(step, str):
                key = node.key(step)
                self.label = key.position if key else node.position
                self.name = f"«{step}»"
                node = node.get(step) or node
            elif isinstance(node, Sequence) and isinstance(step, int):
                node = node.items[step]
                self.label = node.position
                self.name = f"entry {step + 1} of {self.name}"
        self.node = node
        self.value = node.position if path else Position(file)

    def key(self, key: str) -> Position:
        """Give the place of a key of the value."""
        found = self.node.key(key) if isinstance(self.node, Mapping) else None
        return found.position if found else self.label


def _part(described: Schema, key: str) -> MappingOf[str, object]:
    found = described.get(key, {})
    return cast(MappingOf[str, object], found) if isinstance(found, dict) else {}


def _lower(title: object) -> str:
    words = str(title)
    return words[:1].lower() + words[1:]


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 40 else words[:39] + "…"
