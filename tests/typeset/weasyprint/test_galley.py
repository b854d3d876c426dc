"""What a galley tells the page maker."""

import logging
import re
from dataclasses import replace

import pytest

from edition.press.measured import Band, Cell, MeasuredUnit
from edition.typeset.weasyprint.galley import lay_out_galley
from edition.typeset.weasyprint.lanes import Lane, Lanes
from edition.typeset.weasyprint.lines import painted_words
from edition.typeset.weasyprint.measuring import StrayWords
from tests.typeset.weasyprint.rows import caller, galley, letter, note, reading, row, type_case, words

LEADING = 12.8
NOTES = 10.2


def measured(*blocks: str, count: int = 2) -> MeasuredUnit:
    (unit,) = galley(letter("1", *blocks, count=count), count=count).measured
    return unit


def solid(text: str) -> str:
    """Leave out spaces and hyphens: an engine puts both at the ends of lines, or takes them away."""
    return re.sub(r"[\s-]", "", text)


def test_lines_stand_one_leading_apart() -> None:
    unit = measured(row("r", words("ru", 6), words("en-GB", 2)))
    original, translation = unit.rows[1].cells
    assert len(original.lines) > len(translation.lines) > 2
    for cell in (original, translation):
        assert [line.top for line in cell.lines] == pytest.approx(
            [LEADING * n for n in range(len(cell.lines))], abs=0.02
        )
        assert {line.paragraph for line in cell.lines} == {0}


def test_all_words_are_in_the_lines_and_no_others() -> None:
    made = galley(letter("1", row("r", words("ru", 4), words("en-GB", 3))))
    for cell, language, count in zip(made.units[0].rows[1], ("ru", "en-GB"), (4, 3), strict=True):
        assert solid("".join(painted_words(line.box) for line in cell.lines)) == solid(words(language, count))


def test_a_hyphen_of_the_engine_is_told_from_one_of_the_text() -> None:
    made = galley(letter("1", row("r", words("ru", 6), "tried-and-tested bridge " * 40)))
    original, translation = made.units[0].rows[1]
    broken = [line for line, place in zip(original.measured.lines, original.lines, strict=True)
              if painted_words(place.box).endswith("-")]  # fmt: skip
    assert broken
    assert all(line.hyphenated for line in broken)
    assert sum(line.hyphenated for line in original.measured.lines) == len(broken)
    typed = [line for line, place in zip(translation.measured.lines, translation.lines, strict=True)
             if painted_words(place.box).endswith("and-")]  # fmt: skip
    assert typed
    assert not any(line.hyphenated for line in typed)


def test_a_note_is_called_by_the_line_of_its_caller() -> None:
    text = f"{words('ru', 3)} {caller('n', 'ru')} {words('ru', 2)}"
    unit = measured(row("r", text, words("en-GB", 5)), note("n", "1 Моста нет.|См. выше.", "1 There is no bridge."))
    original, translation = unit.rows[1].cells
    (called,) = [place for place, line in enumerate(original.lines) if line.calls]
    assert original.lines[called].calls == ("n",)
    assert 4 < called < len(original.lines) - 2
    assert original.lines[called].anchors == ("c-n-ru",)
    assert not any(line.calls for line in translation.lines)
    found = unit.notes["n"]
    assert (found.band, found.ordinal, [cell.id for cell in found.cells]) == (Band.NOTES, 0, ["n-ru", "n-en-GB"])
    assert [(line.top, line.paragraph) for line in found.cells[0].lines] == [
        (0, 0),
        (pytest.approx(NOTES, abs=0.01), 1),
    ]


def test_a_reading_is_called_by_the_line_in_which_its_lemma_begins() -> None:
    lemma = f'<span id="lemma">{words("ru", 3)}</span>'
    unit = measured(row("r", f"{words('ru', 1)} {lemma}", "Short."), reading("a", "lemma", "3 моста] мосту W", ""))
    calls = [line.calls for line in unit.rows[1].cells[0].lines]
    begins = [("lemma" in line.anchors) for line in unit.rows[1].cells[0].lines]
    assert calls.count(("a",)) == 1
    assert begins.index(True) == calls.index(("a",)) > 0
    assert unit.notes["a"].band == Band.APPARATUS
    assert unit.notes["a"].cells[1] == Cell()


def test_a_row_says_where_it_stays_whole_and_with_what() -> None:
    rows = [
        row("s", "Ада!", "Ada,", role="salutation"), row("p", "Мост.", "The bridge."),
        note("n", "1", "1"), row("c", "Ваш", "Yours", role="closer"), row("q", "Ещё.", "More."),
    ]  # fmt: skip
    heading, salutation, paragraph, closer, last = measured(*rows).rows
    assert [(one.role, one.letter, one.opens, one.numbered) for one in (heading, salutation)] == [
        ("entry-heading", "l-1", True, False),
        ("salutation", "l-1", False, True),
    ]
    assert heading.keep_with_next
    assert heading.whole
    assert salutation.keep_with_next
    assert paragraph.keep_with_next  # the closer that follows the note does not leave it
    assert not paragraph.whole
    assert (closer.whole, closer.keep_with_next, last.keep_with_next) == (True, False, False)
    assert [one.ordinal for one in (heading, salutation, paragraph, closer, last)] == [0, 1, 2, 3, 4]


def test_the_white_above_a_row_is_that_of_the_style() -> None:
    heading, paragraph, closer = measured(row("p", "Мост.", "Bridge."), row("c", "Ваш", "Yours", role="closer")).rows
    assert heading.before == pytest.approx(2.5 * LEADING, abs=0.01)
    assert paragraph.before == pytest.approx(LEADING, abs=0.01)
    assert closer.before == pytest.approx(LEADING / 2, abs=0.01)


def test_the_same_unit_has_the_same_lines_in_every_galley() -> None:
    units = [
        letter(name, row(f"r{name}", f"{words('ru', 5)} {caller(f'n{name}', 'ru')}", words("en-GB", 4)),
               note(f"n{name}", words("ru", 3), words("en-GB", 2)))
        for name in ("1", "2", "3")
    ]  # fmt: skip
    together = galley(*units).measured
    assert [galley(unit).measured[0] for unit in units] == list(together)
    assert together[0] != together[1]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_every_lane_has_its_cell(count: int) -> None:
    languages = ("ru", "en-GB", "de")[:count]
    cells = [words(language, 2) for language in languages]
    unit = measured(row("r", *cells), row("e", "", *cells[1:]), count=count)
    assert [len(one.cells) for one in unit.rows] == [count] * 3
    assert [cell.id for cell in unit.rows[1].cells] == [f"r-{language}" for language in languages]
    assert not unit.rows[2].cells[0].lines
    assert all(cell.lines for cell in unit.rows[2].cells[1:])


def test_lanes_have_widths_of_their_own() -> None:
    lanes = Lanes((Lane(0, 300.0, 0, 0), Lane(0, 100.0, 0, 0)))
    made = lay_out_galley([letter("1", row("r", words("ru", 4), words("ru", 4)))], lanes, type_case())
    wide, narrow = made.units[0].rows[1]
    assert max(line.box.width for line in wide.lines) == pytest.approx(400, abs=1)
    assert max(line.box.width for line in narrow.lines) <= 134
    assert len(narrow.lines) > 2 * len(wide.lines)


def test_a_list_item_with_a_hanging_marker_has_one_line_for_each_line() -> None:
    item = f'<span class="marker">1) </span><span class="words">{words("ru", 2)}</span>'
    made = galley(letter("1", row("r", f"<x/>{item}".replace("<x/>", ""), "1", role="item hanging")))
    cell = made.measured[0].rows[1].cells[0]
    assert [line.top for line in cell.lines] == pytest.approx([LEADING * n for n in range(len(cell.lines))], abs=0.02)
    assert solid("".join(painted_words(line.box) for line in made.units[0].rows[1][0].lines)) == solid(
        "1) " + words("ru", 2)
    )


def test_words_outside_the_lanes_are_refused() -> None:
    with pytest.raises(StrayWords, match="«Стой» stands in no lane"):
        measured("<p>Стой</p>")
    with pytest.raises(StrayWords, match="Третий"):
        measured(row("r", "Один", "Two", "Третий"))


def test_a_word_wider_than_its_lane_is_measured_as_it_is() -> None:
    unit = measured(row("r", "Ы" * 80, "Short."))
    assert len(unit.rows[1].cells[0].lines) == 1


def test_a_division_is_where_its_heading_is_and_not_at_its_letters() -> None:
    heading = letter("0")
    heading[0].tag, heading[0].attrib["class"] = "div", ""
    letters = letter("1")
    first, second = galley(heading, letters).measured
    assert first.rows[0].cells[0].lines[0].anchors == ("letters", "l-0")
    assert not any(line.anchors for cell in second.rows[0].cells for line in cell.lines)


def test_no_units_are_an_empty_galley() -> None:
    assert galley().measured == ()


def test_nothing_in_the_sheets_is_unknown_to_the_engine(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        case = type_case()
        fresh = type(case)(replace(case.style))
        lay_out_galley([letter("1"), letter("2")], Lanes((Lane(0, 200.0, 0, 0),) * 2), fresh)
    assert [record.getMessage() for record in caplog.records] == []
