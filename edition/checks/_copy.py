"""The copy that the checks read: each passage of a letter or editor's text laid flat, with its places in the file."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from edition.model.edition import Edition
from edition.model.inline import Editorial, InLanguage, Inline, Mention, NameMark, Parent, Text, walk
from edition.model.letter import Cell, Letter, Note, Row, Version
from edition.model.position import Position
from edition.prepare.documents import Document, cells, documents, original
from edition.prepare.pieces import Piece, flatten

BREAK = "\n\n"
"""Stands between the paragraphs of a passage."""


@dataclass(frozen=True)
class Passage:
    """One version's words for a row or a note.

    ``text`` holds the words alone, paragraphs apart by a blank line; offsets into it count characters from 0.
    """

    version: Version
    cell: Cell
    row: Row | None
    note: Note | None

    @property
    def name(self) -> str:
        """What the passage is called in a message: ``row 3``, ``note "record"``."""
        if self.row is not None:
            return f"row {self.row.id or self.row.ordinal}"
        assert self.note is not None
        return f'note "{self.note.name}"'

    @property
    def language(self) -> str:
        """The full tag of the version's language."""
        return self.version.language

    @property
    def key(self) -> tuple[str, str]:
        """Tells the passages of one row or note, in all versions, from those of any other."""
        return ("row", str(self.row.ordinal)) if self.row is not None else ("note", self.note.name if self.note else "")

    @cached_property
    def text(self) -> str:
        """The words alone."""
        return "".join(piece.words for piece in self._pieces)

    @cached_property
    def _pieces(self) -> tuple[Piece, ...]:
        pieces: list[Piece] = []
        for paragraph in self.cell.paragraphs:
            if pieces:
                pieces.append(Piece(Text(BREAK, paragraph.position)))
            pieces.extend(flatten(paragraph.content))
        return tuple(pieces)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(accumulate((len(piece.words) for piece in self._pieces), initial=0))[:-1]

    def at(self, offset: int) -> Position:
        """Give the place in the file of a character of the text."""
        if not self._pieces:
            return self.cell.position
        place = bisect_right(self._starts, offset) - 1
        leaf = self._pieces[place].leaf
        if isinstance(leaf, Text):
            return leaf.at(offset - self._starts[place]) if leaf.content != BREAK else leaf.position
        return leaf.position if leaf is not None else self.cell.position

    def above(self, offset: int) -> tuple[Parent, ...]:
        """Give the nodes in which a character of the text stands, outermost first."""
        if not self._pieces:
            return ()
        place = bisect_right(self._starts, offset) - 1
        return tuple(step.node for step in self._pieces[place].above)

    def let_stand(self, offset: int) -> bool:
        """Tell whether the editor lets words stand as they are: an error of the writer's, a name, another language."""
        return any(
            isinstance(node, InLanguage | Mention | NameMark) or (isinstance(node, Editorial) and node.state == "sic")
            for node in self.above(offset)
        )

    @property
    def nodes(self) -> Iterator[Inline]:
        """Every inline node in reading order."""
        for paragraph in self.cell.paragraphs:
            yield from walk(paragraph.content)


@dataclass(frozen=True)
class Copy:
    """A letter or an editor's text as the checks read it, with the edition it belongs to."""

    document: Document
    edition: Edition
    passages: tuple[Passage, ...]

    @property
    def letter(self) -> Letter | None:
        """The letter, where the document is one."""
        return self.document if isinstance(self.document, Letter) else None

    def version_of(self, version: Version) -> Version | None:
        """Give the version that a translation was made from; ``None`` for the original."""
        versions = {other.key: other for other in self.document.versions}
        source = versions.get(version.of, original(self.document))
        return source if source.key != version.key else None

    @cached_property
    def pairs(self) -> tuple[tuple[Passage, Passage], ...]:
        """Each passage of a translation with the passage it translates: (original, translation)."""
        by_place = {(passage.key, passage.version.key): passage for passage in self.passages}
        pairs: list[tuple[Passage, Passage]] = []
        for passage in self.passages:
            source = self.version_of(passage.version)
            translated = by_place.get((passage.key, source.key)) if source else None
            if translated and translated.text.strip() and passage.text.strip():
                pairs.append((translated, passage))
        return tuple(pairs)


def copies_of(edition: Edition) -> tuple[Copy, ...]:
    """Lay the letters and the editor's texts of an edition flat, in its order."""
    return tuple(copy_of(document, edition) for document in documents(edition))


def copy_of(document: Document, edition: Edition) -> Copy:
    """Lay one document flat."""
    passages = tuple(Passage(place.version, cell, place.row, place.note) for place, cell in cells(document))
    return Copy(document, edition, passages)
