"""The faces of a style → fontspec: by file, with their own small capitals and figures, and no ligature of TeX's."""

from collections.abc import Iterator
from pathlib import Path

from fontTools.ttLib import TTFont

from edition.render.latex.pieces import Piece, command
from edition.settings.style import Face, Style

FOLDER = "fonts/"
_CUTS = ("regular", "italic", "bold", "bold-italic")
_SUPPLEMENT = "supplement-"
_FIGURES = frozenset("0123456789")


def faces(style: Style) -> Iterator[Piece]:
    """Write the commands that load the text face, its superior figures where it has drawn them, and its supplement."""
    figures = "Lining" if style.settings.get("numerals") == "lining" else "OldStyle"
    yield command("setmainfont", _name(style.face, "regular"), options=_options(style.face, "", f"Numbers={figures}"))
    if has_superiors(style.face.regular):
        options = f"Path={FOLDER},Ligatures=TeXOff,RawFeature=+sups"
        yield command("setsuperiorfont", _name(style.face, "regular"), options)
    if style.face.supplement:
        regular = _name(style.face.supplement, "regular", _SUPPLEMENT)
        yield command("setsupplement", regular, _options(style.face.supplement, _SUPPLEMENT))


def _options(face: Face, which: str, *further: str) -> str:
    features = [f"RawFeature=+{feature}" for feature in face.features]
    cuts = {"ItalicFont": "italic", "BoldFont": "bold", "BoldItalicFont": "bold-italic"}
    files = [f"{cut}={_name(face, key, which)}" for cut, key in cuts.items()]
    return ",".join([f"Path={FOLDER}", "Ligatures=TeXOff", *further, *features, *files])


def face_files(face: Face, which: str = "") -> dict[str, Path]:
    """Name the font files as the source does: by what they are for, so that no file's name is read by TeX."""
    paths = {FOLDER + _name(face, key, which): path for key, path in zip(_CUTS, face.cuts, strict=True)}
    return paths | (face_files(face.supplement, _SUPPLEMENT) if face.supplement else {})


def _name(face: Face, cut: str, which: str = "") -> str:
    return f"{which}{cut}{face.cuts[_CUTS.index(cut)].suffix.lower()}"


def has_superiors(font_file: Path) -> bool:
    """Tell whether a font has drawn superior figures (OpenType feature ``sups``)."""
    with TTFont(font_file, lazy=True) as font:
        if "GSUB" not in font:
            return False
        table = font["GSUB"].table
        characters = font.getBestCmap()
        features = (feature for feature in table.FeatureList.FeatureRecord if feature.FeatureTag == "sups")
        lookups = {index for feature in features for index in feature.Feature.LookupListIndex}
        drawn = {
            glyph
            for index in lookups
            for subtable in table.LookupList.Lookup[index].SubTable
            for glyph in getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {})
        }
    return all(characters.get(ord(figure)) in drawn for figure in _FIGURES)
