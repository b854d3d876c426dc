"""What a language writes with a capital and is no name: days, months, languages, peoples, forms of address."""

import re
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from edition.model.languages import primary
from edition.prepare.values import month_names, roman

CAPITALS_FOR_NOUNS = ("de", "lb")
"""Languages that write every noun with a capital, so that a capital says nothing."""

_ENGLISH = """
    i comrade comrades citizen mr mrs miss ms messrs sir lord lady dr doctor professor prof madam monsieur god christmas
    easter bolshevik bolsheviks menshevik mensheviks soviet soviets marxist marxists leninist communist communists
    roman romans greek greeks pole poles swede swedes dane danes finn finns turk turks czech czechs slovak slovaks serb
    serbs croat croats briton britons british englishman englishmen frenchman frenchmen dutchman dutchmen irishman
    irishmen scotsman scotsmen scot scots spaniard spaniards swiss american americans european europeans asian asians
    african africans jew jews jewish muslim muslims christian christians catholic catholics orthodox protestant
    protestants indian indians mexican mexicans canadian canadians australian australians cossack cossacks tatar tatars
    dear yours your sincerely
"""
_RUSSIAN = "бог вы вас вам вами ваш ваша ваше ваши вашего вашей вашему вашим вашу вашем ваших вашими"
_COMMON = {"en": frozenset(_ENGLISH.split()), "ru": frozenset(_RUSSIAN.split())}
_LONGEST_ABBREVIATION = 6
_PREFIXES = frozenset({"non", "anti", "pro", "pre", "post", "ex"})


def may_be_name(word: str, language: str) -> bool:
    """Tell whether a word may be a name: a capital, more than one letter, and not usually written so.

    >>> may_be_name("Quill's", "en"), may_be_name("Poles", "en"), may_be_name("Soviet-French", "en-US")
    (True, False, False)
    >>> may_be_name("Вымыслов", "ru"), may_be_name("XVI", "ru")
    (True, False)
    """
    if len(word) < 2 or not word[0].isupper() or roman(word) is not None:
        return False
    if len(word) > _LONGEST_ABBREVIATION and word.isupper():
        return False  # set off by capitals
    bare = without_possessive(word)
    common = _common(primary(language))
    if bare in month_names(language) or bare.lower() in common:
        return False
    parts = bare.lower().split("-")
    return len(parts) == 1 or not all(part in common or part in _PREFIXES for part in parts)


def without_possessive(word: str) -> str:
    """Take the English possessive off a word.

    >>> without_possessive("Quill's"), without_possessive("Reeds’")
    ('Quill', 'Reeds')
    """
    return re.sub(r"['’]s?\Z", "", word)


@lru_cache(maxsize=32)
def _common(language: str) -> frozenset[str]:
    """Collect the words of a language: a short list, and from CLDR its days, languages and peoples named for them."""
    words = set(_COMMON.get(language, frozenset[str]()))
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return frozenset(words)
    for names in (locale.days["format"]["wide"], locale.days["format"]["abbreviated"]):
        words.update(name.lower().rstrip(".") for name in names.values())
    for name in locale.languages.values():
        if " " not in name:
            words.update((name.lower(), f"{name.lower()}s"))
    return frozenset(words)
