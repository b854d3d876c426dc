"""Lay a paragraph's tree of nodes out as a row of pieces, and build the tree again.

Names, quotation marks and the places of note callers do not stop at the borders of an emphasis or a reading. Here a
paragraph is one string with the pieces it comes from; what is found in the string is done to the pieces.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, count, groupby

from edition.model.inline import PARENTS, Citation, Editorial, Inline, Leaf, LineBreak, NoteCall, Parent, Text

OBJECT = "\ufffc"
"""Stands in the string for something that prints as words of its own (a citation, a gap)."""
LINE_END = "\u2028"
"""Stands in the string for the end of a line of verse."""


@dataclass(frozen=True, slots=True)
class Step:
    """One node on the way down to a piece; ``ordinal`` tells nodes apart that have the same content."""

    ordinal: int
    node: Parent


@dataclass(frozen=True, slots=True)
class Piece:
    """A leaf with the nodes above it, outermost first; without a leaf, the inside of a node that is empty."""

    leaf: Leaf | None
    above: tuple[Step, ...] = ()

    @property
    def words(self) -> str:
        """The piece's share of the paragraph's string."""
        match self.leaf:
            case Text(content):
                return content
            case LineBreak():
                return LINE_END
            case Citation():
                return OBJECT
            case None if self._prints_by_itself:
                return OBJECT
            case NoteCall() | None:
                return ""

    @property
    def _prints_by_itself(self) -> bool:
        """Tell whether the inside of an empty node is printed all the same: a gap as […]."""
        node = self.above[-1].node if self.above else None
        return isinstance(node, Editorial) and node.state in ("gap", "supplied")


def flatten(content: Sequence[Inline]) -> list[Piece]:
    """Lay inline nodes out as pieces, in reading order."""
    ordinals = count()

    def pieces(nodes: Sequence[Inline], above: tuple[Step, ...]) -> Iterator[Piece]:
        for node in nodes:
            if not isinstance(node, PARENTS):
                yield Piece(node, above)
                continue
            inside = (*above, Step(next(ordinals), node))
            if node.children:
                yield from pieces(node.children, inside)
            else:
                yield Piece(None, inside)

    return list(pieces(content, ()))


def rebuild(pieces: Sequence[Piece], depth: int = 0) -> tuple[Inline, ...]:
    """Build the tree of nodes from its pieces; ``rebuild(flatten(x)) == x``."""
    out: list[Inline] = []

    def ordinal(piece: Piece) -> int | None:
        return piece.above[depth].ordinal if len(piece.above) > depth else None

    for key, group in groupby(pieces, key=ordinal):
        inside = list(group)
        if key is None:
            out.extend(piece.leaf for piece in inside if piece.leaf is not None)
        else:
            out.append(replace(inside[0].above[depth].node, children=rebuild(inside, depth + 1)))
    return tuple(out)


def words(pieces: Sequence[Piece]) -> str:
    """Give the paragraph's string; callers take no room in it."""
    return "".join(piece.words for piece in pieces)


def cut(pieces: Sequence[Piece], offsets: set[int]) -> list[Piece]:
    """Divide texts so that a border stands at each of the offsets into the paragraph's string."""
    out: list[Piece] = []
    ordered = sorted(offsets)
    start = 0
    for piece in pieces:
        end = start + len(piece.words)
        inner = ordered[bisect_right(ordered, start) : bisect_left(ordered, end)]
        out.extend(_divided(piece, [offset - start for offset in inner]))
        start = end
    return out


def _divided(piece: Piece, offsets: list[int]) -> Iterator[Piece]:
    if not offsets or not isinstance(piece.leaf, Text):
        yield piece
        return
    text = piece.leaf
    for start, end in zip([0, *offsets], [*offsets, len(text.content)], strict=True):
        yield Piece(text.part(start, end), piece.above)


@dataclass(frozen=True, slots=True)
class Stretch:
    """What stands under one node: from offset to offset of the string, and from piece to piece."""

    step: Step
    start: int
    end: int
    first: int
    last: int


def stretches(pieces: Sequence[Piece], holds: Callable[[Step], bool]) -> list[Stretch]:
    """Find the stretches of a paragraph that stand under an outermost node of some sort."""
    found: list[Stretch] = []
    start = 0
    for index, piece in enumerate(pieces):
        end = start + len(piece.words)
        step = next((step for step in piece.above if holds(step)), None)
        if step is not None and found and found[-1].step.ordinal == step.ordinal:
            found[-1] = replace(found[-1], end=end, last=index + 1)
        elif step is not None:
            found.append(Stretch(step, start, end, index, index + 1))
        start = end
    return found


def starts(pieces: Sequence[Piece]) -> list[int]:
    """Give the offset at which each piece begins in the paragraph's string."""
    return [0, *accumulate(len(piece.words) for piece in pieces)][: len(pieces)]
