"""Greek written in beta code, as the older files of the Perseus library have it, in its own letters."""

import re
import unicodedata

_LETTERS = dict(zip("abgdezhqiklmncoprstufxyw", "αβγδεζηθικλμνξοπρστυφχψω", strict=True))
_ACCENTS = {
    ")": "\N{COMBINING COMMA ABOVE}",
    "(": "\N{COMBINING REVERSED COMMA ABOVE}",
    "/": "\N{COMBINING ACUTE ACCENT}",
    "\\": "\N{COMBINING GRAVE ACCENT}",
    "=": "\N{COMBINING GREEK PERISPOMENI}",
    "+": "\N{COMBINING DIAERESIS}",
    "|": "\N{COMBINING GREEK YPOGEGRAMMENI}",
}
_LETTER = re.compile(r"(\*?)([)(/\\=+|]*)([a-z])([)(/\\=+|]*)")
_FINAL = re.compile(r"σ(?!\w)")


def greek(code: str) -> str:
    """Write beta code in Greek letters; what is in Greek letters already stays.

    >>> greek("politikw/teron"), greek("*)appia/da"), greek("kwmiko\\\\s martu/s")
    ('πολιτικώτερον', 'Ἀππιάδα', 'κωμικὸς μαρτύς')
    """
    if not code.isascii():
        return code
    return _FINAL.sub("ς", unicodedata.normalize("NFC", _LETTER.sub(_letter, code.lower())))


def _letter(found: re.Match[str]) -> str:
    capital, before, letter, after = found.groups()
    if letter not in _LETTERS:
        return found[0]
    shown = _LETTERS[letter]
    loose, accents = (before, after) if not capital else ("", before + after)
    return loose + (shown.upper() if capital else shown) + "".join(_ACCENTS[accent] for accent in accents)
