"""A fault or remark that an editor should see."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from edition.model.position import Position


class Severity(StrEnum):
    """How much a finding weighs: an error stops the book, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, where it stands, and what to do about it.

    ``code`` is one capital letter and three digits; ``edition explain CODE`` tells what, why and how to mend.
    """

    code: str
    severity: Severity
    position: Position
    message: str
    hint: str = ""

    def __str__(self) -> str:
        text = f"{self.position}: {self.severity} {self.code}: {self.message}"
        return f"{text}\n    hint: {self.hint}" if self.hint else text


@dataclass(frozen=True, slots=True)
class Rule:
    """What a finding code stands for, in words for editors: what is found, why it matters, how to mend it.

    A rule is a module-level constant of the module that finds it; ``edition explain`` and ``docs/findings.md`` are
    made from all rules by discovery, so that no list is kept by hand.
    """

    code: str
    severity: Severity
    title: str
    what: str
    why: str
    mend: str

    def at(self, position: Position, message: str, hint: str) -> Finding:
        """Make a finding of this rule at a place."""
        return Finding(self.code, self.severity, position, message, hint)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings by file, line, column and code, each once."""
    return tuple(sorted(set(findings), key=lambda f: (f.position, f.code, f.message)))


Report = Callable[[str], None]
"""Is told in a few words what long work is doing, the letter in work by name."""


def untold(step: str) -> None:
    """Tell nobody."""


def has_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether any finding stops the book."""
    return any(finding.severity is Severity.ERROR for finding in findings)
