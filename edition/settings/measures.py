"""Check that the lengths of a style are all there and leave room for a text."""

import re
from collections.abc import Iterator

from edition.model.finding import Finding, Rule, Severity
from edition.model.position import Position
from edition.settings.style_text import Values

MISSING_MEASURE = Rule(
    "G005",
    Severity.ERROR,
    "a measure is missing",
    what="Neither the style nor a style it is based on says a length that every page needs.",
    why="The page could not be laid out.",
    mend="Add the length, or base the style on one that has it: based_on: octavo.",
)
NO_ROOM = Rule(
    "G006",
    Severity.ERROR,
    "measures that leave no room",
    what="Margins and gutter take up the page, the type is too small or too large to read, or its lines overlap.",
    why="No line of text would fit, or nobody could read it.",
    mend="Look at the unit first: 156mm is a page, 156pt a card. Then make the margins smaller or the page larger.",
)

_SIZES = ("text", "notes", "index")
MEASURES = (
    *(f"page-{side}" for side in ("width", "height", "top", "bottom", "inner", "outer", "gutter")),
    *(f"{kind}-{measure}" for kind in _SIZES for measure in ("size", "leading")),
)
"""The lengths that every style has."""

_LENGTH = re.compile(r"(\d+(?:\.\d+)?)(mm|cm|in|pt)")
_POINTS = {"mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72.0, "pt": 1.0}
_LEAST_MEASURE, _LEAST_DEPTH = 100.0, 100.0
_SMALLEST, _LARGEST = 4.0, 36.0


def check_measures(merged: Values) -> tuple[Finding, ...]:
    """Find lengths that are missing or leave no room; one that is no length at all is a finding of the schema."""
    return (*_missing(merged), *_no_room(merged))


def points(length: str) -> float | None:
    """Give a length in points of 1/72 inch; ``None`` for what is no length.

    >>> points("9.8pt"), points("25.4mm"), points("wide")
    (9.8, 72.0, None)
    """
    match = _LENGTH.fullmatch(length)
    return round(float(match[1]) * _POINTS[match[2]], 4) if match else None


def _missing(merged: Values) -> Iterator[Finding]:
    for name in MEASURES:
        if name not in merged:
            group, _, key = name.partition("-")
            message = f"the style does not say {group}: {key}:."
            yield MISSING_MEASURE.at(
                Position("style.yaml"), message, f"add {key}: under {group}:, or based_on: octavo."
            )


def _no_room(merged: Values) -> Iterator[Finding]:
    lengths = {name: points(words) for name, (words, _) in merged.items() if name in MEASURES}
    for whole, parts, least in (
        ("page-width", ("page-inner", "page-outer", "page-gutter"), _LEAST_MEASURE),
        ("page-height", ("page-top", "page-bottom"), _LEAST_DEPTH),
    ):
        taken = [lengths.get(name) for name in (whole, *parts)]
        known = [length for length in taken if length is not None]
        if len(known) == len(taken) and known[0] - sum(known[1:]) < least:
            message = f"between the margins {known[0] - sum(known[1:]):.0f}pt are left for the text."
            yield NO_ROOM.at(merged[whole][1], message, f"at least {least:.0f}pt (35mm) are needed.")
    for kind in _SIZES:
        size, leading = lengths.get(f"{kind}-size"), lengths.get(f"{kind}-leading")
        if size is not None and not _SMALLEST <= size <= _LARGEST:
            message = f"type of {size:g}pt cannot be read as {kind}."
            yield NO_ROOM.at(merged[f"{kind}-size"][1], message, f"write {_SMALLEST:g}pt to {_LARGEST:g}pt.")
        elif size is not None and leading is not None and leading < size:
            message = f"lines {leading:g}pt apart overlap, for their type is of {size:g}pt."
            yield NO_ROOM.at(merged[f"{kind}-leading"][1], message, "make the leading larger than the size.")
