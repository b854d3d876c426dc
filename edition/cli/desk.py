"""What every command shares: which edition, how to answer, when to stop."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any, NoReturn

import click
from rich.console import Console

from edition.model.finding import Finding, Severity, has_errors
from edition.pipeline.reading import Checked, read_and_check

FAULTS = 1
STUCK = 2

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


@dataclass
class Desk:
    """Where the editor works, and how the program speaks to them."""

    chosen: Path | None
    quiet: bool
    as_json: bool

    @property
    def folder(self) -> Path:
        """The edition's folder; the program stops where there is none."""
        if self.chosen is not None:
            if not (self.chosen / "edition.yaml").is_file():
                self.stop(f"there is no edition in {self.chosen}: no file edition.yaml stands there.")
            return self.chosen
        here = Path.cwd()
        nearest = next((folder for folder in (here, *here.parents) if (folder / "edition.yaml").is_file()), None)
        if nearest is None:
            self.stop(
                "there is no edition here or in a folder above: no file edition.yaml.\n"
                "Go to the edition's folder, name it with -C DIR, or begin one: edition init DIR"
            )
        return nearest

    def say(self, words: str) -> None:
        """Tell the editor something that scripts and quiet editors need not hear."""
        if not self.quiet and not self.as_json:
            click.echo(words)

    def answer(self, value: object) -> None:
        """Give the answer in JSON."""
        click.echo(json.dumps(value, ensure_ascii=False, indent=2))

    def stop(self, words: str) -> NoReturn:
        """Say why the program cannot go on, and end it."""
        click.echo(f"edition: {words}", err=True)
        sys.exit(STUCK)

    def read(self) -> Checked:
        """Read and check the edition; stop where it has no settings that can be read."""
        with self.working("reading the letters") as report:
            return read_and_check(self.folder, report)

    @contextmanager
    def working(self, words: str) -> Iterator[Callable[[str], None]]:
        """Show on a terminal what is being done; give a function that tells of the next step."""
        if self.quiet or self.as_json or not sys.stderr.isatty():
            yield lambda step: None
            return
        with Console(stderr=True).status(f"{words} …") as status:
            yield lambda step: status.update(f"{step} …")

    def report(self, findings: Sequence[Finding]) -> None:
        """Print findings, errors in red where the terminal has colours; only errors when quiet."""
        for finding in findings:
            if self.quiet and finding.severity is not Severity.ERROR:
                continue
            style = click.style(f"{finding.severity} {finding.code}", fg=_COLOURS[finding.severity])
            click.echo(f"{finding.position}: {style}: {finding.message}", err=True)
            if finding.hint:
                click.echo(f"    hint: {finding.hint}", err=True)

    def finish(self, findings: Sequence[Finding]) -> NoReturn:
        """End the program: 1 where errors were found, else 0."""
        sys.exit(FAULTS if has_errors(findings) else 0)


def tally(findings: Sequence[Finding]) -> str:
    """Count findings in words.

    >>> tally(())
    'no errors, no warnings, no notes'
    """
    counts = []
    for severity in Severity:
        count = sum(finding.severity is severity for finding in findings)
        counts.append(f"{count or 'no'} {severity}{'' if count == 1 else 's'}")
    return ", ".join(counts)


def speaking(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command take ``--quiet`` and ``--json`` after its name too, and give it the desk."""

    @click.option("--quiet", "quiet_here", is_flag=True, help="Say only what is wrong.")
    @click.option("--json", "json_here", is_flag=True, help="Answer in JSON, for scripts.")
    @wraps(command)
    def with_desk(*args: Any, quiet_here: bool, json_here: bool, **options: Any) -> None:
        desk = click.get_current_context().find_object(Desk)
        assert desk is not None  # the group that every command belongs to makes it
        desk.quiet = desk.quiet or quiet_here
        desk.as_json = desk.as_json or json_here
        with _stopping_at_faults_of_the_machine(desk):
            command(desk, *args, **options)

    return with_desk


@contextmanager
def _stopping_at_faults_of_the_machine(desk: Desk) -> Iterator[None]:
    """Stop with words where a file or folder cannot be read or written; a reader gone away is left to click."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as fault:
        where = f"{fault.filename}: " if fault.filename else ""
        desk.stop(f"{where}{(fault.strerror or str(fault)).lower()}. Look at the permissions and the space left.")


def finding_record(finding: Finding) -> dict[str, str | int]:
    """Give a finding as plain values for JSON."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "file": finding.position.file,
        "line": finding.position.line,
        "column": finding.position.column,
        "message": finding.message,
        "hint": finding.hint,
    }
