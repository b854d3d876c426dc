"""Make a PDF from the HTML tree by WeasyPrint."""

from edition.typeset.weasyprint.book import typeset_weasyprint

__all__ = ["typeset_weasyprint"]
