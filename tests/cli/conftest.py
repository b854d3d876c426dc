"""The project's own edition, copied, and its three books made by the command line; `edition` as a person runs it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Answer:
    """What a command said: exit status, answer and findings."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> object:
        """The answer as plain values."""
        return json.loads(self.out)


Run = Callable[..., Answer]


def run_edition(*words: str | Path, cwd: Path | None = None, **environment: str) -> Answer:
    """Run the program in a process of its own, as from a terminal."""
    done = subprocess.run(
        [sys.executable, "-m", "edition", *map(str, words)],
        cwd=cwd or ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    return Answer(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="session")
def run() -> Run:
    """Give the function that runs the program."""
    return run_edition


def copy_corpus(folder: Path) -> Path:
    """Copy the project's own edition, without anything made of it."""
    return Path(shutil.copytree(ROOT / "corpus", folder, ignore=shutil.ignore_patterns("output")))


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Give a fresh copy of the project's own edition."""
    return copy_corpus(tmp_path / "corpus")


@pytest.fixture(scope="session")
def books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the three books of the project's own edition once; give the folder of that edition."""
    folder = copy_corpus(tmp_path_factory.mktemp("books") / "corpus")
    for engine in ("weasyprint", "latex"):
        answer = run_edition("-C", folder, "build", "all", "--engine", engine)
        assert answer.status == 0, answer.err
    return folder
