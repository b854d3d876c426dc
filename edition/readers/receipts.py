"""Receipts as JSON, beside each imported letter: ``letters/<id>.receipts.json``."""

import json

from edition.model.finding import Finding
from edition.model.position import Position
from edition.model.receipt import Receipt, Receipts, RowConfidence
from edition.readers.receipts_file import RECEIPTS


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
        found = json.loads(text)
        return _receipts(found), ()
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
        message = f"the receipts cannot be read ({type(fault).__name__})."
        hint = "restore the file from an earlier state of the edition, or delete it."
        return None, (RECEIPTS.at(Position(file), message, hint),)


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
