"""Align two versions: divide lists alike, pair by dynamic programming, say how sure each row is."""

from collections.abc import Sequence

from edition.align.costs import Costs
from edition.align.dynamic import best_path
from edition.align.lists import level_lists
from edition.align.units import unit_of
from edition.model.transcript import AlignedRow, Segment


def align(original: Sequence[Segment], translation: Sequence[Segment]) -> tuple[AlignedRow, ...]:
    """Pair the segments of two versions, m to n, in order; every segment stands in exactly one row.

    A paragraph that holds a list of which the other version has the items apart is divided like it. What the two
    sides share decides (enumerators, figures, names, questions, quotation marks, roles), then their lengths.
    """
    original, translation = level_lists(original, translation)
    costs = Costs([unit_of(segment) for segment in original], [unit_of(segment) for segment in translation])
    return tuple(
        AlignedRow(
            tuple(original[bead.first : bead.last]),
            tuple(translation[bead.opposite_first : bead.opposite_last]),
            round(bead.confidence, 3),
        )
        for bead in best_path(costs)
    )
