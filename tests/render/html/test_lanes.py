"""Lanes go by the languages of the book, whatever language a version is in."""

from edition.book.tree import Division, Para, Parallel, Run, Side
from edition.render.html import PRINT
from edition.render.html.divisions import render_division


def side(language: str, words: str, lane: str = "") -> Side:
    return Side(language, (Para((Run(words),), language),), lane=lane)


def test_a_letter_in_french_among_russian_ones_stands_in_their_lane() -> None:
    rows = (
        Parallel((side("ru", "Да."), side("en", "Yes.")), id="one"),
        Parallel((side("fr", "Oui.", lane="ru"), side("en", "Yes.")), id="two"),
    )
    section = render_division(Division("text", "t", "front", "ru", {}, rows), PRINT)

    assert section.get("data-lanes") == "ru en"
    cells = [[cell.get("lang") for cell in row] for row in section.iter("div") if row.get("id") in ("one", "two")]
    assert cells == [["ru", "en"], ["fr", "en"]]
