"""Check an edition: one check a module, found by discovery; ``Edition → findings``.

A module of this package whose name has no underscore in front is a check. It declares its rules as constants and has
one or both of

* ``check_document(copy: Copy) -> Iterator[Finding]``, which needs one letter or editor's text and the registers,
* ``check_edition(edition: Edition, copies: Sequence[Copy]) -> Iterator[Finding]``, which needs them all.

The edition is the prepared one: names recognised, typography not yet applied.
"""

import pkgutil
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from types import ModuleType
from typing import cast

from edition.checks._copy import Copy, copies_of
from edition.checks.generated_words import check_words
from edition.model.edition import Edition
from edition.model.finding import Finding, Report, in_order, untold

__all__ = ["check", "check_words", "checks", "run_checks"]

DocumentCheck = Callable[[Copy], Iterator[Finding]]
EditionCheck = Callable[[Edition, Sequence[Copy]], Iterator[Finding]]


def check(edition: Edition, report: Report = untold) -> tuple[Finding, ...]:
    """Run all checks on a prepared edition; all findings at once, in the order of the files.

    ``report`` is told which letter is being checked.
    """
    return run_checks(edition, checks(), report)


@lru_cache(maxsize=1)
def checks() -> tuple[ModuleType, ...]:
    """Find the modules of all checks, sorted by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))
    return tuple(import_module(f"{__name__}.{name}") for name in names)


def run_checks(edition: Edition, modules: Sequence[ModuleType], report: Report = untold) -> tuple[Finding, ...]:
    """Run some of the checks."""
    copies = copies_of(edition)
    findings: list[Finding] = []
    of_documents = [
        cast(DocumentCheck, module.check_document) for module in modules if hasattr(module, "check_document")
    ]
    for copy in copies:
        report(f"checking {copy.document.id}")
        findings.extend(finding for of_document in of_documents for finding in of_document(copy))
    for module in modules:
        if hasattr(module, "check_edition"):
            of_edition = cast(EditionCheck, module.check_edition)
            findings.extend(of_edition(edition, copies))
    return in_order(findings)
