"""Turn the book tree into one HTML element tree, for WeasyPrint and for the e-book alike.

The structure, on which the style sheets of both stand:

- ``section.division.KIND`` for a division, ``article.entry`` for a letter, ``h1`` to ``h3`` in order;
- ``div.row.ROLE`` (with ``data-level`` for nested points) holds one ``div.cell`` for each version, ``original`` or
  ``translation``, with its ``lang``; a cell without words is ``empty``. The heading of a letter is ``h2.row`` with
  ``span.cell``, for it is one heading; so is a note in print, for it stands inside a paragraph;
- ``p.ROLE`` for a paragraph; ``p.hanging`` holds ``span.marker`` and ``span.words``;
- ``a.caller`` for a note's number, inside ``span.bound`` with the word before it: style ``.bound`` as
  ``white-space: nowrap``, so that no line begins with a caller;
- ids stand on elements that hold words; ``a`` holds words alone.

Which words stand where was decided by ``compose``; nothing here adds any but spaces and the commas of an index.
"""

from lxml import etree

from edition.book.tree import Book, Division
from edition.render.html.divisions import render_division
from edition.render.html.elements import child, element, write
from edition.render.html.notes import EBOOK, EPUB_TYPE, PRINT
from edition.render.html.target import HtmlTarget

__all__ = ["BODY_BEGINS", "EBOOK", "EPUB_TYPE", "PRINT", "HtmlTarget", "render_division", "render_html", "render_page"]

BODY_BEGINS = "body-begins"
"""The class of the first division of the body, with which the arabic page numbers begin."""


def render_html(book: Book, target: HtmlTarget) -> etree._Element:
    """Make ``html`` of the whole book: all divisions in one ``body``."""
    title = " / ".join(book.metadata.titles.values())
    return render_page(title, book.metadata.languages[0], book.divisions, target)


def render_page(title: str, language: str, divisions: tuple[Division, ...], target: HtmlTarget) -> etree._Element:
    """Make ``html`` of some divisions, with a title of its own."""
    html = element("html", lang=language)
    head = child(html, "head")
    child(head, "meta", charset="utf-8")
    write(child(head, "title"), title)
    body = child(html, "body")
    begun = False
    for division in divisions:
        section = render_division(division, target)
        if division.matter == "body" and not begun:
            section.set("class", f"{section.get('class')} {BODY_BEGINS}")
            begun = True
        body.append(section)
    return html
