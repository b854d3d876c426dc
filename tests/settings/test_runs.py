"""Which face prints what: each letter with its marks in one face, decided in one place."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.settings.face import ONE_FACE, Signs, signs
from edition.settings.runs import clusters, lacking, mixed, runs
from edition.settings.style_file import load_style

LATIN, CYRILLIC = "abcdefghijklmnopqrstuvwxyz 0123456789.,;\u0301\u0304", "абвгдежз"
GREEK, POLYTONIC, MARKS = "αβγλονς", "ἀὸᾧᾱ", "\u035b\u0342\u0301"
SIGNS = Signs(
    ("Vollkorn", "Gentium"),
    frozenset(LATIN + CYRILLIC + GREEK),
    frozenset(LATIN + GREEK + POLYTONIC + MARKS + "Ↄ"),
    frozenset(GREEK + POLYTONIC + "\u035b\u0342Ↄ"),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("abc где 123", [("abc где 123", False)]),
        ("ab λον ab", [("ab ", False), ("λον", True), (" ab", False)]),
        ("λὸγον, ᾧ 12", [("λὸγον", True), (", ", False), ("ᾧ", True), (" 12", False)]),
        ("a\u0301 z\u035bb", [("a\u0301 ", False), ("z\u035b", True), ("b", False)]),
        ("ᾱ\u0301ν", [("ᾱ\u0301ν", True)]),
        ("Ↄ1", [("Ↄ", True), ("1", False)]),
        ("ж\u035b", [("ж\u035b", False)]),  # the supplement has not got the letter: said by ``lacking``
        ("α\u0304", [("α\u0304", True)]),
        ("שלום ѧ", [("שלום ѧ", False)]),
    ],
    ids=["empty", "plain", "greek", "polytonic", "marks", "two marks", "sign", "neither", "own letter", "absent"],
)
def test_runs_of_one_face(text: str, expected: list[tuple[str, bool]]) -> None:
    assert list(runs(text, SIGNS)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abc λὸγον z\u035b ᾱ\u0301 12\u00a0\u200d\u00ad", []),
        ("של", [(0, "ש", "ש"), (1, "ל", "ל")]),
        ("a ѧ", [(2, "ѧ", "ѧ")]),
        ("ж\u035b", [(1, "\u035b", "ж\u035b")]),
        ("〈a〉", [(0, "〈", "〈"), (2, "〉", "〉")]),
        ("\ue000", [(0, "\ue000", "\ue000")]),
    ],
    ids=["all there", "Hebrew", "Old Church Slavonic", "letter and mark apart", "brackets", "private"],
)
def test_what_neither_face_has(text: str, expected: list[tuple[int, str, str]]) -> None:
    assert [(each.offset, each.sign, each.cluster) for each in lacking(text, SIGNS)] == expected


def test_without_a_supplement_all_is_one_run() -> None:
    assert list(runs("ἀγαθόν", ONE_FACE)) == [("ἀγαθόν", False)]
    assert [each.sign for each in lacking("aὸ", Signs(("A",), frozenset("a")))] == ["ὸ"]


@given(st.text(alphabet=LATIN + CYRILLIC + GREEK + POLYTONIC + MARKS + "שѧ\u200d"))
def test_no_character_is_lost_and_no_mark_leaves_its_letter(text: str) -> None:
    parted = list(runs(text, SIGNS))
    assert "".join(run for run, _ in parted) == text == "".join(clusters(text))
    assert all(before[1] != after[1] for before, after in pairwise(parted))
    assert [cluster for run, _ in parted for cluster in clusters(run)] == list(clusters(text))
    unprinted = {each.sign for each in lacking(text, SIGNS)}
    for run, of_supplement in parted:
        assert set(run) - unprinted - {"\u200d"} <= (SIGNS.supplement if of_supplement else SIGNS.face)


@pytest.mark.parametrize(
    ("cluster", "is_mixed"), [("z\u035b", True), ("ᾱ\u0301", True), ("ὸ", False), ("a\u0301", False)]
)
def test_a_letter_with_marks_of_the_other_face_is_mixed(cluster: str, is_mixed: bool) -> None:
    assert mixed(cluster, SIGNS) == is_mixed


def test_octavo_prints_greek_whole_from_its_supplement(tmp_path: Path) -> None:
    style, findings = load_style(tmp_path)
    assert style is not None
    assert findings == ()
    found = signs(style.face)
    assert found.families == ("Vollkorn", "Gentium Book Plus")
    assert {*"αωΑΩάἀὸᾧῥϚϡ", "Ↄ", "\u035b"} <= found.own
    assert not {*"aZжЪѣ1«»⟨⟩\u0301", "\u00a0", "\ue000", "\uf130"} & found.own
    assert list(lacking("Τὰ πάντα ῥεῖ. ⟨ѣ⟩ z\u035b", found)) == []
    assert {each.sign for each in lacking("〈ѧ〉 שלום", found)} == set("〈ѧ〉שלום")
