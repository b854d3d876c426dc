"""Group a page's words into strips and lines."""

from collections.abc import Iterator, Sequence

from edition.inspect.page import Box, Line, Word

GUTTER = 0.7  # em: words farther apart than this, painted in two runs, may stand in two columns
HOLE = 1.5  # em: words farther apart than this may stand in two columns even when painted at once
NEIGHBOURS = 4  # lines above and below that are asked whether a gap is a gutter


def strips(words: Sequence[Word]) -> tuple[Line, ...]:
    """Cut the words, in the order in which they are painted, wherever a line or a column may end.

    A strip never holds words of two lines or columns; a line with a wide gap may come as two strips.
    """
    return tuple(_line(stretch) for stretch in _stretches(words))


def lines(words: Sequence[Word]) -> tuple[Line, ...]:
    """Give the lines of the page: strips put together again where the gap between them is no gutter.

    A gap is a gutter where most of the nearest lines above and below leave the same place white too.
    """
    pieces = strips(words)
    by_height = sorted(pieces, key=lambda piece: piece.baseline)
    out: list[Line] = []
    for piece in pieces:
        if out and _same_line(out[-1], piece) and not _is_gutter(out[-1], piece, by_height):
            piece = _line([*out.pop().words, *piece.words])
        out.append(piece)
    return tuple(out)


def _stretches(words: Sequence[Word]) -> Iterator[list[Word]]:
    stretch: list[Word] = []
    for word in words:
        if stretch and _breaks(stretch[-1], word):
            yield stretch
            stretch = []
        stretch.append(word)
    if stretch:
        yield stretch


def _breaks(before: Word, word: Word) -> bool:
    size = max(before.size, word.size)
    raised = before.raised or word.raised
    if abs(before.baseline - word.baseline) > (size if raised else size / 4):
        return True
    gap = word.box.x0 - before.box.x1
    return gap < -size or gap > HOLE * size or (gap > GUTTER * size and before.run != word.run)


def _line(words: Sequence[Word]) -> Line:
    box = words[0].box
    for word in words[1:]:
        box = box.joined(word.box)
    level = next((word.baseline for word in words if not word.raised), words[0].baseline)
    return Line(tuple(words), box, level)


def _same_line(before: Line, after: Line) -> bool:
    return abs(before.baseline - after.baseline) < 0.5 and after.box.x0 > before.box.x1


def _is_gutter(before: Line, after: Line, by_height: Sequence[Line]) -> bool:
    middle = (before.box.x1 + after.box.x0) / 2
    around = Box(before.box.x0, 0, after.box.x1, 0)
    near = [
        piece
        for piece in by_height
        if abs(piece.baseline - before.baseline) > 0.5 and piece.box.x0 < around.x1 and around.x0 < piece.box.x1
    ]
    near.sort(key=lambda piece: abs(piece.baseline - before.baseline))
    asked = near[:NEIGHBOURS]
    crossed = sum(1 for piece in asked if piece.box.x0 < middle < piece.box.x1)
    return not asked or 2 * crossed < len(asked)
