"""Write Russian names in Latin letters by a declared scheme."""

from collections.abc import Mapping
from dataclasses import dataclass, field

_SIMPLIFIED: Mapping[str, str] = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "i",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "iu",
    "я": "ia", "і": "i", "ѣ": "e", "ѳ": "f", "ѵ": "i",
}  # fmt: skip

_ALA_LC: Mapping[str, str] = {
    **_SIMPLIFIED,
    "ё": "ë", "й": "ĭ", "ц": "t͡s", "ъ": "ʺ", "ь": "ʹ", "э": "ė", "ю": "i͡u", "я": "i͡a", "і": "ī", "ѣ": "i͡e",
    "ѳ": "ḟ", "ѵ": "ẏ",
}  # fmt: skip

_BGN_PCGN: Mapping[str, str] = {
    **_SIMPLIFIED,
    "ё": "ë", "й": "y", "ъ": "”", "ь": "’", "ю": "yu", "я": "ya",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scheme:
    """A romanisation: letter by letter, with what a letter becomes at the head of a word or after certain letters."""

    letters: Mapping[str, str]
    initial: Mapping[str, str] = field(default_factory=dict)
    initial_after: str = ""


SCHEMES: Mapping[str, Scheme] = {
    "ala-lc-simplified": Scheme(_SIMPLIFIED),
    "ala-lc": Scheme(_ALA_LC),
    "bgn-pcgn": Scheme(_BGN_PCGN, {"е": "ye", "ё": "yë"}, "аеёиоуыэюяйъь"),
}
"""The schemes an edition can declare: the tables of ALA-LC (2012), the same without ligature ties, other diacritics
and signs for ъ and ь, and BGN/PCGN (1947)."""


def romanise(text: str, scheme: str) -> str:
    """Write Russian in Latin letters; what is not Russian stays. Raise ``KeyError`` for an unknown scheme.

    >>> [romanise("Вымыслов, Юрий Ильич", scheme) for scheme in sorted(SCHEMES)]
    ['Vymyslov, I͡uriĭ Ilʹich', 'Vymyslov, Iurii Ilich', 'Vymyslov, Yuriy Il’ich']
    >>> romanise("Ельников", "bgn-pcgn"), romanise("Щукин", "ala-lc"), romanise("ЩУКИН", "ala-lc")
    ('Yel’nikov', 'Shchukin', 'SHCHUKIN')
    """
    table = SCHEMES[scheme]
    out: list[str] = []
    for index, letter in enumerate(text):
        before, after = text[index - 1 : index].lower(), text[index + 1 : index + 2]
        low = letter.lower()
        heads = low in table.initial and (not before.isalpha() or before in table.initial_after)
        latin = table.initial[low] if heads else table.letters.get(low)
        if latin is None:
            out.append(letter)
        elif letter == low:
            out.append(latin)
        else:
            all_capitals = after.isupper() or (not after.isalpha() and text[index - 1 : index].isupper())
            out.append(latin.upper() if all_capitals else latin[:1].upper() + latin[1:])
    return "".join(out)
