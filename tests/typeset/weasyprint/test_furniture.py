"""Heads, folios and what else stands around the text."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from edition.inspect.page import PdfPage, Word
from edition.inspect.pdf import read_pdf
from edition.typeset.weasyprint.furniture import lay_out_furniture
from edition.typeset.weasyprint.lanes import page_size
from edition.typeset.weasyprint.pages import make_pages
from edition.typeset.weasyprint.part import write_part
from edition.typeset.weasyprint.sheetplan import Head, Place, SheetPlan
from tests.typeset.weasyprint.rows import galley, type_case

SIZE = page_size(type_case().style)
LONG = (
    "12 · Letter from the Keeper of the Bridge That Is Not There to Ada Quill, on Rivers, Ferries and the Lack of Both"
)
STATUS = "machine translation, unrevised"


def pages(plans: Sequence[SheetPlan], file: Path) -> list[PdfPage]:
    made = galley()
    furniture = lay_out_furniture(plans, SIZE, type_case())
    printed = list(make_pages(made, plans, furniture, SIZE))
    file.write_bytes(write_part(made.document.copy(printed), [made.root, furniture.root]))
    return list(read_pdf(file).pages())


def page(head: Head, tmp_path: Path, recto: bool = True) -> list[Word]:
    (found,) = pages([SheetPlan(recto, head)], tmp_path / "page.pdf")
    return list(found.words)


def text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


@pytest.mark.parametrize("recto", [True, False])
def test_the_folio_stands_outside_and_the_status_inside(recto: bool, tmp_path: Path) -> None:
    words = page(Head("17", "Vymyslov", STATUS, "en-GB"), tmp_path, recto)
    (folio,) = [word for word in words if word.text == "17"]
    (title,) = [word for word in words if word.text == "Vymyslov"]
    status = [word for word in words if word.size < 8]
    begin, end = SIZE.x(recto), SIZE.x(recto) + SIZE.text_width
    assert (title.box.x0 + title.box.x1) / 2 == pytest.approx((begin + end) / 2, abs=0.6)
    if recto:
        assert folio.box.x1 == pytest.approx(end, abs=0.3)
        assert status[0].box.x0 == pytest.approx(begin, abs=0.3)
    else:
        assert folio.box.x0 == pytest.approx(begin, abs=0.3)
        assert status[-1].box.x1 == pytest.approx(end, abs=0.3)
    assert len({round(word.baseline, 1) for word in words}) == 1
    assert all(word.box.y1 < SIZE.top - 5 for word in words)
    assert all(word.artifact for word in words)


def test_a_long_title_is_shortened_at_a_word_and_meets_nothing(tmp_path: Path) -> None:
    words = page(Head("17", LONG, STATUS, "en-GB"), tmp_path)
    title = [word for word in words if "Italic" in word.font and word.size > 8]
    assert text(title).endswith("…")
    assert LONG.startswith(text(title)[:-1])
    assert LONG[len(text(title)) - 1] in " ,"
    status = max(word.box.x1 for word in words if word.size < 8)
    (folio,) = [word for word in words if word.text == "17"]
    assert title[0].box.x0 > status + 8
    assert title[-1].box.x1 < folio.box.x0 - 8


def test_as_much_of_a_title_stands_as_has_room(tmp_path: Path) -> None:
    title = [word for word in page(Head("17", LONG, language="en-GB"), tmp_path) if word.text != "17"]
    fitted = text(title)[:-1]
    following = LONG[len(fitted) :].split(" ")[1]
    wide = page(Head("", f"{fitted} {following}…", language="en-GB"), tmp_path)
    gap, folio = 4 * 72 / 25.4, 2 * 5
    assert wide[-1].box.x1 - wide[0].box.x0 > SIZE.text_width - gap - folio


def test_a_title_that_would_meet_the_status_leaves_the_middle(tmp_path: Path) -> None:
    words = page(Head("17", "23 · September 17, 1921, on a Saturday morning", STATUS, "en-GB"), tmp_path)
    title = [word for word in words if "Italic" in word.font and word.size > 8]
    assert text(title).endswith("morning")
    status = max(word.box.x1 for word in words if word.size < 8)
    assert title[0].box.x0 == pytest.approx(status + 4 * 72 / 25.4, abs=0.5)


def test_a_page_that_a_division_begins_has_its_folio_at_the_foot(tmp_path: Path) -> None:
    (folio,) = page(Head("17", "Vymyslov", STATUS, place=Place.FOOT), tmp_path)
    assert folio.text == "17"
    assert folio.box.y0 > SIZE.height - SIZE.bottom + 10
    middle = SIZE.x(recto=True) + SIZE.text_width / 2
    assert (folio.box.x0 + folio.box.x1) / 2 == pytest.approx(middle, abs=0.3)


def test_a_page_without_a_head_has_none(tmp_path: Path) -> None:
    assert page(Head("17", "Vymyslov", place=Place.NONE), tmp_path) == []
    assert page(Head(""), tmp_path) == []


def test_many_pages_share_what_is_the_same(tmp_path: Path) -> None:
    heads = [Head(str(number), LONG if number % 2 else "Vymyslov", language="en-GB") for number in range(1, 9)]
    found = pages([SheetPlan(number % 2 == 1, head) for number, head in enumerate(heads)], tmp_path / "pages.pdf")
    assert [[word.text for word in one.words].count(head.folio) for one, head in zip(found, heads, strict=True)] == [
        1
    ] * 8
    assert len({text([word for word in one.words if "Italic" in word.font]) for one in found}) == 2


def test_a_status_wider_than_half_the_page_is_shortened(tmp_path: Path) -> None:
    words = page(replace(Head("17", "Vymyslov", language="en-GB"), status=f"{STATUS} " * 4), tmp_path)
    status = [word for word in words if word.size < 8]
    assert text(status).endswith("…")
    assert status[-1].box.x1 - status[0].box.x0 <= SIZE.text_width / 2
