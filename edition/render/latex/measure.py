"""How many characters an average line of a column holds."""

import re
from collections.abc import Mapping

_MILLIMETRES = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72, "pc": 25.4 / 6}
# The average character of a text face, word spaces counted, is some 0.47 em wide in Latin and Cyrillic alike.
_AVERAGE_WIDTH = 0.47


def characters_of_line(tokens: Mapping[str, str], versions: int) -> int:
    """Estimate the characters of a line in one of so many columns.

    >>> tokens = {"page-width": "156mm", "page-inner": "17mm", "page-outer": "17mm", "page-gutter": "6mm"}
    >>> characters_of_line({**tokens, "text-size": "9.8pt"}, 2)
    35
    """
    gaps = _millimetres(tokens["page-gutter"]) * (versions - 1)
    measure = sum(sign * _millimetres(tokens[f"page-{side}"]) for side, sign in _ACROSS)
    size = _millimetres(tokens["text-size"])
    return max(int((measure - gaps) / versions / (size * _AVERAGE_WIDTH)), 1)


_ACROSS = (("width", 1), ("inner", -1), ("outer", -1))


def _millimetres(length: str) -> float:
    match = re.fullmatch(r"([\d.]+)([a-z]+)", length.strip())
    if not match or match[2] not in _MILLIMETRES:
        raise ValueError(f"«{length}» is not a length in mm, cm, in, pt or pc")
    return float(match[1]) * _MILLIMETRES[match[2]]
