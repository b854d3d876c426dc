"""The apparatus: entries found by line where lines are numbered, by letters in the text where they are not."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from edition.book.compose import compose
from edition.book.tree import Entry, words
from edition.model.finding import has_errors
from edition.model.pagination import Page, Pagination
from edition.pipeline.reading import read_and_check
from edition.render.log import render_log
from tests.book.test_edges import LETTER, edition

READINGS = '[Иду]{W="Йду"} и [пою]{W="паю"}, [скачу]{W="скочу"}; а [ты]{W=""}?'
NUMBERS = {"l-a-a1": 4, "l-a-a2": 4, "l-a-a3": 5}
FIGURE = "\N{FIGURE SPACE}"
NB = "\N{NO-BREAK SPACE}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    letter = LETTER.replace("Иду.", READINGS).replace("am going", 'am [going]{W="coming"}, you?')
    return edition(tmp_path, letters__a=letter)


def lines_of(folder: Path, numbers: Mapping[str, int], **settings: str) -> tuple[list[str], str]:
    """Give the lines of the apparatus, and the plain text of the book."""
    read = read_and_check(folder)
    assert not has_errors(read.findings), "\n".join(map(str, read.findings))
    assert read.edition is not None
    assert read.style is not None
    pages = {"l-a-m1": Page(0, "1")}
    book = compose(read.edition, read.style.with_settings(**settings), Pagination(pages, 1, numbers))
    entry = next(block for division in book.divisions for block in division.blocks if isinstance(block, Entry))
    assert entry.apparatus is not None
    return [words(line.content) for line in entry.apparatus.lines], render_log(book)


def test_entries_name_the_line_and_those_of_one_line_share_its_number(folder: Path) -> None:
    lines, log = lines_of(folder, NUMBERS)
    assert lines[:3] == [f"4{NB}Иду] Йду{NB}W", f"пою] паю{NB}W", f"5{NB}скачу] скочу{NB}W"]
    assert "⟨4 → l-a-a1⟩" in log


def test_words_that_stand_in_no_numbered_line_have_no_number(folder: Path) -> None:
    lines, _ = lines_of(folder, NUMBERS)
    assert lines[3:] == [f"ты] нет в{NB}W", f"going] coming{NB}W"]


def test_before_the_first_layout_a_figure_space_keeps_the_place(folder: Path) -> None:
    lines, log = lines_of(folder, {})
    assert [line[:2] for line in lines] == [FIGURE + NB] * 5
    assert f"⟨{FIGURE} → l-a-a2⟩" in log
    assert "⟦l-a-a2: пою⟧, " in log, "no letter stands in the text"


@pytest.mark.parametrize("settings", [{"apparatus": "letters"}, {"line-numbers": "none"}], ids=str)
def test_where_no_line_has_a_number_letters_call_the_entries(folder: Path, settings: dict[str, str]) -> None:
    lines, log = lines_of(folder, NUMBERS, **settings)
    assert [line[:2] for line in lines] == [f"{letter}{NB}" for letter in "abcde"]
    assert "⟦l-a-a2: пою⟧^⟨b → l-a-v2⟩^, " in log


def test_every_lemma_leads_to_its_entry_or_is_led_to(folder: Path) -> None:
    _, log = lines_of(folder, NUMBERS)
    for ordinal in range(1, 6):
        assert f"⟦l-a-a{ordinal}: " in log
        assert f"#l-a-v{ordinal}" in log
