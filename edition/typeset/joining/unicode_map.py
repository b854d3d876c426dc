"""Write the map by which words are copied and read aloud out of glyphs (PDF 1.7 §9.10.3)."""

from collections.abc import Mapping
from typing import Final

_BEGIN: Final = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
"""
_END: Final = b"""endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
_MOST: Final = 100


def unicode_map(words: Mapping[int, str]) -> bytes:
    """Write what each glyph stands for; a glyph that stands for nothing is left out."""
    pairs = [b"<%04x> <%b>\n" % (glyph, _hex(text)) for glyph, text in sorted(words.items()) if text]
    groups = (pairs[first : first + _MOST] for first in range(0, len(pairs), _MOST))
    body = b"".join(b"%d beginbfchar\n%bendbfchar\n" % (len(group), b"".join(group)) for group in groups)
    return _BEGIN + body + _END


def _hex(text: str) -> bytes:
    return text.encode("utf-16-be").hex().encode("ascii")
