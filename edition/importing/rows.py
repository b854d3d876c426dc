"""Pair the versions of a page and make rows of them."""

from collections.abc import Mapping, Sequence

from edition.align import align
from edition.importing.ledger import Piece
from edition.importing.paragraphs import joined, paragraph
from edition.model.letter import Cell, CellState, Row
from edition.model.position import Position
from edition.model.receipt import RowConfidence
from edition.model.transcript import AlignedRow, Segment, Transcript
from edition.readers.page.faults import place


class Rows:
    """The rows of a letter, with what each cell came from and how sure each row is. ``keys``: the original first."""

    def __init__(self, transcript: Transcript, keys: Sequence[str], siglum: str, notes: Mapping[int, str]) -> None:
        self.transcript = transcript
        self.keys = keys
        self.siglum = siglum
        self.notes = notes
        self.pieces: list[Piece] = []
        self.confidences: list[RowConfidence] = []
        self.aligned = self._aligned()
        self.rows = tuple(self._row(ordinal, cells) for ordinal, (_, cells) in enumerate(self.aligned, 1))

    def _aligned(self) -> Sequence[tuple[AlignedRow, Mapping[str, tuple[Segment, ...]]]]:
        """Align the first two versions; a third stands in rows of its own, for the editor to place."""
        first, *others = (self.transcript.versions[key].segments for key in self.keys)
        second = others[0] if others else ()
        aligned = align(first, second)
        rows = [(row, dict(zip(self.keys, (row.original, row.translation), strict=False))) for row in aligned]
        for key, segments in zip(self.keys[2:], others[1:], strict=True):
            rows.extend((AlignedRow((), (segment,), 0.0), {key: (segment,)}) for segment in segments)
        return rows

    def _row(self, ordinal: int, cells: Mapping[str, tuple[Segment, ...]]) -> Row:
        aligned = self.aligned[ordinal - 1][0]
        if len(self.keys) > 1:
            self.confidences.append(RowConfidence(str(ordinal), aligned.confidence))
        made = tuple(self._cell(ordinal, key, cells.get(key, ())) for key in self.keys)
        return Row(ordinal, role_of(aligned), made, Position(self.transcript.file), id=str(ordinal))

    def _cell(self, ordinal: int, key: str, segments: Sequence[Segment]) -> Cell:
        if not segments:
            state = CellState.OMITTED if key == self.keys[0] else CellState.UNTRANSLATED
            return Cell(key, (), Position(self.transcript.file), state)
        passages = joined(segments, self.transcript.page)
        self.pieces.extend((f"rows/{ordinal}/{key}/{n}", passage) for n, passage in enumerate(passages, 1))
        position = place(self.transcript.page, self.transcript.file, passages[0].start)
        return Cell(key, tuple(paragraph(p, position, self.siglum, self.notes) for p in passages), position)


def role_of(row: AlignedRow) -> str:
    """Give the role of a row: that of its original, unless only the translation tells one."""
    roles = [side[0].role for side in (row.original, row.translation) if side]
    return next((role for role in roles if role != "paragraph"), "paragraph")
