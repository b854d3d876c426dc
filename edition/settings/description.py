"""Turn ``edition.yaml`` into a ``Description``, with a finding for every fault."""

import re
from collections.abc import Iterator

from edition.model.edition import Contributor, Description
from edition.model.finding import Finding, Rule, Severity, in_order
from edition.model.position import Position
from edition.yamlfile.nodes import Mapping, Node, compose
from edition.yamlfile.schema import suggestion, validate
from edition.yamlfile.values import by_key, entries, listed, pairs, words

LANGUAGE_KEY = Rule(
    "G010",
    Severity.ERROR,
    "a language that the edition does not have",
    "edition.yaml has words under a language key that is not under languages:.",
    "The words would be printed nowhere.",
    "Correct the key, or add the language under languages:.",
)
UNTITLED = Rule(
    "G011",
    Severity.ERROR,
    "no title in a language",
    "The edition has no title in one of its languages.",
    "Each language has a title page.",
    "Add the title under the key of the language.",
)

_BY_LANGUAGE = ("title", "subtitle", "short_title", "publisher", "place", "rights")
_CONTRIBUTOR_KEYS = ("role", "who")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def read_description(text: str, file: str) -> tuple[Description | None, tuple[Finding, ...]]:
    """Read what ``edition.yaml`` says; ``None`` where it does not even name the languages."""
    root, findings = compose(text, file)
    if root is None:
        return None, in_order(findings)
    faults = [*findings, *validate(root, "edition", file)]
    if not isinstance(root, Mapping) or not by_key(root.get("languages")):
        return None, in_order(faults)
    return _description(root, file), in_order([*faults, *_language_faults(root), *_title_faults(root, file)])


def _description(root: Mapping, file: str) -> Description:
    return Description(
        name=words(root.get("name")),
        position=Position(file),
        languages=by_key(root.get("languages")),
        title=by_key(root.get("title")),
        subtitle=by_key(root.get("subtitle")),
        short_title=by_key(root.get("short_title")),
        contributors=tuple(_contributors(root.get("contributors"))),
        publisher=by_key(root.get("publisher")),
        place=by_key(root.get("place")),
        year=words(root.get("year")),
        rights=by_key(root.get("rights")),
        identifier=words(root.get("identifier")),
        isbn=words(root.get("isbn")),
        romanisation=words(root.get("romanisation")) or "ala-lc-simplified",
        numbering=words(root.get("numbering")) or "by-date",
        volume=words(root.get("volume")),
        protected=listed(root.get("protected")),
    )


def _contributors(node: Node | None) -> Iterator[Contributor]:
    for entry in entries(node):
        if isinstance(entry, Mapping):
            names = by_key(entry, without=_CONTRIBUTOR_KEYS)
            yield Contributor(names, words(entry.get("role")), words(entry.get("who")))


def _language_faults(root: Mapping) -> Iterator[Finding]:
    languages = by_key(root.get("languages"))
    places = [root.get(key) for key in _BY_LANGUAGE] + list(entries(root.get("contributors")))
    for place in places:
        for key, _ in pairs(place):
            if key.value not in (*languages, *_CONTRIBUTOR_KEYS) and _LANGUAGE.fullmatch(key.value):
                message = f"«{key.value}» is none of the languages of the edition."
                yield LANGUAGE_KEY.at(key.position, message, suggestion(key.value, languages))


def _title_faults(root: Mapping, file: str) -> Iterator[Finding]:
    titles = by_key(root.get("title"))
    key = root.key("title")
    for language in by_key(root.get("languages")):
        if key and language not in titles:
            message = f"the edition has no title in «{language}»."
            yield UNTITLED.at(key.position, message, f"add {language}: with the title.")
