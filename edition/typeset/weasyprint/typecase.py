"""The faces and sheets of a style, read once: HTML → a document laid out by WeasyPrint.

All documents of one process that end in the same file share one type case, so that they share its fonts.
"""

from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

import weasyprint
from lxml import etree
from weasyprint.text.fonts import FontConfiguration

from edition.render.html.clusters import bind_clusters
from edition.settings.face import signs
from edition.settings.style import Style
from edition.typeset.weasyprint.faces import face_rules, families
from edition.typeset.weasyprint.fetching import StyleFetcher
from edition.typeset.weasyprint.justifying import mended_justification
from edition.typeset.weasyprint.line_breaking import mended_line_breaking

TYPE: Final = "type.css"
"""The sheet of a style that says how its type looks, wherever it stands."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A document with its pages, and the root of the HTML that its boxes belong to."""

    document: weasyprint.Document
    root: Element


class TypeCase:
    """Lays out HTML by the faces and sheets of one style."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self._fetcher = StyleFetcher(style.face)
        self._fonts = FontConfiguration()
        self._sheets: dict[str, weasyprint.CSS] = {}
        self._tokens = self._css(stylesheet(style))

    def lay_out(self, html: etree._Element, *sheets: str, css: str = "") -> LaidOut:
        """Lay out a tree by its type, by more sheets of the style (names of files), and by rules of its own."""
        bind_clusters(html, signs(self.style.face))
        source = etree.tostring(html, method="html", encoding="unicode", doctype="<!DOCTYPE html>")
        parsed = weasyprint.HTML(string=source, url_fetcher=self._fetcher, base_url=None)
        rules = [self._tokens, *(self._sheet(name) for name in (TYPE, *sheets)), self._css(css)]
        with mended_line_breaking(), mended_justification():
            document = parsed.render(stylesheets=rules, font_config=self._fonts)
        return LaidOut(document, parsed.etree_element)

    def _sheet(self, name: str) -> weasyprint.CSS:
        if name not in self._sheets:
            self._sheets[name] = self._css(self.style.file(name).read_text(encoding="utf-8"))
        return self._sheets[name]

    def _css(self, text: str) -> weasyprint.CSS:
        return weasyprint.CSS(string=text, font_config=self._fonts, url_fetcher=self._fetcher)


def stylesheet(style: Style) -> str:
    """Write the tokens of a style as CSS: its faces by file, its lengths as custom properties."""
    tokens = "".join(f"--{name}: {value}; " for name, value in style.tokens.items())
    figures = "lining-nums" if style.settings.get("numerals") == "lining" else "oldstyle-nums"
    features = ", ".join(f'"{feature}"' for feature in style.face.features) or "normal"
    return (
        f"{face_rules(style.face)}\n:root {{ --face: {families(style.face)}; --numerals: {figures}; {tokens}"
        f"font-variant-numeric: {figures}; font-feature-settings: {features}; }}\n"
    )
