"""Prepare an edition for checking, indexing and printing: one concern a file, in the order of one table."""

from collections.abc import Callable
from dataclasses import dataclass

from edition.model.edition import Edition
from edition.model.finding import Finding, in_order
from edition.prepare.names import recognise
from edition.prepare.note_numbers import number_notes
from edition.prepare.numbering import number
from edition.prepare.order import order

Prepared = tuple[Edition, tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the preparation, under the name that the statement of method uses."""

    name: str
    run: Callable[[Edition], Prepared]


def _silent(stage: Callable[[Edition], Edition]) -> Callable[[Edition], Prepared]:
    return lambda edition: (stage(edition), ())


STAGES: tuple[Stage, ...] = (
    Stage("order", _silent(order)),
    Stage("numbers", number),
    Stage("note-numbers", _silent(number_notes)),
    Stage("names", recognise),
)
"""The stages in their order: numbers follow the order of the letters, names are counted in the order of the notes."""


def prepare(edition: Edition) -> Prepared:
    """Run all stages; preparing twice gives the same as once. Typography is a step of its own, for print."""
    findings: list[Finding] = []
    for stage in STAGES:
        edition, found = stage.run(edition)
        findings.extend(found)
    return edition, in_order(findings)
