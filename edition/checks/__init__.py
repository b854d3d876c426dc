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
from edition.model.finding import Finding, in_order

__all__ = ["check", "check_words", "checks", "run_checks"]

DocumentCheck = Callable[[Copy], Iterator[Finding]]
EditionCheck = Callable[[Edition, Sequence[Copy]], Iterator[Finding]]


def check(edition: Edition) -> tuple[Finding, ...]:
    """Run all checks on a prepared edition; all findings at once, in the order of the files."""
    return run_checks(edition, checks())


@lru_cache(maxsize=1)
def checks() -> tuple[ModuleType, ...]:
    """Find the modules of all checks, sorted by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))
    return tuple(import_module(f"{__name__}.{name}") for name in names)


def run_checks(edition: Edition, modules: Sequence[ModuleType]) -> tuple[Finding, ...]:
    """Run some of the checks."""
    copies = copies_of(edition)
    findings: list[Finding] = []
    for module in modules:
        if hasattr(module, "check_document"):
            of_document = cast(DocumentCheck, module.check_document)
            findings.extend(finding for copy in copies for finding in of_document(copy))
        if hasattr(module, "check_edition"):
            of_edition = cast(EditionCheck, module.check_edition)
            findings.extend(of_edition(edition, copies))
    return in_order(findings)
