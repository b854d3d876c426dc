"""How long lines are in the source and on the page."""

import math

from edition.book.tree import Side, words

SOURCE_WIDTH = 100


def fold(latex: str) -> str:
    """Break a long line of the source at word spaces, which a line's end is to TeX.

    >>> fold("a b")
    'a b'
    """
    lines: list[list[str]] = [[]]
    width = 0
    for word in latex.split(" "):
        if width + len(word) > SOURCE_WIDTH and lines[-1]:
            lines.append([])
            width = 0
        lines[-1].append(word)
        width += len(word) + 1
    return "\n".join(" ".join(line) for line in lines)


def lines_of(side: Side, characters: int) -> int:
    """Estimate the lines that a cell takes in a column of so many characters a line."""
    return sum(math.ceil((len(words(para.content)) + 1) / characters) for para in side.paragraphs)
