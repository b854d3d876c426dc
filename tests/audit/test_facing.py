"""Facing pages raise no alarm: a row goes on two pages on, and numbers of lines stand beside it."""

from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pytest
from weasyprint import HTML

from edition.audit import audit_pdf
from edition.inspect.pdf import read_pdf
from edition.model.letter import Letter
from tests.audit.specimen import STYLE, cell_html, edition, note_html

BREAKS = {"ru": "Пустельгин не понял", "en": "Pustelgin failed"}
"""Words of one row with which its second opening begins, in each version."""
FACING = """
.page { break-before: page }
.foot { margin-top: 10mm; font-size: 8pt; line-height: 10pt }
@page { margin-left: 20mm; @left-top { content: "5" } @left-bottom { content: "10" } @top-left { content: "Квилл" } }
"""
IN_MARGINS = 4
"""Head, title and two numbers of lines."""


def version_html(of: Letter, version: str) -> str:
    """Give the rows of one version, its notes with the first opening, its apparatus with the last."""
    numbers = {note.name: number for number, note in enumerate(of.notes, 1)}
    notes = "".join(note_html(note, numbers[note.name], version) for note in of.notes)
    rows = "".join(f'<div lang="{version}">{cell_html(row.cell(version), numbers)}</div>' for row in of.rows)
    first, broken, rest = rows.partition(BREAKS[version])
    foot = f'<div class="foot">{notes}</div>'
    pages = [f"{first}</p></div>{foot}", f"<div><p>{broken}{rest}"] if broken else [f"{rows}{foot}"]
    readings = "".join(
        f"<p>12 {entry.lemma}] {reading.text} {reading.siglum}</p>"
        for entry in of.apparatus
        if entry.version == version
        for reading in entry.reading.readings
    )
    pages[-1] += f'<div class="foot">{readings}</div>'
    return "\f".join(pages)


def facing_html() -> str:
    """Give the specimen with the original on versos and the translation on rectos."""
    pages = []
    for of in edition().letters:
        sides = [version_html(of, version).split("\f") for version in BREAKS]
        pages += [page for opening in zip(*sides, strict=True) for page in opening]
    body = "".join(f'<div class="page">{page}</div>' for page in pages)
    return f'<html lang="ru"><head><title>Письма</title><style>{STYLE}{FACING}</style></head><body>{body}</body></html>'


def write_pdf(html: str, path: Path) -> Path:
    """Set a book, and mark what is in the margins, which each page paints last, as no part of the text."""
    HTML(string=html).write_pdf(path, pdf_tags=True)
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        for page in document.pages:
            page.Contents = document.make_stream(_with_artifacts(pikepdf.parse_content_stream(page)))
        document.save(path)
    return path


def _with_artifacts(
    instructions: Sequence[pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage],
) -> bytes:
    marked = [(list(each.operands), each.operator) for each in instructions]
    begun = [place for place, (_, operator) in enumerate(marked) if str(operator) == "BDC"]
    for place in begun[-IN_MARGINS:]:
        marked[place] = ([pikepdf.Name.Artifact, pikepdf.Dictionary(Type=pikepdf.Name.Pagination)], marked[place][1])
    return pikepdf.unparse_content_stream(marked)


def test_facing_pages_raise_no_alarm(tmp_path: Path) -> None:
    pdf = write_pdf(facing_html(), tmp_path / "book.pdf")
    with_numbers = [word for page in read_pdf(pdf).pages() for word in page.words if word.artifact]
    assert {"5", "10"} <= {word.text for word in with_numbers}
    assert audit_pdf(edition(), pdf) == ()


@pytest.mark.parametrize(
    ("words", "code"), [("Возвращаю ", "A001"), ("месяца ", "A001"), ("failed ", "A001"), ("initiative ", "A001")]
)
def test_a_word_that_is_lost_on_either_page_is_named(words: str, code: str, tmp_path: Path) -> None:
    html = facing_html()
    assert words in html
    (finding,) = audit_pdf(edition(), write_pdf(html.replace(words, "", 1), tmp_path / "book.pdf"))
    assert (finding.code, words.strip() in finding.message) == (code, True)
