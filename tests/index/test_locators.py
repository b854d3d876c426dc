"""Locators: pages, notes, ranges, letters."""

from edition.index.locators import LocatorKind, locators
from edition.index.mentions import collect, counted
from edition.model.edition import Edition
from edition.model.pagination import Page, Pagination
from edition.prepare import prepare
from tests.specimens.letters import edition, letter, text


def _made(**more: object) -> Edition:
    ru = "Притчин"
    rows = [("paragraph", f"Это {ru}.", "This is Pritchin.")]
    letters = [letter(f"l{day}", rows, date=f"1931-09-{day:02}") for day in range(1, 8)]
    return prepare(edition(*letters, **more))[0]  # type: ignore[arg-type]  # any field of an edition


def _labels(
    made: Edition, pages: dict[str, Page], language: str = "en", kind: LocatorKind = LocatorKind.PAGE
) -> list[str]:
    found = locators(counted(collect(made), made), Pagination(pages, 99), kind, language)
    return [locator.label for locator in found]


def _page(number: int, label: str = "") -> Page:
    return Page(number + 10, label or str(number))


def test_neighbouring_pages_fold_and_others_do_not() -> None:
    pages = {f"l-l{day}-m1": _page(page) for day, page in enumerate([145, 146, 147, 149, 151, 151, 152], start=1)}
    assert _labels(_made(), pages) == ["145–47", "149", "151–52"]
    assert _labels(_made(), pages, "ru") == ["145–147", "149", "151–152"]


def test_on_facing_pages_the_original_goes_on_two_pages_on() -> None:
    made = _made()
    numbers = [2, 4, 6, 7, 10, 12, 15]
    pages = Pagination({f"l-l{day}-m1": _page(page) for day, page in enumerate(numbers, start=1)}, 99)
    found = locators(counted(collect(made), made), pages, LocatorKind.PAGE, "ru", facing=True)
    assert [locator.label for locator in found] == ["2–7", "10–12", "15"]
    assert [len(locator.targets) for locator in found] == [4, 2, 1]
    letters = {f"l-l{day}-m1": 1 for day in (1, 3)}
    skipping = [one for one in counted(collect(made), made) if one.anchor in letters]
    cited = locators(skipping, pages, LocatorKind.LETTER, "ru", facing=True)
    assert [locator.label for locator in cited] == ["1", "3"], "letters are counted one by one in any layout"


def test_roman_pages_stay_by_themselves() -> None:
    pages = {"l-l1-m1": Page(8, "viii"), "l-l2-m1": Page(9, "ix"), "l-l3-m1": Page(10, "1"), "l-l4-m1": Page(11, "2")}
    assert _labels(_made(), pages) == ["viii–ix", "1–2"]


def test_a_range_keeps_the_anchor_of_every_mention() -> None:
    made = _made()
    pages = Pagination({f"l-l{day}-m1": _page(day) for day in range(1, 4)}, 9)
    (found,) = locators(counted(collect(made), made), pages, LocatorKind.PAGE, "en")
    assert [target.anchor for target in found.targets] == ["l-l1-m1", "l-l2-m1", "l-l3-m1"]
    assert [(target.number, target.page) for target in found.targets] == [("1", "1"), ("2", "2"), ("3", "3")]


def test_notes_bear_their_number_and_never_fold() -> None:
    rows = [("paragraph", "Притчин[^a] раз[^b]", "Once[^a][^b]")]
    made = prepare(edition(letter("a", rows, {"a": ("Нет", "No"), "b": ("О Притчине", "On Pritchin")})))[0]
    pages = {"l-a-m1": _page(4), "l-a-m2": _page(5)}
    assert _labels(made, pages) == ["4", "5n2"]
    assert _labels(made, pages, kind=LocatorKind.LETTER) == ["1", "1n2"]


def test_letters_fold_by_their_order() -> None:
    assert _labels(_made(), {}, kind=LocatorKind.LETTER) == ["1–7"]


def test_the_original_is_cited_and_a_translation_only_where_it_alone_names() -> None:
    rows = [("paragraph", "Притчин", "Pritchin"), ("paragraph", "Он", "Pritchin")]
    made = prepare(edition(letter("a", rows)))[0]
    pages = {"l-a-m1": _page(2), "l-a-m2": _page(3), "l-a-m3": _page(7)}
    assert _labels(made, pages) == ["2", "7"]


def test_texts_are_cited_by_page_or_title() -> None:
    made = prepare(edition(texts=(text("t", [("paragraph", "О Притчине", "On Pritchin")]),)))[0]
    assert _labels(made, {"t-t-m1": Page(3, "iii")}) == ["iii"]
    assert _labels(made, {}, kind=LocatorKind.LETTER) == ["On the Text"]


def test_a_row_lends_its_page_where_the_words_have_none() -> None:
    made = prepare(edition(letter("a", [("paragraph", "Притчин", "")])))[0]
    assert _labels(made, {"l-a-r1": _page(6)}) == ["6"]
    assert _labels(made, {"l-b": _page(6)}) == []
