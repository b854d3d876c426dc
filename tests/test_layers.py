"""The layers of the house hold: a package imports only what stands above it in ``docs/architecture.md``.

Beside it, what holds of every module: nothing is printed outside ``cli``, imports name whole paths, and nothing is
hidden from this test by an import made at run time.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "edition"
MODULES = sorted(PACKAGE.rglob("*.py"))
ROOTS = {"__init__", "__main__"}
"""Modules of the package itself: the door, which may lead to ``cli``."""


def names() -> list[str]:
    """The packages in the order of the table in the document, lowest first."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    section = text.partition("## Packages, lowest first")[2].partition("\n## ")[0]
    return re.findall(r"^\| `(\w+)/?` \|", section, re.M)


ORDER = names()


def of(path: Path) -> str:
    """The package of a module: ``book`` for ``edition/book/tree.py``."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imported(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield line and full name of everything that a module imports from the project, wherever in it."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def faults_of_import(package: str, module: ast.Module) -> list[str]:
    """Say which imports lead upwards."""
    faults = []
    for line, name in imported(module):
        if name.split(".")[0] != "edition":
            continue
        if name == "edition":  # the package itself, for its files
            continue
        other = name.split(".")[1]
        if other not in ORDER:
            faults.append(f"{line}: {name} is in no package of the table")
        elif package not in ROOTS and ORDER.index(other) > ORDER.index(package):
            faults.append(f"{line}: {package} imports {name}, which stands above it")
    return faults


def calls(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield line and name of every plain function that a module calls."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.lineno, node.func.id


def test_every_package_is_in_the_table_and_the_table_has_no_other() -> None:
    found = {of(path) for path in MODULES} - ROOTS
    assert found == set(ORDER), "docs/architecture.md must list every package of edition/, and no other"
    assert len(ORDER) == len(set(ORDER))


@pytest.mark.parametrize("package", sorted({of(path) for path in MODULES}))
def test_no_import_leads_upwards(package: str) -> None:
    faults = [
        f"{path.relative_to(ROOT)}:{fault}"
        for path in MODULES
        if of(path) == package
        for fault in faults_of_import(package, tree(path))
    ]
    assert not faults, "\n".join(faults)


def test_imports_name_whole_paths() -> None:
    relative = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert not relative, "imports begin with edition., so that the layers can be read off them"


def test_only_cli_speaks() -> None:
    spoken = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in MODULES
        if of(path) != "cli"
        for line, name in calls(tree(path))
        if name in {"print", "input", "exit", "quit"}
    ]
    assert not spoken, "findings go up to cli, which prints them"


def test_no_import_is_hidden() -> None:
    """``__import__``, and imports inside functions: what needs one would be a cycle."""
    hidden = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in MODULES
        for function in ast.walk(tree(path))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    hidden += [
        f"{path.relative_to(ROOT)}:{line}"
        for path in MODULES
        for line, name in calls(tree(path))
        if name == "__import__"
    ]
    assert not hidden, "imports stand at the head of their module"


def test_the_search_path_is_left_alone() -> None:
    touched = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and ast.unparse(node) == "sys.path"
    ]
    assert not touched


@pytest.mark.parametrize(
    ("package", "source", "faults"),
    [
        ("model", "from edition.cli import main", 1),
        ("model", "import edition.readers.folder", 1),
        ("inspect", "def f():\n    from edition.audit import rules", 1),
        ("audit", "from edition.inspect.pdf import read_pdf\nfrom edition.model import finding", 0),
        ("book", "from edition import nothing", 1),
        ("book", "import itertools\nfrom collections import abc", 0),
    ],
)
def test_an_upward_import_is_seen(package: str, source: str, faults: int) -> None:
    assert len(faults_of_import(package, ast.parse(source))) == faults
