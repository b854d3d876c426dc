"""Notes are at home: each side begins on the page of its caller, and both versions of an opening call the same."""

from collections.abc import Iterator, Mapping

from edition.measuring.figures import NoteFigures, Spot, worst_first
from edition.measuring.setting import SetCell, SetDivision, SetNote, Setting, opening, shown

Homes = Mapping[str, tuple[int, ...]]
"""The pages where each side of a note is called, by its id."""


def notes(setting: Setting) -> NoteFigures:
    """Look for the caller of each side of each note."""
    found = [pair for division in setting.divisions for pair in _homes(setting, division)]
    sides = [(id, side, homes[id]) for note, homes in found for id, side in note.sides.items()]
    return NoteFigures(
        len(sides),
        worst_first([_spot(setting, id, side) for id, side, pages in sides if pages and _page(side) not in pages]),
        worst_first([_spot(setting, id, side) for id, side, pages in sides if not pages]),
        worst_first([spot for _, homes in found for spot in _unlike(setting, homes)]),
    )


def _homes(setting: Setting, division: SetDivision) -> Iterator[tuple[SetNote, Homes]]:
    """Find where each side of each note is called.

    An entry of the apparatus has no caller but a lemma, to which it leads back by the number of its line; one without
    number has its lemma on the line of the entry before it.
    """
    before: tuple[int, ...] = ()
    for note in division.notes:
        homes: dict[str, tuple[int, ...]] = {}
        for id in note.sides:
            called, lemma = setting.callers.get(id, ()), note.leads_to.get(id, "")
            led_back = (setting.places[lemma],) if lemma in setting.places else ()
            homes[id] = called or led_back or (() if lemma else before)
            before = () if called else homes[id]
        yield note, homes


def _page(side: SetCell) -> int:
    return side.lines[0].page


def _spot(setting: Setting, id: str, side: SetCell) -> Spot:
    return Spot(_page(side), setting.label(_page(side)), f"{id}: {shown(side.lines)}")


def _unlike(setting: Setting, homes: Homes) -> Iterator[Spot]:
    """Yield the note if its sides are called on different openings, or one of them is not."""
    openings = {tuple(sorted({opening(page) for page in pages})) for pages in homes.values()}
    pages = [page for called in homes.values() for page in called]
    if len(openings) > 1 and pages:
        yield Spot(min(pages), setting.label(min(pages)), ", ".join(sorted(homes)))
