"""The cure of WeasyPrint's line breaking, and that it is still needed and still fits."""

from collections.abc import Iterator

import pytest
import weasyprint
from weasyprint.layout import inline, preferred
from weasyprint.text import line_break

from edition.typeset.weasyprint.line_breaking import mended_line_breaking

_RUN = "Когда он приехал туда осенью и увидел всё своими глазами, он написал"
_REST = "говорит, что так и надо было сделать с самого начала осени."
_FULL = 0.4
"""The share of the measure that every line but the last of a paragraph fills; a word alone fills less."""


def paragraphs(space: str) -> str:
    """Paragraphs of all measures, so that a run before a name ends at every place of a line."""
    return "".join(
        f'<p style="width: {190 + step / 2}px">{_RUN}{space}<span id="m{step}">Вымыслов</span> {_REST}</p>'
        for step in range(300)
    )


def short_lines(space: str) -> int:
    """Count the lines, not the last of their paragraph, that end far before the measure does."""
    sheet = "@page { size: 400px 60000px; margin: 0 } body { font: 11px Vollkorn } p { margin: 0 }"
    document = weasyprint.HTML(string=f"<html lang=ru><body>{paragraphs(space)}</body></html>")
    pages = document.render(stylesheets=[weasyprint.CSS(string=sheet)]).pages
    return sum(short for page in pages for short in _short(page._page_box))


def _short(box: object) -> Iterator[bool]:
    for block in getattr(box, "children", ()):
        lines = [child for child in getattr(block, "children", ()) if type(child).__name__ == "LineBox"]
        yield from (sum(child.width for child in line.children) < _FULL * block.width for line in lines[:-1])
        if not lines:
            yield from _short(block)


@pytest.mark.parametrize("space", [" ", "\N{NO-BREAK SPACE}"])
def test_no_word_stands_alone_on_a_line(space: str) -> None:
    with mended_line_breaking():
        assert short_lines(space) == 0


@pytest.mark.parametrize("space", [" ", "\N{NO-BREAK SPACE}"])
def test_without_the_cure_words_stand_alone(space: str) -> None:
    """Where this fails, WeasyPrint has mended it: the cure can go."""
    assert short_lines(space) > 0


def test_the_cure_ends_with_the_book() -> None:
    before = line_break.split_first_line
    with pytest.raises(RuntimeError), mended_line_breaking():
        assert inline.split_first_line is preferred.split_first_line is line_break.split_first_line is not before
        raise RuntimeError
    assert inline.split_first_line is preferred.split_first_line is line_break.split_first_line is before
