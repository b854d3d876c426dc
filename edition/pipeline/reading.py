"""Folder → prepared and checked edition, with every finding on the way."""

from dataclasses import dataclass
from pathlib import Path

from edition.checks import check
from edition.checks.generated_words import check_words
from edition.checks.unprintable import check_characters
from edition.model.edition import Edition
from edition.model.finding import Finding, Report, in_order, untold
from edition.prepare import prepare
from edition.readers.folder import load_edition
from edition.settings.face import signs
from edition.settings.style import Style
from edition.settings.style_file import load_style


@dataclass(frozen=True, slots=True)
class Checked:
    """An edition read, prepared and checked; ``edition`` or ``style`` is ``None`` where it could not be read.

    ``loaded`` is the edition as its files have it, before anything was prepared: what an audit holds books against.
    """

    loaded: Edition | None
    edition: Edition | None
    style: Style | None
    findings: tuple[Finding, ...]


def read_and_check(folder: Path, report: Report = untold) -> Checked:
    """Read an edition's folder, prepare it and run every check; all findings at once, in order.

    ``report`` is told what is being done.
    """
    style, style_findings = load_style(folder)
    edition, findings = load_edition(folder, report)
    if edition is None:
        return Checked(None, None, style, in_order((*style_findings, *findings)))
    report("looking for names")
    prepared, doubts = prepare(edition)
    looks: tuple[Finding, ...] = ()
    if style is not None:
        looks = (*check_words(prepared, style.languages), *check_characters(prepared, signs(style.face)))
    found = (*style_findings, *findings, *doubts, *check(prepared, report), *looks)
    return Checked(edition, prepared, style, in_order(found))
