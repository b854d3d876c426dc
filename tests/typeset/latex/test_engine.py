"""An engine that is missing, hangs or crashes."""

import os
import stat
import time
from pathlib import Path

import pytest

from edition.render.latex import LatexSource
from edition.typeset.latex import typeset_latex
from tests.specimens.style import specimen_style

SOURCE = LatexSource("", {})


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the only folder in which programs are looked for, besides those of the system's shell."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def program(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def test_a_missing_engine_is_told_with_what_to_do(programs: Path) -> None:
    typeset = typeset_latex(SOURCE, specimen_style())
    assert typeset.write is None
    assert [finding.code for finding in typeset.findings] == ["E020"]
    assert "make pdf ENGINE=latex" in typeset.findings[0].hint


def test_an_engine_that_hangs_is_stopped_with_all_it_started(programs: Path, tmp_path: Path) -> None:
    child = tmp_path / "child"
    program(programs, "xelatex", f"sleep 600 & echo $! > '{child}'\nwait")
    program(programs, "xdvipdfmx", "exit 0")
    began = time.monotonic()
    typeset = typeset_latex(SOURCE, specimen_style(), seconds=1)
    assert time.monotonic() - began < 30
    assert [finding.code for finding in typeset.findings] == ["E021"]
    assert "1 seconds" in typeset.findings[0].message
    assert ends(int(child.read_text()))


def test_an_engine_that_crashes_is_told(programs: Path) -> None:
    program(programs, "xelatex", "echo 'something broke'\nkill -SEGV $$")
    program(programs, "xdvipdfmx", "exit 0")
    typeset = typeset_latex(SOURCE, specimen_style())
    assert typeset.write is None
    assert [finding.code for finding in typeset.findings] == ["E021"]
    assert "something broke" in typeset.findings[0].message


def ends(process: int) -> bool:
    """Tell whether a process is gone, or goes in the next seconds: a signal takes its time on a busy machine."""
    until = time.monotonic() + 10
    while is_running(process) and time.monotonic() < until:
        time.sleep(0.05)
    return not is_running(process)


def is_running(process: int) -> bool:
    """Tell whether a process is alive, one that nobody has buried yet left out."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
