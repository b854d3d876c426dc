"""A letter → its entry: composed heading, parallel text, source note, apparatus."""

from edition.book import tree
from edition.book.apparatus import apparatus
from edition.book.context import Context
from edition.book.dates import date_in_words
from edition.book.inlines import Place
from edition.book.names import letter_title
from edition.book.rows import parallel_rows
from edition.book.source_note import source_note
from edition.index.build import heading_in
from edition.model import anchors
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
    versions = context.in_order(letter.versions)
    tags = [version.language for version in versions]
    return tree.Entry(
        id=owner,
        number=letter.number,
        heading=_heading(letter, versions, owner, context),
        rows=parallel_rows(letter.rows, versions, places, context),
        source=source_note(letter, context),
        apparatus=apparatus(letter, places, context),
        running={tag: f"{letter.number} · {shown_date(letter, tag, context, bare=True)}" for tag in tags},
        status={tag: _status(letter, tag, context) for tag in tags},
        title=entry_title(letter, versions[-1].key, context),
        dates=_dates(letter, context),
        original=letter.original.language,
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


def _dates(letter: Letter, context: Context) -> dict[str, str]:
    """Write the date in the language of every version, and of every lane that has none: heads stand there too."""
    tags = (version.language if (version := letter.version(key)) else tag for key, tag in context.languages.items())
    return {tag: shown_date(letter, tag, context, bare=True) for tag in tags}


def _heading(letter: Letter, versions: tuple[Version, ...], owner: str, context: Context) -> tree.Parallel:
    return tree.Parallel(
        sides=tuple(
            tree.Side(v.language, _heading_lines(letter, v, context), lane=context.lane(v.key, v.language))
            for v in versions
        ),
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
