"""The costs in the document are those of the code."""

import re
from dataclasses import asdict
from pathlib import Path

from edition.press.costs import COSTS

DOCUMENT = Path(__file__).parents[2] / "docs" / "press.md"


def test_the_table_of_costs_is_that_of_the_code() -> None:
    section = DOCUMENT.read_text(encoding="utf-8").partition("\n## The page maker")[2].partition("\n## ")[0]
    table = re.findall(r"^\| `(\w+)` \| ([\d.]+) \| \w", section, re.M)
    assert [(name, float(value)) for name, value in table] == [
        (name, float(value)) for name, value in asdict(COSTS).items()
    ]
