"""``edition build``: make the books."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

import click

from edition.audit import audit_epub, audit_pdf
from edition.cli.desk import Desk, finding_record, speaking, tally
from edition.cli.output import Output
from edition.model.finding import Finding, Severity, has_errors, in_order
from edition.model.pagination import Pagination
from edition.pipeline.making import make_epub, make_pdf
from edition.pipeline.reading import Checked
from edition.prepare.printed import printed
from edition.settings.style import COLUMNS, LAYOUTS
from edition.settings.style_file import load_style

OF_LATEX = COLUMNS
"""The layout that LaTeX makes, whatever the style says."""


@dataclass(frozen=True, slots=True)
class Product:
    """One file to make: ``format`` is ``pdf`` or ``epub``; ``suffix`` tells it from its siblings.

    ``jobs`` is how many processes may make it; the file is the same for every number.
    """

    format: str
    engine: str = ""
    layout: str = ""
    suffix: str = ""
    jobs: int = 1

    def file_name(self, name: str) -> str:
        """Give the file's name; no two products share one."""
        return f"{name}{self.suffix}.{self.format}"


@click.command()
@click.argument("what", type=click.Choice(["pdf", "epub", "all"]), default="all")
@click.option("--engine", type=click.Choice(["weasyprint", "latex"]), default="weasyprint", help="What makes the PDF.")
@click.option("--layout", type=click.Choice(LAYOUTS), help="How the versions stand; else as the style says.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where the books go; else output/ of the edition.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=os.cpu_count() or 1,
    show_default="one for each processor",
    help="How many processes work side by side; the book is the same for every number.",
)
@speaking
def build(desk: Desk, what: str, engine: str, layout: str | None, output: Path | None, jobs: int) -> None:
    """Make the book as pdf, epub or all (both).

    The book is made only when no error stands in the way, and takes its place only when every word of the letter
    files has been found in it. A book that is up to date is left alone.
    """
    folder = desk.folder
    if engine == "latex" and layout not in (None, OF_LATEX):
        desk.stop(f"LaTeX makes no {layout} pages yet: leave out --engine latex, or write --layout {OF_LATEX}.")
    shelf = Output(folder, output or folder / "output")
    asked = [replace(product, jobs=jobs) for product in products(what, engine, layout, folder)]
    due = [product for product in asked if not shelf.is_fresh(product.file_name(shelf.name))]
    findings: list[Finding] = []
    made: list[Product] = []
    if due:
        checked = desk.read()
        findings.extend(checked.findings)
        if not has_errors(findings):
            for product in due:
                found = _make(desk, shelf, product, checked)
                findings.extend(found)
                if not has_errors(found):
                    made.append(product)
    _tell(desk, shelf, {product: _fate(product, due, made) for product in asked}, findings)
    desk.finish(findings)


class Fate(StrEnum):
    """What became of a book."""

    KEPT = "kept"
    MADE = "made"
    FAILED = "failed"


def _fate(product: Product, due: Sequence[Product], made: Sequence[Product]) -> Fate:
    if product not in due:
        return Fate.KEPT
    return Fate.MADE if product in made else Fate.FAILED


def products(what: str, engine: str, layout: str | None, folder: Path) -> list[Product]:
    """List the books that are asked for; one in another layout than its engine's usual one has a name of its own."""
    listed = []
    if what in ("pdf", "all"):
        style, _ = load_style(folder)
        usual = OF_LATEX if engine == "latex" else style.layout if style else ""
        other = layout is not None and layout != usual
        suffix = ("-latex" if engine == "latex" else "") + (f"-{layout}" if other else "")
        listed.append(Product("pdf", engine, layout or usual, suffix))
    if what in ("epub", "all"):
        listed.append(Product("epub"))
    return listed


def _make(desk: Desk, shelf: Output, product: Product, checked: Checked) -> tuple[Finding, ...]:
    """Make one book, audit it, and put it in its place if nothing is lost; give what was found."""
    loaded, edition, style = checked.loaded, checked.edition, checked.style
    if loaded is None or edition is None or style is None:
        desk.stop("the edition could not be read.")
    name = product.file_name(shelf.name)
    found: tuple[Finding, ...] = ()
    pagination = Pagination()
    with desk.working(f"making {name}") as step, shelf.draft(name) as draft:
        if product.format == "epub":
            draft.write_bytes(make_epub(edition, style, step))
        else:
            laid_out = style.with_layout(product.layout)
            made = make_pdf(edition, laid_out, product.engine, draft, product.jobs, step)
            if made.pagination is None:
                desk.report(made.findings)
                desk.stop(f"{name} was not made; what stood in the output folder is as it was.")
            pagination, found = made.pagination, made.findings
            if has_errors(found):  # then there may be no file to look at
                return in_order(found)
        step("looking whether every word is there")
        audit = audit_epub if product.format == "epub" else audit_pdf
        found = in_order((*found, *audit(printed(loaded), draft)))
        if not has_errors(found):
            shelf.publish(name, draft, pagination)
    return found


def _tell(desk: Desk, shelf: Output, fates: Mapping[Product, Fate], findings: Sequence[Finding]) -> None:
    if desk.as_json:
        built = [_built(product, fate, shelf) for product, fate in fates.items()]
        desk.answer({"built": built, "findings": [finding_record(finding) for finding in findings]})
        return
    desk.report([finding for finding in findings if finding.severity is Severity.ERROR])
    for product, fate in fates.items():
        name = product.file_name(shelf.name)
        path = os.path.relpath(shelf.path(name))
        if fate is Fate.KEPT:
            desk.say(f"{path} is up to date: nothing to do.")
        elif fate is Fate.MADE:
            pages = shelf.pages(name)
            desk.say(f"{path} made" + (f": {pages} pages." if pages else "."))
        else:
            desk.say(f"{path} was not made; what stood in its place is as it was.")
    if findings:
        desk.say(f"{tally(findings)}; edition check lists them.")


def _built(product: Product, fate: Fate, shelf: Output) -> dict[str, object]:
    name = product.file_name(shelf.name)
    return {
        "file": os.path.relpath(shelf.path(name)),
        "format": product.format,
        "engine": product.engine or None,
        "layout": product.layout or None,
        "made": fate is Fate.MADE,
        "pages": shelf.pages(name),
    }
