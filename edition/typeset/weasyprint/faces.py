"""The faces of a style → rules of CSS, and the font files behind them.

The text face comes first, so that every space is its own; it is served without the characters that the supplement
prints wherever they stand. The supplement is served with the text face's ascent and descent, for WeasyPrint would put
a line with signs of a taller face lower, and lines side by side would not be level. Letters with a mark that the text
face lacks are in spans of a class (see ``render/html/clusters.py``): there the supplement comes first.
"""

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont
from tinycss2.serializer import serialize_string_value

from edition.render.html.clusters import SUPPLEMENT
from edition.settings.face import signs
from edition.settings.style import Face

SCHEME: Final = "edition-face:"
"""The scheme of the addresses of font files that are made, not read."""

_CUTS = (("normal", "normal"), ("normal", "italic"), ("bold", "normal"), ("bold", "italic"))
_USES_TYPO_METRICS = 1 << 7


def face_rules(face: Face) -> str:
    """Write the faces as CSS: by file, or where there is a supplement by addresses that ``made_font`` serves."""
    if face.supplement is None:
        return "\n".join(_rules(_text_family(face), [path.resolve().as_uri() for path in face.cuts]))
    rules = [
        *_rules(_text_family(face), [f"{SCHEME}text/{place}" for place in range(len(face.cuts))]),
        *_rules(_family(face.supplement), [f"{SCHEME}supplement/{place}" for place in range(len(face.cuts))]),
        f".{SUPPLEMENT} {{ font-family: {_quoted(_family(face.supplement))}, {_quoted(_text_family(face))}; }}",
    ]
    return "\n".join(rules)


def families(face: Face) -> str:
    """Give the value of ``font-family`` with which every character stands in its face."""
    text = _quoted(_text_family(face))
    return f"{text}, {_quoted(_family(face.supplement))}" if face.supplement else text


def made_font(face: Face, address: str) -> bytes | None:
    """Give the font file behind an address of a face with a supplement; ``None`` for any other."""
    if face.supplement is None or not address.startswith(SCHEME):
        return None
    for place, (path, further) in enumerate(zip(face.cuts, face.supplement.cuts, strict=True)):
        if address == f"{SCHEME}text/{place}":
            return _without(path, signs(face).own)
        if address == f"{SCHEME}supplement/{place}":
            return _fitted(further, path)
    return None


def _rules(family: str, addresses: list[str]) -> Iterator[str]:
    for address, (weight, slant) in zip(addresses, _CUTS, strict=True):
        yield (
            f"@font-face {{ font-family: {_quoted(family)}; font-weight: {weight}; font-style: {slant}; "
            f'src: url("{address}"); }}'
        )


def _text_family(face: Face) -> str:
    # By the plain name a weight that the style does not have in a file of its own would be the system's bold.
    return f"{face.family} Text"


def _family(supplement: Face) -> str:
    # The plain name would find the file as the system has it.
    return f"{supplement.family} Supplement"


def _quoted(family: str) -> str:
    return f'"{serialize_string_value(family)}"'


@lru_cache(maxsize=8)
def _without(path: Path, taken: frozenset[str]) -> bytes:
    """Give a font in which some characters have no sign."""
    with TTFont(path, recalcTimestamp=False, recalcBBoxes=False) as font:
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap = {code: glyph for code, glyph in table.cmap.items() if chr(code) not in taken}
        font["cmap"].tables = [table for table in font["cmap"].tables if table.isUnicode()]
        return _written(font)


@lru_cache(maxsize=8)
def _fitted(path: Path, like: Path) -> bytes:
    """Give a font with the ascent and descent of another."""
    with TTFont(path, recalcTimestamp=False, recalcBBoxes=False) as font, TTFont(like, lazy=True) as model:
        ascent, descent = (round(value * font["head"].unitsPerEm) for value in _extent(model))
        hhea, os2 = font["hhea"], font["OS/2"]
        hhea.ascent, hhea.descent, hhea.lineGap = ascent, -descent, 0
        os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ascent, -descent, 0
        os2.usWinAscent, os2.usWinDescent = ascent, descent
        return _written(font)


def _written(font: TTFont) -> bytes:
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def _extent(font: TTFont) -> tuple[float, float]:
    """Give ascent and descent of a font in parts of its size, as HarfBuzz and FreeType read them."""
    hhea, os2 = font["hhea"], font["OS/2"]
    ascent, descent = hhea.ascent, hhea.descent
    if os2.fsSelection & _USES_TYPO_METRICS or not (ascent or descent):
        ascent, descent = os2.sTypoAscender, os2.sTypoDescender
    return ascent / font["head"].unitsPerEm, -descent / font["head"].unitsPerEm
