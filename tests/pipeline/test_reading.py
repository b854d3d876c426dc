"""An edition is read and checked as a whole."""

import shutil
from pathlib import Path

from edition.pipeline.reading import read_and_check

SPECIMEN = Path(__file__).parent.parent / "specimens" / "edition"


def test_a_missing_style_is_told_alone(tmp_path: Path) -> None:
    """Without a style there are no generated words and no face; to miss these too would only lead astray."""
    folder = Path(shutil.copytree(SPECIMEN, tmp_path / "edition", ignore=shutil.ignore_patterns("output")))
    (folder / "style.yaml").write_text("based_on: nowhere\n", encoding="utf-8")
    checked = read_and_check(folder)
    assert checked.style is None
    assert [finding.code for finding in checked.findings if finding.severity == "error"] == ["G001"]
