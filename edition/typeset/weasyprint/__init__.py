"""Make a PDF from the HTML tree: lines by WeasyPrint, pages by the press."""

from edition.typeset.weasyprint.book import Press

__all__ = ["Press"]
