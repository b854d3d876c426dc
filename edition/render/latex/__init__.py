"""Turn the book tree into LaTeX for XeTeX: versions in columns, level row by row, each with its notes below.

What goes in: a ``Book``, in which every word is decided, and a ``Style``. What comes out: a ``LatexSource``, the text
and the files it reads. How a role or a list looks is said in ``edition.sty``; the source itself only names roles:

- ``\\begin{rows}{2}`` holds ``\\row{room}`` for each row and ``\\cell`` before each further version of it;
- ``\\para{role}{language}{mark}{words}`` is a paragraph; its mark tells the log which paragraph it is;
- ``\\place{name}{words}`` and ``\\at{names}`` name places, ``\\reach{name}{words}`` leads to one: the names are those
  of the tree.
"""

from edition.book.tree import Book
from edition.render.latex.divisions import write_divisions
from edition.render.latex.faces import face_files
from edition.render.latex.measure import characters_of_line
from edition.render.latex.pieces import command
from edition.render.latex.preamble import PACKAGE, preamble
from edition.render.latex.setting import Setting, notes_by_name
from edition.render.latex.source import LatexSource
from edition.render.latex.spoken import languages_of
from edition.settings.face import signs
from edition.settings.style import Style

__all__ = ["LatexSource", "render_latex"]


def render_latex(book: Book, style: Style) -> LatexSource:
    """Write the book as LaTeX in the style's sizes and faces."""
    versions = max(len(book.metadata.languages), 1)
    setting = Setting(notes_by_name(book), characters_of_line(style.tokens, versions), signs(style.face))
    document = preamble(book, style, languages_of(book))
    document.append(command("pagestyle", "book"))
    for item in write_divisions(book, setting):
        document.append(item)
    return LatexSource(f"{document.dumps()}\n", {PACKAGE.name: PACKAGE, **face_files(style.face)})
