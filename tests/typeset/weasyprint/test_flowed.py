"""Flowed divisions begin on a given side, and get their heads afterwards."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from edition.inspect.page import PdfPage
from edition.inspect.pdf import read_pdf
from edition.typeset.weasyprint.flowed import Flowed, lay_out_flowed
from edition.typeset.weasyprint.furniture import lay_out_furniture
from edition.typeset.weasyprint.lanes import page_size
from edition.typeset.weasyprint.pages import furnish
from edition.typeset.weasyprint.part import write_part
from edition.typeset.weasyprint.sheetplan import Head, Place, SheetPlan
from edition.typeset.weasyprint.typecase import TypeCase
from tests.typeset.weasyprint.rows import style


@cache
def case() -> TypeCase:
    return TypeCase(replace(style(page_inner="25mm")))


def contents(lines: int) -> etree._Element:
    items = "".join(
        f'<li class="row level-1" id="line-{line}">'
        f'<span class="cell" lang="ru"><a href="edition:l-{line}">Мост</a></span> '
        f'<span class="cell" lang="en-GB"><a href="edition:l-{line}">Bridge {line}</a></span></li>'
        for line in range(lines)
    )
    return etree.fromstring(
        '<section class="division contents" id="contents" lang="ru"><h1 class="row division-heading" id="h">'
        '<span class="cell" lang="ru">Содержание</span> <span class="cell" lang="en-GB">Contents</span></h1>'
        f'<nav class="contents"><ol>{items}</ol></nav></section>'
    )


def written(flowed: Flowed, plans: list[SheetPlan], file: Path) -> list[PdfPage]:
    furniture = lay_out_furniture(plans, page_size(case().style), case())
    pages = [furnish(page, plan, furniture) for page, plan in zip(flowed.document.pages, plans, strict=True)]
    file.write_bytes(write_part(flowed.document.copy(pages), [flowed.root, furniture.root]))
    return list(read_pdf(file).pages())


@pytest.mark.parametrize("recto", [True, False])
def test_a_division_begins_on_the_side_that_is_wanted(recto: bool, tmp_path: Path) -> None:
    flowed = lay_out_flowed(contents(60), recto, case(), "Hard letters", "ru")
    heads = [Head("v", place=Place.FOOT), *(Head(folio, "Содержание", language="ru") for folio in ("vi", "vii"))]
    plans = [SheetPlan(recto == (place % 2 == 0), head) for place, head in enumerate(heads)]
    pages = written(flowed, plans[: len(flowed.document.pages)], tmp_path / "contents.pdf")
    assert len(pages) >= 2
    size = page_size(case().style)
    for page, plan in zip(pages, plans, strict=False):
        text = [word for word in page.words if not word.artifact]
        assert min(word.box.x0 for word in text) == pytest.approx(size.x(plan.recto), abs=0.5)
        assert [word.text for word in page.words if word.artifact and word.text == plan.head.folio] == [plan.head.folio]


def test_anchors_belong_to_the_page_on_which_they_begin() -> None:
    flowed = lay_out_flowed(contents(60), True, case(), "Hard letters", "ru")
    names = flowed.anchors
    assert {"contents", "h", "line-0"} <= set(names[0])
    assert "line-59" in names[-1]
    every = [name for page in names for name in page]
    assert len(every) == len(set(every))


def test_a_title_leaf_holds_both_titles(tmp_path: Path) -> None:
    leaf = contents(0)
    leaf.set("class", "division part-title")
    leaf.remove(leaf[1])
    flowed = lay_out_flowed(leaf, True, case(), "Hard letters", "ru")
    (page,) = written(flowed, [SheetPlan(True, Head("", place=Place.NONE))], tmp_path / "leaf.pdf")
    first, second = page.words
    assert (first.text, second.text) == ("Содержание", "Contents")
    assert second.baseline > first.baseline + 10
    assert first.box.x0 + first.box.x1 == pytest.approx(second.box.x0 + second.box.x1, abs=2)
