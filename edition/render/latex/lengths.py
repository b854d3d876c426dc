"""Lengths of a style, as CSS writes them → lengths of TeX."""

import re

_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?|-?\.\d+)(mm|cm|in|pt|pc|em|ex|rem)")
# A point of CSS is 1/72 inch, which TeX calls a big point; its own point is 1/72.27 inch.
_UNITS = {"pt": "bp", "rem": "em"}


def tex_length(length: str) -> str:
    """Write a length for TeX; raise ``ValueError`` for anything that is not a length.

    >>> tex_length("9.8pt"), tex_length("156mm"), tex_length("1pc")
    ('9.8bp', '156mm', '12bp')
    """
    match = _LENGTH.fullmatch(length.strip())
    if not match:
        raise ValueError(f"«{length}» is not a length such as 12mm or 9.5pt")
    number, unit = match.groups()
    if unit == "pc":
        return f"{float(number) * 12:g}bp"
    return f"{number}{_UNITS.get(unit, unit)}"
