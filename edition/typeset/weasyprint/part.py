"""Write a part of the book as a tagged PDF of its own, ready to be joined to others."""

from collections.abc import Sequence
from typing import Final
from xml.etree.ElementTree import Element

import pydyf
import weasyprint

from edition.typeset.weasyprint.private import Annotation, Painted, tags_by
from edition.typeset.weasyprint.structure import Trees
from edition.typeset.weasyprint.tagging import write_structure

_IDENTIFIER: Final = b"edition"


def write_part(document: weasyprint.Document, roots: Sequence[Element]) -> bytes:
    """Write pages as PDF 1.7 with the structure of the HTML that they were made of; the same pages, the same bytes.

    The pages may come from several documents that were laid out in this process; ``roots`` are the HTML trees of all
    of these, in reading order. What stands in an element of class ``furniture`` is an artifact. Links inside the book
    stay the URIs that they are; places have their ids as names. Metadata and outline are those of the joined book.
    """
    with tags_by(_PartTagger(Trees(roots), _language(document, roots))):
        written: bytes = document.write_pdf(
            pdf_tags=True, pdf_version="1.7", pdf_identifier=_IDENTIFIER, full_fonts=False
        )
    return written


def _language(document: weasyprint.Document, roots: Sequence[Element]) -> str:
    """Give the language of a part: that of its document, else the first that its trees name."""
    named = (element.get("lang", "") for root in roots for element in root.iter())
    return document.metadata.lang or next((language for language in named if language), "")


class _PartTagger:
    def __init__(self, trees: Trees, language: str) -> None:
        self._trees = trees
        self._language = language

    def ornamental(self, element: Element | None) -> bool:
        return self._trees.ornamental(element)

    def describe(self, link: Element) -> str:
        return link.get("aria-label") or " ".join("".join(link.itertext()).split())

    def write(
        self, pdf: pydyf.PDF, painted: Sequence[Sequence[Painted]], links: Sequence[Sequence[Annotation]]
    ) -> None:
        kids = self._trees.structure(painted, links)
        write_structure(pdf, kids, painted, links, self._language)
