"""The specimen as a finished e-book, in the style that comes with the program."""

from pathlib import Path

import pytest

from edition.settings.style import Style
from edition.settings.style_file import load_style
from edition.typeset.epub import package_epub
from tests.specimens.book import specimen_book


@pytest.fixture(scope="session")
def octavo(tmp_path_factory: pytest.TempPathFactory) -> Style:
    """Load the style of an edition that has none of its own."""
    style, findings = load_style(tmp_path_factory.mktemp("edition"))
    assert style is not None and not findings
    return style


@pytest.fixture(scope="session")
def specimen(octavo: Style, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the e-book of the specimen."""
    path = tmp_path_factory.mktemp("epub") / "specimen.epub"
    path.write_bytes(package_epub(specimen_book(), octavo))
    return path
