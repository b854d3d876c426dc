"""Run XeTeX in a folder of its own: no shell, no file outside, no clock, and never for ever."""

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from edition.render.latex.source import LatexSource

JOB = "book"
MOST_RUNS = 5
"""Runs of one layout at the most; two settle a book, three one whose heads change."""

_TEX = ("xelatex", "-no-pdf", "-no-shell-escape", "-interaction=nonstopmode", "-halt-on-error", f"{JOB}.tex")
_DRIVER = ("xdvipdfmx", "-q", "-o", f"{JOB}.pdf", f"{JOB}.xdv")


class EngineMissing(Exception):
    """XeTeX is not installed."""


class EngineStopped(Exception):
    """XeTeX gave up on the book; ``log`` is what it wrote."""

    def __init__(self, log: str) -> None:
        super().__init__("the engine stopped")
        self.log = log


class EngineTimeout(EngineStopped):
    """XeTeX was stopped because it took too long."""


@dataclass(frozen=True, slots=True)
class Run:
    """What the engine made: the PDF, the log of its last run, and whether its runs settled."""

    pdf: bytes
    log: str
    settled: bool


def run_engine(source: LatexSource, folder: Path, seconds: float) -> Run:
    """Set a book in an empty folder; ``seconds`` is the limit of each run.

    Raise ``EngineMissing``, ``EngineStopped`` or ``EngineTimeout``.
    """
    if not (shutil.which("xelatex") and shutil.which("xdvipdfmx")):
        raise EngineMissing
    _lay_out(source, folder)
    settled = False
    before = b""
    for _ in range(MOST_RUNS):
        _start(_TEX, folder, seconds)
        after = (folder / f"{JOB}.aux").read_bytes()
        settled = after == before
        if settled:
            break
        before = after
    _start(_DRIVER, folder, seconds)
    return Run((folder / f"{JOB}.pdf").read_bytes(), _read_log(folder), settled)


def _lay_out(source: LatexSource, folder: Path) -> None:
    (folder / f"{JOB}.tex").write_text(source.text, encoding="utf-8", newline="\n")
    for name, path in sorted(source.files.items()):
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(path, folder / name)


def _start(command: tuple[str, ...], folder: Path, seconds: float) -> None:
    """Run a program to its end; whatever it started is killed with it when the time is up."""
    with (folder / "said.txt").open("wb") as said:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=_environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            code = process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise EngineTimeout(_read_log(folder)) from None
        finally:
            _end(process)
    if code:
        raise EngineStopped(f"{_read_log(folder)}\n{_text(folder / 'said.txt')[-2000:]}")


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _environment(folder: Path) -> Mapping[str, str]:
    """Give the engine what it needs and nothing that could change the book from one machine to the next."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(folder),
        "TEXMFHOME": str(folder),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "SOURCE_DATE_EPOCH": "0",
        "FORCE_SOURCE_DATE": "1",
        "openin_any": "p",
        "openout_any": "p",
        "shell_escape": "f",
        "max_print_line": "100000",
    }


def _read_log(folder: Path) -> str:
    return _text(folder / f"{JOB}.log")


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
