"""A letter → its entry: composed heading, parallel text, source note, apparatus."""

from edition.book import tree
from edition.book.context import Context
from edition.book.dates import date_in_words
from edition.book.inlines import Place, textual_caller
from edition.book.names import letter_title
from edition.book.rows import parallel_rows
from edition.book.source_note import source_note
from edition.index.build import heading_in
from edition.model import anchors
from edition.model.inline import Reading, Witnessed, plain
from edition.model.letter import Letter, Version
from edition.prepare.headings import natural


def entry(letter: Letter, context: Context) -> tree.Entry:
    """Compose the entry of one prepared letter."""
    owner = anchors.letter(letter.id)
    readings = tuple(e.reading for e in letter.apparatus)
    places = {
        version.key: Place(owner, version.key, version.language, letter.notes, readings, letter.id)
        for version in letter.versions
    }
    tags = [version.language for version in letter.versions]
    return tree.Entry(
        id=owner,
        number=letter.number,
        heading=_heading(letter, owner, context),
        rows=parallel_rows(letter.rows, letter.versions, places, context),
        source=source_note(letter, context),
        apparatus=_apparatus(letter, places, context),
        running={tag: f"{letter.number} · {shown_date(letter, tag, context, bare=True)}" for tag in tags},
        status={tag: _status(letter, tag, context) for tag in tags},
        title=entry_title(letter, letter.versions[-1].key, context),
    )


def entry_title(letter: Letter, key: str, context: Context) -> str:
    """Name a letter in one line: number, writer, addressee and date."""
    language = context.languages.get(key, key)
    return context.words(language).fill(
        "letter_in_contents",
        number=letter.number,
        letter=letter_title(letter, key, context),
        date=shown_date(letter, language, context),
    )


def shown_date(letter: Letter, language: str, context: Context, *, bare: bool = False) -> str:
    """Write a letter's date; in square brackets, unless ``bare``, where no dateline carries it."""
    date = date_in_words(letter.date, context.words(language))
    return date if bare or not letter.date.known or letter.date.basis == "dateline" else f"[{date}]"


def _heading(letter: Letter, owner: str, context: Context) -> tree.Parallel:
    return tree.Parallel(
        sides=tuple(tree.Side(v.language, _heading_lines(letter, v, context)) for v in letter.versions),
        role="entry-heading",
        id=f"{owner}-h",
    )


def _heading_lines(letter: Letter, version: Version, context: Context) -> tuple[tree.Para, ...]:
    language = version.language
    date = shown_date(letter, language, context)
    place = _place(letter, version.key, context)
    if place:
        date = context.words(language).fill("place_and_date", place=place, date=date)
    return (
        tree.Para((tree.Run(letter.number),), language, "entry-number"),
        tree.Para((tree.Run(letter_title(letter, version.key, context)),), language, "entry-title"),
        tree.Para((tree.Run(date),), language, "entry-date"),
    )


def _place(letter: Letter, key: str, context: Context) -> str:
    entity = context.edition.register.entities.get(letter.place)
    if entity is None:
        return letter.place
    language = context.languages.get(key, key)
    return natural(heading_in(entity, key, language, context.edition.description.romanisation))


def _status(letter: Letter, language: str, context: Context) -> str:
    version = next((v for v in letter.versions if v.language == language), None)
    return context.words(language)["machine_running"] if version and version.machine_unrevised else ""


def _apparatus(letter: Letter, places: dict[str, Place], context: Context) -> tree.Apparatus | None:
    lines = []
    for ordinal, listed in enumerate(letter.apparatus, 1):
        place = places[listed.version]
        lemma_at = anchors.lemma(place.owner, ordinal)
        mark = tree.Linked(lemma_at, (tree.Run(textual_caller(ordinal)),), role="backlink")
        anchored = tree.Anchored(anchors.reading(place.owner, ordinal), (mark,))
        content: list[tree.BookInline] = [tree.Styled("superior", (anchored,)), tree.Run("\N{NO-BREAK SPACE}")]
        content += [tree.Run(f"{_lemma(listed.reading)}] ")]
        for count, witnessed in enumerate(listed.reading.readings):
            content += [tree.Run("; ")] if count else []
            content += _reading(witnessed, place.language, context)
        lines.append(tree.ApparatusLine(tuple(content), place.language, lemma_at))
    return tree.Apparatus(tuple(lines)) if lines else None


def _lemma(reading: Reading) -> str:
    return plain(reading.children).replace("\n", " ")


def _reading(witnessed: Witnessed, language: str, context: Context) -> list[tree.BookInline]:
    siglum = tree.Styled("emphasis", (tree.Run(witnessed.siglum),))
    if not witnessed.text:
        omission = context.words(language)["omission"]
        return [tree.Styled("emphasis", (tree.Run(omission),)), tree.Run("\N{NO-BREAK SPACE}"), siglum]
    return [tree.Run(f"{witnessed.text}\N{NO-BREAK SPACE}"), siglum]
