"""Make the books on which the press is shown, measure them, and print a table in Markdown.

``python -m tests.corpora.figures FOLDER`` makes all; ``--only friends``, ``--layout columns`` choose. The books stay
in the folder, to be looked at, each with all its figures and its worst places in a file of their own; what could not
be had is a dash. "Level" counts rows that begin level on one opening, of all rows in several versions; "at home" the
sides of notes that begin on the page of their caller; "widows" single lines of text at a head or foot; "white" what
levelling takes of the lines, and what is left at the feet.
"""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from edition.measuring import as_table, measure_pdf
from tests.corpora.measured_build import Made, build
from tests.corpora.plain import ROOT, write_edition
from tests.corpora.shelf import SHELF
from tests.tools.verapdf import FLAVOURS, NoVerdict, verdicts

INVENTED = ("press", "press-three")
"""Specimens that are hard to set."""
LAYOUTS = ("facing", "columns")
MEASURES = ("rows level", "notes at home", "widows", "white: levelling", "white: feet")
HEAD = (
    *("book", "layout", "pages", "words lost"),
    *MEASURES,
    *("seconds", "MB, largest process", "MB, all", *FLAVOURS),
)


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--only", "names", multiple=True, help="One of the books; may be said again.")
@click.option("--layout", "layouts", multiple=True, type=click.Choice(LAYOUTS), default=LAYOUTS, show_default=True)
@click.option("--engine", default="weasyprint", show_default=True)
def main(folder: Path, names: tuple[str, ...], layouts: tuple[str, ...], engine: str) -> None:
    """Make books in FOLDER and print their figures."""
    click.echo(_row(HEAD))
    click.echo(_row("---" for _ in HEAD))
    for name in names or ("corpus", *SHELF, *INVENTED):
        edition = _edition(name, folder)
        for layout in layouts:
            made = build(edition, folder / f"{name}-{layout}", "pdf", "--engine", engine, "--layout", layout)
            click.echo(_row((name, layout, *_figures(made))))
            for error in (*made.errors[:5], *(made.said.splitlines()[-1:] if made.status and not made.errors else ())):
                click.echo(f"  {error}", err=True)


def _edition(name: str, folder: Path) -> Path:
    """Put an edition into the folder, afresh."""
    place = folder / f"{name}-edition"
    shutil.rmtree(place, ignore_errors=True)
    if name in SHELF:
        return write_edition(place, SHELF[name].made())
    source = ROOT / "corpus" if name == "corpus" else ROOT / "tests" / "specimens" / name
    return Path(shutil.copytree(source, place, ignore=shutil.ignore_patterns("output")))


def _figures(made: Made) -> Iterator[str]:
    whole = str(made.lost) if made.books or made.lost else "-"
    yield from (str(made.pages or "-"), whole)
    yield from _measures(made.books[0]) if made.books else ("-" for _ in MEASURES)
    yield from (f"{made.seconds:.0f}", f"{made.largest:.0f}", f"{made.together:.0f}")
    yield from _verdicts(made) if made.books else ("-" for _ in FLAVOURS)


def _measures(book: Path) -> Iterator[str]:
    """Measure the pages of a book; leave all figures beside it."""
    figures = measure_pdf(book)
    book.with_suffix(".md").write_text(as_table(figures), encoding="utf-8")
    levels, notes, breaks, white = figures.levels, figures.notes, figures.breaks, figures.white
    yield f"{levels.rows - len({*levels.askew, *levels.parted})}/{levels.rows}"
    yield f"{notes.sides - len(notes.strayed) - len(notes.uncalled)}/{notes.sides}"
    yield str(len(breaks.orphans) + len(breaks.widows))
    yield f"{white.levelling:.1%}"
    yield f"{white.foot:.1%}"


def _verdicts(made: Made) -> Iterator[str]:
    """Say of each flavour whether the book passes, else what it breaks."""
    for flavour in FLAVOURS:
        try:
            broken = verdicts(made.books[0], (flavour,))
        except NoVerdict as reason:
            click.echo(f"  {reason}", err=True)
            yield "-"
        else:
            yield ", ".join(f"{failure.rule} ×{failure.count}" for failure in broken) or "passes"


def _row(cells: Iterator[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    sys.exit(main())
