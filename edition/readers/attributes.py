"""Read what stands in braces behind words: ``{W="reading" q=key who=id .supplied lang=fr}``."""

import re
from dataclasses import dataclass

from edition.model.finding import Rule, Severity

BRACES = Rule(
    "Y030",
    Severity.ERROR,
    "braces that cannot be read",
    "What stands in braces behind words in brackets is not written as the format wants it.",
    "A reading or a query that cannot be read would be lost, or printed as text.",
    'Write [words]{W="reading"}, [words]{q=key}, [words]{who=id}, [words]{.supplied} or [words]{lang=fr}. If '
    "the braces belong to the letter, write \\{ for the first.",
)
UNKNOWN_ATTRIBUTE = Rule(
    "Y031",
    Severity.ERROR,
    "unknown mark in braces",
    "A name in braces is neither a siglum nor one of q, who, lang, nor one of the editorial states.",
    "What the editor meant to say about the words would be lost.",
    "Write a siglum (one or two Latin capitals), q=, who=, lang=, "
    "or .supplied, .unclear, .gap, .deleted, .added, .sic.",
)

STATES = ("supplied", "unclear", "gap", "deleted", "added", "sic")
"""The editorial states that words can have (names of TEI P5, chapter 12)."""

NAMES = ("q", "who", "lang")

_MOST = 8

_ITEM = re.compile(
    r"""\s*(?:
        \.(?P<state>[^\s{}"'.=]+)
      | (?P<name>[^\s{}"'.=]+)=(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<bare>[^\s{}"]+))
    )(?=[\s}])""",
    re.VERBOSE | re.DOTALL,
)
_END = re.compile(r"\s*\}")
_SIGLUM = re.compile(r"[A-Z]{1,2}[0-9]{0,2}")


@dataclass(frozen=True, slots=True)
class Attribute:
    """One thing said of words: ``name`` is empty for an editorial state; ``offset`` is where it begins."""

    name: str
    value: str
    offset: int

    @property
    def is_siglum(self) -> bool:
        """Tell whether this is the reading of a copy."""
        return bool(_SIGLUM.fullmatch(self.name))

    @property
    def known(self) -> bool:
        """Tell whether the format knows the attribute."""
        return self.is_siglum or (self.name in NAMES if self.name else self.value in STATES)


def read_attributes(text: str, start: int, end: int) -> tuple[tuple[Attribute, ...] | None, int]:
    """Read from the opening brace at ``start`` on; give the attributes, or ``None``, and where they end.

    >>> read_attributes('{W="x" .sic}', 0, 12)[0][0]
    Attribute(name='W', value='x', offset=1)
    """
    attributes: list[Attribute] = []
    at = start + 1
    while item := _ITEM.match(text, at, end):
        attributes.append(_attribute(item))
        at = item.end()
    closing = _END.match(text, at, end)
    if not closing or not 0 < len(attributes) <= _MOST:
        return None, start
    return tuple(attributes), closing.end()


def _attribute(item: re.Match[str]) -> Attribute:
    if item["state"] is not None:
        return Attribute("", item["state"], item.start("state") - 1)
    value = item["bare"] if item["quoted"] is None else re.sub(r"\\(.)", r"\1", item["quoted"])
    if "\n" in value:
        value = " ".join(line.strip(" \t") for line in value.split("\n"))
    return Attribute(item["name"], value, item.start("name"))
