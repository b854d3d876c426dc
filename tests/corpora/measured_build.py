"""Make a book in a process of its own; say how long it took and how much memory it had at its fullest."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.corpora.plain import ROOT

_EVERY = 0.25  # seconds between two looks at the memory of all processes


@dataclass(frozen=True)
class Made:
    """What a build left: its books, its findings, seconds; megabytes of one process and of all at their fullest."""

    status: int
    books: tuple[Path, ...]
    pages: int
    findings: tuple[dict[str, Any], ...]
    seconds: float
    largest: float
    together: float
    said: str = ""

    @property
    def errors(self) -> tuple[str, ...]:
        """The findings that stop a book, one line each."""
        return tuple(f"{f['code']} {f['message']}" for f in self.findings if f["severity"] == "error")

    @property
    def lost(self) -> int:
        """How many findings of the audit there are: places where words of the letters are missing or changed."""
        return sum(finding["code"].startswith("A") for finding in self.findings)


def build(edition: Path, output: Path, *words: str) -> Made:
    """Run ``edition build``; the books come to ``output``."""
    command = [sys.executable, "-m", "edition", "-C", str(edition), "build", *words, "--output", str(output), "--json"]
    started = time.monotonic()
    with (
        (output.parent / f"{output.name}.answer").open("w+", encoding="utf-8") as answer,
        subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=answer, stderr=subprocess.PIPE
        ) as process,
    ):
        watch = _Watch(process.pid)
        said = process.stderr.read() if process.stderr else b""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        together = watch.stop()
        answer.seek(0)
        told: dict[str, Any] = json.loads(answer.read() or "{}")
    built = told.get("built", [])
    return Made(
        process.returncode,
        tuple(ROOT / book["file"] for book in built if book["made"]),
        sum(book["pages"] or 0 for book in built),
        tuple(told.get("findings", ())),
        time.monotonic() - started,
        usage.ru_maxrss / 1024,
        together,
        said.decode()[-3000:],
    )


class _Watch(threading.Thread):
    """Looks again and again at how much memory a process and all that it started have together."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.process, self.most, self.done = process, 0.0, threading.Event()
        self.start()

    def run(self) -> None:
        """Look until told to stop."""
        while not self.done.wait(_EVERY):
            self.most = max(self.most, sum(_megabytes(process) for process in _family(self.process)))

    def stop(self) -> float:
        """Stop looking; give the most that was seen, in megabytes."""
        self.done.set()
        self.join()
        return self.most


def _family(process: int) -> Sequence[int]:
    family = [process]
    for member in family:
        try:
            tasks = list(Path(f"/proc/{member}/task").iterdir())
            family += [int(child) for task in tasks for child in (task / "children").read_text().split()]
        except OSError:
            continue  # it has ended since
    return family


def _megabytes(process: int) -> float:
    """Give the share of memory of a process, pages that several use counted in parts."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
