"""What is broken in a finished book is named: file, line and column of the word, row, language, word."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from edition.audit import audit_epub, audit_pdf
from edition.model.finding import Finding
from tests.audit.specimen import FIRST, SECOND, book_html, edition, epub_files, write_epub, write_pdf

EDITION = edition()
HTML = book_html(EDITION)
QUILL = "letters/1921-05-03-quill.yaml"


def without(words: str) -> Callable[[str], str]:
    return instead(words, "")


def instead(words: str, others: str) -> Callable[[str], str]:
    def change(html: str) -> str:
        assert words in html
        return html.replace(words, others, 1)

    return change


def row_without(words: str) -> Callable[[str], str]:
    """Leave out the whole row that has these words."""
    return lambda html: re.sub("<tr>(?:(?!</tr>).)*" + re.escape(words) + ".*?</tr>", "", html, count=1, flags=re.S)


def rows_swapped(words: str) -> Callable[[str], str]:
    """Let a row and the next change places."""
    pattern = "(<tr>(?:(?!</tr>).)*" + re.escape(words) + "(?:(?!</tr>).)*</tr>)\\s*(<tr>(?:(?!</tr>).)*</tr>)"
    return lambda html: re.sub(pattern, "\\2\\1", html, count=1, flags=re.S)


def at(words: str, letter: str = FIRST, file: str = QUILL) -> str:
    """Say where words stand in a letter file, by the last place they have there."""
    before = letter[: letter.rindex(words)]
    return f"{file}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def at_second(words: str) -> str:
    return at(words, SECOND, "letters/1921-05-04-quill.yaml")


FIELDS = ("change", "code", "place", "words")
SIGNED = "<p>П.\u00a0Вымыслов</p>"
MUTATIONS = [
    ("word dropped", without("Возвращаю "), "A001", at("Возвращаю"), '"Возвращаю" of row 2 (ru)'),
    ("word of the translation dropped", without("documents"), "A001", at("documents"), '"documents" of row 2 (en)'),
    ("clause dropped", instead("—out of absent-mindedness—", "—"), "A001", QUILL, "absent"),
    ("last words dropped", without(", please"), "A001", QUILL, "please"),
    ("dash dropped", instead("Пустельгин\u00a0— по", "Пустельгин по"), "A001", QUILL, "Пустельгин —"),
    ("comma dropped", instead("сестре, а бумаги", "сестре а бумаги"), "A001", at_second("сестре")[:-3], "сестре,"),
    ("word doubled", instead("a month and", "a month month and"), "A003", QUILL, '"month" of row 2 (en)'),
    ("words swapped", instead("ящике стола", "стола ящике"), "A004", at_second("стола"), "стола"),
    ("word changed", instead("сторож, говорят", "сторож, говорит"), "A002", at_second("говорят"), '"говорит"'),
    ("figure changed", instead("1919–20 ", "1918–20 "), "A002", at("1919-20 "), '"1918"'),
    ("space lost", instead("проект устава", "проектустава"), "A002", at("проект устава"), "проектустава"),
    ("hyphen within a word lost", instead("non-agg", "nonagg"), "A002", at("non-agg"), "nonaggression"),
    ("case changed", instead("Заречному?", "заречному?"), "A002", at("Заречному?"), "заречному"),
    ("letter of another alphabet", instead("сестре", "cестре"), "A002", at_second("сестре"), "cестре"),
    ("word added", instead("Write me more", "Write me much more"), "A005", at_second("more about"), '"much"'),
    ("short cell dropped", without("<p>Привет</p>"), "A006", at("Привет"), "row 5 (ru)"),
    ("short cell doubled", instead("<p>Regards,</p>", "<p>Regards,</p><p>Regards,</p>"), "A003", QUILL, "Regards,"),
    ("short cell changed", instead("Regards,", "Regerds,"), "A006", at("Regards,"), "row 5 (en)"),
    ("row dropped", row_without("Мельница старая"), "A006", at("Мельница"), "row 4 (ru)"),
    ("row doubled", instead(SIGNED, SIGNED + "<p>Здравствуйте, дорогая Ада!</p>"), "A003", "", "Здравствуйте"),
    ("rows swapped", rows_swapped("Кстати, почему"), "A007", QUILL, "out of its order"),
    ("line of verse dropped", without("Мельница старая, речка бежит,<br>"), "A001", at("Мельница"), "Мельница старая"),
    ("line of verse doubled", instead("the river runs by,<br>", "the river runs by,<br>The mill is an old one, the "
     "river runs by,<br>"), "A003", at("The mill"), "The mill is"),
    ("note dropped", without("Ящик не сохранился."), "A006", at_second("Ящик"), 'note "box" (ru)'),
    ("word of a note dropped", without("a certain "), "A001", at("a certain"), 'note "record" (en)'),
    ("reference dropped", without("письмо мельнику"), "A001", at_second("письмо мельнику"), "письмо мельнику"),
    ("reading dropped", without("сторожус"), "A006", QUILL, "the reading of W, row 3 (ru)"),
    ("reading changed", instead("teh watchman", "the watchman"), "A006", QUILL, "the reading of W, row 3 (en)"),
    ("words supplied dropped", without("[и сообщите] "), "A001", at("и сообщите"), "и сообщите"),
]  # fmt: skip


@pytest.mark.parametrize(FIELDS, [m[1:] for m in MUTATIONS], ids=[m[0] for m in MUTATIONS])
class TestMutations:
    def test_pdf(self, change: Callable[[str], str], code: str, place: str, words: str, tmp_path: Path) -> None:
        expect(audit_pdf(EDITION, write_pdf(change(HTML), tmp_path / "book.pdf")), code, place, words, "book.pdf")

    def test_epub(self, change: Callable[[str], str], code: str, place: str, words: str, tmp_path: Path) -> None:
        epub = write_epub(epub_files(change(HTML)), tmp_path / "book.epub")
        expect(audit_epub(EDITION, epub), code, place, words, "book.epub")


def expect(findings: tuple[Finding, ...], code: str, place: str, words: str, output: str) -> None:
    said = [str(finding) for finding in findings]
    assert any(f.code == code and str(f.position).startswith(place) and words in f.message for f in findings), said
    assert all(output in finding.message for finding in findings)
    assert len(findings) <= 3, said
