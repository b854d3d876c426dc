"""Make a PDF from LaTeX by XeTeX."""

from edition.typeset.latex.book import typeset_latex

__all__ = ["typeset_latex"]
