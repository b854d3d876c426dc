"""Sort headings by the rules of ICU, and find the letter under which each stands.

Declared rules: letter by letter up to the first comma, spaces, hyphens and apostrophes passed over (Chicago 18
§15.73–75); Ё files as Е; particles file as the heading is written; Mc, Mac and St. as they are spelt.
"""

import unicodedata
from functools import lru_cache

import icu

SortKey = tuple[bytes, bytes, bytes, str]


def sort_key(heading: str, language: str) -> SortKey:
    """Give the key by which a heading is sorted in a language: by letters first, then by accents and capitals.

    >>> sorted(["Квилл, Ада", "Ёжиков", "Ежов", "Елкин"], key=lambda name: sort_key(name, "ru"))
    ['Ёжиков', 'Ежов', 'Елкин', 'Квилл, Ада']
    >>> sorted(["Quill-Ink", "Quill, Zoe", "Quillan", "Łoś", "de Quill"], key=lambda name: sort_key(name, "en-US"))
    ['de Quill', 'Łoś', 'Quill, Zoe', 'Quillan', 'Quill-Ink']
    """
    first, _, rest = heading.partition(",")
    letters, marks = _collator(language, icu.Collator.PRIMARY), _collator(language, icu.Collator.TERTIARY)
    return (letters.getSortKey(first), letters.getSortKey(rest), marks.getSortKey(heading), heading)


@lru_cache(maxsize=65536)
def heading_letter(heading: str, language: str) -> str:
    """Give the letter of the alphabet under which a heading stands; empty where it begins with none.

    >>> heading_letter("Ёжиков", "ru"), heading_letter("Łoś", "en"), heading_letter("«Вымысел»", "ru")
    ('Е', 'L', 'В')
    >>> heading_letter("1-я типография", "ru")
    ''
    """
    start = next((place for place, letter in enumerate(heading) if letter.isalnum()), 0)
    first = unicodedata.normalize("NFC", heading[start:])
    if not first[:1].isalpha():
        return ""
    label, kind = _alphabet(language).getBucket(_alphabet(language).getBucketIndex(first))
    return str(label) if kind == icu.UAlphabeticIndexLabelType.NORMAL else first[0].upper()


@lru_cache(maxsize=16)
def _collator(language: str, strength: int) -> icu.Collator:
    collator = icu.Collator.createInstance(icu.Locale.forLanguageTag(language))
    collator.setStrength(strength)
    collator.setAttribute(icu.UCollAttribute.ALTERNATE_HANDLING, icu.UCollAttributeValue.SHIFTED)
    return collator


@lru_cache(maxsize=16)
def _alphabet(language: str) -> icu.ImmutableIndex:
    return icu.AlphabeticIndex(icu.Locale.forLanguageTag(language)).buildImmutableIndex()
