"""Read from a letter's receipts how often each act was done when it was imported."""

import json
from collections import Counter

from edition.model.finding import Finding, Rule, Severity
from edition.model.letter import Act
from edition.model.position import Position
from edition.model.receipt import ACT_CLASSES
from edition.yamlfile.schema import suggestion

RECEIPTS = Rule(
    "L008",
    Severity.ERROR,
    "receipts that cannot be read",
    "The record of an import beside a letter is damaged.",
    "The statement of method is written from these records; it would leave out what was done to the letter.",
    "Restore the file from version control, or import the page again.",
)
ORPHAN = Rule(
    "L009",
    Severity.WARNING,
    "receipts without a letter",
    "Beside the letters lies the record of an import, and no letter of that name.",
    "Perhaps the letter was renamed without its record, or is missing.",
    "Rename the record like the letter, or delete it.",
)


def read_acts(text: str, file: str) -> tuple[tuple[Act, ...], tuple[Finding, ...]]:
    """Count the acts of each class, in the order in which the statement of method tells them."""
    try:
        record = json.loads(text)
    except json.JSONDecodeError as error:
        return (), (_damaged(Position(file, error.lineno, error.colno), "is not JSON from here on"),)
    except (RecursionError, ValueError):
        return (), (_damaged(Position(file), "cannot be read"),)
    acts = record.get("acts") if isinstance(record, dict) else None
    if not isinstance(acts, list):
        return (), (_damaged(Position(file), "has no list of acts"),)
    counted = Counter(str(act.get("class")) if isinstance(act, dict) else "None" for act in acts)
    unknown = sorted(set(counted) - set(ACT_CLASSES))
    findings = tuple(_unknown(file, name) for name in unknown)
    return tuple(Act(name, counted[name]) for name in ACT_CLASSES if counted[name]), findings


def orphan(file: str) -> Finding:
    """Say that receipts have no letter."""
    hint = "rename the record like the letter, or delete it."
    return ORPHAN.at(Position(file), "there is no letter of this name.", hint)


def _damaged(position: Position, fault: str) -> Finding:
    hint = "restore the file from version control, or import the page again."
    return RECEIPTS.at(position, f"the record of the import {fault}.", hint)


def _unknown(file: str, name: str) -> Finding:
    message = f"«{name[:40]}» is no act of an import."
    return RECEIPTS.at(Position(file), message, suggestion(name[:40], ACT_CLASSES))
