"""What holds of every book that the press makes, read off the finished file by other libraries than made it."""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from edition.inspect.pdf import read_pdf
from edition.inspect.structure import Area, Element
from edition.inspect.tagged import TaggedBook, read_tagged
from edition.measuring import PageFigures, measure_book
from edition.settings.style_file import load_style
from tests.pipeline.pressed import press
from tests.tools.verapdf import verdicts

ROOT = Path(__file__).parents[2]
EDITIONS = {"seed": ROOT / "corpus", "specimen": ROOT / "tests/specimens/edition"}
LAYOUTS = ("facing", "columns")
CYRILLIC, LATIN = re.compile("[а-яё]", re.I), re.compile("[a-z]", re.I)
UNCALLED = {"specimen": ("l-1921-06-n-kind-en",)}
"""Sides of notes that say only that they were not translated: their version calls no note."""


@dataclass(frozen=True)
class Pressed:
    """A book that was pressed, and what its file says."""

    name: str
    layout: str
    path: Path
    book: TaggedBook
    figures: PageFigures

    def tagged(self, *tags: str) -> list[Element]:
        """The elements of these tags, in reading order."""
        return [element for element in self.book.elements() if element.tag in tags]


Books = Callable[[str, str], Pressed]


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Books:
    """Press a book, each once."""

    @cache
    def book(name: str, layout: str) -> Pressed:
        path = tmp_path_factory.mktemp(f"{name}-{layout}") / "book.pdf"
        press(EDITIONS[name], layout, path, 2)
        tagged = read_tagged(path)
        return Pressed(name, layout, path, tagged, measure_book(tagged))

    return book


@pytest.fixture(scope="module", params=[(name, layout) for name in EDITIONS for layout in LAYOUTS], ids="-".join)
def pressed(request: pytest.FixtureRequest, books: Books) -> Pressed:
    return books(*request.param)


# --- the standards, and what they do not see -------------------------------------------------------------------------


def test_it_is_accessible_and_fit_to_be_kept(pressed: Pressed) -> None:
    assert verdicts(pressed.path) == ()


def test_every_word_is_in_the_structure_once_or_no_part_of_the_text(pressed: Pressed) -> None:
    assert pressed.book.strays == ()
    held = Counter(mark for root in pressed.book.roots for mark, _ in root.marks())
    assert set(held.values()) == {1}
    assert set(pressed.book.passages) == set(held)


def test_heads_and_numbers_are_no_part_of_the_text(pressed: Pressed) -> None:
    """A page has its number if it has any furniture, and what stands there is nowhere in the tree."""
    furnished = {page: [words.text for words in found] for page, found in enumerate(pressed.book.artifacts) if found}
    assert len(furnished) > len(pressed.book.labels) / 3
    assert [page for page, texts in furnished.items() if pressed.book.labels[page] not in texts] == []
    numbers = [text for texts in furnished.values() for text in texts if text.isdecimal() and int(text) % 5 == 0]
    assert numbers, "lines of the original are numbered"
    alone = [words for words, _ in pressed.book.runs() if words.text in {"5", "10", "15"} and words.box.x0 < 40]
    assert alone == []


def test_every_passage_says_in_which_language_it_is(pressed: Pressed) -> None:
    """Versions and notes are of the script of their language, as far as one can tell of eight letters and more."""
    cells = [
        cell
        for row in pressed.tagged("Div", "H2")
        for cell in row.elements
        if cell.tag in {"Div", "Span", "Note"} and not any(kid.tag == "Div" for kid in cell.elements)
    ]
    assert len(cells) > 40
    assert {cell.language.split("-")[0] for cell in cells} == {"ru", "en"}
    assert [pressed.book.text(cell) for cell in cells if _in_foreign_script(cell, pressed.book)] == []


def _in_foreign_script(cell: Element, book: TaggedBook) -> bool:
    """Tell whether the words of a cell that are said to be in its language are of another's script."""
    text = " ".join(words.text for words, holder in book.runs(cell) if holder.language == cell.language)
    cyrillic, latin = len(CYRILLIC.findall(text)), len(LATIN.findall(text))
    return cyrillic + latin >= 8 and (cyrillic > latin) is not cell.language.startswith("ru")


def test_divisions_and_letters_have_headings(pressed: Pressed) -> None:
    letters = pressed.tagged("Art")
    assert letters
    assert all(letter.elements[0].tag == "H2" for letter in letters)
    assert all(pressed.book.text(heading) for heading in pressed.tagged("H1", "H2", "H3"))
    assert len(pressed.tagged("H1")) >= 5
    levels = [int(element.tag[1]) for element in pressed.tagged("H1", "H2", "H3")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


# --- notes and links ---------------------------------------------------------------------------------------------


def areas(element: Element) -> list[Area]:
    return [area for inside in element.walk() for area in inside.areas]


def callers(pressed: Pressed) -> dict[str, list[Area]]:
    """Give the areas of links outside notes, by the name that they lead to."""
    found: dict[str, list[Area]] = {}
    for element in pressed.book.elements():
        if "Note" not in [element.tag, *(above.tag for above in element.ancestors)]:
            for area in element.areas:
                found.setdefault(area.link.target.removeprefix("#"), []).append(area)
    return found


def test_a_note_has_a_name_of_its_own_and_its_caller_leads_to_it_and_back(pressed: Pressed) -> None:
    notes = pressed.tagged("Note")
    names = [note.id for note in notes]
    assert names and all(names) and len(set(names)) == len(names)
    to = callers(pressed)
    for note in notes:
        if note.id in UNCALLED.get(pressed.name, ()):
            continue
        back = next(area.link.target.removeprefix("#") for area in areas(note))
        place = pressed.book.destinations[back]
        if note.id in to:
            (caller,) = to[note.id]
            assert pressed.book.destinations[note.id].page == pressed.book.lines(note)[0].page
            assert place.page == caller.page
            assert abs(place.x - caller.link.box.x0) < 1 and abs(place.y - caller.link.box.y0) < 12
        else:
            assert re.match(r"\d+ .+\]", pressed.book.text(note)), "only an entry of the apparatus has no caller"


def test_links_lead_somewhere_and_can_be_clicked_on(pressed: Pressed) -> None:
    found = [area for element in pressed.tagged("Link") for area in element.areas]
    assert found
    assert [area for area in found if area.link.target.startswith("edition:")] == []
    inside = {area.link.target.removeprefix("#") for area in found if area.link.target.startswith("#")}
    assert inside <= set(pressed.book.destinations)
    assert [area.link for area in found if area.link.box.height < 3 or area.link.box.width < 1] == []


# --- order -------------------------------------------------------------------------------------------------------


def test_versions_are_read_row_by_row_and_notes_after_the_row_that_calls_them(pressed: Pressed) -> None:
    notes = 0
    for letter in pressed.tagged("Art"):
        called: set[str] = set()
        for block in letter.elements:
            languages = [cell.language.split("-")[0] for cell in block.elements]
            assert languages in (["ru", "en"], ["ru"], ["en"]), pressed.book.text(block)
            sides = {cell.id for cell in block.elements if cell.tag == "Note"}
            if sides:
                notes += 1
                lemma = re.match(r"\d+ .+\]", pressed.book.text(block))
                assert sides & called or lemma, sides
            else:
                called |= {area.link.target.removeprefix("#") for area in areas(block)}
    assert notes


@pytest.mark.parametrize("name", EDITIONS)
def test_in_columns_and_on_facing_pages_it_reads_the_same(name: str, books: Books) -> None:
    """The letters, and the languages they are in, do not hang on where they stand."""
    facing, columns = (_letters(books(name, layout).book) for layout in LAYOUTS)
    assert facing
    assert facing == columns


def _letters(book: TaggedBook) -> list[tuple[str, str]]:
    """The words of all letters by rows, without figures: pages and lines that are cited differ."""
    return [
        (cell.language, re.sub(r"[-\s\d]", "", book.text(cell)))
        for letter in book.elements()
        if letter.tag == "Art"
        for row in letter.elements
        for cell in row.elements
    ]


# --- pages -------------------------------------------------------------------------------------------------------


def test_rows_begin_level_and_on_one_opening(pressed: Pressed) -> None:
    levels = pressed.figures.levels
    assert levels.rows > 30
    assert (levels.askew, levels.parted) == ((), ())


def test_notes_are_at_home(pressed: Pressed) -> None:
    notes = pressed.figures.notes
    assert notes.sides >= 5
    assert notes.strayed == ()
    assert tuple(spot.what.split(":")[0] for spot in notes.uncalled) == UNCALLED.get(pressed.name, ())
    unlike = [side for spot in notes.unlike for side in spot.what.split(", ")]
    assert [side for side in unlike if side in UNCALLED.get(pressed.name, ())] == list(UNCALLED.get(pressed.name, ()))
    assert len(notes.unlike) == len(UNCALLED.get(pressed.name, ()))


def test_no_line_stands_alone_and_no_heading_is_left_at_the_foot(pressed: Pressed) -> None:
    breaks = pressed.figures.breaks
    assert breaks.paragraphs > 100
    assert (breaks.orphans, breaks.widows, breaks.of_notes, breaks.headings, breaks.hyphens) == ((), (), (), (), ())


def test_white_is_held_small(pressed: Pressed) -> None:
    """Criterion 2; the books are too small for its shares at the foot, and columns have notes of two versions."""
    white = pressed.figures.white
    assert white.levelling < 0.06
    assert white.holes == () or white.holes[0].amount <= 4
    assert white.deepest_notes[0].amount < (0.35 if pressed.layout == "facing" else 0.45)


def test_the_faces_are_those_of_the_style_and_no_other(pressed: Pressed) -> None:
    style, _ = load_style(EDITIONS[pressed.name])
    assert style is not None
    ours = {_post_script_name(file) for file in style.face.files}
    fonts = read_pdf(pressed.path).fonts
    assert all(font.embedded and font.to_unicode for font in fonts)
    assert {font.name for font in fonts} <= ours
    painted = {font for words, _ in pressed.book.runs() for font in words.fonts}
    assert painted <= ours


def _post_script_name(file: Path) -> str:
    with TTFont(file, lazy=True) as font:
        return str(font["name"].getDebugName(6))


# --- the same everywhere -----------------------------------------------------------------------------------------


def test_it_is_the_same_file_anywhere_at_any_time_and_by_any_number_of_workers(
    pressed: Pressed, tmp_path: Path
) -> None:
    """Another folder and place to work in, locale, zone, seed of hashes, umask and number of processes."""
    folder = tmp_path / "в другом месте" / "edition"
    shutil.copytree(EDITIONS[pressed.name], folder, ignore=shutil.ignore_patterns("output"))
    target = tmp_path / "book.pdf"
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("LC_", "LANG", "PYTEST", "SOURCE_DATE"))
    }
    environment |= {"LC_ALL": "C", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "77", "PYTHONPATH": str(ROOT)}
    words = [str(folder), pressed.layout, str(target), "1"]
    subprocess.run(
        ["sh", "-c", 'umask 077; exec "$@"', "sh", sys.executable, "-m", "tests.pipeline.pressed", *words],
        cwd=tmp_path,
        env=environment,
        check=True,
        timeout=300,
    )
    assert target.read_bytes() == pressed.path.read_bytes()
