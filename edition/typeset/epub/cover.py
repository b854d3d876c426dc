"""Make the cover: a page set by WeasyPrint by the style's ``cover.css``, drawn as a picture, and a document with it.

A picture of dots, for library programs draw no thumbnail of an SVG cover.
"""

import re
from io import BytesIO

import pypdfium2
import weasyprint
from lxml import etree
from PIL import Image
from weasyprint.text.fonts import FontConfiguration

from edition.book.tree import Metadata
from edition.render.html import EPUB_TYPE
from edition.render.html.elements import child, element, write
from edition.settings.style import Style
from edition.typeset.epub.documents import Document
from edition.typeset.weasyprint.book import stylesheet
from edition.typeset.weasyprint.fetching import StyleFetcher

PICTURE = "cover.png"
_WIDTH = 1600
"""Dots across; stores ask for at least 1,400 on the shorter side."""

_COLOURS = 64
"""A cover has few colours and their edges; a palette makes the file a third as large."""


def cover_picture(metadata: Metadata, style: Style) -> bytes:
    """Set the cover and give it as PNG. Same book and style, same bytes."""
    fetcher = StyleFetcher(style.face.files)
    fonts = FontConfiguration()
    sheets = [
        weasyprint.CSS(string=text, font_config=fonts, url_fetcher=fetcher)
        for text in (stylesheet(style), style.file("cover.css").read_text(encoding="utf-8"))
    ]
    source = etree.tostring(cover_page(metadata), method="html", encoding="unicode", doctype="<!DOCTYPE html>")
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


def cover_page(metadata: Metadata) -> etree._Element:
    """Make the page that is drawn: a panel for each language, one over the other, with title and authors."""
    html = element("html", lang=metadata.languages[0])
    write(child(child(html, "head"), "title"), " / ".join(metadata.titles.values()))
    body = child(html, "body")
    authors = ", ".join(name for name, role in metadata.contributors if role == "aut")
    for ordinal, (language, title) in enumerate(metadata.titles.items()):
        panel = child(body, "section", "original" if ordinal == 0 else "translation", lang=language)
        if ordinal == 0 and authors:
            write(child(panel, "p", "author"), authors)
        write(child(panel, "p", "title", style=_measures(title)), _kept_together(title))
        if ordinal == len(metadata.titles) - 1:
            write(child(panel, "p", "imprint"), " · ".join(filter(None, (metadata.publisher, metadata.year))))
    return html


def _measures(title: str) -> str:
    """Give the lengths from which the style sheet takes the size of a title: of its longest word, and of all of it.

    >>> _measures("Letters about a Bridge")
    '--longest-word: 7; --all-words: 22'
    """
    return f"--longest-word: {max(map(len, title.split()), default=1)}; --all-words: {max(len(title), 1)}"


def _kept_together(title: str) -> str:
    """Keep words of one or two letters with the word after them, for a title's lines end with words that weigh.

    >>> _kept_together("Письма о мосте").split("\\N{NO-BREAK SPACE}"), _kept_together("A Bridge").split(" ")
    (['Письма о', 'мосте'], ['A\\xa0Bridge'])
    """
    return re.sub(r"(?<!\S)(\w{1,2}) ", "\\1\N{NO-BREAK SPACE}", title)


def cover_document(metadata: Metadata) -> Document:
    """Make the document that shows the cover and says in words what stands on it."""
    title = " / ".join(metadata.titles.values())
    section = element("section", "division cover")
    section.set(EPUB_TYPE, "cover")
    child(section, "img", src=PICTURE, alt=title, role="doc-cover")
    return Document("00-cover.xhtml", "cover", metadata.languages[0], title, section)
