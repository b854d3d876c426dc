"""Cure a defect in the justification of WeasyPrint 70: the ends of justified lines are not flush.

Pango takes every space that is widened for an item of its own, so that the kerning between it and the letters beside
it falls away. WeasyPrint distributes the white as if it did not: lines come out up to a point too long or too short.
The widths without that kerning are measured here, and the white is what they leave.
"""

from contextlib import AbstractContextManager
from typing import Any

from edition.typeset.weasyprint.private import (
    Box,
    Justify,
    is_inline,
    is_line,
    is_text,
    lines_justified_by,
    spaced_width,
    spaces_in,
)


def mended_justification() -> AbstractContextManager[None]:
    """Let justified lines end flush while a document is laid out."""
    return lines_justified_by(_mended)


def _mended(original: Justify) -> Justify:
    def justify(context: Any, line: Box, extra_width: float) -> None:
        spaces = spaces_in(line)
        if spaces:
            extra_width -= _widen(context, line, extra_width / spaces, 0.0)
        original(context, line, extra_width)

    return justify


def _widen(context: Any, box: Box, spacing: float, shift: float) -> float:
    """Give the boxes of a line the widths that they have once spaces are widened, less the white; give the shift."""
    if not (is_text(box) or is_line(box) or is_inline(box)):
        box.translate(shift)
        return shift
    box.position_x += shift
    before = shift
    if is_text(box):
        if spaces := spaces_in(box):
            shift += spaced_width(context, box, spacing) - spaces * spacing - box.width
    else:
        for child in box.children:
            shift = _widen(context, child, spacing, shift)
    box.width += shift - before
    return shift
