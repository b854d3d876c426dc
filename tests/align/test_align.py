"""Segments of two versions become rows: what both sides share decides, then their lengths."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edition.align import align
from edition.align.units import name_key
from edition.model.enumerators import marker_at
from edition.model.transcript import AlignedRow, Passage, Run, Segment


def _segments(*texts: str, roles: str = "", apart: bool = False) -> list[Segment]:
    segments = []
    offset = 0
    for ordinal, text in enumerate(texts):
        role = roles.split()[ordinal] if roles else "paragraph"
        marker = marker_at(text)
        passage = Passage((Run(offset, text, text),))
        segments.append(Segment(passage, role, marker, apart or marker is not None))
        offset += len(text) + 1
    return segments


def _texts(rows: tuple[AlignedRow, ...]) -> list[tuple[list[str], list[str]]]:
    return [([s.text for s in row.original], [s.text for s in row.translation]) for row in rows]


def test_lines_join_level_with_a_paragraph() -> None:
    original = _segments(
        "Кто разрешил Грёзову увезти книги?",
        "Выясните это дело.",
        "Мост через Выдумку закрыт, и паром ходит по вторникам.",
    )
    translation = _segments(
        "Who allowed Grezov to take the books? Look into this.",
        "The bridge over the Vydumka is closed, and the ferry runs on Tuesdays.",
    )
    assert [(len(row.original), len(row.translation)) for row in align(original, translation)] == [(2, 1), (1, 1)]


def test_seven_lines_stand_against_one_paragraph() -> None:
    lines = [f"Предложение номер {n} о карте Мечтаева кончено." for n in range(1, 8)]
    paragraph = " ".join(f"Sentence number {n} about Mechtaev's map is over." for n in range(1, 8))
    rows = align(_segments("Здравствуйте!", *lines, "Привет"), _segments("Greetings!", paragraph, "Regards,"))
    assert [(len(row.original), len(row.translation)) for row in rows] == [(1, 1), (7, 1), (1, 1)]


def test_a_list_inside_a_paragraph_is_divided_like_the_other_side() -> None:
    original = _segments(
        "Узнайте:", "а) число лодок,", "б) число мешков", "— и напишите мне.",
        roles="paragraph item item continuation",
    )  # fmt: skip
    translation = _segments("Find out: (a) the number of boats; (b) the number of sacks -- and write to me.")
    rows = align(original, translation)
    assert _texts(rows) == [
        (["Узнайте:"], ["Find out:"]),
        (["а) число лодок,"], ["(a) the number of boats;"]),
        (["б) число мешков"], ["(b) the number of sacks"]),
        (["— и напишите мне."], ["-- and write to me."]),
    ]
    assert [row.translation[0].role for row in rows] == ["paragraph", "item", "item", "continuation"]


def test_a_list_inside_paragraphs_of_both_sides_stays() -> None:
    rows = align(_segments("Узнайте: а) одно; б) другое."), _segments("Find out: (a) one; (b) the other."))
    assert len(rows) == 1


def test_names_and_figures_decide_against_lengths() -> None:
    original = _segments("Мечтаев прислал 17 карт.", "Пишет Химерин, что всё хорошо и что дела идут своим порядком.")
    translation = _segments(
        "As to the maps, there came from Mechtaev, after a long time of waiting, 17 of them.",
        "Says Khimerin: all well.",
        apart=True,
    )  # fmt: skip
    assert [(len(row.original), len(row.translation)) for row in align(original, translation)] == [(1, 1), (1, 1)]


def test_a_missing_paragraph_stands_alone() -> None:
    texts = [f"Абзац {n}, в котором говорится о селе {'Выдумка' * n} и прочем." for n in (1, 2, 3)]
    english = [f"Paragraph {n}, which speaks of the village {'Vydumka' * n} and other things." for n in (1, 3)]
    rows = align(_segments(*texts, apart=True), _segments(*english, apart=True))
    assert [(len(row.original), len(row.translation)) for row in rows] == [(1, 1), (1, 0), (1, 1)]


@pytest.mark.parametrize(("original", "translation"), [((), ()), (("А.",), ()), ((), ("A.",))])
def test_empty_versions(original: tuple[str, ...], translation: tuple[str, ...]) -> None:
    rows = align(_segments(*original), _segments(*translation))
    assert len(rows) == len(original) + len(translation)


def test_other_scripts_share_their_names() -> None:
    assert name_key("Σωκράτης") == name_key("Socrates".replace("c", "k")) or name_key("Πλάτων") == name_key("Platon")
    assert name_key("Рухимовичу") == name_key("Rukhimovich")
    assert name_key("Щукина") == name_key("Shchukin")


_words = st.lists(st.text("абвгд АБВ12?!.«»", min_size=1, max_size=30).filter(lambda t: bool(t.strip())), max_size=9)


@settings(max_examples=100, deadline=None)
@given(_words, _words)
def test_every_segment_stands_in_one_row_in_order(original: list[str], translation: list[str]) -> None:
    rows = align(_segments(*original), _segments(*translation))
    assert "".join(s.text for row in rows for s in row.original).replace(" ", "") == "".join(original).replace(" ", "")
    joined = "".join(s.text for row in rows for s in row.translation)
    assert joined.replace(" ", "") == "".join(translation).replace(" ", "")
    assert all(0 <= row.confidence <= 1 for row in rows)


def test_a_long_letter_is_aligned_in_seconds() -> None:
    original = [f"Предложение {n} длинного письма, в котором {'много ' * (n % 7)}слов." for n in range(120)]
    translation = [f"Sentence {n} of a long letter, in which there are {'many ' * (n % 7)}words." for n in range(120)]
    begun = time.perf_counter()
    rows = align(_segments(*original), _segments(*translation))
    assert time.perf_counter() - begun < 30
    assert len(rows) == 120
