"""HTML tree + style → PDF and the page of every anchor."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pikepdf
import weasyprint
from lxml import etree
from tinycss2.serializer import serialize_string_value
from weasyprint.text.fonts import FontConfiguration

from edition.model.pagination import Page, Pagination
from edition.render.html import BODY_BEGINS
from edition.settings.style import Style
from edition.typeset.result import Typeset
from edition.typeset.weasyprint.fetching import StyleFetcher
from edition.typeset.weasyprint.line_breaking import mended_line_breaking


def typeset_weasyprint(html: etree._Element, style: Style) -> Typeset:
    """Set the book and write it as tagged PDF (PDF/UA-1); the same tree and style give the same bytes."""
    fetcher = StyleFetcher(style.face.files)
    fonts = FontConfiguration()
    sheets = [
        weasyprint.CSS(string=text, font_config=fonts, url_fetcher=fetcher)
        for text in (stylesheet(style), style.file("book.css").read_text(encoding="utf-8"))
    ]
    source = etree.tostring(html, method="html", encoding="unicode", doctype="<!DOCTYPE html>")
    document = weasyprint.HTML(string=source, url_fetcher=fetcher, base_url=None)
    with mended_line_breaking():
        laid_out = document.render(stylesheets=sheets, font_config=fonts)
    written = laid_out.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=style.name.encode(), full_fonts=False)
    pdf, labels = _labelled(written, _first_body_page(html, laid_out))
    return Typeset(pdf, Pagination(_pages(laid_out, labels), len(labels)))


def stylesheet(style: Style) -> str:
    """Write the tokens of a style as CSS: its faces by file, its lengths as custom properties."""
    face = style.face
    weights = zip(face.files, ("normal", "normal", "bold", "bold"), ("normal", "italic") * 2, strict=True)
    family = f'"{serialize_string_value(face.family)}"'
    faces = "\n".join(
        f"@font-face {{ font-family: {family}; font-weight: {weight}; font-style: {slant}; "
        f'src: url("{Path(path).resolve().as_uri()}"); }}'
        for path, weight, slant in weights
    )
    tokens = "".join(f"--{name}: {value}; " for name, value in style.tokens.items())
    figures = "lining-nums" if style.settings.get("numerals") == "lining" else "oldstyle-nums"
    features = ", ".join(f'"{feature}"' for feature in face.features) or "normal"
    return (
        f"{faces}\n:root {{ --face: {family}; --numerals: {figures}; {tokens}"
        f"font-variant-numeric: {figures}; font-feature-settings: {features}; }}\n"
    )


def _pages(laid_out: weasyprint.Document, labels: Sequence[str]) -> dict[str, Page]:
    """Give the page on which each anchor begins: what goes on over several pages bears its anchor on each of them."""
    pages: dict[str, Page] = {}
    for index, page in enumerate(laid_out.pages):
        for anchor in page.anchors:
            pages.setdefault(anchor, Page(index, labels[index]))
    return pages


def _first_body_page(html: etree._Element, laid_out: weasyprint.Document) -> int:
    begins = html.xpath(f"//*[contains(concat(' ', @class, ' '), ' {BODY_BEGINS} ')]/@id")
    anchors = set(begins) if isinstance(begins, list) else set()
    return next((index for index, page in enumerate(laid_out.pages) if anchors & page.anchors.keys()), 0)


def _labelled(pdf: bytes, first: int) -> tuple[bytes, list[str]]:
    """Write the printed page numbers into the file, so that a reading program shows them; give them, page by page.

    Pages before the first of the body bear Roman numerals (PDF 1.7 §12.4.2).
    """
    with pikepdf.open(BytesIO(pdf)) as document:
        ranges: list[pikepdf.Object | int] = []
        if first:
            ranges += [0, pikepdf.Dictionary(S=pikepdf.Name.r)]
        ranges += [first, pikepdf.Dictionary(S=pikepdf.Name.D)]
        document.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array(ranges))
        out = BytesIO()
        document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue(), [str(page.label) for page in document.pages]
