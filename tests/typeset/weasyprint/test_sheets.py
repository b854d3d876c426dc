"""The pages of all parts in order: which side a part begins on, and what number is printed."""

from hypothesis import given
from hypothesis import strategies as st

from edition.typeset.weasyprint.sheets import BLANK, arrange, roman
from edition.typeset.weasyprint.units import PART_TITLE, Part


def part(kind: str, matter: str = "front", lanes: tuple[str, ...] = ()) -> Part:
    return Part(kind, kind, matter, "ru", (), lanes)


FRONT = [part("half-title"), part("title-page"), part("title-page"), part("copyright"), part("contents")]


def test_facing_letters_follow_their_title_leaf_on_a_verso() -> None:
    parts = [*FRONT, part(PART_TITLE, "body"), part("letters", "body", ("ru", "en-US")), part("index", "back")]

    sheets = arrange(parts, [1, 1, 1, 1, 1, 1, 4, 2], "facing")

    labels = [sheet.label for sheet in sheets]
    assert labels == ["i", "ii", "iii", "iv", "v", "vi", "1", "2", "3", "4", "5", "6", "7"]
    assert sheets[5].part == BLANK
    assert [sheet.recto for sheet in sheets if sheet.part == 5] == [True]
    assert [sheet.recto for sheet in sheets if sheet.part == 6] == [False, True, False, True]


def test_columns_begin_on_a_recto_with_the_number_1() -> None:
    parts = [*FRONT, part("letters", "body", ("ru", "en-US"))]

    sheets = arrange(parts, [1, 1, 1, 1, 2, 3], "columns")

    assert [sheet.label for sheet in sheets][-3:] == ["1", "2", "3"]
    assert [(sheet.part, sheet.page) for sheet in sheets][-3:] == [(5, 0), (5, 1), (5, 2)]


def test_a_facing_body_without_a_title_leaf_begins_with_page_2() -> None:
    sheets = arrange([part("half-title"), part("letters", "body", ("ru", "en"))], [1, 2], "facing")

    assert [(sheet.label, sheet.recto) for sheet in sheets] == [("i", True), ("2", False), ("3", True)]


@given(st.lists(st.tuples(st.sampled_from(["contents", "text", "letters"]), st.integers(0, 9)), max_size=8))
def test_every_page_of_every_part_stands_once_in_order(made: list[tuple[str, int]]) -> None:
    parts = [part(kind, "body" if kind == "letters" else "front") for kind, _ in made]

    sheets = arrange(parts, [count for _, count in made], "columns")

    standing = [(sheet.part, sheet.page) for sheet in sheets if sheet.part != BLANK]
    assert standing == [(ordinal, page) for ordinal, (_, count) in enumerate(made) for page in range(count)]
    assert [sheet.index for sheet in sheets] == list(range(len(sheets)))


@given(st.integers(1, 399), st.integers(1, 399))
def test_roman_numerals_differ(one: int, other: int) -> None:
    assert (roman(one) == roman(other)) is (one == other)
