"""TEI → the prose of letter files: words with marks, callers, paragraphs and lines of verse.

What is no word is left out: breaks of lines and pages, ids, keys, normal forms of dates. Whitespace counts as one
space. ``add`` means what a scribe added in one file and what an editor supplied in the other, so a collection says.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from tests.corpora.betacode import greek

TEI = "{http://www.tei-c.org/ns/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
PARAGRAPH, VERSE, MARK = "\ue000", "\ue001", "\ue002"
"""Signs that stand in raw prose for a paragraph's end, a verse line's end, and the beginning of a numbered part."""

PRINTABLE = {ord("〈"): "⟨", ord("〉"): "⟩", 0x1001FA: None, 0x1001FB: None, ord("¹"): "'"}
"""What an editor would mend first: the signs that are meant (finding G021), none of a private font; "Pompey¹s"."""

Caller = Callable[[etree._Element], str]
_STATES = {"supplied": "supplied", "unclear": "unclear", "sic": "sic", "del": "deleted", "surplus": "deleted"}
_ITALIC = {"emph", "title", "hi"}
_BLOCKS = {"p", "item", "list", "head", "body", "opener", "signed", "salute"}
_GREEK = {"greek", "grc"}

_BEFORE_CALLERS = re.compile(rf"(?<=[^\s{PARAGRAPH}{VERSE}{MARK}])\s+((?:\[\^[^\]]+\]\s*)+)(?=([,.;:?!)]?))")


def read(path: Path) -> etree._Element:
    """Read a file of TEI, without its entities and includes; slips in its ids do not matter."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, remove_comments=True)
    return etree.parse(path, parser).getroot()


def name_of(element: etree._Element) -> str:
    """Give an element's name without its namespace."""
    return str(etree.QName(element).localname)


def the(element: etree._Element, path: str) -> etree._Element:
    """Find the one element at a path of names (``titleStmt/title``, below at any depth) that must be there."""
    found = element.find(".//" + "/".join(f"{TEI}{name}" for name in path.split("/")))
    assert found is not None, f"no {path}"
    return found


def line(element: etree._Element) -> str:
    """Give all text of an element, spaces as one."""
    return " ".join("".join(map(str, element.itertext())).split())


@dataclass
class Prose:
    """Turns elements into raw prose; ``caller`` says what a note or its anchor leaves in the text."""

    caller: Caller = field(default=lambda _: "")
    states: Mapping[str, str] = field(default_factory=dict)
    language: str = ""

    def raw(self, element: etree._Element) -> str:
        """Give the prose of an element, whitespace as it stands, with signs for paragraphs, verse and parts."""
        return _BEFORE_CALLERS.sub(_close_up, "".join(self._inside(element, italic=False)))

    def _inside(self, element: etree._Element, *, italic: bool) -> Iterator[str]:
        foreign = element.get(f"{XML}lang") in _GREEK
        yield _escaped(element.text, foreign)
        for child in element:
            yield self._marked(child, italic=italic)
            yield _escaped(child.tail, foreign)

    def _marked(self, element: etree._Element, *, italic: bool) -> str:
        name = name_of(element)
        if name == "note" or (name == "anchor" and element.get("type") == "note"):
            return self.caller(element)
        if name == "gap":
            return "[]{.gap}"
        if name == "milestone":
            return _milestone(element)
        inner = "".join(self._inside(element, italic=italic or name in _ITALIC))
        return self._wrapped(element, name, inner, italic=italic)

    def _wrapped(self, element: etree._Element, name: str, inner: str, *, italic: bool) -> str:
        if name in _BLOCKS:
            return f"{PARAGRAPH}{inner}{PARAGRAPH}"
        if name == "l":
            return f"{VERSE}{inner}{VERSE}"
        if any(sign in inner for sign in (PARAGRAPH, VERSE, MARK)) or not inner.strip():
            return inner
        state = {**_STATES, **self.states}.get(name)
        if state:
            return _around(inner, f"]{{.{state}}}")
        language = {"greek": "grc"}.get(tag := element.get(f"{XML}lang", ""), tag)
        if language and language != self.language and name in {"foreign", "quote"}:
            return _around(inner, f"]{{lang={language}}}")
        core = inner.strip()
        if name in _ITALIC and not italic and core[0].isalnum() and core[-1].isalnum():
            return inner.replace(core, f"*{core}*", 1)
        return inner


def paragraphs(raw: str) -> tuple[str, ...]:
    """Divide raw prose into paragraphs as the letter file has them, signs of numbered parts left out."""
    raw = re.sub(f"{MARK}[^{MARK}]*{MARK}", "", raw)
    return tuple(filter(None, map(_paragraph, raw.split(PARAGRAPH))))


def _paragraph(raw: str) -> str:
    lines = (re.sub(r"\s+", " ", line).strip() for line in raw.split(VERSE))
    return unicodedata.normalize("NFC", "\\\n".join(filter(None, lines)))


def _close_up(found: re.Match[str]) -> str:
    """Put callers right behind the words before them; the space comes behind the callers."""
    return re.sub(r"\s", "", found[1]) + ("" if found[2] else " ")


def _milestone(element: etree._Element) -> str:
    match element.get("unit"):
        case "para":
            return PARAGRAPH
        case "section" | "chapter":
            return f"{MARK}{element.get('n')}{MARK}"
        case _:
            return ""


def _around(inner: str, end: str) -> str:
    """Put words in brackets, the spaces about them outside."""
    core = inner.strip()
    return inner.replace(core, f"[{core}{end}", 1)


def _escaped(words: str | None, foreign: bool) -> str:
    words = (words or "").translate(PRINTABLE)
    return re.sub(r"([\\*\[\]])", r"\\\1", greek(words) if foreign else words)
