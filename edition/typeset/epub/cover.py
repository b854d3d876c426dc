"""Make the cover: a page set by WeasyPrint by the style's ``cover.css``, drawn as a picture, and a document with it.

A picture of dots, for library programs draw no thumbnail of an SVG cover.
"""

import re
from io import BytesIO
from pathlib import Path

import pypdfium2
import weasyprint
from fontTools.ttLib import TTFont
from lxml import etree
from PIL import Image
from weasyprint.text.fonts import FontConfiguration

from edition.book.tree import Book, Metadata, Para, words
from edition.render.html import EPUB_TYPE
from edition.render.html.elements import child, element, write
from edition.settings.style import Face, Style
from edition.typeset.epub.documents import Document
from edition.typeset.weasyprint.fetching import StyleFetcher
from edition.typeset.weasyprint.typecase import stylesheet

PICTURE = "cover.png"
_WIDTH = 1600
"""Dots across; stores ask for at least 1,400 on the shorter side."""

_COLOURS = 64
"""A cover has few colours and their edges; a palette makes the file a third as large."""


def cover_picture(book: Book, style: Style) -> bytes:
    """Set the cover and give it as PNG. Same book and style, same bytes."""
    fetcher = StyleFetcher(style.face)
    fonts = FontConfiguration()
    sheets = [
        weasyprint.CSS(string=text, font_config=fonts, url_fetcher=fetcher)
        for text in (stylesheet(style), style.file("cover.css").read_text(encoding="utf-8"))
    ]
    source = etree.tostring(cover_page(book, style.face), method="html", encoding="unicode", doctype="<!DOCTYPE html>")
    pdf = weasyprint.HTML(string=source, url_fetcher=fetcher, base_url=None).write_pdf(
        stylesheets=sheets, font_config=fonts
    )
    return _png(pdf)


def _png(pdf: bytes) -> bytes:
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    scale = (_WIDTH - 0.5) / page.get_width()  # a fraction of a dot would be drawn as a whole one
    drawn = page.render(scale=scale).to_pil().convert("RGB")
    document.close()
    out = BytesIO()
    drawn.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def cover_page(book: Book, face: Face) -> etree._Element:
    """Make the page that is drawn: a panel for each language, one over the other, with author and title."""
    metadata = book.metadata
    html = element("html", lang=metadata.languages[0])
    write(child(child(html, "head"), "title"), " / ".join(metadata.titles.values()))
    body = child(html, "body")
    cuts = (("original", face.bold), *(("translation", face.bold_italic),) * (len(metadata.titles) - 1))
    for (part, cut), (language, title) in zip(cuts, metadata.titles.items(), strict=True):
        panel = child(body, "section", part, lang=language)
        write(child(panel, "p", "author"), _on_title_page("author", language, book))
        kept = keep_together(title)
        write(child(panel, "p", "title", style=_measures(kept, cut)), kept)
    write(child(panel, "p", "imprint"), _on_title_page("imprint", language, book))
    return html


def _on_title_page(role: str, language: str, book: Book) -> str:
    """Give what the title page of a language says in a role."""
    return ", ".join(
        words(block.content)
        for division in book.divisions
        if division.kind == "title-page"
        for block in division.blocks
        if isinstance(block, Para) and (block.role, block.language) == (role, language)
    )


def _measures(title: str, cut: Path) -> str:
    """Give the widths, in em, from which the style sheet takes the size of a title: of its widest word, and of all."""
    with TTFont(cut) as font:
        widths, glyphs, em = font["hmtx"], font.getBestCmap(), font["head"].unitsPerEm
        advance = {c: widths[glyphs.get(ord(c), ".notdef")][0] / em for c in title}
    widest = max((sum(advance[c] for c in word) for word in title.split(" ")), default=0)
    return f"--widest-word: {max(widest, 0.1):.3f}; --all-words: {max(sum(advance[c] for c in title), 0.1):.3f}"


def keep_together(title: str) -> str:
    """Keep a word of one letter with the word after it, for a line of a title ends with a word that weighs.

    >>> keep_together("Письма о мосте"), keep_together("A Bridge to L. M. Quill")
    ('Письма о\\xa0мосте', 'A\\xa0Bridge to L. M. Quill')
    """
    return re.sub(r"(?<!\S)(\w) ", "\\1\N{NO-BREAK SPACE}", title)


def cover_document(metadata: Metadata) -> Document:
    """Make the document that shows the cover and says in words what stands on it."""
    title = " / ".join(metadata.titles.values())
    section = element("section", "division cover")
    section.set(EPUB_TYPE, "cover")
    child(section, "img", src=PICTURE, alt=title, role="doc-cover")
    return Document("00-cover.xhtml", "cover", metadata.languages[0], title, section)
