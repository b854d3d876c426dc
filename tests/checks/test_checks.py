"""Each check has a folder: what fires, what must stay silent, and the exact findings.

A case is laid over ``base/`` (an edition without letters) before it is read, prepared and checked by that check alone.
"""

import shutil
from pathlib import Path
from types import ModuleType

import pytest

from edition.checks import checks, run_checks
from edition.model.edition import Edition
from edition.model.finding import Finding, Rule
from edition.prepare import prepare
from edition.readers.folder import load_edition

HERE = Path(__file__).parent
CHECKS = {module.__name__.rpartition(".")[2]: module for module in checks()}
WITHOUT_FOLDER = {"generated_words", "unprintable"}
"""Checks that need what an edition's folder does not hold; they have tests of their own."""


def _edition(case: Path, folder: Path) -> Edition:
    shutil.copytree(HERE / "base", folder)
    shutil.copytree(case, folder, dirs_exist_ok=True)
    loaded, findings = load_edition(folder)
    assert loaded is not None, "\n".join(map(str, findings))
    prepared, _ = prepare(loaded)
    return prepared


def _told(findings: tuple[Finding, ...]) -> str:
    return "".join(f"{finding}\n" for finding in findings)


def _rules(module: ModuleType) -> set[str]:
    return {value.code for value in vars(module).values() if isinstance(value, Rule)}


def test_every_check_has_a_folder() -> None:
    folders = {path.name for path in HERE.iterdir() if (path / "fires").is_dir()}
    assert folders == CHECKS.keys() - WITHOUT_FOLDER


@pytest.mark.parametrize("name", sorted(CHECKS.keys() - WITHOUT_FOLDER))
def test_check_fires(name: str, tmp_path: Path) -> None:
    edition = _edition(HERE / name / "fires", tmp_path / "edition")
    findings = run_checks(edition, (CHECKS[name],))
    assert _told(findings) == (HERE / name / "findings.txt").read_text(encoding="utf-8")
    assert {finding.code for finding in findings} == _rules(CHECKS[name]), "a rule of the check never fires"


@pytest.mark.parametrize("name", sorted(CHECKS.keys() - WITHOUT_FOLDER))
def test_check_stays_silent(name: str, tmp_path: Path) -> None:
    edition = _edition(HERE / name / "silent", tmp_path / "edition")
    assert _told(run_checks(edition, (CHECKS[name],))) == ""


def test_an_edition_without_letters_has_no_faults(tmp_path: Path) -> None:
    edition = _edition(HERE / "base", tmp_path / "edition")
    findings = run_checks(edition, checks())
    assert {finding.code for finding in findings} == {"P014"}  # nobody is mentioned yet
