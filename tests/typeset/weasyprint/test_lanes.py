"""Where the versions stand on a page."""

import pytest

from edition.typeset.weasyprint.lanes import PageSize, lanes_of, measure_of, page_size
from tests.typeset.weasyprint.rows import style

SIZES = {
    "page_width": "400pt", "page_height": "600pt", "page_top": "50pt", "page_bottom": "70pt",
    "page_inner": "40pt", "page_outer": "60pt", "page_gutter": "20pt",
}  # fmt: skip


def test_the_inner_margin_of_a_recto_is_at_its_left() -> None:
    size = page_size(style(**SIZES))
    assert size == PageSize(400, 600, 50, 70, 40, 60)
    assert (size.x(recto=True), size.x(recto=False), size.text_width, size.text_height) == (40, 60, 300, 480)


def test_facing_versions_have_a_page_each() -> None:
    lanes = lanes_of(style("facing", **SIZES), 2)
    assert lanes.pages == 2
    assert [(lane.page, lane.width, lane.x(bool(lane.page))) for lane in lanes.lanes] == [(0, 300, 60), (1, 300, 40)]


def test_versions_that_translate_share_the_recto() -> None:
    lanes = lanes_of(style("facing", **SIZES), 3)
    assert [(lane.page, lane.width, lane.recto) for lane in lanes.lanes] == [(0, 300, 40), (1, 140, 40), (1, 140, 200)]
    assert lanes.widest == 300


@pytest.mark.parametrize(("count", "widths"), [(1, [300]), (2, [140, 140]), (3, [86.667, 86.667, 86.667])])
def test_columns_share_one_page(count: int, widths: list[float]) -> None:
    lanes = lanes_of(style("columns", **SIZES), count)
    assert lanes.pages == 1
    assert [lane.width for lane in lanes.lanes] == widths
    assert [lane.verso - lane.recto for lane in lanes.lanes] == pytest.approx([20] * count)
    last = lanes.lanes[-1]
    assert last.recto + last.width == pytest.approx(340, abs=0.01)


def test_one_version_has_one_page_in_either_layout() -> None:
    assert lanes_of(style("facing", **SIZES), 1) == lanes_of(style("columns", **SIZES), 1)


@pytest.mark.parametrize(("layout", "level"), [("facing", False), ("columns", True)])
def test_notes_in_columns_begin_level(layout: str, level: bool) -> None:
    chosen = style(layout, **SIZES, text_leading="13pt", notes_leading="10pt")
    measure = measure_of(chosen, lanes_of(chosen, 2))
    assert (measure.height, measure.leading, measure.level_feet) == (480, 13, level)
    assert measure.foot_gap == 11


def test_a_measure_that_is_no_length_is_refused() -> None:
    with pytest.raises(ValueError, match="page-top: wide is no length"):
        page_size(style(page_top="wide"))
