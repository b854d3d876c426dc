"""Say for each glyph of the file which characters it stands for, as the font file knows it.

The driver guesses from the names of glyphs, and takes small capitals for capitals: copied or searched, «Вымыслов»
would be «ВЫМЫСЛОВ».
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pikepdf
from fontTools.ttLib import TTFont

from edition.settings.style import Face

_BLOCK = 100
"""Entries of one block of a character map at the most (Adobe Technical Note 5411)."""
# Small capitals stand for small letters here, since the book asks for no capitals as small capitals.
_NOT_ASKED_FOR = frozenset({"c2sc", "aalt"})


def write_words(document: pikepdf.Pdf, face: Face) -> None:
    """Replace the character map of every font of the face."""
    by_name = dict(_fonts(face.files))
    for font in _composite_fonts(document):
        known = by_name.get(str(font.BaseFont).partition("+")[2])
        if known and "/ToUnicode" in font:
            font.ToUnicode = document.make_stream(_character_map(known))


def _composite_fonts(document: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    for thing in document.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Subtype") == pikepdf.Name.Type0:
            yield thing


def _fonts(files: Iterable[Path]) -> Iterator[tuple[str, dict[int, str]]]:
    for path in dict.fromkeys(files):
        with TTFont(path, lazy=True) as font:
            yield str(font["name"].getDebugName(6)), words_of_glyphs(font)


def words_of_glyphs(font: TTFont) -> dict[int, str]:
    """Give the characters that each glyph stands for, by the number of the glyph in the font."""
    meanings: dict[str, str] = {}
    for code, glyph in sorted(font.getBestCmap().items()):
        meanings.setdefault(glyph, chr(code))
    # A form of a form is known once the form is: twice over the rules is enough for all fonts seen.
    for _ in range(2):
        for glyph, parts in _substitutions(font):
            if glyph not in meanings and all(part in meanings for part in parts):
                meanings[glyph] = "".join(meanings[part] for part in parts)
    return {font.getGlyphID(glyph): words for glyph, words in meanings.items()}


def _substitutions(font: TTFont) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each glyph that the features of the font put in the place of others, with these others in order."""
    if "GSUB" not in font:
        return
    table = font["GSUB"].table
    passed_over = {
        index
        for feature in table.FeatureList.FeatureRecord
        if feature.FeatureTag in _NOT_ASKED_FOR
        for index in feature.Feature.LookupListIndex
    }
    for index, lookup in enumerate(table.LookupList.Lookup):
        for subtable in lookup.SubTable if index not in passed_over else ():
            subtable = getattr(subtable, "ExtSubTable", subtable)
            for glyph, made in sorted(getattr(subtable, "mapping", {}).items()):
                if isinstance(made, str):
                    yield made, (glyph,)
            for first, ligatures in sorted(getattr(subtable, "ligatures", {}).items()):
                for ligature in ligatures:
                    yield ligature.LigGlyph, (first, *ligature.Component)


def _character_map(meanings: dict[int, str]) -> bytes:
    written = {glyph: words.encode("utf-16-be").hex().upper() for glyph, words in sorted(meanings.items())}
    entries = [f"<{glyph:04X}> <{words}>" for glyph, words in written.items()]
    blocks = [entries[at : at + _BLOCK] for at in range(0, len(entries), _BLOCK)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return f"{_HEAD}\n{body}\n{_FOOT}\n".encode("ascii")


_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange"""
_FOOT = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
