"""Check that the face of the style has every character of the letters and texts."""

import unicodedata
from collections.abc import Collection, Iterator

from edition.checks._copy import copies_of
from edition.model.edition import Edition
from edition.model.finding import Finding, Rule, Severity

NO_GLYPH = Rule(
    "G021",
    Severity.ERROR,
    "character that the face does not have",
    what="A letter, note or text has a character for which the style's font files have no sign.",
    why="It would print as an empty box, or in silence from another face; some typesetters leave it out altogether.",
    mend="Write the character that is meant (⟨ for 〈), or name another face in style.yaml. A character of the private "
    "use area comes from somebody's own font: replace it by the Unicode character that it stands for.",
)

_NEEDS_NO_SIGN = ("Zs", "Zl", "Cf", "Cc")
_MARK = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in a passage for a citation or a note's caller, which is no character of the text."""

_USUAL = {"〈": "⟨", "〉": "⟩", "⟪": "«", "⟫": "»", "\u2015": "—", "\u02bc": "’"}


def check_characters(edition: Edition, characters: Collection[str]) -> tuple[Finding, ...]:
    """Find the characters that are not among those of the face; each once a passage, at its first place."""
    return tuple(_without_sign(edition, frozenset(characters)))


def _without_sign(edition: Edition, known: frozenset[str]) -> Iterator[Finding]:
    for copy in copies_of(edition):
        for passage in copy.passages:
            for sign in dict.fromkeys(passage.text):
                if sign == _MARK or sign in known or unicodedata.category(sign) in _NEEDS_NO_SIGN:
                    continue
                usual = _USUAL.get(sign, "")
                hint = f"write {usual} instead" if usual in known and usual else "write the character that is meant"
                yield NO_GLYPH.at(
                    passage.at(passage.text.index(sign)),
                    f"the face has no sign for {_named(sign)}, in {passage.name}.",
                    f"{hint}, or choose a face that has it.",
                )


def _named(sign: str) -> str:
    """Name a character: its sign where it has one, its code point, its Unicode name.

    >>> _named("〈")
    '«〈» (U+3008, left angle bracket)'
    """
    name = unicodedata.name(sign, "").lower() or "private use"
    return (f"«{sign}» " if sign.isprintable() else "") + f"(U+{ord(sign):04X}, {name})"
