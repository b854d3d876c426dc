"""Pair the segments of two versions: ``Segment`` lists in two languages → rows that stand level."""

from edition.align.alignment import align

__all__ = ["align"]
