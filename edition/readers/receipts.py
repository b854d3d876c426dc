"""Receipts as JSON, beside each imported letter: ``letters/<id>.receipts.json``."""

import json

from edition.model.finding import Finding, Rule, Severity
from edition.model.position import Position
from edition.model.receipt import ACT_CLASSES, Receipt, Receipts, RowConfidence
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


def write_receipts(receipts: Receipts) -> str:
    """Write receipts: one act a line, so that changes show."""
    acts = [
        {"class": a.act, "line": a.line, "column": a.column, "offset": a.offset, "length": len(a.text), "text": a.text}
        | ({"inserted": a.inserted} if a.inserted else {})
        for a in receipts.acts
    ]
    head = {
        "letter": receipts.letter,
        "page": receipts.page,
        "sha256": receipts.sha256,
        "encoding": receipts.encoding,
    }
    lists: dict[str, list[object]] = {
        "acts": [*acts],
        "pieces": [*receipts.pieces],
        "rows": [{"row": row.row, "confidence": row.confidence} for row in receipts.rows],
    }
    lines = [f'"{key}": {_json(value)}' for key, value in head.items()]
    lines += [f'"{key}": {_listed(items)}' for key, items in lists.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def read_receipts(text: str, file: str) -> tuple[Receipts | None, tuple[Finding, ...]]:
    """Read receipts; ``None`` and a finding where the file is not one of them."""
    try:
        receipts = _receipts(json.loads(text))
    except json.JSONDecodeError as error:
        return None, (_damaged(Position(file, error.lineno, error.colno), "is not JSON from here on"),)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None, (_damaged(Position(file), "is not one that an import writes"),)
    unknown = sorted({act.act for act in receipts.acts} - ACT_CLASSES.keys())
    return receipts, tuple(_unknown(file, name) for name in unknown)


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


def _receipts(found: dict[str, object]) -> Receipts:
    acts, pieces, rows = (found.get(key, []) for key in ("acts", "pieces", "rows"))
    if not (isinstance(acts, list) and isinstance(pieces, list) and isinstance(rows, list)):
        raise TypeError("lists are wanted")
    letter, page, digest, encoding = (str(found[key]) for key in ("letter", "page", "sha256", "encoding"))
    return Receipts(
        letter,
        page,
        digest,
        encoding,
        acts=tuple(_act(act) for act in acts),
        pieces=tuple(str(piece) for piece in pieces),
        rows=tuple(RowConfidence(str(row["row"]), float(row["confidence"])) for row in rows),
    )


def _act(act: dict[str, object]) -> Receipt:
    offset, line, column = (int(str(act[key])) for key in ("offset", "line", "column"))
    return Receipt(str(act["class"]), offset, line, column, str(act["text"]), str(act.get("inserted", "")))


def _listed(items: list[object]) -> str:
    return "[\n" + ",\n".join(f"  {_json(item)}" for item in items) + "\n]" if items else "[]"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
