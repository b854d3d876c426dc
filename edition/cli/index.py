"""``edition index``: the persons of the register and every place where they are named."""

import click

from edition.cli.desk import Desk, speaking
from edition.cli.output import Output
from edition.index.records import index_records


@click.command()
@speaking
def index(desk: Desk) -> None:
    """List the names with every place where they stand; pages are those of the last book, while it is up to date."""
    checked = desk.read()
    if checked.edition is None:
        desk.report(checked.findings)
        desk.stop("the edition could not be read.")
    shelf = Output(desk.folder, desk.folder / "output")
    records = index_records(checked.edition, shelf.latest())
    if desk.as_json:
        desk.answer(records)
        return
    for record in records:
        click.echo(" / ".join(record["headings"].values()))
        for locator in record["locators"]:
            note = f", note {locator['note']}" if locator["note"] else ""
            page = f"p. {locator['page']}, " if locator["page"] else ""
            row = f", row {locator['row']}" if locator["row"] else ""
            where = f"{page}{locator['letter'] or locator['text']}{row}{note}"
            click.echo(f"    {where} ({locator['language']}): {locator['words']}")
    if not records:
        desk.say("The register names nobody yet: registers/persons.yaml.")
