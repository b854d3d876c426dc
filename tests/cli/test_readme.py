"""The five-minute path of the README, followed literally, command by command."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def five_minutes() -> list[str]:
    """Give the commands under "Your own letters in five minutes", in order."""
    section = README.split("## Your own letters in five minutes")[1].split("\n## ")[0]
    return [line for block in re.findall(r"```sh\n(.*?)```", section, re.DOTALL) for line in block.splitlines()]


def test_the_five_minute_path_leads_to_a_book(tmp_path: Path) -> None:
    program = tmp_path / ".venv" / "bin" / "edition"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m edition "$@"\n')
    program.chmod(0o755)
    page = (ROOT / "corpus" / "pages" / "letter-1931-09-07.txt").read_bytes()
    (tmp_path / "page.txt").write_bytes(page)
    commands = five_minutes()
    assert len(commands) == 5
    for command in commands:
        done = subprocess.run(
            command,
            shell=True,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
        if command.endswith("build pdf"):
            letter = tmp_path / "my-letters" / "letters" / "1901-03-02-quill.yaml"
            letter.write_text(letter.read_text().replace("Dear Ada,", "Dearest Ada,"))
    made = sorted(path.name for path in (tmp_path / "my-letters" / "output").iterdir() if path.is_file())
    assert made == ["my-letters.epub", "my-letters.pdf"]
    words = subprocess.run(
        ["pdftotext", tmp_path / "my-letters" / "output" / "my-letters.pdf", "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "Dearest Ada," in words
    assert (tmp_path / "my-letters" / "pages" / "page.txt").read_bytes() == page


def test_the_readme_quotes_the_specimen() -> None:
    block = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)[0]
    assert block in (ROOT / "edition" / "scaffold" / "letters" / "1901-03-02-quill.yaml").read_text(encoding="utf-8")


def test_every_link_of_the_readme_leads_to_a_file() -> None:
    targets = re.findall(r"\]\((?!https?:)([^)]+)\)", README)
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_every_make_target_of_the_readme_exists() -> None:
    targets = set(re.findall(r"(?:`|^)make ([a-z-]+)", README, re.MULTILINE))
    listed = subprocess.run(["make", "-s", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert shutil.which("make")
    assert {target for target in targets if not re.search(rf"^\s+{target}\b", listed, re.MULTILINE)} == set()
