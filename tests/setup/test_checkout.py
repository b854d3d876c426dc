"""What a checkout holds, what `make` offers, and what an installed package carries."""

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOP = {
    *(".ci", ".gitattributes", ".gitignore", "CHANGELOG.md", "LICENSE", "Makefile", "README.md"),
    *("corpus", "docs", "edition", "output", "pyproject.toml", "styles", "tests"),
}


def run(*words: str) -> str:
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def tracked(*places: str) -> list[str]:
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    return run("git", "ls-files", "-z", *places).split("\0")[:-1]


def test_the_top_level_holds_only_what_a_newcomer_expects() -> None:
    assert {path.split("/")[0] for path in tracked()} <= TOP


def test_no_made_thing_is_committed() -> None:
    made = re.compile(r"(^|/)(output|\.venv|node_modules|__pycache__|\.[a-z]+_cache)/")
    assert [path for path in tracked() if made.search(path)] == []


def test_the_pages_are_kept_byte_for_byte() -> None:
    answer = run("git", "check-attr", "text", "corpus/pages/a-page.txt") if tracked() else ""
    assert answer == "corpus/pages/a-page.txt: text: unset\n"


def test_make_alone_lists_every_target_and_every_setting() -> None:
    makefile = (ROOT / "Makefile").read_text()
    phony = re.search(r"^\.PHONY: (.+)$", makefile, re.M)
    assert phony is not None
    listed = run("make", "--no-print-directory")
    for target in phony[1].split():
        assert re.search(rf"^  {target} +\S", listed, re.M), target
    for setting in ("ENGINE", "LAYOUT", "EDITION", "QUIET"):
        assert f"  {setting}=" in listed


@pytest.mark.parametrize(
    ("words", "set_up", "command"),
    [
        (("pdf",), "pdf", '-C "corpus" build pdf --output output'),
        (
            ("pdf", "ENGINE=latex", "LAYOUT=facing", "QUIET=1", "EDITION=my letters"),
            "pdf latex",
            '-C "my letters" --quiet build pdf --engine "latex" --layout "facing" --output output',
        ),
        (("epub",), "epub", '-C "corpus" build epub --output output'),
        (("all", "ENGINE=weasyprint"), "pdf epub", 'build all --engine "weasyprint"'),
        (("check",), "pdf", '-C "corpus" check'),
        (("index",), "pdf", '-C "corpus" index'),
    ],
)
def test_make_sets_up_what_is_needed_and_calls_the_command(words: tuple[str, ...], set_up: str, command: str) -> None:
    first, second = run("make", "--no-print-directory", "--dry-run", *words).splitlines()
    assert first.split() == [".ci/setup", *set_up.split()]
    assert command in second


def test_the_wheel_carries_styles_and_schemas(tmp_path: Path) -> None:
    """Built in a copy, so that a checkout in use is left alone."""
    copy = tmp_path / "checkout"
    for place in ("edition", "styles"):
        shutil.copytree(ROOT / place, copy / place, ignore=shutil.ignore_patterns("__pycache__", ".*_cache"))
    for place in ("pyproject.toml", "LICENSE", "README.md"):
        shutil.copy(ROOT / place, copy)
    subprocess.run(
        (
            *(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"),
            *("--wheel-dir", str(tmp_path), str(copy)),
        ),
        check=True,
        timeout=120,
    )
    (wheel,) = tmp_path.glob("*.whl")
    carried = set(zipfile.ZipFile(wheel).namelist())

    styles = {path.relative_to(copy).as_posix() for path in (copy / "styles").rglob("*") if path.is_file()}
    assert styles
    assert {f"edition/{path}" for path in styles} <= carried
    schemas = {path.name for path in (copy / "edition/schemas").glob("*.json")}
    assert schemas
    assert {f"edition/schemas/{name}" for name in schemas} <= carried
    assert "edition/py.typed" in carried
    assert {path.split("/")[0] for path in carried} <= {"edition"} | {
        path.split("/")[0] for path in carried if ".dist-info/" in path
    }
