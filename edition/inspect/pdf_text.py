"""Read the words of a PDF page with pdfium, in the order in which the page paints them.

pdfium tells the letters, their boxes and where it sees spaces; ligatures come as their letters. A space is believed
where the file writes one, where pdfium sees one and the letters stand apart, or where they stand far apart: engines
that write no spaces at all (XeTeX) and those that stretch them (WeasyPrint) come out the same.
"""

import ctypes
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import lru_cache

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from edition.inspect.page import Box, Word

SPACE = 0.06  # em: letters nearer than this belong to one word even where pdfium guesses a space
BEHIND_CALLER = 0.11  # em: the same between a caller and what it stands at
WIDE = 0.12  # em: letters of two runs farther apart than this are two words even where pdfium sees no space
RAISED = 0.15  # em: how far above its neighbour's baseline a smaller glyph must stand to be a superior
HAIR = 0.01  # em: ink lower than this is none; dashes are some four times as thick
LIFTED = 0.2  # em: how far above the baseline a figure begins that the face sets as a superior
SMALLER = 0.85  # a superior is at most so large as this part of its neighbour
END_OF_LINE_HYPHEN = "\ufffe"  # what pdfium writes for a hyphen that ends a line
_CHUNK = re.compile(f"[^\\s\\x00{END_OF_LINE_HYPHEN}]*{END_OF_LINE_HYPHEN}|[^\\s\\x00{END_OF_LINE_HYPHEN}]+")
_FIGURE = re.compile(r"[\d⁰¹²³⁴⁵⁶⁷⁸⁹]")
_HYPHENS = "-\u00ad\u2010"  # signs with which engines carry a word over


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs painted at once: what they share."""

    ordinal: int
    font: str
    size: float
    baseline: float
    artifact: bool
    content_id: int


class Space(Enum):
    """A space before letters: none, one that pdfium guesses from where they stand, one that the file writes."""

    NONE = auto()
    GUESSED = auto()
    WRITTEN = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of one run without a space among them; ``before`` is the space that pdfium saw before them."""

    text: str
    run: Run
    box: Box
    before: Space
    blank: str
    lifted: bool


class TextReader:
    """The letters of one open page."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        """Let pdfium find the letters of the page."""
        self._page = page
        self._text = page.get_textpage()
        bounds = raw.FS_RECTF()
        raw.FPDF_GetPageBoundingBox(page.raw, bounds)
        self._x0, self._top = bounds.left, bounds.top
        self._runs: dict[int, Run] = {}
        self._blank: dict[tuple[int, str], bool] = {}
        self._loose = raw.FS_RECTF()
        self._tight = tuple(ctypes.c_double() for _ in range(4))

    def close(self) -> None:
        """Give the page's memory back."""
        self._text.close()

    def words(self) -> tuple[Word, ...]:
        """Read all words of the page."""
        return tuple(_words(_told_superior(self._pieces()), _whole))

    def marked_words(self) -> tuple[Word, ...]:
        """Read all words of the page, cut where another marked content sequence begins."""
        return tuple(_words(_told_superior(self._pieces()), _marked_alike))

    # --- letters -------------------------------------------------------------------------------------------------

    def _letters(self) -> str:
        """All characters of the page, one for each of pdfium's: index in the text = index of the letter."""
        count = self._text.count_chars()
        room = ctypes.create_string_buffer(2 * (count + 1))
        raw.FPDFText_GetText(self._text.raw, 0, count, ctypes.cast(room, ctypes.POINTER(ctypes.c_ushort)))
        letters = room.raw.decode("utf-16-le", "replace")[:count]
        if "\x00" not in letters and len(letters) == count and not _BEYOND.search(letters):
            return letters
        return "".join(self._letter(place) for place in range(count))

    def _letter(self, place: int) -> str:
        code = raw.FPDFText_GetUnicode(self._text.raw, place)
        if raw.FPDFText_IsHyphen(self._text.raw, place) == 1:
            return END_OF_LINE_HYPHEN
        return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"

    def _pieces(self) -> Iterator[Piece]:
        end = 0
        letters = self._letters()
        for chunk in _CHUNK.finditer(letters):
            start, stop = chunk.span()
            before = self._space(end, start)
            for first, last in self._same_run(start, stop):
                yield from self._level_pieces(letters, first, last, before)
                before = Space.NONE
            end = stop

    def _space(self, start: int, stop: int) -> Space:
        """Tell what space there is from one letter to another."""
        if start == stop:
            return Space.NONE
        guessed = all(raw.FPDFText_IsGenerated(self._text.raw, place) == 1 for place in range(start, stop))
        return Space.GUESSED if guessed else Space.WRITTEN

    def _same_run(self, start: int, stop: int) -> Iterator[tuple[int, int]]:
        """Cut a chunk where another run begins."""
        if self._run_key(start) == self._run_key(stop - 1):
            yield start, stop
            return
        first, key = start, self._run_key(start)
        for place in range(start + 1, stop):
            other = self._run_key(place)
            if other != key:
                yield first, place
                first, key = place, other
        yield first, stop

    def _run_key(self, place: int) -> int:
        painted = raw.FPDFText_GetTextObject(self._text.raw, place)
        return ctypes.addressof(painted.contents) if painted else 0

    def _level_pieces(self, letters: str, first: int, last: int, before: Space) -> Iterator[Piece]:
        """Cut letters of one run where figures begin or end that the face itself sets as superiors."""
        run = self._run(first)
        text = letters[first:last]
        if not _FIGURE.search(text):
            yield self._piece(text, first, run, before, False)
            return
        lift = self._top - run.baseline + LIFTED * run.size
        lifted = [letter.isdigit() and self._ink(first + at)[0] > lift for at, letter in enumerate(text)]
        start = 0
        for place in range(1, len(text) + 1):
            if place == len(text) or lifted[place] != lifted[start]:
                yield self._piece(text[start:place], first + start, run, before, lifted[start])
                before = Space.NONE
                start = place

    def _piece(self, text: str, first: int, run: Run, before: Space, lifted: bool) -> Piece:
        blank = "".join([letter for at, letter in enumerate(text) if self._is_blank(run, letter, first + at)])
        box = self._loose_box(first)
        if len(text) > 1:
            box = box.joined(self._loose_box(first + len(text) - 1))
        return Piece(text.replace(END_OF_LINE_HYPHEN, "-"), run, box, before, blank, lifted)

    def _is_blank(self, run: Run, letter: str, place: int) -> bool:
        """Tell whether a letter leaves no ink; within a run, one letter has one glyph and is looked at once."""
        key = (run.ordinal, letter)
        if key not in self._blank:
            bottom, top = self._ink(place)
            self._blank[key] = top - bottom < HAIR * run.size and printable(letter)
        return self._blank[key]

    def _ink(self, place: int) -> tuple[float, float]:
        x0, x1, bottom, top = self._tight
        raw.FPDFText_GetCharBox(self._text.raw, place, x0, x1, bottom, top)
        return bottom.value, top.value

    def _loose_box(self, place: int) -> Box:
        """The letter's advance width by the face's ascent and descent."""
        box = self._loose
        raw.FPDFText_GetLooseCharBox(self._text.raw, place, box)
        return Box(box.left - self._x0, self._top - box.top, box.right - self._x0, self._top - box.bottom)

    # --- runs ----------------------------------------------------------------------------------------------------

    def _run(self, place: int) -> Run:
        key = self._run_key(place)
        run = self._runs.get(key)
        if run is None:
            run = self._runs[key] = self._new_run(place, len(self._runs))
        return run

    def _new_run(self, place: int, ordinal: int) -> Run:
        text = self._text.raw
        name = ctypes.create_string_buffer(256)
        raw.FPDFText_GetFontInfo(text, place, name, len(name), ctypes.c_int())
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(text, place, matrix)
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(text, place, x, y)
        scale = (matrix.c**2 + matrix.d**2) ** 0.5
        painted = raw.FPDFText_GetTextObject(text, place)
        content_id = raw.FPDFPageObj_GetMarkedContentID(painted) if painted else -1
        return Run(
            ordinal,
            face(name.value.decode("utf-8", "replace")),
            round(raw.FPDFText_GetFontSize(text, place) * scale, 3),
            round(self._top - y.value, 3),
            content_id < 0 and bool(painted) and "Artifact" in _marks(painted),
            content_id,
        )


_BEYOND = re.compile("[\ud800-\udfff\ufffd]")


def face(name: str) -> str:
    """Give a font's name without the tag of its subset.

    >>> face("CMFQAK+Vollkorn-Bold")
    'Vollkorn-Bold'
    """
    return re.sub(r"^[A-Z]{6}\+", "", name)


@lru_cache(maxsize=4096)
def printable(letter: str) -> bool:
    """Tell whether a letter leaves ink on paper.

    >>> printable("A"), printable("\u00a0"), printable("\u200d"), printable("\ufffe")
    (True, False, False, False)
    """
    return unicodedata.category(letter)[0] not in "ZC"


def _marks(painted: "ctypes._Pointer[raw.fpdf_pageobject_t__]") -> set[str]:
    """The names of the marked-content sequences around a run."""
    names = set()
    for place in range(raw.FPDFPageObj_CountMarks(painted)):
        mark = raw.FPDFPageObj_GetMark(painted, place)
        room, length = (ctypes.c_ushort * 64)(), ctypes.c_ulong()
        if raw.FPDFPageObjMark_GetName(mark, room, ctypes.sizeof(room), length):
            names.add(bytes(room)[: length.value].decode("utf-16-le").rstrip("\0"))
    return names


# --- pieces to words ---------------------------------------------------------------------------------------------


def _told_superior(pieces: Iterator[Piece]) -> Iterator[tuple[Piece, bool]]:
    """Tell of each piece whether it is a superior: lifted by its face, or small and above a neighbour."""
    before: Piece | None = None
    held: Piece | None = None
    for piece in pieces:
        if held is not None:
            raised = held.lifted or _above(held, before) or _above(held, piece)
            yield held, raised
            if not raised:
                before = held
        held = piece
    if held is not None:
        yield held, held.lifted or _above(held, before)


def _above(piece: Piece, neighbour: Piece | None) -> bool:
    if neighbour is None or piece.run.size > SMALLER * neighbour.run.size:
        return False
    size = neighbour.run.size
    near = piece.box.x0 < neighbour.box.x1 + size and neighbour.box.x0 < piece.box.x1 + size
    return near and RAISED * size < neighbour.run.baseline - piece.run.baseline < size


def _whole(_: Word, __: Piece) -> bool:
    return True


def _marked_alike(word: Word, piece: Piece) -> bool:
    return (word.content_id, word.artifact) == (piece.run.content_id, piece.run.artifact)


def _words(pieces: Iterator[tuple[Piece, bool]], alike: Callable[[Word, Piece], bool]) -> Iterator[Word]:
    """Put pieces together that touch each other and are ``alike``."""
    word: Word | None = None
    for piece, raised in pieces:
        glued = word is not None and _glued(word, piece, raised)
        if word is not None and glued and word.raised == raised and alike(word, piece):
            word = _grown(word, piece)
            continue
        if word is not None:
            yield _at_line_end(word) if _apart(word, piece) else word
        word = _new_word(piece, raised, glued)
    if word is not None:
        yield _at_line_end(word)


def _new_word(piece: Piece, raised: bool, glued: bool) -> Word:
    run = piece.run
    return Word(
        unicodedata.normalize("NFC", piece.text), piece.box, run.baseline, run.font, run.size, run.ordinal,
        raised, glued, False, run.artifact, run.content_id, piece.blank,
    )  # fmt: skip


def _grown(word: Word, piece: Piece) -> Word:
    text = unicodedata.normalize("NFC", word.text + piece.text)
    return replace(word, text=text, box=word.box.joined(piece.box), blank=word.blank + piece.blank)


def _at_line_end(word: Word) -> Word:
    """Mark a word whose last sign is a hyphen as carried over to the next line."""
    if len(word.text) < 2 or word.text[-1] not in _HYPHENS:
        return word
    return replace(word, text=word.text[:-1] + "-", broken=True)


def _apart(word: Word, piece: Piece) -> bool:
    """Tell whether a piece stands on another line than the word before it, or across a gutter."""
    size = max(word.size, piece.run.size)
    gap = piece.box.x0 - word.box.x1
    return abs(word.baseline - piece.run.baseline) > size / 2 or not -size / 2 < gap < size


def _glued(word: Word, piece: Piece, raised: bool) -> bool:
    """Tell whether a piece touches the word before it (or, after a caller, stands right behind the caller)."""
    size = max(word.size, piece.run.size)
    level = abs(word.baseline - piece.run.baseline)
    if level > (0.05 * size if word.raised == raised else size):
        return False
    if piece.before == Space.WRITTEN and not word.raised and not raised:
        return False  # slanted letters hang over the space between words, and seem to touch
    gap = piece.box.x0 - word.box.x1
    near = WIDE if piece.before == Space.NONE else SPACE if word.raised == raised else BEHIND_CALLER
    return -0.6 * size < gap < near * size
