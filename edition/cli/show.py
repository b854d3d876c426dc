"""``edition show``: one letter, as the program understands it."""

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from edition.cli.desk import Desk, speaking
from edition.cli.records import letter_record
from edition.model.edition import Edition
from edition.model.letter import CellState, Letter


@click.command()
@click.argument("letter")
@speaking
def show(desk: Desk, letter: str) -> None:
    """Show a LETTER, named by its id or number: versions side by side, notes, sources, mentions."""
    checked = desk.read()
    if checked.edition is None:
        desk.report(checked.findings)
        desk.stop("the edition could not be read.")
    found = _find(checked.edition, letter)
    if found is None:
        known = ", ".join(each.id for each in checked.edition.letters[:12])
        desk.stop(f"there is no letter «{letter}» here; there are: {known or 'none'}.")
    if desk.as_json:
        desk.answer(letter_record(found, checked.edition))
        return
    _print(found)


def _find(edition: Edition, name: str) -> Letter | None:
    return edition.letter(name) or next((letter for letter in edition.letters if letter.number == name), None)


def _print(letter: Letter) -> None:
    console = Console(highlight=False)
    console.print(Text(f"{letter.number}  {letter.id}", style="bold"))
    console.print(Text(f"{', '.join(letter.sender)} → {', '.join(letter.addressee)}   {letter.date.edtf or 'undated'}"))
    table = Table(show_lines=True, expand=True)
    table.add_column("row", no_wrap=True)
    for version in letter.versions:
        table.add_column(f"{version.language} ({version.role})", ratio=1)
    for row in letter.rows:
        cells = []
        for version in letter.versions:
            cell = row.cell(version.key)
            cells.append(Text(cell.text if cell and cell.state is CellState.PRESENT else "—"))
        table.add_row(Text(f"{row.id or row.ordinal}\n{row.role}"), *cells)
    console.print(table)
    for note in letter.notes:
        console.print(Text(f"note {note.number or '?'} «{note.name}» ({note.kind})", style="bold"))
        for cell in note.cells:
            console.print(Text(cell.text))
    for entry in letter.apparatus:
        readings = "; ".join(f"{each.text or '(omitted)'} {each.siglum}" for each in entry.reading.readings)
        console.print(Text(f"{entry.lemma}] {readings}"))
