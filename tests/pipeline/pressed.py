"""Press a book of a folder: ``python -m tests.pipeline.pressed FOLDER LAYOUT TARGET JOBS``."""

import sys
from pathlib import Path

from edition.model.finding import Severity
from edition.pipeline.making import make_pdf
from edition.pipeline.reading import read_and_check


def press(folder: Path, layout: str, target: Path, jobs: int) -> None:
    """Make the PDF of an edition in a layout, without looking whether its words are in it."""
    read = read_and_check(folder)
    assert read.edition is not None and read.style is not None, read.findings
    made = make_pdf(read.edition, read.style.with_layout(layout), "weasyprint", target, jobs, lambda step: None)
    assert made.pagination is not None, made.findings
    assert [finding for finding in made.findings if finding.severity is Severity.ERROR] == []


if __name__ == "__main__":
    press(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]))
