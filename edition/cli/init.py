"""``edition init``: a new edition that builds at once."""

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from edition.cli.desk import Desk, speaking


@click.command()
@click.argument("directory", type=click.Path(path_type=Path, file_okay=False))
@speaking
def init(desk: Desk, directory: Path) -> None:
    """Begin a new edition in DIRECTORY: settings, registers and a specimen letter to write over."""
    if directory.exists() and any(directory.iterdir()):
        desk.stop(f"{directory} is not empty; nothing was written. Name a new folder.")
    written = _copy(resources.files("edition") / "scaffold", directory)
    for folder in ("pages", "output"):
        (directory / folder).mkdir(exist_ok=True)
    if desk.as_json:
        desk.answer({"edition": str(directory), "files": sorted(written)})
        return
    desk.say(f"A new edition stands in {directory}. The specimen in letters/ shows how a letter is written.")
    desk.say(f"Make its book:  edition -C {directory} build pdf")


def _copy(source: Traversable, target: Path, prefix: str = "") -> list[str]:
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for item in source.iterdir():
        if item.is_dir():
            written += _copy(item, target / item.name, f"{prefix}{item.name}/")
        elif item.name.endswith((".yaml", ".txt")):
            (target / item.name).write_bytes(item.read_bytes())
            written.append(prefix + item.name)
    return written
