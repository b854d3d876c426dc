"""Which characters a face can print, and which of them its supplement prints for it."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fontTools import unicodedata as scripts
from fontTools.ttLib import TTFont

from edition.settings.style import Face

_NO_SIGNS = ("Zs", "Zl", "Zp", "Cc", "Cf", "Co", "Cn")
"""Categories of which a supplement prints nothing: spaces, what is unseen, and signs of somebody's own font."""


@dataclass(frozen=True, slots=True)
class Signs:
    """The characters for which a face has signs, and its supplement.

    ``own`` are those of the supplement that it prints wherever they stand: what the face lacks, and scripts that come
    whole from it. ``families`` names both faces, for findings.
    """

    families: tuple[str, ...]
    face: frozenset[str]
    supplement: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()


ONE_FACE = Signs((), frozenset())
"""All is printed in one face, whatever it is."""


def signs(face: Face) -> Signs:
    """List what a face and its supplement can print."""
    supplement = face.supplement
    if supplement is None:
        return Signs(face.families, characters(face))
    known, further = characters(face), characters(supplement)
    return Signs(face.families, known, further, _own(known, further, supplement.scripts))


@lru_cache(maxsize=4)
def _own(known: frozenset[str], further: frozenset[str], whole: tuple[str, ...]) -> frozenset[str]:
    lacking = {sign for sign in further - known if unicodedata.category(sign) not in _NO_SIGNS}
    return frozenset(lacking | {sign for sign in further if scripts.script(sign) in whole})


def characters(face: Face) -> frozenset[str]:
    """List the characters for which all four cuts of a face have a sign."""
    return _of_all_cuts(face.cuts)


@lru_cache(maxsize=8)
def _of_all_cuts(cuts: tuple[Path, ...]) -> frozenset[str]:
    return frozenset.intersection(*(_characters(path) for path in dict.fromkeys(cuts)))


def _characters(path: Path) -> frozenset[str]:
    with TTFont(path, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))
