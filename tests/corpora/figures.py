"""Make the books on which the press is shown, measure them, and print a table in Markdown.

``python -m tests.corpora.figures FOLDER`` makes all; ``--only friends``, ``--layout columns`` choose. The books stay
in the folder, to be looked at; a figure that could not be had is a dash.
"""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from tests.corpora.measured_build import Made, build
from tests.corpora.plain import ROOT, write_edition
from tests.corpora.shelf import SHELF
from tests.tools.verapdf import FLAVOURS, NoVerdict, verdicts

INVENTED = ("press", "press-three")
"""Specimens that are hard to set."""
LAYOUTS = ("facing", "columns")
HEAD = ("book", "layout", "pages", "words lost", "seconds", "MB, largest process", "MB, all", *FLAVOURS)


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
    yield from (str(made.pages or "-"), whole, f"{made.seconds:.0f}", f"{made.largest:.0f}", f"{made.together:.0f}")
    yield from _verdicts(made) if made.books else ("-" for _ in FLAVOURS)


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
