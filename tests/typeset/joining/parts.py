"""Parts and blocks of small books with fictional people, made by WeasyPrint as those of a real book are."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pikepdf
import weasyprint
from weasyprint.text.fonts import FontConfiguration

from edition.book.tree import Metadata
from edition.typeset.joining import BookFile, OutlineItem, join_blocks, make_block
from edition.typeset.weasyprint.faces import face_rules
from edition.typeset.weasyprint.part import write_part
from tests.specimens.style import specimen_face

SHEET = """
@page { size: 200pt 100pt; margin: 10pt }
body { font: 10pt/12pt 'Vollkorn Text'; widows: 1; orphans: 1 } * { margin: 0; padding: 0 }
h1, h2 { font-size: 10pt } .page { break-before: page } .small-caps { font-variant-caps: all-small-caps }
"""

METADATA = Metadata(
    name="letters",
    titles={"ru": "Письма", "en-GB": "Letters & cards"},
    running_title={},
    languages=("ru", "en-GB"),
    contributors=(("Пётр Вымыслов", "aut"), ("Ada Quill", "aut"), ("Ada Quill", "trl")),
    identifier="urn:uuid:00000000-0000-4000-8000-000000000001",
    publisher="The Press",
    rights="CC BY 4.0",
    description="Letters of two people who never lived.",
    year="2026",
)


@cache
def laid_out(body: str, sheet: str = SHEET) -> weasyprint.Document:
    """Lay out a Russian document in the style's face."""
    fonts = FontConfiguration()
    rules = face_rules(specimen_face()) + sheet
    html = weasyprint.HTML(string=f"<html lang=ru><head><title>T</title></head><body>{body}")
    return html.render(stylesheets=[weasyprint.CSS(string=rules, font_config=fonts)], font_config=fonts)


def written(document: weasyprint.Document, pages: Sequence[int] = ()) -> bytes:
    """Write some pages of a document, or all, as a part."""
    some = [document.pages[page] for page in pages] if pages else document.pages
    return write_part(document.copy(some), [document._html.etree_element])


@cache
def part(body: str, sheet: str = SHEET) -> bytes:
    """Lay a part out and write it, once for all tests."""
    return written(laid_out(body, sheet))


def block(folder: Path, *pdfs: bytes) -> list[Path]:
    """Make blocks of parts."""
    paths = [folder / f"{len(list(folder.glob('*.block'))) + number}.block" for number in range(len(pdfs))]
    for pdf, path in zip(pdfs, paths, strict=True):
        make_block(pdf, path)
    return paths


def book_file(labels: Sequence[str] = (), outline: Sequence[OutlineItem] = ()) -> BookFile:
    return BookFile(METADATA, specimen_face().files, tuple(outline), tuple(labels))


def join(folder: Path, *pdfs: bytes, file: BookFile | None = None) -> pikepdf.Pdf:
    """Join parts and open the book; nothing may be found."""
    findings = join_blocks(block(folder, *pdfs), folder / "book.pdf", file or book_file())
    assert [finding.message for finding in findings] == []
    return pikepdf.open(folder / "book.pdf")
