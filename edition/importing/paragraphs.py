"""Turn passages of the page into the paragraphs of a letter file: readings, note callers, references."""

from collections.abc import Iterator, Mapping, Sequence

from edition.model.inline import Inline, NoteCall, Reading, Reference, Text, Witnessed
from edition.model.letter import Paragraph
from edition.model.position import Position
from edition.model.receipt import READING_ACTS
from edition.model.transcript import Passage, Segment
from edition.readers.page.body import caller_number
from edition.readers.page.lines import visible

Target = tuple[int, int, str]
"""Words of a passage that name a letter: from, to before, and where the reference leads."""


def paragraph(
    passage: Passage, position: Position, siglum: str, notes: Mapping[int, str], targets: Sequence[Target] = ()
) -> Paragraph:
    """Make a paragraph; ``siglum`` is that of the page, ``notes`` gives the names of notes by number."""
    content: list[Inline] = []
    end = 0
    for first, last, target in sorted(targets):
        content.extend(_inlines(passage.cut(end, first), position, siglum, notes))
        children = tuple(_inlines(passage.cut(first, last), position, siglum, notes))
        content.append(Reference(target, children, position))
        end = last
    content.extend(_inlines(passage.cut(end), position, siglum, notes))
    return Paragraph(tuple(content), position)


def joined(segments: Sequence[Segment], page: str) -> tuple[Passage, ...]:
    """Join the segments of a cell into its paragraphs: one, but for those that the page sets apart."""
    passages: list[Passage] = []
    for segment in segments:
        if passages and not segment.apart:
            passages[-1] = passages[-1].joined(segment.passage, page, " ", "joined-line")
        else:
            passages.append(segment.passage)
    return tuple(passages)


def _inlines(passage: Passage, position: Position, siglum: str, notes: Mapping[int, str]) -> Iterator[Inline]:
    words = ""
    for run in passage.runs:
        node: Inline | None = None
        if run.act in READING_ACTS:
            node = Reading((Text(run.words, position),), (Witnessed(siglum, visible(run.on_page)),), position)
        elif run.act == "set-caller":
            node = NoteCall(notes[caller_number(run.on_page)], position)
        if node is None:
            words += run.words
            continue
        if words:
            yield Text(words, position)
        yield node
        words = ""
    if words:
        yield Text(words, position)
