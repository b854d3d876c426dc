"""Keep the books of an import: pieces of the letter file against runs of the page, nothing left over.

All runs of all pieces, those taken out, and the white space between them are the page, character for character.
"""

from collections.abc import Iterable, Iterator, Sequence

from edition.model.receipt import Receipt, line_and_column
from edition.model.transcript import Passage, Run

Piece = tuple[str, Passage]
"""A paragraph of the letter file by its name (``rows/3/ru/1``), and the passage that it holds."""

_Placed = tuple[Run, str, int]


class UnbalancedError(Exception):
    """The import would lose or double words of the page: a fault of this program, never of the page."""


def balanced(page: str, pieces: Sequence[Piece], removed: Sequence[Run]) -> tuple[tuple[Receipt, ...], tuple[str, ...]]:
    """Give the acts of an import and the pieces in the order of the page.

    A piece that other words of the page interrupt is named in parts, by characters: ``rows/3/ru/1@0-40``. Raise
    ``UnbalancedError`` where page and pieces do not agree.
    """
    placed = sorted(
        [*_placed(pieces), *((run, "", 0) for run in removed)], key=lambda item: (item[0].offset, item[0].end)
    )
    complete = list(_with_gaps(page, placed))
    if "".join(run.on_page for run, _, _ in complete) != page:
        raise UnbalancedError("the runs of the import are not the page")
    acts = tuple(_receipt(page, run) for run, _, _ in complete if run.act)
    return acts, tuple(_names(complete, {name: len(passage.text) for name, passage in pieces}))


def _placed(pieces: Sequence[Piece]) -> Iterator[_Placed]:
    for name, passage in pieces:
        at = 0
        for run in passage.runs:
            yield run, name, at
            at += len(run.words)


def _with_gaps(page: str, placed: Iterable[_Placed]) -> Iterator[_Placed]:
    """Yield every run, and before each the white space that no run covers."""
    end, last = 0, ""
    for run, name, at in placed:
        if run.offset > end:
            yield _gap(page[end : run.offset], end, bool(last and name)), "", 0
        yield run, name, at
        end, last = run.end, name
    if len(page) > end:
        yield _gap(page[end:], end, False), "", 0


def _gap(text: str, offset: int, between_pieces: bool) -> Run:
    if text.strip() and any(sign.isprintable() and not sign.isspace() for sign in text):
        raise UnbalancedError(f"the words {text.strip()[:40]!r} of the page have no place")
    if not text.isspace():
        return Run(offset, text, "", "removed-invisible")
    inside = between_pieces and not any(sign in text for sign in "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
    return Run(offset, text, "", "split-paragraph" if inside else "line-end")


def _receipt(page: str, run: Run) -> Receipt:
    line, column = line_and_column(page, run.offset)
    return Receipt(run.act, run.offset, line, column, run.on_page, run.words)


def _names(complete: Sequence[_Placed], lengths: dict[str, int]) -> Iterator[str]:
    """Name the pieces in the order of the page, each stretch of consecutive runs once."""
    open_name, first, last = "", 0, 0
    for run, name, at in complete:
        if not name:
            continue
        if name != open_name:
            if open_name:
                yield _name(open_name, first, last, lengths)
            open_name, first = name, at
        last = at + len(run.words)
    if open_name:
        yield _name(open_name, first, last, lengths)


def _name(name: str, first: int, last: int, lengths: dict[str, int]) -> str:
    return name if (first, last) == (0, lengths[name]) else f"{name}@{first}-{last}"
