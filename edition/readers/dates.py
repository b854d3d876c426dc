"""Read the dates that editors write, in letters and registers."""

import datetime
import re
from dataclasses import replace

from edition.model.date import Calendar, HistoricalDate
from edition.model.finding import Finding, Rule, Severity
from edition.yamlfile.nodes import Mapping, Node, Scalar
from edition.yamlfile.values import words

DATE = Rule(
    "L001",
    Severity.ERROR,
    "a date that is none",
    "A date is not written as the format wants it, or names a day that no calendar has.",
    "Letters are put in order by their dates, and the heading prints them.",
    "Write 1931-09-07, 1931-09 or 1931; a range 1931-09-07/1931-09-10; ~ behind it for about; unknown for no date.",
)
OLD_STYLE = Rule(
    "L002",
    Severity.WARNING,
    "Old Style and New Style do not agree",
    "The two dates of one day, New Style and Old Style, are not the same day.",
    "One of them is a slip: the calendars are 12 days apart in the 19th century and 13 in the 20th.",
    "Compare with the source and correct one of the two.",
)

_TWO_STYLES = re.compile(r"(.*?)\s*\(O\.\s?S\.\s*(.+?)\)")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_HINT = "write 1931-09-07, 1931-09 or 1931; a range 1931-09-07/1931-09-10; 1931~ for about 1931."


def read_date(node: Node | None) -> tuple[HistoricalDate, tuple[Finding, ...]]:
    """Read the ``date:`` of a letter: a date alone, or keys that also say whence it comes."""
    if not isinstance(node, Mapping):
        return read_day(node)
    date, findings = read_day(node.get("when"))
    calendar = Calendar.JULIAN if words(node.get("calendar")) == "julian" else Calendar.GREGORIAN
    basis = words(node.get("basis")) or "dateline"
    return replace(date, basis=basis, words=words(node.get("words")), calendar=calendar), findings


def read_day(node: Node | None) -> tuple[HistoricalDate, tuple[Finding, ...]]:
    """Read a date in the exchange notation, with the Old Style date in parentheses if there is one."""
    written = words(node, "unknown")
    if not isinstance(node, Scalar) or not written:
        return HistoricalDate(), ()
    styles = _TWO_STYLES.fullmatch(written)
    date, fault = _parse(styles[1] if styles else written)
    findings = [fault] if fault else []
    if styles and not fault:
        _, fault = _parse(_leap_day_moved(styles[2]))
        findings += [fault] if fault else []
        if not fault and not agree(date.edtf, styles[2]):
            message = f"{styles[1]} and {styles[2]} O.S. are not the same day."
            hint = f"{styles[2]} Old Style is {new_style(styles[2])} New Style."
            return date, (OLD_STYLE.at(node.position, message, hint),)
    position = node.position
    return date, tuple(DATE.at(position, f"«{written}» cannot be a date: {reason}.", _HINT) for reason in findings)


def new_style(day: str) -> str:
    """Turn a day of the Julian calendar into the Gregorian; anything but a day after Christ gives an empty string.

    >>> new_style("1878-12-06"), new_style("1900-02-29")
    ('1878-12-18', '1900-03-13')
    """
    found = _DAY.fullmatch(day)
    if not found or int(found[1]) < 300:
        return ""
    year, month, date = (int(part) for part in found.groups())
    # The days between the calendars grow with the 29th of February of each century that Gregory's leaves out.
    century = (year if month > 2 else year - 1) // 100
    apart = century - century // 4 - 2
    first = datetime.date(year, month, 1)
    return (first + datetime.timedelta(days=date - 1 + apart)).isoformat()


def agree(new: str, old: str) -> bool:
    """Tell whether two dates can be the same day in both calendars; true where one is no full day."""
    if not _DAY.fullmatch(new) or not new_style(old):
        return True
    return new_style(old) == new


def _leap_day_moved(old: str) -> str:
    """Let the 29th of February of 1700, 1800 and 1900 pass, which only the Julian calendar has."""
    return old.replace("00-02-29", "00-02-28")


def _parse(written: str) -> tuple[HistoricalDate, str]:
    try:
        return HistoricalDate.parse(written), ""
    except ValueError as reason:
        return HistoricalDate(), str(reason)
