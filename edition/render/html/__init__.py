"""Turn the book tree into one HTML element tree, for WeasyPrint and for the e-book alike.

The structure, on which the style sheets of both stand:

- ``section.division.KIND`` for a division, with ``data-matter`` (front, body, back); ``article.entry`` for a letter,
  with its ``data-number``; ``h1`` to ``h3`` in order;
- ``div.row.ROLE`` (with ``data-level`` for nested points) holds one ``div.cell`` for each version, ``original`` or
  ``translation``, with its ``lang``; a cell without words is ``empty``. The heading of a letter is ``h2.row`` with
  ``span.cell``, for it is one heading; the cells bear what running heads say (``data-date``, ``data-status``).
  ``introduces`` is a row that a list follows, ``data-after`` the role of the row before;
- ``p.ROLE`` for a paragraph; ``p.hanging`` holds ``span.marker`` and ``span.words``;
- ``a.caller`` for a note's number, inside ``span.bound`` with the word before it: style ``.bound`` as
  ``white-space: nowrap``, so that no line begins with a caller;
- ids stand on elements that hold words; ``a`` holds words alone.

For print (``PRINT``):

- a division of rows alone is ``pressed``: ``data-lanes`` names the languages, and every row, note and reading has a
  cell for each of them in that order, empty where it has no words. So the letters of one edition keep to their lanes,
  whichever of the versions is the original;
- the heading of a division is ``h1.row.division-heading`` with a ``span.cell`` for each title, which running heads
  repeat (``data-running``); ``head`` has ``meta[name=running-title]`` with the title of the book in each language;
- after a row stand its readings, ``aside.reading`` (``data-lemma``: the anchor of the words in the text), then its
  notes, ``aside.footnote.KIND``, with cells like those of the row; the number of a note stands in ``span.number`` at
  the beginning of its first paragraph.

For a screen (``EBOOK``): the titles of a division are lines of one ``h1``; after a letter stand ``div.apparatus`` and
``section.footnotes``, in which each side of a note is an ``aside``.

Which words stand where was decided by ``compose``; nothing here adds any but spaces and the commas of an index.
"""

from lxml import etree

from edition.book.tree import Book, Division
from edition.render.html.divisions import render_division
from edition.render.html.elements import child, element, write
from edition.render.html.notes import EPUB_TYPE
from edition.render.html.outputs import EBOOK, PRINT
from edition.render.html.target import HtmlTarget

__all__ = ["BODY_BEGINS", "EBOOK", "EPUB_TYPE", "PRINT", "HtmlTarget", "render_division", "render_html", "render_page"]

BODY_BEGINS = "body-begins"
"""The class of the first division of the body, with which the arabic page numbers begin."""


def render_html(book: Book, target: HtmlTarget) -> etree._Element:
    """Make ``html`` of the whole book: all divisions in one ``body``."""
    title = " / ".join(book.metadata.titles.values())
    html = render_page(title, book.metadata.languages[0], book.divisions, target)
    for language, running in book.metadata.running_title.items():
        child(html[0], "meta", name="running-title", lang=language, content=running)
    return html


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
