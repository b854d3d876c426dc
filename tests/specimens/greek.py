"""A specimen with words that the text face lacks: Greek with all accents, a rare sign, a letter with a rare mark."""

from edition.book.tree import Book, BookInline, Division, Run, Styled
from tests.specimens.book import EN, RU, row, specimen_metadata

GREEK = ("τὸ", "καλόν", "ἀγαθὸν", "ᾧ", "μόνον")
"""Greek words of the specimen; by itself the text face could print the second and the last."""

ITALIC, BOLD, SMALL = "λόγος", "ἔργον", "ὕβρις"
MARKED = "z\u035bum"
SIGN = "Ↄ"


def _words(before: str, after: str) -> tuple[BookInline, ...]:
    return (
        Run(f"{before} {' '.join(GREEK[:2])}, {' '.join(GREEK[2:])}; "),
        Styled("emphasis", (Run(f"slanted {ITALIC}"),)),
        Run(" "),
        Styled("strong", (Run(f"heavy {BOLD}"),)),
        Run(" "),
        Styled("small-caps", (Run(f"small {SMALL}"),)),
        Run(f" {MARKED} 1921 {SIGN} {after}"),
    )


def greek_book() -> Book:
    """Make a book of two rows; the second has nothing but words of the text face."""
    rows = (
        row(_words("Дорогая Ада, Вымыслов писал:", "без конца."), _words("Dear Ada, Vymyslov wrote:", "without end.")),
        row("Только кириллица здесь.", "Nothing but Latin here."),
    )
    division = Division("text", "t-greek", "body", RU, {RU: "Греческое", EN: f"Greek {GREEK[2]}"}, rows)
    return Book(specimen_metadata(), (division,))
