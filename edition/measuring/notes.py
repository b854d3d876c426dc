"""Notes are at home: each side begins on the page of its caller, and both versions of an opening call the same."""

from collections.abc import Iterator

from edition.measuring.figures import NoteFigures, Spot, worst_first
from edition.measuring.setting import SetNote, Setting, opening, shown


def notes(setting: Setting) -> NoteFigures:
    """Look for the caller of each side of each note."""
    all_notes = [note for division in setting.divisions for note in division.notes]
    sides = sum(len(note.sides) for note in all_notes)
    strayed, uncalled = [], []
    for note in all_notes:
        for id, side in note.sides.items():
            page = side.lines[0].page
            homes = _homes(setting, note, id)
            spot = Spot(page, setting.label(page), f"{id}: {shown(side.lines)}")
            if not homes:
                uncalled.append(spot)
            elif page not in homes:
                strayed.append(spot)
    unlike = [spot for note in all_notes for spot in _unlike(setting, note)]
    return NoteFigures(sides, worst_first(strayed), worst_first(uncalled), worst_first(unlike))


def _homes(setting: Setting, note: SetNote, id: str) -> tuple[int, ...]:
    """Give the pages of a side's callers; an entry of the apparatus has its lemma instead, to which it leads back."""
    called = setting.callers.get(id, ())
    lemma = note.leads_to.get(id, "")
    return called or ((setting.places[lemma],) if lemma in setting.places else ())


def _unlike(setting: Setting, note: SetNote) -> Iterator[Spot]:
    homes = {id: _homes(setting, note, id) for id in note.sides}
    if len(homes) < 2 or not any(homes.values()):
        return
    openings = {tuple(sorted({opening(page) for page in pages})) for pages in homes.values()}
    if len(openings) > 1:
        page = min(page for pages in homes.values() for page in pages)
        yield Spot(page, setting.label(page), ", ".join(sorted(homes)))
