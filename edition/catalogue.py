"""The catalogue of findings: every rule of the program, found by walking its modules, and explained to editors."""

import pkgutil
import sys
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import lru_cache
from importlib import import_module
from itertools import groupby
from types import ModuleType

import edition
from edition.model.finding import Rule, Severity

GROUPS = {
    "A": "Audit: is every word in the book?",
    "E": "Engines and building",
    "G": "Settings, style, generated words",
    "I": "Import",
    "L": "Letters: ids, dates, order, queries",
    "N": "Notes and their callers",
    "P": "Persons and other names",
    "R": "References and citations",
    "S": "Sources",
    "T": "Text and values",
    "V": "Versions",
    "Y": "YAML and structure of files",
}
"""What the first letter of a code stands for."""

_ABOVE = ("edition.__main__", "edition.cli")
"""What stands above the catalogue: commands find nothing by themselves, they tell what was found."""


@lru_cache(maxsize=1)
def all_rules() -> tuple[Rule, ...]:
    """List every rule of the program, sorted by code; raise ``ValueError`` where two rules have one code."""
    by_code: dict[str, Rule] = {}
    homes: dict[str, str] = {}
    for module in _modules():
        for rule in _rules(module):
            if by_code.setdefault(rule.code, rule) != rule:
                raise ValueError(f"{rule.code} is declared in {homes[rule.code]} and in {module.__name__}")
            homes.setdefault(rule.code, module.__name__)
    return tuple(by_code[code] for code in sorted(by_code))


def _modules() -> Iterator[ModuleType]:
    for name in sorted(_names(edition.__path__, "edition.")):
        yield import_module(name)


def _names(path: Iterable[str], prefix: str) -> Iterator[str]:
    for found in pkgutil.iter_modules(path, prefix):
        if found.name not in _ABOVE:
            yield found.name
            if found.ispkg:
                yield from _names(import_module(found.name).__path__, f"{found.name}.")


def _rules(module: ModuleType) -> Iterator[Rule]:
    for _, value in sorted(vars(module).items()):
        if isinstance(value, Rule):
            yield value


def find_rule(code: str) -> Rule | None:
    """Give the rule of a code, however it is typed (``n3``, ``N003``)."""
    return next((rule for rule in all_rules() if rule.code == _full_code(code)), None)


def known(code: str) -> bool:
    """Tell whether a rule has that code, however it is typed."""
    return find_rule(code) is not None


def explain(code: str) -> str:
    """Tell what a finding's code stands for, why it matters and how to mend it; else name the nearest codes.

    >>> explain("n3").splitlines()[0]
    'N003 error: note without a caller'
    """
    rule = find_rule(code)
    if rule is None:
        return f"There is no finding {code}. {_nearest(code)}"
    head = f"{rule.code} {rule.severity}: {rule.title}"
    return f"{head}\n\nWhat: {rule.what}\n\nWhy: {rule.why}\n\nMend: {rule.mend}"


def _nearest(code: str) -> str:
    titles = {rule.code: rule.title for rule in all_rules()}
    near = get_close_matches(_full_code(code), sorted(titles), n=3, cutoff=0.5)
    if not near:
        return "Codes look like N003."
    return f"The nearest are {', '.join(f'{other} ({titles[other]})' for other in near)}."


def _full_code(code: str) -> str:
    """Write a code in full: ``n3`` is N003."""
    letter, digits = code.strip()[:1].upper(), code.strip()[1:]
    return letter + digits.rjust(3, "0") if digits.isdigit() else code.strip().upper()


def catalogue() -> str:
    """Write the catalogue of findings for ``docs/findings.md``, in Markdown."""
    parts = [_PREFACE]
    for letter, group in groupby(all_rules(), key=lambda rule: rule.code[0]):
        parts.append(f"## {GROUPS.get(letter, letter)}\n")
        parts.extend(_section(rule) for rule in group)
    return "\n".join(parts)


_PREFACE = """\
# Findings

What the program can say about an edition's files. This page is made from the rules themselves; `edition explain CODE`
tells the same of one. An **error** stops the book, a **warning** should be looked at before the
book goes out, a **note** is for you to know.
"""


def _section(rule: Rule) -> str:
    weight = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}[rule.severity]
    sentences = (rule.what, f"*Why it matters:* {rule.why}", f"*To mend it:* {rule.mend}")
    body = "\n\n".join(_escape(sentence) for sentence in sentences)
    return f"### {rule.code} · {_escape(rule.title)} ({weight})\n\n{body}\n"


def _escape(words: str) -> str:
    """Keep Markdown from reading brackets, braces and stars of the rules as its own.

    >>> _escape("write [words]{who=id}")
    'write \\\\[words\\\\]{who=id}'
    """
    head = next((head for head in ("*Why it matters:* ", "*To mend it:* ") if words.startswith(head)), "")
    for sign in "[]_`<":
        words = words.replace(sign, "\\" + sign)
    return head + words[len(head) :].replace("*", "\\*")


if __name__ == "__main__":
    sys.stdout.write(catalogue())
