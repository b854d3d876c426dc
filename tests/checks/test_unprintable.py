"""The face must have every character of the letters."""

from pathlib import Path

from edition.checks.unprintable import check_characters
from edition.prepare import prepare
from edition.readers.folder import load_edition

SPECIMEN = Path(__file__).parent.parent / "specimens" / "edition"


def test_a_missing_sign_is_named_at_its_place() -> None:
    loaded, _ = load_edition(SPECIMEN)
    assert loaded is not None
    edition, _ = prepare(loaded)
    everything = {sign for copy in (SPECIMEN / "letters").glob("*.yaml") for sign in copy.read_text(encoding="utf-8")}
    everything |= {sign for copy in (SPECIMEN / "texts").glob("*.yaml") for sign in copy.read_text(encoding="utf-8")}
    assert check_characters(edition, everything) == ()
    findings = check_characters(edition, everything - {"ж"})
    assert {finding.code for finding in findings} == {"G021"}
    for finding in findings:
        lines = (SPECIMEN / finding.position.file).read_text(encoding="utf-8").splitlines()
        assert lines[finding.position.line - 1][finding.position.column - 1] == "ж"
        assert "U+0436" in finding.message
