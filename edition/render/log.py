"""Turn the book tree into plain text: what stands where, for tests and for whoever wants to see what compose decided.

One line a paragraph, its language and role before it; notes stand below the row that calls them. Inline nodes:
``_emphasis_``, ``*strong*``, ``{editorial}``, ``^superior^``, ``fr:⟨other language⟩``, ``⟦anchor: words⟧``,
``⟨words → target⟩``, ``[1 → note]`` for a caller, ``/`` for a break. A no-break space is shown as ``~``.
"""

from collections.abc import Iterable, Iterator
from typing import assert_never

from edition.book.tree import (
    Anchored,
    Apparatus,
    Block,
    Book,
    BookInline,
    Break,
    Caller,
    Contents,
    ContentsLine,
    Division,
    Entry,
    Footnote,
    Heading,
    Index,
    IndexEntry,
    Linked,
    Para,
    Parallel,
    Run,
    Side,
    Spoken,
    Styled,
)

_SIGNS = {"emphasis": "_", "strong": "*", "superior": "^", "small-caps": "="}
_STEP = "    "


def render_log(book: Book) -> str:
    """Write the whole book, a division after the other."""
    metadata = book.metadata
    lines = [f"{metadata.name}: {' / '.join(metadata.titles.values())} [{', '.join(metadata.languages)}]"]
    for division in book.divisions:
        lines += ["", *_division(division)]
    return "\n".join(lines) + "\n"


def _division(division: Division) -> Iterator[str]:
    yield f"=== {division.kind} ({division.matter}, {division.language}){_id(division.id)}"
    for block in division.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Para():
            yield _para(block)
        case Parallel():
            yield from _parallel(block)
        case Heading(level, sides, id):
            titles = (f"{para.language}: {_words(para.content)}" for side in sides for para in side.paragraphs)
            yield f"{'#' * level} {' / '.join(titles)}{_id(id)}"
        case Apparatus(lines):
            yield "apparatus"
            yield from (f"{_STEP}{line.language}: {_words(line.content)}{_id(line.id)}" for line in lines)
        case Contents(lines):
            yield from (_contents_line(line) for line in lines)
        case Index():
            yield from _index(block)
        case Entry():
            yield from _entry(block)
        case _:
            assert_never(block)


def _entry(entry: Entry) -> Iterator[str]:
    yield f"--- letter {entry.number}: {entry.title}{_id(entry.id)}"
    for language, words in entry.running.items():
        status = entry.status.get(language, "")
        yield f"running head, {language}: {_bare(words)}" + (f" ({_bare(status)})" if status else "")
    for row in (entry.heading, *entry.rows, entry.source):
        yield from _parallel(row)
    if entry.apparatus:
        yield from _block(entry.apparatus)


def _parallel(row: Parallel) -> Iterator[str]:
    yield row.role + (f" level {row.level}" if row.level else "") + _id(row.id)
    yield from _indented(row.sides)
    for note in row.notes:
        yield from _footnote(note)


def _footnote(note: Footnote) -> Iterator[str]:
    yield f"{_STEP}note {note.number} ({note.kind}), called from {', '.join(caller or '–' for caller in note.callers)}"
    yield from (f"{_STEP}{line}" for line in _indented(note.sides))


def _indented(sides: Iterable[Side]) -> Iterator[str]:
    for side in sides:
        yield from (f"{_STEP}{_para(para)}{_id(side.id)}" for para in side.paragraphs)
        if not side.paragraphs:
            yield f"{_STEP}{side.language}: –"


def _para(para: Para) -> str:
    marker = f"{_words(para.marker)} | " if para.marker else ""
    return f"{para.language} {para.role}: {marker}{_words(para.content)}{_id(para.id)}"


def _contents_line(line: ContentsLine) -> str:
    titles = (_words(para.content) for side in line.titles for para in side.paragraphs)
    return f"{_STEP * line.level}{' / '.join(titles)} … {line.page or '–'} → {line.target}"


def _index(index: Index) -> Iterator[str]:
    for group in index.groups:
        yield f"[{group.letter}]"
        yield from (_STEP + _index_entry(entry) for entry in group.entries)


def _index_entry(entry: IndexEntry) -> str:
    parts = [
        _words(entry.heading),
        _words(entry.gloss),
        *map(_words, (*entry.locators, *entry.see)),
        _words(entry.letters),
    ]
    return " | ".join(part for part in parts if part) + _id(entry.id)


def _words(nodes: Iterable[BookInline]) -> str:
    return "".join(map(_inline, nodes))


def _inline(node: BookInline) -> str:
    match node:
        case Run(text):
            return _bare(text)
        case Styled(style, children):
            sign = _SIGNS.get(style)
            return f"{sign}{_words(children)}{sign}" if sign else f"{{{_words(children)}}}"
        case Spoken(language, children):
            return f"{language}:⟨{_words(children)}⟩"
        case Anchored(id, children):
            return f"⟦{id}: {_words(children)}⟧"
        case Linked(target, children, _, describes):
            return f"⟨{_words(children)} → {target}" + (f" ({_bare(describes)})" if describes else "") + "⟩"
        case Caller(_, note, number):
            return f"[{number} → {note}]"
        case Break():
            return " / "
        case _:
            assert_never(node)


def _bare(words: str) -> str:
    return words.replace("\N{NO-BREAK SPACE}", "~").replace("\N{NARROW NO-BREAK SPACE}", "~")


def _id(id: str) -> str:
    return f"  #{id}" if id else ""
