"""LaTeX → PDF and the page of every anchor, with what the engine had to say."""

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from edition.model.finding import Finding, Rule, Severity
from edition.model.pagination import Pagination
from edition.model.position import Position
from edition.render.latex.source import LatexSource
from edition.settings.style import Style
from edition.typeset.latex.engine import EngineMissing, EngineStopped, EngineTimeout, run_engine
from edition.typeset.latex.finish import finish
from edition.typeset.latex.log import STOPPED, read_log
from edition.typeset.result import Typeset

MISSING_ENGINE = Rule(
    "E020",
    Severity.ERROR,
    "XeTeX is not installed",
    what="The book was to be set by LaTeX, but the program xelatex is not on this machine.",
    why="There is no book by that engine; the other engine needs none of it.",
    mend="Run make pdf ENGINE=latex, which sets TeX up at its first use.",
)
LOST_LINK = Rule(
    "E025",
    Severity.WARNING,
    "link to a place that is not in the book",
    what="A reference, locator or note leads to a name that no page bears.",
    why="Who follows it gets nowhere.",
    mend="Look for the name in the letters and registers: what it named may have been removed.",
)
UNSETTLED = Rule(
    "E026",
    Severity.NOTE,
    "running heads do not settle",
    what="After several runs of the engine the notes that it keeps for its next run still change.",
    why="A running head may name the letter of the page before or after.",
    mend="Change a word or two near the end of a page, so that it no longer swings.",
)

SECONDS = 900.0
"""Limit of one run: a book of a thousand letters takes a minute."""

_BOOK = Position("edition.yaml")


def typeset_latex(source: LatexSource, style: Style, *, seconds: float = SECONDS) -> Typeset:
    """Set the book by XeTeX; the same source and style give the same bytes.

    Where there is no book, a finding of severity error says why.
    """
    try:
        with TemporaryDirectory(prefix="edition-") as folder:
            run = run_engine(source, Path(folder), seconds)
    except EngineMissing:
        message = "the book cannot be set by LaTeX, for xelatex is not on this machine."
        return _none(MISSING_ENGINE.at(_BOOK, message, "run make pdf ENGINE=latex, which sets it up."))
    except EngineTimeout as stopped:
        message = f"XeTeX was stopped after {seconds:.0f} seconds of one run."
        return _none(*read_log(stopped.log), STOPPED.at(_BOOK, message, "try again; if it happens again, tell us."))
    except EngineStopped as stopped:
        return _none(*(read_log(stopped.log) or (_unexplained(stopped.log),)))
    pdf, pagination, lost = finish(run.pdf, style.face)
    findings = [*read_log(run.log), *(_lost(name) for name in lost)]
    if not run.settled:
        message = "the running heads still change after the last run."
        findings.append(UNSETTLED.at(_BOOK, message, "change a word or two near the end of a page."))
    return Typeset(pagination, partial(_write, pdf), tuple(findings))


def _write(pdf: bytes, target: Path) -> tuple[Finding, ...]:
    target.write_bytes(pdf)
    return ()


def _none(*findings: Finding) -> Typeset:
    return Typeset(Pagination(), None, findings)


def _unexplained(log: str) -> Finding:
    last = next((line for line in reversed(log.splitlines()) if line.strip()), "no message")
    return STOPPED.at(_BOOK, f"XeTeX stopped: «{last.strip()}».", "tell us with the message.")


def _lost(name: str) -> Finding:
    return LOST_LINK.at(_BOOK, f"a link leads to «{name}», which is nowhere in the book.", "look for that name.")
