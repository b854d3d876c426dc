"""Rows and notes of HTML as the press gets them, by people who never lived."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from lxml import etree

from edition.press.measured import Flow, MeasuredUnit
from edition.settings.style import Style
from edition.typeset.weasyprint.galley import Galley, lay_out_galley
from edition.typeset.weasyprint.lanes import Lanes, lanes_of
from edition.typeset.weasyprint.typecase import TypeCase
from tests.specimens.style import specimen_style

OCTAVO = Path(__file__).parents[3] / "styles" / "octavo"
LANGUAGES = ("ru", "en-GB", "de")
WORDS = {
    "ru": "Пётр Вымыслов получил чертёж несуществующего моста и записку о беседе с его смотрителем.",
    "en-GB": "Peter Vymyslov received the drawing of the bridge that is not there, and a note on its keeper.",
    "de": "Peter Wymyslow erhielt die Zeichnung der nicht vorhandenen Brücke.",
}


def style(layout: str = "columns", **tokens: str) -> Style:
    """Give the specimen style with the sheets of octavo."""
    return replace(specimen_style(**tokens), layout=layout, folders=(OCTAVO,))


@cache
def type_case(layout: str = "columns") -> TypeCase:
    """Give the type case of the specimen style, one for all tests."""
    return TypeCase(style(layout))


def galley(*units: etree._Element, count: int = 2, layout: str = "columns") -> Galley:
    """Lay out units in as many lanes."""
    case = type_case(layout)
    return lay_out_galley(units, lanes_of(case.style, count), case, "Hard letters", "ru")


def lanes(count: int = 2, layout: str = "columns") -> Lanes:
    """Give the lanes of the specimen style."""
    return lanes_of(style(layout), count)


def flow(measured: Sequence[MeasuredUnit], count: int = 2) -> Flow:
    """Put the rows of units one after the other."""
    rows = [replace(row, unit=place) for place, unit in enumerate(measured) for row in unit.rows]
    notes = {
        name: replace(note, unit=place) for place, unit in enumerate(measured) for name, note in unit.notes.items()
    }
    return Flow(tuple(rows), notes, count)


def letter(name: str, *blocks: str, count: int = 2) -> etree._Element:
    """Make a letter: its heading, then rows and notes as they are given."""
    cells = " ".join(
        f'<span class="cell" lang="{language}"><span class="entry-number">{name}</span> '
        f'<span class="entry-title">Vymyslov</span></span>'
        for language in LANGUAGES[:count]
    )
    heading = f'<h2 class="row entry-heading">{cells}</h2>'
    return etree.fromstring(
        f'<section class="division letters pressed" id="letters" lang="ru"><article class="entry" id="l-{name}">'
        f"{heading}{''.join(blocks)}</article></section>"
    )


def row(id: str, *cells: str, role: str = "paragraph") -> str:
    """Make a row; a cell without words is empty."""
    made = "".join(
        f'<div class="cell{"" if words else " empty"}" lang="{language}" id="{id}-{language}">'
        + (f'<p class="{role}">{words}</p>' if words else "")
        + "</div>"
        for language, words in zip(LANGUAGES, cells, strict=False)
    )
    return f'<div class="row {role}" id="{id}">{made}</div>'


def note(id: str, *cells: str) -> str:
    """Make a note; a cell of several paragraphs has them parted by a bar."""
    made = "".join(
        f'<div class="cell" lang="{language}" id="{id}-{language}">'
        + "".join(f'<p class="note">{words}</p>' for words in paragraphs.split("|") if words)
        + "</div>"
        for language, paragraphs in zip(LANGUAGES, cells, strict=False)
    )
    return f'<aside class="footnote editorial" id="{id}">{made}</aside>'


def reading(id: str, lemma: str, *cells: str) -> str:
    """Make an entry of the apparatus."""
    made = "".join(
        f'<div class="cell" lang="{language}">{f"<p>{words}</p>" if words else ""}</div>'
        for language, words in zip(LANGUAGES, cells, strict=False)
    )
    return f'<aside class="reading" id="{id}" data-lemma="{lemma}">{made}</aside>'


def caller(note: str, language: str) -> str:
    """Make a caller with the word before it."""
    link = f'<a class="caller" id="c-{note}-{language}" href="edition:{note}-{language}">1</a>'
    return f'<span class="bound">so{link}</span>'


def words(language: str, count: int) -> str:
    """Repeat a sentence."""
    return " ".join([WORDS[language]] * count)
