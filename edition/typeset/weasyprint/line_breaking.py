"""Cure a defect in the line breaking of WeasyPrint 70.

A run of text before an inline element (a name with an anchor, a caller, italics) that ends in a space and fits the
line, but not together with that space, is taken for too long and is broken after its first word, so that a word
stands alone on a line in mid-paragraph. Two remedies:

- a collapsible space at a line's end hangs (CSS Text 3 §4.1.2) and is not measured;
- a no-break space does not hang, though Pango lets it: a letter is measured in its place, so that the run is broken
  at its last space and not at its first.

A test fails when a new version of WeasyPrint changes what is used here, and another when it has mended the defect.
"""

from contextlib import AbstractContextManager
from math import inf
from typing import Any, Final

from edition.typeset.weasyprint.private import Split, lines_split_by

_NO_BREAK_SPACE: Final = "\N{NO-BREAK SPACE}"
_WIDE_LETTER: Final = "m"


def mended_line_breaking() -> AbstractContextManager[None]:
    """Let spaces at the end of a run hang while a document is laid out."""
    return lines_split_by(_mended)


def _mended(original: Split) -> Split:
    def split(text: str, style: Any, context: Any, max_width: float | None, *rest: Any, **options: Any) -> Any:
        if max_width is None or max_width == inf or style["white_space"] not in ("normal", "pre-line"):
            return original(text, style, context, max_width, *rest, **options)
        if text.endswith(" ") and text.strip(" "):
            _, _, resume_index, width, _, _ = original(text.rstrip(" "), style, context, max_width, *rest, **options)
            if resume_index is None and width <= max_width:
                return original(text, style, context, None, *rest, **options)
        elif text.endswith(_NO_BREAK_SPACE) and original(text, style, context, None, *rest, **options)[3] > max_width:
            probe = f"{text[:-1]}{_WIDE_LETTER}"
            broken = original(probe, style, context, max_width, *rest, **options)
            if broken[2] is not None and broken[2] < len(text[:-1].encode()):
                return broken
        return original(text, style, context, max_width, *rest, **options)

    return split
