"""Make the faces that the e-book carries: the style's font files, cut down to the characters of the book."""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import tinycss2
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from edition.settings.style import Face

_FEATURES = ["kern", "liga", "locl", "mark", "mkmk", "ccmp", "calt", "smcp", "onum", "lnum", "pnum", "sups", "ss11"]
_ALWAYS = {chr(code) for code in range(0x20, 0x7F)} | {"\N{NO-BREAK SPACE}", "\N{SOFT HYPHEN}", "\N{HYPHEN}", "…"}
"""What a reading system may add by itself: its hyphens, and figures and letters for what it generates."""

_CUTS = (
    ("regular", "normal", "normal"),
    ("italic", "normal", "italic"),
    ("bold", "bold", "normal"),
    ("bold-italic", "bold", "italic"),
)


def cut_faces(face: Face, characters: Iterable[str]) -> dict[str, bytes]:
    """Cut the four font files down to some characters and what these need (small capitals, both kinds of figures).

    Gives WOFF2, a core media type of EPUB 3.3 (§3.2), by path in the package. Same files and characters, same bytes.
    """
    wanted = _ALWAYS | set(characters)
    return {f"fonts/{name}.woff2": _cut(path, wanted) for (name, _, _), path in zip(_CUTS, face.files, strict=True)}


def _cut(path: Path, characters: set[str]) -> bytes:
    options = Options()
    options.layout_features = _FEATURES
    options.name_IDs = ["*"]  # the licence stands in the name table and goes with the font
    options.notdef_outline = True
    options.hinting = False
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=sorted(map(ord, characters)))
    with TTFont(path, recalcTimestamp=False) as font:
        subsetter.subset(font)
        font.flavor = "woff2"
        out = BytesIO()
        font.save(out)
    return out.getvalue()


def face_sheet(face: Face) -> bytes:
    """Write the style sheet that names the faces; a reader who prefers another face still gets it."""
    family = tinycss2.serializer.serialize_string_value(face.family)
    rules = [
        f'@font-face {{\n  font-family: "{family}";\n  font-weight: {weight};\n  font-style: {slant};\n'
        f'  src: url("fonts/{name}.woff2") format("woff2");\n}}\n'
        for name, weight, slant in _CUTS
    ]
    return "".join([*rules, f'body {{\n  font-family: "{family}", serif;\n}}\n']).encode()
