"""Read the fonts of a part: which face each is of, its glyphs, and the words that they stand for."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Final

import pikepdf
from fontTools.ttLib import TTFont, TTLibError

from edition.typeset.joining.block_file import PartFont

_MAPPED: Final = re.compile(rb"<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]*)>")
_TAG: Final = re.compile(r"^/?(?:[A-Z]{6}\+)?")


def is_font(thing: pikepdf.Object) -> bool:
    """Tell whether an object of a part is a font as pages name it."""
    return isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font"


def read_font(font: pikepdf.Object, number: int) -> PartFont:
    """Read a font; ``number`` is the block's for it."""
    words = _words(font)
    widths = dict(_widths(font))
    glyphs = {glyph: (widths.get(glyph, 0.0), words.get(glyph, "")) for glyph in sorted({*widths, *words})}
    return PartFont(_postscript_name(font), number, glyphs)


def _postscript_name(font: pikepdf.Object) -> str:
    """Give the name by which the font itself goes, else the one that the part gives it."""
    program = _program(font)
    if program:
        try:
            with TTFont(BytesIO(program), lazy=True) as opened:
                found = opened["name"].getDebugName(6)
        except (TTLibError, KeyError):
            found = None
        if found:
            return str(found)
    return _TAG.sub("", str(font.get("/BaseFont", "/?")))


def _program(font: pikepdf.Object) -> bytes:
    """Give the font program, or nothing where it is made of pictures (Type 3)."""
    if "/DescendantFonts" not in font:
        return b""
    descriptor = font.DescendantFonts[0].FontDescriptor
    stream = descriptor.get("/FontFile3") or descriptor.get("/FontFile2")
    return b"" if stream is None else bytes(stream.read_bytes())


def _words(font: pikepdf.Object) -> dict[int, str]:
    mapping = font.get("/ToUnicode")
    if mapping is None:
        return {}
    found = _MAPPED.finditer(mapping.read_bytes().split(b"endcodespacerange", 1)[-1])
    return {int(pair[1], 16): bytes.fromhex(pair[2].decode()).decode("utf-16-be", "replace") for pair in found}


def _widths(font: pikepdf.Object) -> Iterator[tuple[int, float]]:
    """Yield the width of each glyph (PDF 1.7 §9.7.4.3: a first glyph and the widths from it on)."""
    if "/DescendantFonts" not in font:
        return
    entries = iter(list(font.DescendantFonts[0].get("/W", [])))
    for first in entries:
        for place, width in enumerate(list(next(entries))):
            yield int(first) + place, float(width)
