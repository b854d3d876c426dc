"""Figures → a table in Markdown, and the places that fall short under it."""

from collections.abc import Iterator, Sequence

from edition.measuring.figures import PageFigures, Spot

WORST = 10
"""So many places of a kind are named."""


def as_table(figures: PageFigures, worst: int = WORST) -> str:
    """Write figures as a table with a row for each measure; under it the ``worst`` places of each kind."""
    rows = list(_rows(figures))
    widths = [max(len(row[column]) for row in rows) for column in range(2)]
    head, *body = [f"| {name:{widths[0]}} | {value:{widths[1]}} |" for name, value in rows]
    rule = f"|{'-' * (widths[0] + 2)}|{'-' * (widths[1] + 2)}|"
    return "\n".join([head, rule, *body, *_places(figures, worst)]) + "\n"


def _rows(figures: PageFigures) -> Iterator[tuple[str, str]]:
    levels, notes, breaks, white, colour = (
        figures.levels, figures.notes, figures.breaks, figures.white, figures.colour,
    )  # fmt: skip
    yield "measure", "value"
    yield "pages", str(figures.pages)
    yield "frames (openings, or pages with columns)", str(white.frames)
    yield "rows in several versions", str(levels.rows)
    yield "rows not level", str(len(levels.askew))
    yield "rows parted over openings", str(len(levels.parted))
    yield "sides of notes", str(notes.sides)
    yield "notes away from their caller", str(len(notes.strayed))
    yield "notes without a caller", str(len(notes.uncalled))
    yield "notes called otherwise on the other side", str(len(notes.unlike))
    yield "first lines alone at a foot", str(len(breaks.orphans))
    yield "last lines alone at a head", str(len(breaks.widows))
    yield "single lines of notes", str(len(breaks.of_notes))
    yield "headings parted from their text", str(len(breaks.headings))
    yield "words parted by the turn of a page", str(len(breaks.hyphens))
    yield "levelling blanks", _percent(white.levelling)
    yield "deepest levelling blank", _lines(white.holes)
    yield "white at the foot", _percent(white.foot)
    yield "of it before a letter", _percent(white.before_letters)
    yield "deepest white at a foot, not before a letter", _lines(white.foot_holes)
    yield "lanes that end unevenly", str(len(white.uneven))
    yield "depth taken by notes", _percent(white.notes)
    yield "most of a lane taken by notes", _percent(white.deepest_notes[0].amount if white.deepest_notes else 0)
    yield "lines that end with a hyphen", _percent(colour.hyphenated)
    yield "justified lines with even spaces", _percent(colour.even_spaces)
    yield "hyphens one above the other", str(len(colour.ladders))


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def _lines(spots: Sequence[Spot]) -> str:
    return f"{spots[0].amount if spots else 0:.1f} lines"


def _places(figures: PageFigures, worst: int) -> Iterator[str]:
    levels, notes, breaks, white = figures.levels, figures.notes, figures.breaks, figures.white
    for name, spots in (
        ("not level (points)", levels.askew),
        ("parted over openings", levels.parted),
        ("away from their caller", notes.strayed),
        ("without a caller", notes.uncalled),
        ("called otherwise on the other side", notes.unlike),
        ("alone at a foot", breaks.orphans),
        ("alone at a head", breaks.widows),
        ("single lines of notes", breaks.of_notes),
        ("headings parted from their text", breaks.headings),
        ("words parted", breaks.hyphens),
        ("levelling blanks (lines)", white.holes),
        ("white at the foot (lines)", white.foot_holes),
        ("uneven ends (lines)", white.uneven),
        ("most notes (share of the depth)", white.deepest_notes),
        ("uneven word spaces (em)", figures.colour.wide),
        ("hyphens one above the other", figures.colour.ladders),
    ):
        if spots:
            yield ""
            yield f"{name}:"
            yield from (f"* page {spot.label}: {spot.what}{_amount(spot)}" for spot in spots[:worst])


def _amount(spot: Spot) -> str:
    return f" ({spot.amount:g})" if spot.amount else ""
