"""Make the faces that the e-book carries: the style's font files, cut down to the characters of the book.

Each face has those characters alone that it prints, so that any reading system takes each from the face it belongs to.
The supplement is carried only by a book that needs it.
"""

from collections.abc import Container, Iterator
from io import BytesIO
from pathlib import Path

import tinycss2
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from edition.render.html.clusters import SUPPLEMENT
from edition.settings.face import signs
from edition.settings.runs import runs
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
_SUPPLEMENT = "supplement-"


def cut_faces(face: Face, text: str) -> dict[str, bytes]:
    """Cut the font files down to the characters of a text and what these need (small capitals, both kinds of figures).

    Gives WOFF2, a core media type of EPUB 3.3 (§3.2), by path in the package. Same files and characters, same bytes.
    """
    wanted, supplementary = set(_ALWAYS), set[str]()
    for run, of_supplement in runs(text, signs(face)):
        (supplementary if of_supplement else wanted).update(run)
    made = _cut_all(face, wanted, "")
    return made | _cut_all(face.supplement, supplementary, _SUPPLEMENT) if face.supplement and supplementary else made


def _cut_all(face: Face, characters: set[str], which: str) -> dict[str, bytes]:
    cuts = zip(_CUTS, face.cuts, strict=True)
    return {f"fonts/{which}{name}.woff2": _cut(path, characters) for (name, _, _), path in cuts}


def _cut(path: Path, characters: set[str]) -> bytes:
    options = Options()
    options.layout_features = _FEATURES
    options.name_IDs = ["*"]  # the licence stands in the name table and goes with the font
    options.notdef_outline = True
    options.hinting = False
    options.recalc_timestamp = False
    options.drop_tables += ["Silt"]  # of Graphite, whose other tables are left out anyhow
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=sorted(map(ord, characters)))
    with TTFont(path, recalcTimestamp=False) as font:
        subsetter.subset(font)
        font.flavor = "woff2"
        out = BytesIO()
        font.save(out)
    return out.getvalue()


def face_sheet(face: Face, fonts: Container[str]) -> bytes:
    """Write the style sheet that names the faces of which the ``fonts`` (paths in the package) are carried.

    A reader who prefers another face still gets it.
    """
    families = [_quoted(face.family), "serif"]
    rules = list(_rules(face.family, ""))
    if face.supplement and f"fonts/{_SUPPLEMENT}{_CUTS[0][0]}.woff2" in fonts:
        supplement = _quoted(face.supplement.family)
        rules += _rules(face.supplement.family, _SUPPLEMENT)
        rules.append(f".{SUPPLEMENT} {{\n  font-family: {', '.join([supplement, *families])};\n}}\n")
        families.insert(1, supplement)
    return "".join([*rules, f"body {{\n  font-family: {', '.join(families)};\n}}\n"]).encode()


def _rules(family: str, which: str) -> Iterator[str]:
    for name, weight, slant in _CUTS:
        yield (
            f"@font-face {{\n  font-family: {_quoted(family)};\n  font-weight: {weight};\n  font-style: {slant};\n"
            f'  src: url("fonts/{which}{name}.woff2") format("woff2");\n}}\n'
        )


def _quoted(family: str) -> str:
    return f'"{tinycss2.serializer.serialize_string_value(family)}"'
