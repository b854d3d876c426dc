"""The faces of a style → fontspec: by file, with their own small capitals and figures, and no ligature of TeX's."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from fontTools.ttLib import TTFont

from edition.render.latex.pieces import Piece, command
from edition.settings.style import Face, Style

FOLDER = "fonts/"
_FIGURES = frozenset("0123456789")


def faces(style: Style) -> Iterator[Piece]:
    """Write the commands that load the text face, and its superior figures where it has drawn them."""
    names = _names(style.face)
    figures = "Lining" if style.settings.get("numerals") == "lining" else "OldStyle"
    common = [f"Path={FOLDER}", "Ligatures=TeXOff", f"Numbers={figures}"]
    common += [f"RawFeature=+{feature}" for feature in style.face.features]
    cuts = {"ItalicFont": "italic", "BoldFont": "bold", "BoldItalicFont": "bold-italic"}
    options = ",".join([*common, *(f"{cut}={names[key]}" for cut, key in cuts.items())])
    yield command("setmainfont", names["regular"], options=options)
    if has_superiors(style.face.regular):
        options = f"Path={FOLDER},Ligatures=TeXOff,RawFeature=+sups"
        yield command("setsuperiorfont", names["regular"], options)


def face_files(face: Face) -> Mapping[str, Path]:
    """Name the font files as the source does: by what they are for, so that no file's name is read by TeX."""
    names = _names(face)
    paths = dict(zip(("regular", "italic", "bold", "bold-italic"), face.files, strict=True))
    return {FOLDER + names[key]: path for key, path in paths.items()}


def _names(face: Face) -> dict[str, str]:
    keys = ("regular", "italic", "bold", "bold-italic")
    return {key: f"{key}{path.suffix.lower()}" for key, path in zip(keys, face.files, strict=True)}


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
