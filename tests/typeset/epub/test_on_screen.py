"""The e-book in a browser, on a telephone and on a tablet."""

import zipfile
from pathlib import Path
from typing import TypedDict

import pytest

from tests.typeset.epub.tools import browse, served

PHONE, TABLET = "360", "1024"


class Box(TypedDict):
    """Where a cell stands, in CSS pixels; ``words`` is the top of its first paragraph."""

    left: float
    right: float
    top: float
    bottom: float
    words: float


class Line(TypedDict):
    """The line of the word before a caller, and the height at which the caller stands."""

    top: float
    bottom: float
    middle: float


class Screen(TypedDict):
    """What a browser shows of the letters."""

    wide: int
    face: list[str]
    rows: list[list[Box]]
    callers: list[Line]


@pytest.fixture(scope="module")
def screens(specimen: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Screen]:
    """Show the letters on both screens; pictures of them are left beside the unpacked book."""
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(specimen) as archive:
        archive.extractall(folder)
        letters = next(name for name in archive.namelist() if name.endswith("letters.xhtml"))
    with served(folder) as address:
        shown: dict[str, Screen] = browse("rows.mjs", f"{address}/{letters}", str(folder), PHONE, TABLET)
    return shown


def test_the_letters_on_both_screens(screens: dict[str, Screen]) -> None:
    """One test for all, for each worker of a test run would open a browser of its own."""
    stacked, beside = (_pairs(screens[width]) for width in (PHONE, TABLET))
    assert len(stacked) == len(beside) >= 12
    for original, translation in stacked:
        assert translation["top"] >= original["bottom"]
        assert (original["left"], original["right"]) == (translation["left"], translation["right"])
    for original, translation in beside:
        assert translation["left"] >= original["right"]
        assert original["words"] == pytest.approx(translation["words"], abs=0.5)
        assert original["right"] - original["left"] == pytest.approx(translation["right"] - translation["left"], abs=1)
    for width, screen in screens.items():
        assert screen["wide"] == int(width), "the page is wider than the screen"
        assert set(screen["face"]) == {"Vollkorn"}
        assert len(screen["callers"]) == 5
        for line in screen["callers"]:
            assert line["top"] < line["middle"] < line["bottom"], "a caller has left the line of its word"


def _pairs(screen: Screen) -> list[tuple[Box, Box]]:
    return [(row[0], row[1]) for row in screen["rows"] if len(row) == 2]
