"""Write paragraphs."""

from collections.abc import Iterable

from lxml import etree

from edition.book.tree import Para
from edition.render.html.elements import child, write
from edition.render.html.inline import write_inline


def write_para(parent: etree._Element, para: Para, tag: str = "p") -> etree._Element:
    """Write a paragraph; its language is said where its surroundings say another."""
    made = child(parent, tag, _classes(para), id=para.id, lang=spoken_here(parent, para.language))
    fill_para(made, para)
    return made


def write_paras(parent: etree._Element, paras: Iterable[Para], tag: str = "p") -> None:
    """Write paragraphs one after the other."""
    for para in paras:
        write_para(parent, para, tag)


def fill_para(parent: etree._Element, para: Para) -> None:
    """Write what a paragraph holds: its words, after a marker that hangs if it has one.

    A word space closes the marker, so that whoever copies or listens gets two words; in the marker's own box it takes
    no part in the justification of the line.
    """
    if not para.marker:
        write_inline(parent, para.content)
        return
    marker = child(parent, "span", "marker")
    write_inline(marker, para.marker)
    write(marker, " ")
    write_inline(child(parent, "span", "words"), para.content)


def spoken_here(parent: etree._Element, language: str) -> str:
    """Give the language if the nearest ancestor that names one names another, else nothing.

    An element that no ancestor names yet is written with its language.
    """
    here: etree._Element | None = parent
    while here is not None:
        if named := here.get("lang"):
            return "" if named == language else language
        here = here.getparent()
    return language


def _classes(para: Para) -> str:
    return f"{para.role} hanging" if para.marker else para.role
