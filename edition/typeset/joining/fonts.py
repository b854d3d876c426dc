"""One font a face for the whole book: what the parts use of it, cut once out of the style's own file.

WeasyPrint embeds a subset in every part and keeps the numbers of the glyphs, so all of them can be replaced by one.
"""

import unicodedata
from base64 import b32encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from fontTools import subset
from fontTools.ttLib import TTFont

from edition.model.finding import Finding
from edition.typeset.joining.block_file import PartFont
from edition.typeset.joining.faults import foreign_face, no_sign
from edition.typeset.joining.literals import array, dictionary, reference, string
from edition.typeset.joining.pdf_file import PdfFile
from edition.typeset.joining.unicode_map import unicode_map

_TOLERATED: Final = 2.0
_TAG_LETTERS: Final = 6
_SYMBOLIC: Final = 1 << 2
_ITALIC: Final = 1 << 6
_UNNEEDED: Final = (
    "GSUB",
    "GPOS",
    "GDEF",
    "BASE",
    "JSTF",
    "DSIG",
    "STAT",
    "MATH",
    "Silt",
    "Silf",
    "Glat",
    "Gloc",
    "Feat",
)
"""Tables for setting lines, which are set already."""

_STEM: Final = b"80"


@dataclass(slots=True)
class BookFont:
    """What the book uses of a font file: for each glyph the words that it stands for."""

    path: Path
    name: str
    widths: tuple[float, ...]
    characters: Mapping[int, tuple[str, ...]]
    words: dict[int, str] = field(default_factory=dict)

    def take(self, glyphs: Mapping[int, tuple[float, str]]) -> None:
        """Add what a part uses; the first words that fit a glyph stay."""
        for glyph, (_, text) in glyphs.items():
            if glyph < len(self.widths) and not self.words.get(glyph):
                self.words[glyph] = self._words(glyph, text)

    def _words(self, glyph: int, text: str) -> str:
        """Choose what a glyph stands for: what it was used for, unless a whole cluster was taken for one sign of it.

        A letter with an accent of its own is a cluster of two glyphs, of which a part gives both letters to the second
        and none to the first.
        """
        own = self.characters.get(glyph, ())
        if not own or text in own or (len(text) == 1 and text):
            return text
        return text if any(unicodedata.normalize("NFKC", sign) == text for sign in own) else own[0]

    def lacks(self, glyphs: Mapping[int, tuple[float, str]]) -> set[str]:
        """Give the characters for which an empty box is printed: WeasyPrint numbers them beyond the font's glyphs."""
        return {text for glyph, (_, text) in glyphs.items() if glyph >= len(self.widths)}

    def is_of(self, glyphs: Mapping[int, tuple[float, str]]) -> bool:
        """Tell whether a part's font is this one and no other version of it: its glyphs are as wide."""
        known = ((glyph, width) for glyph, (width, _) in glyphs.items() if 0 < glyph < len(self.widths))
        return all(abs(self.widths[glyph] - width) <= _TOLERATED for glyph, width in known)


def unite_fonts(
    parts: Iterable[Sequence[PartFont]], files: Iterable[Path]
) -> tuple[dict[str, BookFont], tuple[Finding, ...]]:
    """Unite what parts use of the style's faces; give the fonts by their names, and what is not the style's."""
    paths = {_name(path): path for path in files}
    used: dict[str, BookFont] = {}
    foreign: dict[str, set[str]] = {}
    lacking: dict[str, set[str]] = {}
    for font in (font for fonts in parts for font in fonts):
        if font.name in paths and font.name not in used:
            used[font.name] = _read(paths[font.name], font.name)
        own = used.get(font.name)
        if own is None or not own.is_of(font.glyphs):
            foreign.setdefault(font.name, set()).update(*(text for _, text in font.glyphs.values()))
            continue
        own.take(font.glyphs)
        if lacks := own.lacks(font.glyphs):
            lacking.setdefault(font.name, set()).update(*lacks)
    findings = [foreign_face(name, foreign[name]) for name in sorted(foreign)]
    findings += [no_sign(name, lacking[name]) for name in sorted(lacking)]
    return {name: used[name] for name in paths if name in used}, tuple(findings)


def _name(path: Path) -> str:
    with TTFont(path, lazy=True) as font:
        return str(font["name"].getDebugName(6) or path.stem)


def _read(path: Path, name: str) -> BookFont:
    with TTFont(path, lazy=True) as font:
        scale = 1000 / font["head"].unitsPerEm
        order = font.getGlyphOrder()
        advances = font["hmtx"].metrics
        characters = _characters(order, font.getBestCmap())
        return BookFont(path, name, tuple(advances[glyph][0] * scale for glyph in order), characters)


def _characters(order: Sequence[str], codes: Mapping[int, str]) -> dict[int, tuple[str, ...]]:
    """Give the characters of which a glyph is the sign, or another form: ``a.sc`` is a form of ``a``."""
    signs: dict[str, tuple[str, ...]] = {}
    for code, glyph in sorted(codes.items()):
        signs[glyph] = (*signs.get(glyph, ()), chr(code))
    known = ((number, signs.get(glyph) or signs.get(glyph.split(".")[0])) for number, glyph in enumerate(order))
    return {number: own for number, own in known if own}


def write_font(file: PdfFile, number: int, font: BookFont) -> None:
    """Write a font with its program, widths and words (PDF 1.7 §9.7) under a number that is taken."""
    with TTFont(font.path, recalcTimestamp=False) as opened:
        scale = 1000 / opened["head"].unitsPerEm
        said = _measures(opened, scale)
        truetype = "glyf" in opened
        program = _subset(opened, sorted(font.words))
    name = f"/{_tag(program)}+{font.name}".encode("ascii")
    if truetype:
        embedded = {"FontFile2": reference(file.add_stream({"Length1": b"%d" % len(program)}, program))}
    else:
        embedded = {"FontFile3": reference(file.add_stream({"Subtype": b"/OpenType"}, program))}
    descriptor = file.add(dictionary({"Type": b"/FontDescriptor", "FontName": name, **said, **embedded}))
    system = dictionary({"Registry": b"(Adobe)", "Ordering": b"(Identity)", "Supplement": b"0"})
    descendant = {
        "Type": b"/Font",
        "Subtype": b"/CIDFontType2" if truetype else b"/CIDFontType0",
        "BaseFont": name,
        "CIDSystemInfo": system,
        "FontDescriptor": reference(descriptor),
        "W": _widths(font),
        "CIDToGIDMap": b"/Identity" if truetype else b"",
    }
    above = {
        "Type": b"/Font",
        "Subtype": b"/Type0",
        "BaseFont": name,
        "Encoding": b"/Identity-H",
        "DescendantFonts": array([reference(file.add(dictionary(descendant)))]),
        "ToUnicode": reference(file.add_stream({}, unicode_map(font.words))),
    }
    file.add(dictionary(above), number)


def _subset(font: TTFont, glyphs: Sequence[int]) -> bytes:
    """Cut the glyphs out of a font, under their numbers; the same glyphs give the same bytes."""
    options = subset.Options(retain_gids=True, notdef_outline=True, desubroutinize=True, layout_features=[])
    options.hinting = False
    for table in _UNNEEDED:
        if table in font:
            del font[table]
    subsetter = subset.Subsetter(options)
    subsetter.populate(gids=glyphs)
    subsetter.subset(font)
    font.flavor = None
    out = BytesIO()
    font.save(out, reorderTables=True)
    return out.getvalue()


def _tag(program: bytes) -> str:
    """Name a subset by six letters (PDF 1.7 §9.6.4); other glyphs, other letters."""
    letters = b32encode(sha256(program).digest()).decode("ascii")
    return "".join(letter for letter in letters if letter.isalpha())[:_TAG_LETTERS]


def _widths(font: BookFont) -> bytes:
    """Write the widths of all glyphs used, runs of neighbours together, in thousandths of an em."""
    runs: list[tuple[int, list[bytes]]] = []
    for glyph in sorted(font.words):
        if not runs or glyph != runs[-1][0] + len(runs[-1][1]):
            runs.append((glyph, []))
        runs[-1][1].append(b"%d" % round(font.widths[glyph]))
    return array(piece for first, widths in runs for piece in (b"%d" % first, array(widths)))


def _measures(font: TTFont, scale: float) -> dict[str, bytes]:
    """Give the measures of a whole font, in thousandths of an em (PDF 1.7 table 122)."""
    head, lines, post = font["head"], font["hhea"], font["post"]
    box = array(_scaled(edge, scale) for edge in (head.xMin, head.yMin, head.xMax, head.yMax))
    cap: Any = getattr(font["OS/2"], "sCapHeight", lines.ascent)
    family: str = font["name"].getBestFamilyName() or ""
    return {
        "FontFamily": string(family) if family else b"",
        "Flags": b"%d" % (_SYMBOLIC | (_ITALIC if post.italicAngle else 0)),
        "FontBBox": box,
        "ItalicAngle": b"%d" % round(post.italicAngle),
        "Ascent": _scaled(lines.ascent, scale),
        "Descent": _scaled(lines.descent, scale),
        "CapHeight": _scaled(cap, scale),
        "StemV": _STEM,
    }


def _scaled(length: float, scale: float) -> bytes:
    return b"%d" % round(length * scale)
