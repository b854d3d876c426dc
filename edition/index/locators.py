"""Make locators of mentions: pages or letters, notes marked with n, neighbours folded into ranges."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from edition.index.entries import Locator, Target
from edition.index.mentions import Occurrence
from edition.model import anchors
from edition.model.languages import primary
from edition.model.pagination import Page, Pagination
from edition.prepare.documents import anchor as document_anchor


class LocatorKind(StrEnum):
    """What locators cite."""

    PAGE = "page"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place in the sequence of pages or letters; neighbours have ordinals one apart and the same sort of label."""

    ordinal: int
    note: int
    label: str
    sort: str


def locators(
    occurrences: Iterable[Occurrence], pagination: Pagination, kind: LocatorKind, language: str, *, facing: bool = False
) -> tuple[Locator, ...]:
    """Give the locators of one entry in order; a mention whose page is not known gives none.

    Mentions on pages (or in letters) that follow each other become a range; on ``facing`` pages the text of a version
    goes on two pages on, so that 2 and 4 follow each other. Notes stand by themselves as ``12n2``; *passim* is never
    used.
    """
    places: dict[_Spot, list[Target]] = {}
    for one in occurrences:
        spot = _page_spot(one, pagination) if kind is LocatorKind.PAGE else _letter_spot(one, language)
        if spot is not None:
            places.setdefault(spot, []).append(_target(one, pagination))
    spots = sorted(places, key=lambda spot: (spot.ordinal, spot.note, spot.label))
    step = 2 if facing and kind is LocatorKind.PAGE else 1
    return tuple(_ranges(spots, places, language, step))


def _page_spot(one: Occurrence, pagination: Pagination) -> _Spot | None:
    page = page_of(one, pagination)
    if page is None:
        return None
    note = one.note.number if one.note else 0
    return _Spot(page.index, note, _noted(page.label, note), _sort(page.label))


def _letter_spot(one: Occurrence, language: str) -> _Spot:
    note = one.note.number if one.note else 0
    if one.letter is not None:
        return _Spot(one.ordinal, note, _noted(one.letter.number, note), "letter")
    titles = one.document.titles
    title = titles.get(language) or titles.get(primary(language)) or next(iter(titles.values()), one.document.id)
    return _Spot(one.ordinal, note, _noted(title, note), f"text {one.document.id}")


def page_of(one: Occurrence, pagination: Pagination) -> Page | None:
    """Give the page of a mention; of its row where the layout does not know the words themselves."""
    page = pagination.page(one.anchor)
    if page is None and one.row is not None:
        page = pagination.page(anchors.row(document_anchor(one.document), one.row.ordinal))
    return page


def _noted(label: str, note: int) -> str:
    return f"{label}n{note}" if note else label


def _sort(label: str) -> str:
    if label.isdecimal():
        return "arabic"
    return "roman" if label and set(label.lower()) <= set("ivxlcdm") else label


def _target(one: Occurrence, pagination: Pagination) -> Target:
    page = page_of(one, pagination)
    letter = one.letter
    return Target(
        anchor=one.anchor,
        letter=letter.id if letter else "",
        text="" if letter else one.document.id,
        number=letter.number if letter else "",
        note=one.note.number if one.note else 0,
        page=page.label if page else "",
    )


def _ranges(spots: list[_Spot], places: Mapping[_Spot, list[Target]], language: str, step: int) -> Iterator[Locator]:
    """Fold the spots of the text; yield ranges and notes in the order of their first place."""
    found: list[tuple[tuple[int, int], Locator]] = []
    for run in _runs([spot for spot in spots if not spot.note], step):
        label = run[0].label if len(run) == 1 else fold_range(run[0].label, run[-1].label, language)
        targets = tuple(target for spot in run for target in places[spot])
        found.append(((run[0].ordinal, 0), Locator(label, targets)))
    for spot in spots:
        if spot.note:
            found.append(((spot.ordinal, spot.note), Locator(spot.label, tuple(places[spot]))))
    yield from (locator for _, locator in sorted(found, key=lambda pair: pair[0]))


def _runs(spots: list[_Spot], step: int) -> list[list[_Spot]]:
    """Part spots where more than ``step`` lies between two of them, or their labels are of another sort."""
    runs: list[list[_Spot]] = []
    for spot in spots:
        before = runs[-1][-1] if runs else None
        if before and before.sort == spot.sort and spot.ordinal - before.ordinal <= step:
            runs[-1].append(spot)
        else:
            runs.append([spot])
    return runs


def fold_range(first: str, last: str, language: str) -> str:
    """Write a range of numbers: shortened in English (Chicago 18 §9.63), in full elsewhere and for Roman numerals.

    >>> [fold_range(*pair, "en-US") for pair in (("3", "10"), ("71", "72"), ("100", "104"), ("107", "8"))]
    ['3–10', '71–72', '100–104', '107–8']
    >>> [fold_range(*pair, "en") for pair in (("107", "108"), ("145", "147"), ("1087", "1089"), ("1496", "1504"))]
    ['107–8', '145–47', '1087–89', '1496–504']
    >>> fold_range("145", "147", "ru"), fold_range("xii", "xiv", "en"), fold_range("12", "13a", "en")
    ('145–147', 'xii–xiv', '12–13a')
    """
    if primary(language) == "en" and first.isdecimal() and last.isdecimal() and len(first) == len(last):
        last = _shortened(first, last)
    return f"{first}–{last}"


def _shortened(first: str, last: str) -> str:
    """Leave out what the second number shares with the first: never below 101 or after a full hundred."""
    if int(first) < 100 or int(first) % 100 == 0:
        return last
    shared = next(place for place, (a, b) in enumerate(zip(first, last, strict=True)) if a != b)
    changed = last[shared:]
    if int(first) % 100 < 10 and len(changed) == 1:
        return changed
    return last[min(shared, len(last) - 2) :]
