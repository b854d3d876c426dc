"""Page labels: what a reading program counts is what is printed."""

from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.typeset.joining.labels import Label, read_label, write_labels


def counted(labels: list[str]) -> list[str]:
    """Let another library count the labels of as many pages."""
    with pikepdf.new() as pdf:
        for _ in labels:
            pdf.add_blank_page()
        pdf.Root.PageLabels = pikepdf.Object.parse(write_labels(labels))
        out = BytesIO()
        pdf.save(out)
    with pikepdf.open(out) as pdf:
        return [str(page.label) for page in pdf.pages]


@pytest.mark.parametrize(
    "labels",
    [
        ["i", "ii", "iii", "1", "2", "3"],
        ["ii", "iv", "v", "", "", "1", "3", "3"],
        ["I", "II", "A-9", "A-10", "A-12", "cover"],
        ["xlix", "l", "li", "mcmxcix", "mm"],
        ["0", "007"],
    ],
)
def test_labels_are_counted_as_they_are_printed(labels: list[str]) -> None:
    assert counted(labels) == labels


def test_pages_that_follow_are_one_range() -> None:
    labels = ["i", "ii", *map(str, range(1, 500))]
    assert write_labels(labels) == b"<</Nums [0 <</S /r>> 2 <</S /D>>]>>"


@given(st.lists(st.sampled_from(["i", "ii", "iii", "iv", "1", "2", "3", "9", "10", "", "N-1", "N-2"]), min_size=1))
def test_any_mixture_is_counted_as_printed(labels: list[str]) -> None:
    assert counted(labels) == labels


def test_letters_that_make_no_numeral_are_words() -> None:
    assert read_label("iiii") == Label("iiii")
    assert read_label("iV") == Label("iV")
    assert read_label("vx") == Label("vx")
