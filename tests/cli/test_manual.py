"""The page about the commands is made from the commands."""

from edition.cli.manual import manual
from edition.cli.program import main
from tests.cli.conftest import ROOT


def test_the_committed_page_is_made_from_the_commands() -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert page == manual(main), "run: python -m edition.cli.manual > docs/commands.md"


def test_all_names_are_there() -> None:
    assert {"init", "import", "check", "build", "show", "index", "explain"} <= main.commands.keys()
