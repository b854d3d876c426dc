"""Which characters a face can print."""

from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont

from edition.settings.style import Face


def characters(face: Face) -> frozenset[str]:
    """List the characters for which the upright and the italic of a face both have a sign."""
    return _characters(face.regular) & _characters(face.italic)


@lru_cache(maxsize=8)
def _characters(path: Path) -> frozenset[str]:
    with TTFont(path, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))
