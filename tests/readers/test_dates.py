"""Dates as editors write them."""

import pytest

from edition.model.date import Calendar
from edition.readers.dates import new_style, read_date, read_day
from edition.yamlfile.nodes import compose


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("1931-09-07", "1931-09-07"),
        ("1931", "1931"),
        ("1931-09~", "1931-09~"),
        ("1931-09-07/1931-09-10", "1931-09-07/1931-09-10"),
        ("-0067-01-05", "-0067-01-05"),
        ("1893-11-22 (O.S. 1893-11-10)", "1893-11-22"),
        ("1900-03-13 (O. S. 1900-02-29)", "1900-03-13"),
        ("unknown", ""),
    ],
)
def test_dates_are_read(written: str, edtf: str) -> None:
    date, findings = read_day(compose(written, "a.yaml")[0])
    assert (date.edtf, findings) == (edtf, ())


@pytest.mark.parametrize(
    ("written", "code", "said"),
    [
        ("1931-13", "L001", "there is no month 13"),
        ("1931-02-30", "L001", "28 days"),
        ("7 Sept 1931", "L001", "1931-09-07"),
        ("1931-09-10/1931-09-07", "L001", "ends before it begins"),
        ("1893-11-22 (O.S. 1893-13)", "L001", "month 13"),
        ("1893-11-21 (O.S. 1893-11-10)", "L002", "not the same day"),
    ],
)
def test_what_is_no_date_is_told_with_the_reason(written: str, code: str, said: str) -> None:
    _, (finding,) = read_day(compose(f"{written}", "a.yaml")[0])
    assert finding.code == code
    assert said in f"{finding.message} {finding.hint}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1582-10-05", "1582-10-15"),
        ("1700-02-28", "1700-03-10"),
        ("1700-02-29", "1700-03-11"),
        ("1700-03-01", "1700-03-12"),
        ("1799-12-31", "1800-01-11"),
        ("1917-10-25", "1917-11-07"),
        ("1918-01-31", "1918-02-13"),
    ],
)
def test_old_style_becomes_new(old: str, new: str) -> None:
    assert new_style(old) == new


def test_a_date_says_whence_it_comes() -> None:
    text = "{when: 1917-10-25, basis: postmark, words: 25 окт., calendar: julian}"
    date, _ = read_date(compose(text, "a.yaml")[0])
    assert (date.edtf, date.basis, date.words, date.calendar) == ("1917-10-25", "postmark", "25 окт.", Calendar.JULIAN)
