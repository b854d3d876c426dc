"""Write the contents of the book."""

from lxml import etree

from edition.book.tree import Contents, ContentsLine, Run, Side, words
from edition.render.html.elements import child, write
from edition.render.html.inline import link, write_inline


def write_contents(parent: etree._Element, contents: Contents) -> None:
    """Write the table of contents: a line has its title in each language, then the page."""
    made = child(child(parent, "nav", "contents", role="doc-toc"), "ol")
    for line in contents.lines:
        _write_contents_line(child(made, "li", f"row level-{line.level}"), line)


def _write_contents_line(parent: etree._Element, line: ContentsLine) -> None:
    for side in line.titles:
        title = child(parent, "span", "cell", lang=side.language)
        title.tail = " "
        for place, para in enumerate(side.paragraphs):
            if place:
                write(title, " ")
            write_inline(title, (link(para.content, line.target, "contents"),))
    if line.page:
        described = next((title_words(side) for side in line.titles), "")
        page = child(parent, "span", "page")
        write_inline(page, (link((Run(line.page),), line.target, "contents", f"{described}, {line.page}"),))


def title_words(side: Side) -> str:
    """Give the words of a title in one language, its paragraphs as one line."""
    return " ".join(words(para.content) for para in side.paragraphs)
