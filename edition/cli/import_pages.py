"""``edition import``: pages of a website become letter files."""

from pathlib import Path

import click

from edition.cli.desk import Desk, finding_record, speaking
from edition.cli.output import replace_file
from edition.importing import Holdings, Imported
from edition.model.edition import Edition
from edition.model.finding import Finding, has_errors
from edition.pipeline.importing import holdings, import_file
from edition.readers.folder import load_edition

LARGEST = 20_000_000
"""The size in bytes above which a file is no page of a letter."""


@click.command("import")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE…"
)
@speaking
def import_pages(desk: Desk, files: tuple[Path, ...]) -> None:
    """Take letters over from pages of a website, saved as text.

    Each FILE becomes a letter file in letters/, with its receipts: what was removed, joined or mended. The page itself
    is kept in pages/, byte for byte. A letter file that is there already is never written over.
    """
    folder = desk.folder
    edition, faults = load_edition(folder)
    if edition is None:
        desk.report(faults)
        desk.stop("the edition could not be read; nothing was imported.")
    held = holdings(edition, folder)
    findings: list[Finding] = []
    imported: list[Imported] = []
    for file in files:
        with desk.working(f"importing {file.name}"):
            made, found = _import(desk, file, edition, held)
        findings.extend(found)
        if made is None:
            continue
        _write(desk, folder, made)
        imported.append(made)
        held = Holdings(
            {**held.letters, made.letter.id: made.receipts.page},
            {**held.pages, made.receipts.page: made.receipts.sha256},
        )
    _tell(desk, imported, findings)
    desk.finish(findings)


def _import(desk: Desk, file: Path, edition: Edition, held: Holdings) -> tuple[Imported | None, tuple[Finding, ...]]:
    if file.stat().st_size > LARGEST:
        desk.stop(f"{file} is larger than {LARGEST // 1_000_000} MB: that is no letter. Nothing was imported from it.")
    made, found = import_file(file.name, file.read_bytes(), edition, held)
    return (None if has_errors(found) else made), found


def _write(desk: Desk, folder: Path, made: Imported) -> None:
    """Write the new files; a file that is there already is left as it is (the page may be, under its own name)."""
    inside = folder.resolve()
    if not all((folder / name).resolve().is_relative_to(inside) for name in made.files):
        desk.stop(f"letters/, pages/ or a file in them is a link out of {folder}; nothing was imported from this page.")
    taken = [
        name for name in made.files if (folder / name).exists() and (folder / name).read_bytes() != made.files[name]
    ]
    if taken:
        desk.stop(
            f"{', '.join(taken)} is there already; nothing was written over, and nothing was imported from this page."
        )
    for name, content in made.files.items():
        if not (folder / name).exists():
            replace_file(folder / name, content)


def _tell(desk: Desk, imported: list[Imported], findings: list[Finding]) -> None:
    if desk.as_json:
        letters = [
            {
                "letter": made.letter.id,
                "page": made.receipts.page,
                "sha256": made.receipts.sha256,
                "files": sorted(made.files),
                "acts": {act.kind: act.count for act in made.receipts.counts()},
                "stubs": {file: list(stubs) for file, stubs in made.stubs.items()},
            }
            for made in imported
        ]
        desk.answer({"imported": letters, "findings": [finding_record(finding) for finding in findings]})
        return
    desk.report(findings)
    for made in imported:
        acts = sum(act.count for act in made.receipts.counts())
        desk.say(
            f"letters/{made.letter.id}.yaml written from {made.receipts.page}: "
            f"{len(made.letter.rows)} rows, {acts} acts recorded."
        )
        for file, stubs in made.stubs.items():
            desk.say(f"\n{file} still wants:\n\n" + "\n".join(stubs))
