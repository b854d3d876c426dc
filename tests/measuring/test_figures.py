"""What falls short on a page is found, and what does not is left alone."""

import re

import pytest

from edition.inspect.page import Box
from edition.inspect.tagged import Passage
from edition.measuring import as_table, measure_book
from edition.measuring.figures import PageFigures
from tests.measuring.sheets import LINES, Sheets, on


def measured(sheets: Sheets, *places: tuple[str, int]) -> PageFigures:
    return measure_book(sheets.book(*places))


def full_opening() -> Sheets:
    """An opening, its pages full to the last line, and the beginning of the next."""
    sheets = Sheets()
    sheets.letter()
    sheets.heading([(1, 0)], [(2, 0)])
    sheets.row([*on(1, 2, LINES), *on(3, 0, 2)], [*on(2, 2, LINES), *on(4, 0, 2)])
    sheets.row(on(3, 2, 4), on(4, 2, 4))
    return sheets


def test_a_well_made_book_has_nothing_to_show() -> None:
    figures = measured(full_opening())
    assert figures.pages == 5
    assert (figures.levels.rows, figures.levels.askew, figures.levels.parted) == (3, (), ())
    assert (figures.breaks.paragraphs, figures.white.frames, figures.white.lines) == (6, 2, 2 * 2 * LINES)
    assert figures.breaks.orphans == figures.breaks.widows == figures.breaks.headings == figures.breaks.hyphens == ()
    assert (figures.white.levelling, figures.white.foot, figures.white.uneven) == (0, 0, ())
    assert figures.colour.even_spaces == 1


@pytest.mark.parametrize(("line", "off"), [(5.5, 6.0), (5.05, 0.6)])
def test_a_row_that_is_not_level(line: float, off: float) -> None:
    sheets = full_opening()
    sheets.row(on(3, 5, 6), on(4, line, line + 1))
    (askew,) = measured(sheets).levels.askew
    assert (askew.page, askew.label, askew.what, askew.amount) == (3, "4", "ru 4.5", off)


def test_half_a_point_is_level() -> None:
    sheets = full_opening()
    sheets.row(on(3, 5, 6), on(4, 5.04, 6.04))
    assert measured(sheets).levels.askew == ()


def test_a_row_whose_versions_begin_on_two_openings() -> None:
    sheets = full_opening()
    sheets.row(on(3, 5, 6), on(6, 0, 1))
    assert [spot.label for spot in measured(sheets).levels.parted] == ["4"]


def with_note(ru_note: int = 3, en_note: int = 4, ru_calls: str = "n-ru", en_calls: str = "n-en") -> PageFigures:
    sheets = full_opening()
    sheets.row(on(3, 5, 6), on(4, 5, 6), calls=[ru_calls, en_calls])
    sheets.note("n", on(ru_note, 18, 20), on(en_note, 17, 20))
    return measured(sheets, ("lemma", 3))


def test_notes_at_home() -> None:
    figures = with_note()
    assert figures.notes.sides == 2
    assert figures.notes.strayed == figures.notes.uncalled == figures.notes.unlike == ()
    assert [spot.amount for spot in figures.white.deepest_notes] == [pytest.approx(3 / 20), pytest.approx(2 / 20)]


def test_a_note_on_another_page_than_its_caller() -> None:
    assert [(spot.label, spot.what) for spot in with_note(ru_note=5).notes.strayed] == [("6", "n-ru: ru 6.18")]


def test_a_note_that_only_one_side_calls() -> None:
    figures = with_note(en_calls="other-en")
    assert [spot.what for spot in figures.notes.uncalled] == ["n-en: en 5.17"]
    assert [spot.what for spot in figures.notes.unlike] == ["n-en, n-ru"]


def test_a_note_called_on_two_openings() -> None:
    sheets = full_opening()
    sheets.row(on(3, 5, 6), on(4, 5, 6), calls=["n-ru"])
    sheets.row(on(5, 0, 1), on(6, 0, 1), calls=["n-en"])
    sheets.note("n", on(3, 18, 20), on(6, 18, 20))
    notes = measured(sheets).notes
    assert notes.strayed == ()
    assert [spot.label for spot in notes.unlike] == ["4"]


@pytest.mark.parametrize(("page", "strayed"), [(3, []), (5, ["a2-ru: ru 4.19"])])
def test_an_entry_of_the_apparatus_is_at_home_where_its_lemma_is(page: int, strayed: list[str]) -> None:
    """The second has no number: its lemma is on the line of the first."""
    sheets = full_opening()
    sheets.row(on(3, 5, 6), on(4, 5, 6))
    sheets.note("a1", on(page, 18, 19), [], back="lemma")
    sheets.note("a2", on(3, 19, 20), [])
    sheets.row(on(page, 6, 8), on(page + 1, 6, 8))
    notes = measured(sheets, ("lemma", page)).notes
    assert notes.uncalled == ()
    assert [spot.what for spot in notes.strayed] == strayed


def test_a_title_over_the_page_is_no_row() -> None:
    sheets = full_opening()
    sheets.heading([(5, 5)], [(5, 7)])
    assert measured(sheets).levels.rows == measured(full_opening()).levels.rows


def test_a_single_line_at_foot_or_head() -> None:
    sheets = full_opening()
    sheets.row([*on(3, 19, 20), *on(5, 0, 3)], [*on(4, 18, 20), *on(6, 0, 1)])
    breaks = measured(sheets).breaks
    assert [(spot.label, spot.what) for spot in breaks.orphans] == [("4", "ru 4.19")]
    assert [(spot.label, spot.what) for spot in breaks.widows] == [("7", "en 7.0")]


def test_a_single_line_of_a_note_is_told_apart() -> None:
    sheets = full_opening()
    sheets.row(on(3, 5, 6), on(4, 5, 6), calls=["n-ru"])
    sheets.note("n", [(3, 19), *on(5, 18, 20)], [])
    sheets.row(on(5, 0, 1), on(6, 0, 1))
    breaks = measured(sheets).breaks
    assert breaks.orphans == ()
    assert [spot.what for spot in breaks.of_notes] == ["ru 4.19"]


def test_a_heading_left_at_the_foot() -> None:
    sheets = full_opening()
    sheets.letter()
    sheets.heading([(3, 19)], [(4, 19)])
    sheets.row(on(5, 0, 2), on(6, 0, 2))
    assert [spot.label for spot in measured(sheets).breaks.headings] == ["4"]


def test_a_word_that_goes_on_overleaf() -> None:
    sheets = Sheets()
    sheets.row([*on(1, 0, 20), *on(3, 0, 3)], on(2, 0, 20), broken=[19])
    sheets.row(on(3, 3, 5), on(4, 3, 5), broken=[0])
    assert [spot.what for spot in measured(sheets).breaks.hyphens] == ["ru 2.19-"]


def test_columns_go_from_verso_to_recto_without_turning() -> None:
    sheets = Sheets(facing=False)
    sheets.row([*on(1, 0, 20), *on(2, 0, 20), *on(3, 0, 2)], [*on(1, 0, 20), *on(2, 0, 20)], broken=[19, 39])
    figures = measured(sheets)
    assert [spot.label for spot in figures.breaks.hyphens] == ["3"]
    assert figures.white.frames == 3


def test_blanks_that_keep_rows_level() -> None:
    """Three lines against seven: four blank lines, if the next row follows without white of its own."""
    sheets = full_opening()
    sheets.row(on(3, 4, 7), on(4, 4, 11))
    sheets.row(on(3, 11, 20), on(4, 11, 20))
    sheets.row(on(5, 0, 2), on(6, 0, 2))
    white = measured(sheets).white
    assert [(spot.label, spot.amount) for spot in white.holes] == [("4", 4)]
    assert white.levelling == pytest.approx(4 / (3 * 2 * LINES))


def test_white_between_rows_is_no_blank() -> None:
    sheets = full_opening()
    sheets.row(on(3, 6, 8), on(4, 6, 8))
    assert measured(sheets).white.levelling == 0


def test_a_version_without_words_is_blank_beside_the_other() -> None:
    sheets = full_opening()
    sheets.row(on(3, 4, 8), [])
    sheets.row(on(3, 8, 10), on(4, 8, 10))
    assert [(spot.label, spot.amount) for spot in measured(sheets).white.holes] == [("5", 4)]


def test_white_at_the_foot_and_before_a_letter() -> None:
    sheets = full_opening()
    sheets.row(on(3, 4, 15), on(4, 4, 15))
    sheets.row(on(5, 0, 18), on(6, 0, 18))
    sheets.letter()
    sheets.heading([(7, 0)], [(8, 0)])
    white = measured(sheets).white
    assert [(spot.label, spot.amount) for spot in white.foot_holes] == [("4", 5), ("5", 5)]
    assert white.foot == pytest.approx((5 + 5 + 2 + 2) / white.lines)
    assert white.before_letters == pytest.approx(4 / white.lines)


def test_the_usual_white_above_notes_is_none() -> None:
    sheets = full_opening()
    sheets.row([*on(3, 4, 15), *on(5, 0, 10)], [*on(4, 4, 16), *on(6, 0, 10)], calls=["n-ru", "n-en"])
    sheets.note("n", on(3, 17, 20), on(4, 17, 20))
    assert [(spot.label, spot.amount) for spot in measured(sheets).white.foot_holes] == [("4", 1)]


def test_pages_of_one_opening_that_end_unevenly() -> None:
    sheets = full_opening()
    sheets.row([*on(3, 4, 20), *on(5, 0, 2)], on(4, 4, 17))
    sheets.row(on(5, 2, 4), on(6, 2, 4))
    assert [(spot.label, spot.amount) for spot in measured(sheets).white.uneven] == [("5", 3)]


def test_hyphens_above_each_other_and_spaces_too_wide() -> None:
    sheets = full_opening()
    sheets.row(on(3, 4, 9), on(4, 4, 9), broken=[0, 1, 2])
    mark = next(mark for mark, (passage,) in sheets.passages.items() if passage.text == "en 5.5")
    box = Box(50, 0, 250, 10)
    sheets.passages[mark] = (
        Passage(4, "en wide", box, sheets.passages[mark][0].baseline, 10, ("Vollkorn",), spaces=(0.6, 0.4)),
    )
    colour = measured(sheets).colour
    assert [spot.what for spot in colour.ladders] == ["ru 4.4-"]
    assert [(spot.what, spot.amount) for spot in colour.wide] == [("en wide", 0.5)]
    assert colour.hyphenated == pytest.approx(3 / colour.lines)
    assert 0 < colour.even_spaces < 1


def test_a_book_without_parallel_text_has_no_rows_to_measure() -> None:
    sheets = Sheets()
    sheets.row(on(0, 0, 5), [])
    figures = measured(sheets)
    assert (figures.levels.rows, figures.white.frames) == (0, 0)
    assert as_table(figures).startswith("| measure ")


def test_the_table_names_what_falls_short_and_where() -> None:
    sheets = full_opening()
    for line in range(5, 17):
        sheets.row(on(3, line, line + 1), on(4, line + 0.1, line + 1.1))
    table = as_table(measured(sheets), worst=3)
    assert re.search(r"^\| rows not level +\| 12 +\|$", table, re.M)
    assert table.count("* page 4: ru 4.") == 3
    assert "(1.2)" in table
