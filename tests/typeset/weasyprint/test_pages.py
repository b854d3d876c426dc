"""Pages hold the planned lines at the planned places, and nothing else: read back from a written file."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import weasyprint
from lxml import etree

from edition.inspect.page import Word
from edition.inspect.pdf import PdfDocument, read_pdf
from edition.press.measured import Band, Flow
from edition.press.plan import FootPiece, FootRule, Frame, Piece
from edition.typeset.weasyprint.furniture import lay_out_furniture
from edition.typeset.weasyprint.galley import Galley
from edition.typeset.weasyprint.lanes import PageSize, page_size
from edition.typeset.weasyprint.pages import make_pages
from edition.typeset.weasyprint.part import write_part
from edition.typeset.weasyprint.sheetplan import Head, Imposition, Place, Placed, SheetPlan
from tests.typeset.weasyprint.rows import caller, flow, galley, lanes, letter, note, row, style, type_case, words

LAYOUTS = ("facing", "columns")
NOWHERE = Head("", place=Place.NONE)


def units() -> tuple[etree._Element, ...]:
    """Two letters; the first has a note that is called in both versions, the second an untranslated row."""
    called = [f"{words(language, 3)} {caller('n', language)} {words(language, 2)}" for language in ("ru", "en-GB")]
    return (
        letter("1", row("a", *called), note("n", f"1 {words('ru', 2)}|{words('ru', 1)}", f"1 {words('en-GB', 2)}")),
        letter("2", row("b", words("ru", 4), words("en-GB", 5)), row("c", words("ru", 2), "")),
    )


def whole(made: Flow, first: int, end: int, top: float = 0.0) -> list[Piece]:
    """Place rows one under the other, whole."""
    pieces = []
    for number in range(first, end):
        one = made.rows[number]
        top += one.before if number > first else 0
        pieces += [Piece(number, lane, 0, len(cell.lines), top) for lane, cell in enumerate(one.cells) if cell.lines]
        top += max(cell.height for cell in one.cells)
    return pieces


def feet(made: Flow, size: PageSize, *notes: str) -> tuple[tuple[FootPiece, ...], tuple[FootRule, ...]]:
    """Place notes at the foot of both lanes, with a rule."""
    pieces, rules = [], []
    for lane in (0, 1):
        top = size.text_height - sum(made.notes[name].cells[lane].height for name in notes)
        rules.append(FootRule(lane, Band.NOTES, top - 5))
        for name in notes:
            cell = made.notes[name].cells[lane]
            pieces.append(FootPiece(name, lane, 0, len(cell.lines), top))
            top += cell.height
    return tuple(pieces), tuple(rules)


def frames(made: Flow, size: PageSize) -> tuple[Frame, ...]:
    """Break the letters over two frames inside the row ``b``."""
    pieces, rules = feet(made, size, "n")
    cut = 3
    long = made.rows[3]
    begun = [Piece(3, lane, 0, cut, 300.0) for lane in (0, 1)]
    rest = [Piece(3, lane, cut, len(cell.lines), 0.0) for lane, cell in enumerate(long.cells)]
    first = Frame((*whole(made, 0, 3), *begun), pieces, rules)
    return first, Frame((*rest, *whole(made, 4, 5, top=200.0)))


def impose(made: Galley, layout: str, numbers: bool = False) -> tuple[Imposition, list[SheetPlan]]:
    """Plan the sheets of the two frames; the first page is a verso."""
    strip = flow(made.measured)
    size = page_size(style(layout))
    counted = {(3, line): line + 3 for line in range(len(strip.rows[3].cells[0].lines))} if numbers else {}
    imposition = Imposition(strip, lanes(2, layout), size, {0: 0, 1: 1}, counted, 5 if numbers else 0)
    plans: list[SheetPlan] = []
    for frame in frames(strip, size):
        rectos = [False, True] if layout == "facing" else [len(plans) % 2 == 1]
        plans += imposition.plan(frame, rectos, [NOWHERE] * len(rectos))
    return imposition, plans


def pressed(made: Galley, plans: Sequence[SheetPlan], layout: str) -> list[weasyprint.Page]:
    case = type_case(layout)
    size = page_size(case.style)
    return list(make_pages(made, plans, lay_out_furniture(plans, size, case), size))


def written(made: Galley, plans: Sequence[SheetPlan], layout: str, file: Path) -> PdfDocument:
    case = type_case(layout)
    size = page_size(case.style)
    furniture = lay_out_furniture(plans, size, case)
    pages = list(make_pages(made, plans, furniture, size))
    file.write_bytes(write_part(made.document.copy(pages), [made.root, furniture.root]))
    return read_pdf(file)


def solid(text: str) -> str:
    return re.sub(r"[\s-]", "", text)


def baselines(found: Sequence[Word], begin: float, end: float) -> list[float]:
    """Give the baselines between two places across a page, from the head, without superiors."""
    inside = [word for word in found if begin <= word.box.x0 < end and not word.raised]
    return sorted({round(word.baseline, 1) for word in inside})


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_word_is_lost_and_none_stands_twice(layout: str, tmp_path: Path) -> None:
    made = galley(*units(), layout=layout)
    document = written(made, impose(made, layout)[1], layout, tmp_path / "book.pdf")
    printed = solid("".join(word.text for page in document.pages() for word in page.words))
    expected = solid("".join(str(words) for unit in units() for words in unit.itertext()))
    assert sorted(printed) == sorted(expected)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_pages_have_the_trim_of_the_style(layout: str, tmp_path: Path) -> None:
    made = galley(*units(), layout=layout)
    document = written(made, impose(made, layout)[1], layout, tmp_path / "book.pdf")
    size = page_size(style(layout))
    assert document.page_count == (4 if layout == "facing" else 2)
    for page in document.pages():
        assert (page.width, page.height) == pytest.approx((size.width, size.height), abs=0.1)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_line_stands_where_it_is_planned(layout: str, tmp_path: Path) -> None:
    made = galley(*units(), layout=layout)
    imposition, plans = impose(made, layout)
    document = written(made, plans, layout, tmp_path / "book.pdf")
    for page, plan in zip(document.pages(), plans, strict=True):
        for lane in {piece.lane for piece in (*plan.pieces, *plan.foot)}:
            x = imposition.lanes.lanes[lane].x(plan.recto)
            width = imposition.lanes.lanes[lane].width
            found = [word for word in page.words if x - 1 <= word.box.x0 <= x + width]
            assert all(x - 0.5 <= word.box.x0 and word.box.x1 <= x + width + 1.5 for word in found)
            lines = [line for piece in (*plan.pieces, *plan.foot) if piece.lane == lane
                     for line in planned_lines(made, piece)]  # fmt: skip
            assert len(baselines(found, x - 1, x + width)) == len(lines)
            for baseline, (top, height) in zip(baselines(found, x - 1, x + width), sorted(lines), strict=True):
                assert top + 0.5 * height < baseline < top + height


def planned_lines(made: Galley, piece: Placed) -> list[tuple[float, float]]:
    """Give top and height of each line of a placed piece, from the head of its page."""
    unit = made.measured[piece.unit]
    cell = (unit.notes[piece.note].cells if piece.note else unit.rows[piece.row].cells)[piece.lane]
    lines = cell.lines[piece.first : piece.end]
    return [(piece.top + line.top - lines[0].top, line.height) for line in lines]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_rows_begin_level(layout: str, tmp_path: Path) -> None:
    made = galley(*units(), layout=layout)
    imposition, plans = impose(made, layout)
    document = written(made, plans, layout, tmp_path / "book.pdf")
    first = list(document.pages())[: imposition.lanes.pages]
    for opening in ("Vymyslov", "Пётр", "Peter"):
        assert any(word.text == opening for page in first for word in page.words)
    original = min(word.baseline for page in first for word in page.words if word.text == "Пётр")
    translation = min(word.baseline for page in first for word in page.words if word.text == "Peter")
    assert original == pytest.approx(translation, abs=0.5)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_place_is_where_its_first_line_is_and_nowhere_else(layout: str) -> None:
    made = galley(*units(), layout=layout)
    pages = pressed(made, impose(made, layout)[1], layout)
    names = [sorted(page.anchors) for page in pages]
    if layout == "facing":
        assert names == [
            ["a", "a-ru", "b", "b-ru", "c-n-ru", "l-1", "l-2", "n", "n-ru"],
            ["a-en-GB", "b-en-GB", "c-n-en-GB", "n-en-GB"],
            ["c", "c-ru"],
            [],
        ]
    else:
        assert sorted(set(names[0]) & set(names[1])) == []
        assert names[1] == ["c", "c-ru"]


def test_a_place_is_as_high_as_the_line_that_bears_it() -> None:
    made = galley(*units(), layout="facing")
    imposition, plans = impose(made, "facing")
    pages = pressed(made, plans, "facing")
    for name, row_number in (("l-1", 0), ("a", 1), ("b", 3)):
        (top,) = {
            piece.top for piece in plans[0].pieces if (piece.unit, piece.row) == (row_number // 2, row_number % 2)
        }
        left, above, _, _ = pages[0].anchors[name]
        assert above * 0.75 == pytest.approx(top, abs=0.05)
        assert left * 0.75 >= imposition.lanes.lanes[0].verso - 0.05


def test_links_lie_on_their_words(tmp_path: Path) -> None:
    made = galley(*units(), layout="facing")
    _, plans = impose(made, "facing")
    document = written(made, plans, "facing", tmp_path / "book.pdf")
    found = [(page, link) for page, links in enumerate(document.links) for link in links]
    assert [page for page, _ in found] == [0, 1]
    for page, link in found:
        (superior,) = [word for word in document.page(page).words if word.raised]
        assert link.box.x0 - 0.5 <= superior.box.x0
        assert superior.box.x1 <= link.box.x1 + 0.5
        assert link.box.y0 - 2 <= superior.baseline <= link.box.y1 + 2


def test_no_box_stands_on_two_pages() -> None:
    made = galley(*units(), layout="facing")
    boxes = [box for page in pressed(made, impose(made, "facing")[1], "facing") for box in page._page_box.descendants()]
    assert len({id(box) for box in boxes}) == len(boxes)


def test_the_same_galley_gives_its_pages_again(tmp_path: Path) -> None:
    made = galley(*units(), layout="facing")
    _, plans = impose(made, "facing")
    written(made, plans, "facing", tmp_path / "1.pdf")
    written(made, plans, "facing", tmp_path / "2.pdf")
    assert (tmp_path / "1.pdf").read_bytes() == (tmp_path / "2.pdf").read_bytes()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_fifth_line_has_its_number_before_it(layout: str, tmp_path: Path) -> None:
    made = galley(*units(), layout=layout)
    imposition, plans = impose(made, layout, numbers=True)
    document = written(made, plans, layout, tmp_path / "book.pdf")
    numbered = 0
    for page, plan in zip(document.pages(), plans, strict=True):
        x = imposition.lanes.lanes[0].x(plan.recto)
        numbers = [word for word in page.words if word.artifact]
        assert [int(word.text) for word in numbers] == [number.number for number in plan.numbers]
        for word in numbers:
            assert x - 20 < word.box.x1 < x - 3
            assert any(abs(other.baseline - word.baseline) < 0.3 and not other.artifact for other in page.words)
        numbered += len(numbers)
    assert numbered == sum(len(plan.numbers) for plan in plans) > 0


def test_a_rule_stands_above_the_notes(tmp_path: Path) -> None:
    made = galley(*units(), layout="facing")
    imposition, plans = impose(made, "facing")
    boxes = [box for page in pressed(made, plans, "facing")[:2] for box in page._page_box.descendants()]
    rules = [box for box in boxes if box.border_top_width]
    assert [(rule.position_x * 0.75, rule.border_box_y() * 0.75) for rule in rules] == [
        pytest.approx((imposition.lanes.lanes[lane].x(bool(lane)), plans[lane].rules[0].top), abs=0.01)
        for lane in (0, 1)
    ]
    assert [rule.width * 0.75 for rule in rules] == pytest.approx([16 * 72 / 25.4] * 2, abs=0.01)
    long = [replace(plan, rules=tuple(replace(rule, continued=True) for rule in plan.rules)) for plan in plans]
    boxes = [box for page in pressed(made, long, "facing")[:1] for box in page._page_box.descendants()]
    (rule,) = [box for box in boxes if box.border_top_width]
    assert rule.width * 0.75 == pytest.approx(imposition.lanes.lanes[0].width, abs=0.01)


def test_a_page_of_nothing_is_blank(tmp_path: Path) -> None:
    document = written(galley(), [SheetPlan(True, NOWHERE)], "facing", tmp_path / "blank.pdf")
    assert [list(page.words) for page in document.pages()] == [[]]
