"""Receipts: every act of an import with its class and place, so that it can be told and played backwards.

A page is cut into pieces, each a paragraph of the letter file. Between and inside the pieces stand acts: text of the
page that was left out or changed. Pieces and acts together are the page, character for character.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from edition.model.inline import plain
from edition.model.letter import Act, Cell, Letter, Row

ACT_CLASSES: Mapping[str, Mapping[str, str]] = {
    "line-end": {
        "ru": "Концы строк, пустые строки и пробелы по краям строк стали делением на абзацы.",
        "en": "Line ends, blank lines and spaces at the edges of lines became the division into paragraphs.",
    },
    "joined-line": {
        "ru": "Строки, оборванные посреди предложения или абзаца, соединены.",
        "en": "Lines broken inside a sentence or paragraph were joined.",
    },
    "joined-word": {
        "ru": "Слова, перенесённые со строки на строку, соединены.",
        "en": "Words divided at a line end were joined.",
    },
    "folded-blanks": {
        "ru": "Несколько пробелов подряд в заглавиях заменены одним.",
        "en": "Several blanks in a row in titles became one.",
    },
    "split-paragraph": {
        "ru": "Абзацы разделены там, где в другом языке перечисление стоит отдельными строками.",
        "en": "Paragraphs were divided where the other language has a list on lines of its own.",
    },
    "removed-back-link": {
        "ru": "Удалены ссылки возврата к указателю сайта.",
        "en": "Links back to the index of the website were removed.",
    },
    "removed-repeated-title": {
        "ru": "Удалены повторенные заглавия.",
        "en": "Repeated titles were removed.",
    },
    "removed-further-title": {
        "ru": "Удалены заглавия на языках, на которых нет текста письма.",
        "en": "Titles in languages in which the page has no text were removed.",
    },
    "removed-divider": {
        "ru": "Удалены разделительные черты.",
        "en": "Dividing rules were removed.",
    },
    "removed-stray": {
        "ru": "Удалены строки из одного знака препинания, не относящиеся к тексту.",
        "en": "Stray lines of a single mark of punctuation were removed.",
    },
    "removed-note-heading": {
        "ru": "Удалены заголовки и номера примечаний.",
        "en": "Headings and numbers of notes were removed.",
    },
    "removed-invisible": {
        "ru": "Удалены невидимые знаки (мягкие переносы, знаки направления письма и подобные).",
        "en": "Invisible characters (soft hyphens, signs of direction and the like) were removed.",
    },
    "composed-characters": {
        "ru": "Буквы с отдельно записанными надстрочными знаками приведены к форме NFC.",
        "en": "Letters written with separate accents were composed (Unicode form NFC).",
    },
    "read-provenance": {
        "ru": "Строки о происхождении текста прочитаны в сведения о версиях.",
        "en": "Lines that tell where the texts come from were read into the record of the versions.",
    },
    "read-source": {
        "ru": "Строки об источниках прочитаны в описание источников.",
        "en": "Lines that name sources were read into the record of the sources.",
    },
    "set-caller": {
        "ru": "Знаки сносок страницы заменены знаками сносок издания.",
        "en": "Note callers of the page became note callers of the edition.",
    },
    "mended-lost-space": {
        "ru": "Восстановлены потерянные пробелы между словами; чтение страницы дано в аппарате.",
        "en": "Lost spaces between words were restored; the reading of the page stands in the apparatus.",
    },
    "mended-letter": {
        "ru": "Буквы другого алфавита внутри слов заменены на одинаковые по виду; чтение страницы дано в аппарате.",
        "en": "Letters of another alphabet inside words were replaced by those they look like; the reading of the page "
        "stands in the apparatus.",
    },
}
"""The fixed words for what an import does, each with the sentence that the statement of method has for it."""

READING_ACTS = frozenset({"mended-lost-space", "mended-letter"})
"""The classes of acts after which the letter file shows what the page has, as a reading."""

_LINE_END = re.compile("\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Receipt:
    """One act: ``text`` of the page at ``offset`` was replaced by ``inserted`` (nothing, where it was left out).

    ``offset`` counts characters of the decoded page from 0; ``line`` and ``column`` from 1.
    """

    act: str
    offset: int
    line: int
    column: int
    text: str
    inserted: str = ""


@dataclass(frozen=True, slots=True)
class RowConfidence:
    """How sure the import was that the cells of a row belong together, between 0 and 1."""

    row: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Receipts:
    """All that is to be told about the import of one page into one letter file.

    ``pieces`` names the paragraphs of the letter file in the order of the page: ``titles/en``, ``rows/3/ru/1``,
    ``notes/note1/en/2``; a part of one, between other words of the page, by characters: ``rows/3/ru/1@0-40``.
    """

    letter: str
    page: str
    sha256: str
    encoding: str
    acts: tuple[Receipt, ...] = ()
    pieces: tuple[str, ...] = ()
    rows: tuple[RowConfidence, ...] = ()

    def counts(self) -> tuple[Act, ...]:
        """Count the acts of each class, in the order of the table of classes."""
        counted = Counter(act.act for act in self.acts)
        return tuple(Act(kind, counted[kind]) for kind in ACT_CLASSES if counted[kind])


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Give line and column, from 1, of a character of a page.

    >>> line_and_column("Привет\\r\\nвсем", 9)
    (2, 2)
    """
    line, start = 1, 0
    for match in _LINE_END.finditer(text, 0, offset):
        line, start = line + 1, match.end()
    return line, offset - start + 1


def play_back(receipts: Receipts, letter: Letter) -> str:
    """Undo every act: from the words of the letter file as imported, give the text of the page.

    Raise ``ValueError`` where the letter file no longer has the words that the import wrote.
    """
    words = "".join(piece_words(letter, piece) for piece in receipts.pieces)
    page: list[str] = []
    on_page = in_words = 0
    for act in receipts.acts:
        kept = act.offset - on_page
        page.append(words[in_words : in_words + kept])
        in_words += kept
        if words[in_words : in_words + len(act.inserted)] != act.inserted:
            raise ValueError(f"the letter has other words than the import wrote at {act.line}:{act.column} of the page")
        page.append(act.text)
        in_words += len(act.inserted)
        on_page = act.offset + len(act.text)
    return "".join([*page, words[in_words:]])


def piece_words(letter: Letter, piece: str) -> str:
    """Give the words of one piece of a letter; raise ``ValueError`` where the letter does not have it."""
    piece, _, part = piece.partition("@")
    words = _whole(letter, piece)
    if not part:
        return words
    first, last = (int(bound) for bound in part.split("-"))
    return words[first:last]


def _whole(letter: Letter, piece: str) -> str:
    match piece.split("/"):
        case ["titles", version] if version in letter.titles:
            return letter.titles[version]
        case ["rows", row, version, paragraph]:
            return _paragraph(_cell(letter.rows[int(row) - 1 : int(row)], version), paragraph)
        case ["notes", name, version, paragraph]:
            note = letter.note(name)
            return _paragraph(note.cell(version) if note else None, paragraph)
    raise ValueError(f"the letter does not have {piece}")


def _cell(rows: Sequence[Row], version: str) -> Cell | None:
    return rows[0].cell(version) if rows else None


def _paragraph(cell: Cell | None, ordinal: str) -> str:
    if cell is None or not 1 <= int(ordinal) <= len(cell.paragraphs):
        raise ValueError("the letter no longer has a paragraph that the import wrote")
    return plain(cell.paragraphs[int(ordinal) - 1].content)
