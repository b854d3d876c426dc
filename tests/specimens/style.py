"""A hand-built specimen of a style, in the sizes of octavo."""

from pathlib import Path

from edition.settings.style import Face, Style

VOLLKORN = Path("/usr/share/fonts/truetype/vollkorn")


def specimen_face() -> Face:
    """Give the face that the styles of the program use."""
    regular, italic, bold, bold_italic = (
        VOLLKORN / f"Vollkorn-{cut}.ttf" for cut in ("Regular", "Italic", "SemiBold", "SemiBoldItalic")
    )
    return Face("Vollkorn", regular, italic, bold, bold_italic)


def specimen_style(**tokens: str) -> Style:
    """Make a style; ``tokens`` override its sizes (``page_width="120mm"``)."""
    sizes = {
        "page-width": "156mm",
        "page-height": "234mm",
        "page-top": "21mm",
        "page-bottom": "23mm",
        "page-inner": "17mm",
        "page-outer": "17mm",
        "page-gutter": "6mm",
        "text-size": "9.8pt",
        "text-leading": "12.8pt",
        "notes-size": "8pt",
        "notes-leading": "10.2pt",
        "index-size": "8.8pt",
        "index-leading": "11pt",
    }
    sizes.update({name.replace("_", "-"): value for name, value in tokens.items()})
    return Style("specimen", "columns", sizes, {"locators": "page", "numerals": "oldstyle"}, specimen_face(), ())
