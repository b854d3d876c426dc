"""The textual apparatus of a letter: each lemma with its readings, found by its line or by a letter in the text."""

from collections.abc import Iterator, Mapping

from edition.book import tree
from edition.book.context import Context
from edition.book.inlines import Place, textual_caller
from edition.model import anchors
from edition.model.inline import Reading, Witnessed, plain
from edition.model.letter import ApparatusEntry, Letter

UNKNOWN_LINE = "\N{FIGURE SPACE}"
"""Stands for the number of a line before the first layout, so that a link to the words is there from the start."""


def apparatus(letter: Letter, places: Mapping[str, Place], context: Context) -> tree.Apparatus | None:
    """Compose the apparatus of a letter, an entry a line; ``None`` where no words have a reading."""
    lines = []
    last: dict[str, str] = {}
    for ordinal, listed in enumerate(letter.apparatus, 1):
        place = places[listed.version]
        number = _line_number(anchors.lemma(place.owner, ordinal), context) if context.style.apparatus_by_line else ""
        shared = number != UNKNOWN_LINE and number == last.get(listed.version)
        last[listed.version] = number
        lines.append(_line(listed, ordinal, "" if shared else number, place, context))
    return tree.Apparatus(tuple(lines)) if lines else None


def _line_number(lemma: str, context: Context) -> str:
    """Give the number of the line on which a lemma begins; none for words that stand in no numbered line."""
    if not context.pagination.lines:
        return UNKNOWN_LINE
    number = context.pagination.lines.get(lemma)
    return str(number) if number else ""


def _line(listed: ApparatusEntry, ordinal: int, number: str, place: Place, context: Context) -> tree.ApparatusLine:
    lemma = anchors.lemma(place.owner, ordinal)
    content: list[tree.BookInline] = []
    if not context.style.apparatus_by_line:
        mark = tree.Linked(lemma, (tree.Run(textual_caller(ordinal)),), role="backlink")
        content += [tree.Styled("superior", (mark,)), tree.Run("\N{NO-BREAK SPACE}")]
    elif number:
        content += [tree.Linked(lemma, (tree.Run(number),), role="backlink"), tree.Run("\N{NO-BREAK SPACE}")]
    content.append(tree.Run(f"{_lemma(listed.reading)}] "))
    content += _readings(listed.reading, place, context)
    lane = context.lane(place.key, place.language)
    return tree.ApparatusLine(tuple(content), place.language, lemma, anchors.reading(place.owner, ordinal), lane)


def _lemma(reading: Reading) -> str:
    return plain(reading.children).replace("\n", " ")


def _readings(reading: Reading, place: Place, context: Context) -> Iterator[tree.BookInline]:
    for count, witnessed in enumerate(reading.readings):
        if count:
            yield tree.Run("; ")
        yield from _reading(witnessed, place.language, context)


def _reading(witnessed: Witnessed, language: str, context: Context) -> Iterator[tree.BookInline]:
    siglum = tree.Styled("emphasis", (tree.Run(witnessed.siglum),))
    if not witnessed.text:
        omission = context.words(language)["omission"]
        yield from (tree.Styled("emphasis", (tree.Run(omission),)), tree.Run("\N{NO-BREAK SPACE}"), siglum)
    else:
        yield from (tree.Run(f"{witnessed.text}\N{NO-BREAK SPACE}"), siglum)
