"""Compose an edition's folder without setting it, as plain text."""

from pathlib import Path

from edition.book.compose import compose
from edition.model.finding import has_errors
from edition.model.pagination import Pagination
from edition.pipeline.reading import read_and_check
from edition.prepare.typography import apply_typography
from edition.render.log import render_log

SPECIMEN = Path(__file__).parents[1] / "specimens" / "edition"


def composed(folder: Path) -> str:
    """Give the plain text of the book that an edition's folder makes; its files must be without errors."""
    read = read_and_check(folder)
    assert not has_errors(read.findings), "\n".join(map(str, read.findings))
    assert read.edition is not None
    assert read.style is not None
    return render_log(compose(apply_typography(read.edition), read.style, Pagination()))


def written(folder: Path, **files: str) -> Path:
    """Write an edition's files; ``letters__a`` is ``letters/a.yaml``."""
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
