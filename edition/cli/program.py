"""The program ``edition`` and its commands."""

from pathlib import Path

import click

from edition.cli.build import build
from edition.cli.check import check
from edition.cli.desk import Desk
from edition.cli.explain import explain
from edition.cli.import_pages import import_pages
from edition.cli.index import index
from edition.cli.init import init
from edition.cli.show import show


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "-C",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="The edition's folder; else the nearest one upwards that holds edition.yaml.",
)
@click.option("--quiet", is_flag=True, help="Say only what is wrong.")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON, for scripts.")
@click.version_option(package_name="edition")
@click.pass_context
def main(context: click.Context, folder: Path | None, quiet: bool, as_json: bool) -> None:
    """Typeset scholarly editions of letters: a printed book and an e-book from letter files.

    Exit status: 0 all is well, 1 faults were found, 2 the program cannot go on.
    """
    context.obj = Desk(folder, quiet, as_json)


for command in (build, check, explain, import_pages, index, init, show):
    main.add_command(command)
