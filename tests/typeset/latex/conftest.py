"""The specimen book, set once by XeTeX for all tests here."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from edition.inspect.pdf import PdfDocument, read_pdf
from edition.render.latex import render_latex
from edition.typeset.latex import typeset_latex
from edition.typeset.result import Typeset
from tests.specimens.book import specimen_book
from tests.specimens.style import specimen_style


def written(typeset: Typeset, path: Path) -> Path:
    """Write a book that is there, and give its place."""
    assert typeset.write is not None, typeset.findings
    assert typeset.write(path) == ()
    return path


@pytest.fixture(scope="session")
def specimen() -> Typeset:
    """Give the specimen as the engine made it."""
    style = specimen_style()
    return typeset_latex(render_latex(specimen_book(), style), style)


@pytest.fixture(scope="session")
def specimen_pdf(specimen: Typeset, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PdfDocument]:
    """Give the specimen's file, read."""
    path = Path(tmp_path_factory.mktemp("latex")) / "specimen.pdf"
    yield read_pdf(written(specimen, path))
