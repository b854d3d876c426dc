"""Inline nodes of the book → LaTeX in one string, because a line's end between two nodes would be a word space."""

import re
from collections.abc import Iterable
from typing import assert_never
from urllib.parse import quote

from edition.book.tree import Anchored, BookInline, Break, Caller, Linked, Run, Spoken, Styled, words
from edition.render.latex.escape import escape, name
from edition.render.latex.languages import babel_name
from edition.render.latex.notes import note_text
from edition.render.latex.pieces import call
from edition.render.latex.printed import printed
from edition.render.latex.setting import Setting

_STYLES = {
    "emphasis": "emph",
    "strong": "strongly",
    "small-caps": "textsc",
    "superior": "raised",
    "editorial": "editorial",
    "unbroken": "kept",
}
_NAME_OF_MENTION = re.compile(r"-m\d+")
_LONGEST_NAME = 40
_WEB = ("https://", "http://")
_SAFE_IN_ADDRESS = ":/?[]@!'()*+,;=-._"


def inline(nodes: Iterable[BookInline], setting: Setting) -> str:
    """Write nodes one after the other."""
    return "".join(_node(node, setting) for node in nodes)


def _node(node: BookInline, setting: Setting) -> str:
    match node:
        case Run(text):
            return printed(text, setting.signs)
        case Styled(style, children):
            return _styled(style, children, setting)
        case Spoken(language, children):
            return call("foreignlanguage", babel_name(language), inline(children, setting))
        case Anchored(id, children):
            return _anchored(id, children, setting)
        case Linked():
            return _linked(node, setting)
        case Caller():
            return _caller(node, setting)
        case Break():
            return r"\lineend{}"
        case _:
            assert_never(node)


def _styled(style: str, children: tuple[BookInline, ...], setting: Setting) -> str:
    content = inline(children, setting)
    if style == "superior" and words(children).isdecimal():
        return call("superior", content)
    return call(_STYLES[style], content) if style in _STYLES else content


def _anchored(id: str, children: tuple[BookInline, ...], setting: Setting) -> str:
    content = inline(children, setting)
    # Names are not carried over to the next line (house rule of typography).
    if _NAME_OF_MENTION.search(id) and len(words(children)) <= _LONGEST_NAME:
        content = call("unbroken", content)
    return call("place", name(id), content) if id else content


def _linked(node: Linked, setting: Setting) -> str:
    content = inline(node.children, setting)
    if node.target.startswith(_WEB):
        return call("href", _address(node.target), content)
    # An anchor has no colon: what has one is an address that no book leads to (javascript:, file:).
    return call("reach", name(node.target), content) if node.target and ":" not in node.target else content


def _address(address: str) -> str:
    """Write the address of a web page: percent-encoded, and its signs kept from TeX."""
    encoded = quote(address, safe=f"{_SAFE_IN_ADDRESS}%#&")
    return re.sub(r"[%#&_]", lambda sign: f"\\{sign.group()}", encoded.replace("~", "%7E"))


def _caller(caller: Caller, setting: Setting) -> str:
    made = call("caller", name(caller.id), name(caller.note), escape(caller.number))
    note = setting.notes.get(caller.note)
    return made + note_text(note, inline, setting) if note and note.caller == caller.id else made
