"""Part text into runs, each printed in one face: the text face, or its supplement.

The rule stands here alone, and every output goes by it. What is parted are clusters, a letter with its combining
marks, so that no mark is set in another face than its letter. Text is in NFC.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from edition.settings.face import Signs

_NEEDS_NO_SIGN = ("Zs", "Zl", "Zp", "Cf", "Cc")
_MARKS = ("Mn", "Mc", "Me")
_JOINERS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"


@dataclass(frozen=True, slots=True)
class Lacking:
    """A character that cannot be printed where it stands, and what it would be printed with (itself, if alone)."""

    offset: int
    sign: str
    cluster: str


def runs(text: str, signs: Signs) -> Iterator[tuple[str, bool]]:
    """Yield the runs of a text in order, and whether the supplement prints them; joined they give the text."""
    if not signs.supplement or (signs.face.issuperset(text) and signs.own.isdisjoint(text)):
        if text:
            yield text, False
        return
    for supplementary, parts in groupby(clusters(text), lambda cluster: _supplementary(cluster, signs)):
        yield "".join(parts), supplementary


def clusters(text: str) -> Iterator[str]:
    """Yield each character with the combining marks and joiners after it (Unicode Standard Annex 29, simplified).

    >>> [len(cluster) for cluster in clusters("\u1fb1\u0301\u03b2 q\u0304")]
    [2, 1, 1, 2]
    """
    begin = 0
    for place in range(1, len(text)):
        sign = text[place]
        if sign < "\u0300" or (unicodedata.category(sign) not in _MARKS and sign not in _JOINERS):
            yield text[begin:place]
            begin = place
    if text:
        yield text[begin:]


def mixed(cluster: str, signs: Signs) -> bool:
    """Tell whether the supplement prints a cluster of which some part would by itself stand in the text face."""
    return len(cluster) > 1 and _supplementary(cluster, signs) and not signs.own.issuperset(_seen(cluster))


def lacking(text: str, signs: Signs) -> Iterator[Lacking]:
    """Yield the characters of a text that would not be printed; those that need no sign print in any face."""
    if signs.face.issuperset(text) and signs.own.isdisjoint(text):
        return
    offset = 0
    for cluster in clusters(text):
        known = signs.supplement if _supplementary(cluster, signs) else signs.face
        for place, sign in enumerate(cluster):
            if sign not in known and needs_sign(sign):
                yield Lacking(offset + place, sign, cluster)
        offset += len(cluster)


def needs_sign(sign: str) -> bool:
    """Tell whether a character must be seen: not spaces, controls and formats."""
    return unicodedata.category(sign) not in _NEEDS_NO_SIGN


def _supplementary(cluster: str, signs: Signs) -> bool:
    """Tell whether the supplement prints a cluster: it must have all of it, and its letter or what the face lacks."""
    seen = _seen(cluster)
    return signs.supplement.issuperset(seen) and (cluster[0] in signs.own or not signs.face.issuperset(seen))


def _seen(cluster: str) -> list[str]:
    return [sign for sign in cluster if needs_sign(sign)]
