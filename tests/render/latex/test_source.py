"""The specimen book as LaTeX: a golden file, and what holds of any book."""

import os
from dataclasses import replace
from pathlib import Path

from edition.book.tree import Anchored, Book, Caller, Division, Entry, Footnote, Para, Parallel, Run, Side, Spoken
from edition.render.latex import render_latex
from tests.specimens.book import EN, RU, row, specimen_book, specimen_metadata
from tests.specimens.style import specimen_style

GOLDEN = Path(__file__).with_name("specimen.tex")


def body(*blocks: Parallel) -> str:
    """Give the LaTeX of rows in a book of their own."""
    book = Book(specimen_metadata(), (Division("text", "t-x", "body", RU, {RU: "Х", EN: "X"}, blocks),))
    return render_latex(book, specimen_style()).text.partition(r"\begin{document}")[2]


def test_the_specimen_is_as_it_was() -> None:
    """After a change that is meant, run this test with ``GOLDEN=write`` in the environment, and read the difference."""
    made = render_latex(specimen_book(), specimen_style()).text
    if os.environ.get("GOLDEN") == "write":
        GOLDEN.write_text(made, encoding="utf-8")
    assert made == GOLDEN.read_text(encoding="utf-8")


def test_the_source_names_its_files_and_no_folder_of_this_machine() -> None:
    source = render_latex(specimen_book(), specimen_style())
    assert sorted(source.files) == [
        "edition.sty",
        "fonts/bold-italic.ttf",
        "fonts/bold.ttf",
        "fonts/italic.ttf",
        "fonts/regular.ttf",
    ]
    assert str(specimen_style().face.regular.parent) not in source.text


def test_a_row_is_one_string_without_a_lost_or_gained_word_space() -> None:
    words = (Run("Dear "), Spoken("fr", (Run("ami"),)), Run(" and"))
    assert r"Dear \foreignlanguage{fr}{ami} and" in body(row("Дорогой", words)).replace("\n", " ")


def test_names_are_kept_whole_and_other_anchored_words_are_not() -> None:
    text = body(row((Anchored("t-x-m1", (Run("Бумагин"),)), Run(" идёт")), (Anchored("t-x-a1", (Run("goes"),)),)))
    assert r"\place{t-x-m1}{\unbroken{Бумагин}}" in text
    assert r"\place{t-x-a1}{goes}" in text


def test_a_note_stands_at_its_caller_and_once() -> None:
    said = ((RU, "Да"), (EN, "Yes"))
    sides = tuple(Side(tag, (Para((Run(words),), tag, "note"),), f"n-{tag[:2]}") for tag, words in said)
    note = Footnote("n", "7", "editor", sides, ("c-ru", "c-en"))
    rows = row(
        (Run("Слово"), Caller("c-ru", "n-ru", "7"), Run(".")), (Run("Word"), Caller("c-en", "n-en", "7")), notes=(note,)
    )
    text = body(rows).replace("\n", " ")
    assert r"Слово\caller{c-ru}{n-ru}{7}\notetext{n,n-ru}{c-ru}{7}{\notepara{ru}{n-ru}{Да}}." in text
    assert text.count(r"\notetext") == 2


def test_a_note_that_a_version_does_not_call_is_printed_there_all_the_same() -> None:
    sides = (Side(RU, (Para((Run("Да"),), RU, "note"),), "n-ru"), Side(EN, (), "n-en"))
    note = Footnote("n", "1", "editor", sides, ("", ""))
    text = body(row("Слово", "Word", notes=(note,)))
    assert text.count(r"\notetext{n,n-ru}{}{1}{\notepara{ru}{n-ru}{Да}}") == 1
    assert text.count(r"\notetext") == 1


def test_names_of_a_cell_without_words_go_to_one_that_has_some() -> None:
    empty = Parallel((Side(RU, (), "s-ru"), Side(EN, (Para((Run("Word"),), EN),), "s-en")), id="r")
    assert r"{r}{\uneven{}\at{r,s-en,s-ru}Word}" in body(empty)


def test_a_heading_asks_for_the_room_of_the_words_it_leads_to() -> None:
    rooms = [
        float(line[5:-2])
        for line in body(
            row("Привет" * 40, "Greetings " * 40),
            Parallel(tuple(Side(tag, (Para((Run("7"),), tag, "entry-number"),)) for tag in (RU, EN)), "entry-heading"),
            row("Ада!", "Ada!", "salutation"),
            row("слово " * 100, "word " * 100),
        ).splitlines()
        if line.startswith(r"\row{")
    ]
    after, heading, salutation, text = rooms
    assert after == 3
    assert heading >= 2 + 1 + 0.8 + 1 + 3
    assert salutation == text == 1, "their room was asked for by the heading"


def test_letters_in_one_version_are_set_full_and_apart_from_those_in_two() -> None:
    alone = Parallel((Side(RU, (Para((Run("Один"),), RU),)),))
    text = body(row("Два", "Two"), alone, row("Три", "Three"))
    assert [line for line in text.splitlines() if line.startswith(r"\begin{rows}")] == [
        r"\begin{rows}{2}%",
        r"\begin{rows}{1}%",
        r"\begin{rows}{2}%",
    ]


def test_the_readings_stand_in_the_column_of_their_version() -> None:
    blocks = (block for division in specimen_book().divisions for block in division.blocks)
    entry = next(block for block in blocks if isinstance(block, Entry))
    assert entry.apparatus
    english = replace(
        entry,
        apparatus=replace(entry.apparatus, lines=tuple(replace(line, language=EN) for line in entry.apparatus.lines)),
    )
    book = Book(specimen_metadata(), (Division("letters", "letters", "body", RU, {}, (english,)),))
    last_row = render_latex(book, specimen_style()).text.rpartition(r"\row{")[2]
    before, _, after = last_row.partition(r"\cell")
    assert r"\para{reading}" not in before
    assert r"\para{reading}{enUS}" in after
