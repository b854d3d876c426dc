"""``edition check``: every fault of the corpus, all at once."""

import click

from edition.cli.desk import Desk, finding_record, speaking, tally


@click.command()
@speaking
def check(desk: Desk) -> None:
    """Look through all files and list what is wrong or doubtful.

    Errors stop the book (exit status 1); warnings and notes do not.
    """
    checked = desk.read()
    if desk.as_json:
        desk.answer([finding_record(finding) for finding in checked.findings])
    else:
        desk.report(checked.findings)
        desk.say(f"{tally(checked.findings)}.")
    desk.finish(checked.findings)
