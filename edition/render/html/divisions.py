"""Write divisions of the book: ``section`` for a division, ``article`` for a letter, headings in order."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from lxml import etree

from edition.book.tree import (
    Apparatus,
    ApparatusLine,
    Block,
    Contents,
    Division,
    Entry,
    Footnote,
    Heading,
    Index,
    Para,
    Parallel,
    anchors,
)
from edition.render.html.apparatus import write_apparatus
from edition.render.html.elements import child, element
from edition.render.html.index import write_index
from edition.render.html.lanes import Lanes
from edition.render.html.lists import write_contents
from edition.render.html.paragraphs import write_para
from edition.render.html.rows import write_heading_row, write_row
from edition.render.html.target import HtmlTarget

_ENTRY_LEVEL = 2
_LIST = "item"


def render_division(division: Division, target: HtmlTarget) -> etree._Element:
    """Make ``section`` of a division; notes that stand outside letters close it where the target wants them."""
    languages = target.lanes(division)
    section = element(
        "section",
        f"division {division.kind}" + (" pressed" if languages else ""),
        id=division.id,
        lang=division.language,
        data_matter=division.matter,
        data_lanes=" ".join(languages),
    )
    lanes = Lanes(languages, division.language)
    _write_blocks(section, division.blocks, target, lanes)
    rows = [block for block in division.blocks if isinstance(block, Parallel)]
    target.at_end(section, tuple(_notes(rows)), None, lanes)
    return section


def _write_blocks(section: etree._Element, blocks: Sequence[Block], target: HtmlTarget, lanes: Lanes) -> None:
    level = 0
    rows = _Rows(section, target, lanes)
    for place, block in enumerate(blocks):
        if isinstance(block, Parallel):
            following = blocks[place + 1] if place + 1 < len(blocks) else None
            rows.write(block, following if isinstance(following, Parallel) else None, level + 1)
            continue
        if isinstance(block, Heading):
            level = block.level
        _write_block(section, block, target, lanes, level)


def _write_block(
    section: etree._Element,
    block: Para | Heading | Apparatus | Contents | Index | Entry,
    target: HtmlTarget,
    lanes: Lanes,
    level: int,
) -> None:
    match block:
        case Para():
            write_para(section, block)
        case Heading():
            target.write_heading(section, block, lanes)
        case Apparatus():
            write_apparatus(section, block)
        case Contents():
            write_contents(section, block)
        case Index():
            write_index(section, block, level + 1)
        case Entry():
            _write_entry(section, block, target, lanes)
        case _:
            assert_never(block)


class _Rows:
    """Writes the rows of a letter or text one after the other, with what belongs to each."""

    def __init__(
        self, parent: etree._Element, target: HtmlTarget, lanes: Lanes, readings: Sequence[ApparatusLine] = ()
    ) -> None:
        self._parent = parent
        self._target = target
        self._lanes = lanes
        self._readings = list(readings)
        self._before = ""

    def write(self, row: Parallel, following: Parallel | None, level: int) -> etree._Element:
        """Write a row with its notes and readings; ``level`` is that of a row which is a heading."""
        if row.role in ("heading", "entry-heading"):
            made = write_heading_row(self._parent, row, self._lanes, level)
        else:
            made = write_row(self._parent, row, self._lanes)
        if following and _introduces(row, following):
            made.set("class", f"{made.get('class')} introduces")
        if self._before:
            made.set("data-after", self._before)
        self._before = row.role
        self._target.after_row(self._parent, row.notes, self._readings_of(row), self._lanes)
        return made

    def _readings_of(self, row: Parallel) -> list[ApparatusLine]:
        """Take the readings of the row's words from those that wait."""
        contents = (para.content for side in row.sides for para in side.paragraphs)
        here = {anchor for content in contents for anchor in anchors(content)} if self._readings else set()
        taken = [line for line in self._readings if line.lemma_at in here]
        self._readings = [line for line in self._readings if line not in taken]
        return taken

    def finish(self) -> None:
        """Write the readings of words that stand in no row: none is lost."""
        self._target.after_row(self._parent, (), self._readings, self._lanes)


def _introduces(row: Parallel, following: Parallel) -> bool:
    """Tell whether a row leads on to a list, or an item to items of its own."""
    return following.role == _LIST and (row.role != _LIST or following.level > row.level)


def _write_entry(section: etree._Element, entry: Entry, target: HtmlTarget, lanes: Lanes) -> None:
    article = child(section, "article", "entry", id=entry.id, data_number=entry.number)
    own = lanes.of(entry.original)
    rows = (entry.heading, *entry.rows, entry.source)
    written = _Rows(article, target, own, entry.apparatus.lines if entry.apparatus else ())
    for row, following in zip(rows, (*rows[1:], None), strict=True):
        written.write(row, following, _ENTRY_LEVEL if row is entry.heading else _ENTRY_LEVEL + 1)
    written.finish()
    _say_what_heads_need(article[0], entry)
    target.at_end(article, tuple(_notes(rows)), entry.apparatus, own)


def _say_what_heads_need(heading: etree._Element, entry: Entry) -> None:
    """Write what bookmarks and running heads say of a letter, which is not all in the words of its heading."""
    heading.set("data-title", entry.title)
    for cell in heading:
        language = cell.get("lang", "")
        for name, words in (("data-date", entry.dates), ("data-status", entry.status)):
            if words.get(language):
                cell.set(name, words[language])


def _notes(rows: Sequence[Parallel]) -> Iterator[Footnote]:
    for row in rows:
        yield from row.notes
