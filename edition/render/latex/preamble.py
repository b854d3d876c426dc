"""The preamble: page, sizes, faces, languages and what the file says of itself."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from pylatex import Document, Package

from edition.book.tree import Book
from edition.render.latex.escape import escape_string
from edition.render.latex.faces import faces
from edition.render.latex.languages import babel_name, patterns
from edition.render.latex.lengths import tex_length
from edition.render.latex.pieces import Piece, command
from edition.settings.style import Style

PACKAGE = Path(__file__).with_name("edition.sty")


def preamble(book: Book, style: Style, languages: tuple[str, ...]) -> Document:
    """Make the document without its content."""
    document = Document(
        documentclass="book",
        document_options=["twoside"],
        fontenc=None,
        inputenc=None,
        lmodern=False,
        textcomp=False,
        page_numbers=False,
        indent=True,
    )
    document.packages.append(Package("edition"))
    lines = (*_page(style.tokens), *_sizes(style.tokens), *faces(style), *_languages(languages), _says(book))
    document.preamble.extend(lines)
    return document


def _page(tokens: Mapping[str, str]) -> Iterator[Piece]:
    sides = {"paperwidth": "width", "paperheight": "height", "inner": "inner", "outer": "outer", "top": "top"}
    lengths = [f"{key}={tex_length(tokens[f'page-{token}'])}" for key, token in sides.items()]
    lengths.append(f"bottom={tex_length(tokens['page-bottom'])}")
    yield command("geometry", ",".join(lengths))
    yield command("columngap", tex_length(tokens["page-gutter"]))


def _sizes(tokens: Mapping[str, str]) -> Iterator[Piece]:
    for kind in ("text", "notes", "index"):
        yield command(f"{kind}size", *(tex_length(tokens[f"{kind}-{length}"]) for length in ("size", "leading")))


def _languages(languages: tuple[str, ...]) -> Iterator[Piece]:
    for language in languages:
        yield command("editionlanguage", babel_name(language), patterns(language) or "nohyphenation")


def _says(book: Book) -> Piece:
    metadata = book.metadata
    title = " / ".join(dict.fromkeys(metadata.titles.values()))
    authors = [who for who, role in metadata.contributors if role == "aut"]
    said = {
        "pdftitle": title,
        "pdfauthor": "; ".join(authors or [who for who, _ in metadata.contributors]),
        "pdfsubject": metadata.description,
        "pdflang": metadata.languages[0] if metadata.languages else "",
    }
    return command("hypersetup", ",".join(f"{key}={{{escape_string(value)}}}" for key, value in said.items()))
