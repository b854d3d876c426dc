"""The book as every output shows it: which words stand where, before any engine.

Everything editorial is decided here: order, numbers, quotation marks, running heads, which words are printed, how
locators fold. A renderer only says how a node looks in its format. The unions are closed (``assert_never``).

``language`` is always a full tag (``en-US``). ``id`` of a node is the name of an anchor, unique in the book; the empty
string is none.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import assert_never

# --- inside a paragraph -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Run:
    """Words, ready for print: quotation marks, dashes and spaces are final."""

    text: str


@dataclass(frozen=True, slots=True)
class Styled:
    """Words in another style: ``emphasis``, ``strong``, ``small-caps``, ``superior``, ``editorial`` (inserted by the
    edition and printed upright, such as square brackets), ``unbroken`` (never parted by the end of a line)."""

    style: str
    children: tuple["BookInline", ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words in another language than their paragraph."""

    language: str
    children: tuple["BookInline", ...]


@dataclass(frozen=True, slots=True)
class Anchored:
    """Words that something else refers to."""

    id: str
    children: tuple["BookInline", ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """Words that lead to an anchor of the book, or to a web page where ``target`` begins with ``https://``.

    ``role`` says what the link is for: ``reference``, ``locator``, ``contents``, ``see``, ``web``, ``backlink``.
    ``describes`` is what a listener should hear in place of bare words such as a page number.
    """

    target: str
    children: tuple["BookInline", ...]
    role: str = "reference"
    describes: str = ""


@dataclass(frozen=True, slots=True)
class Caller:
    """A note's number in the text. ``id`` is the caller's anchor, ``note`` that of the note on its side."""

    id: str
    note: str
    number: str


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a line of verse or of a title."""


BookInline = Run | Styled | Spoken | Anchored | Linked | Caller | Break

# --- blocks ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph. ``role`` is a row's role or one of the book's own (``title``, ``imprint``, ``headnote``, ...).

    ``marker`` is an enumerator that hangs before a list item (it is not repeated in ``content``).
    """

    content: tuple[BookInline, ...]
    language: str
    role: str = "paragraph"
    id: str = ""
    marker: tuple[BookInline, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One version's share of a parallel row or note: no paragraphs where the version has no words for it.

    ``lane`` is the language of the book's in whose place the version stands, if that is not its own: a letter in
    French stands among Russian originals.
    """

    language: str
    paragraphs: tuple[Para, ...]
    id: str = ""
    lane: str = ""

    @property
    def place(self) -> str:
        """The language of the book's in whose place the version stands."""
        return self.lane or self.language


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the page's foot: one side per version, in the order of the row's sides, all under one number.

    ``id`` names the note; each side's ``id`` is the target of the caller in that version, and ``callers`` holds the
    anchor of that caller, side by side with ``sides`` (empty where a side has no caller).
    """

    id: str
    number: str
    kind: str
    sides: tuple[Side, ...]
    callers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parallel:
    """Versions side by side, beginning level. ``notes`` are those called in the row, in order of number.

    The sides are in the order of the book's languages. ``role`` is the row's role, or ``entry-heading``,
    ``source-note``.
    """

    sides: tuple[Side, ...]
    role: str = "paragraph"
    id: str = ""
    level: int = 0
    notes: tuple[Footnote, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within the outline, a side for each language; ``level`` 1 is a division, 2 a letter or section."""

    level: int
    sides: tuple[Side, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class ApparatusLine:
    """A lemma and its readings, as one paragraph in the language of the version it belongs to.

    ``lemma_at`` is the anchor of the lemma in the text, ``id`` that of the line itself; ``lane`` as of a ``Side``.
    """

    content: tuple[BookInline, ...]
    language: str
    lemma_at: str
    id: str = ""
    lane: str = ""


@dataclass(frozen=True, slots=True)
class Apparatus:
    """The textual apparatus of one letter, one entry after the other."""

    lines: tuple[ApparatusLine, ...]


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of the table of contents: titles by language, the page's label (empty before a layout)."""

    target: str
    titles: tuple[Side, ...]
    page: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents."""

    lines: tuple[ContentsLine, ...]


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """An entry of an index: the heading with what follows it, the locators, *see* references.

    ``locators`` holds one folded locator an item (``12``, ``12n2``, ``145–47``), links included.
    """

    id: str
    heading: tuple[BookInline, ...]
    language: str
    gloss: tuple[BookInline, ...] = ()
    locators: tuple[tuple[BookInline, ...], ...] = ()
    see: tuple[tuple[BookInline, ...], ...] = ()
    letters: tuple[BookInline, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """The entries under one letter of the alphabet."""

    letter: str
    entries: tuple[IndexEntry, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """One index in one alphabet."""

    language: str
    groups: tuple[IndexGroup, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A letter: its heading, rows, source note and apparatus, kept together as one section.

    ``title`` names the letter in bookmarks. ``running`` is what the running head says of it, by language tag (number
    and date), ``dates`` the date alone; ``status`` what it warns of, by language tag (a machine's translation that
    nobody has revised). ``original`` is the language of the letter as written: its side is not the first where the
    book has another order of languages. Empty, it is that of the first side.
    """

    id: str
    number: str
    heading: Parallel
    rows: tuple[Parallel, ...]
    source: Parallel
    apparatus: Apparatus | None
    running: Mapping[str, str] = field(default_factory=dict)
    status: Mapping[str, str] = field(default_factory=dict)
    title: str = ""
    dates: Mapping[str, str] = field(default_factory=dict)
    original: str = ""


Block = Para | Parallel | Heading | Apparatus | Contents | Index | Entry


@dataclass(frozen=True, slots=True)
class Division:
    """A division of the book that begins on a fresh page.

    ``kind``: ``half-title``, ``title-page``, ``copyright``, ``contents``, ``text``, ``letters``, ``sources``,
    ``index``, ``method``, ``colophon``. ``matter``: ``front``, ``body``, ``back``. ``titles`` by language tag (empty
    for title pages).
    """

    kind: str
    id: str
    matter: str
    language: str
    titles: Mapping[str, str]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says of itself. Mappings by language tag; ``contributors`` as (name, MARC relator code)."""

    name: str
    titles: Mapping[str, str]
    running_title: Mapping[str, str]
    languages: tuple[str, ...]
    contributors: tuple[tuple[str, str], ...]
    identifier: str
    publisher: str
    rights: str
    description: str
    year: str


@dataclass(frozen=True, slots=True)
class Book:
    """The whole book, in order."""

    metadata: Metadata
    divisions: tuple[Division, ...]


def words(nodes: Iterable[BookInline]) -> str:
    """Give the words of inline nodes, callers left out, a break as a space."""
    return "".join(_node_words(node) for node in nodes)


def _node_words(node: BookInline) -> str:
    match node:
        case Run(text):
            return text
        case Styled() | Spoken() | Anchored() | Linked():
            return words(node.children)
        case Caller():
            return ""
        case Break():
            return " "
        case _:
            assert_never(node)


def anchors(nodes: Iterable[BookInline]) -> Iterator[str]:
    """Yield the ids of inline nodes in reading order."""
    for node in nodes:
        match node:
            case Anchored(id, children):
                yield id
                yield from anchors(children)
            case Styled() | Spoken() | Linked():
                yield from anchors(node.children)
            case Caller(id):
                yield id
            case Run() | Break():
                pass
            case _:
                assert_never(node)


def footnotes(book: Book) -> Iterator[Footnote]:
    """Yield every footnote of the book in order."""
    for division in book.divisions:
        for block in division.blocks:
            if isinstance(block, Entry):
                for row in (block.heading, *block.rows, block.source):
                    yield from row.notes
            elif isinstance(block, Parallel):
                yield from block.notes
