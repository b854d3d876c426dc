"""Check that the faces of the style have every character of the letters, texts and registers."""

import unicodedata
from collections.abc import Iterable, Iterator

from edition.checks._copy import copies_of
from edition.model.edition import Edition
from edition.model.finding import Finding, Rule, Severity
from edition.model.position import Position
from edition.settings.face import Signs
from edition.settings.runs import Lacking, lacking

NO_GLYPH = Rule(
    "G021",
    Severity.ERROR,
    "character that no face of the style has",
    what="A letter, note, text or register has a character for which neither the text face of the style nor its "
    "supplementary face has a sign.",
    why="It would print as an empty box, or in silence from another face; some typesetters leave it out altogether.",
    mend="Write the character that is meant (⟨ for 〈), or name a face that has it after supplement: in style.yaml. A "
    "character of the private use area comes from somebody's own font: replace it by the Unicode character that it "
    "stands for.",
)

_MARK = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in a passage for a citation or a note's caller, which is no character of the text."""

_USUAL = {"〈": "⟨", "〉": "⟩", "⟪": "«", "⟫": "»", "\u2015": "—", "\u02bc": "’"}


def check_characters(edition: Edition, signs: Signs) -> tuple[Finding, ...]:
    """Find the characters that neither the face nor its supplement prints; each once a passage, at its first place."""
    return (*_in_passages(edition, signs), *_in_registers(edition, signs))


def _in_passages(edition: Edition, signs: Signs) -> Iterator[Finding]:
    for copy in copies_of(edition):
        for passage in copy.passages:
            # What stands for a caller parts what is before it from what is after, and takes up a place.
            for each in _once(passage.text.replace(_MARK, " "), signs):
                yield NO_GLYPH.at(
                    passage.at(each.offset), f"{_asked(each, signs)}, in {passage.name}.", _hint(each, signs)
                )


def _in_registers(edition: Edition, signs: Signs) -> Iterator[Finding]:
    for position, name, words in _entries(edition):
        for each in _once("\n".join(words), signs):
            yield NO_GLYPH.at(position, f"{_asked(each, signs)}, in {name}.", _hint(each, signs))


def _entries(edition: Edition) -> Iterator[tuple[Position, str, Iterable[str]]]:
    """Yield what is printed besides letters and texts: place, name and words of each entry."""
    about, register = edition.description, edition.register
    said = (about.title, about.subtitle, about.short_title, about.publisher, about.place, about.rights)
    yield about.position, "what is said of the edition", [words for each in said for words in each.values()]
    for text in edition.texts:
        yield text.position, "the titles of the text", text.titles.values()
    for entity in register.entities.values():
        offices = [words for office in entity.offices for words in office.words.values()]
        yield entity.position, f"«{entity.id}»", [*entity.headings.values(), *offices]
    for work in register.works.values():
        yield work.position, f"«{work.id}»", [*work.full.values(), *work.short.values()]
    for house in register.repositories.values():
        words = [*house.names.values(), *house.shorts.values(), *house.places.values()]
        yield house.position, f"«{house.id}»", words


def _once(text: str, signs: Signs) -> Iterable[Lacking]:
    return {each.cluster: each for each in reversed(tuple(lacking(text, signs)))}.values()


def _asked(lacking: Lacking, signs: Signs) -> str:
    """Say which faces were asked for a sign, and that it is lacking."""
    named = _named(lacking.sign)
    if lacking.cluster != lacking.sign:
        named += f" with the letter it belongs to, «{lacking.cluster}»"
    if len(signs.families) == 1:
        return f"{signs.families[0]} has no sign for {named}"
    return f"neither {' nor '.join(signs.families)} has a sign for {named}"


def _hint(lacking: Lacking, signs: Signs) -> str:
    usual = _USUAL.get(lacking.sign, "")
    hint = f"write {usual} instead" if usual and usual in signs.face else "write the character that is meant"
    return f"{hint}, or name a face that has it (supplement: under face: in style.yaml)."


def _named(sign: str) -> str:
    """Name a character: its sign where it has one, its code point, its Unicode name.

    >>> _named("〈")
    '«〈» (U+3008, left angle bracket)'
    """
    name = unicodedata.name(sign, "").lower() or "private use"
    return (f"«{sign}» " if sign.isprintable() else "") + f"(U+{ord(sign):04X}, {name})"
