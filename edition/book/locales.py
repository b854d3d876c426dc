"""The customs of a language, from Unicode's CLDR."""

from functools import cache

from babel import Locale, UnknownLocaleError
from babel.lists import format_list

from edition.model.languages import primary

_WITHOUT_CUSTOMS = "en"
"""Whose customs serve a language that CLDR does not know; its words come from the style all the same."""


@cache
def locale_of(language: str) -> Locale:
    """Give the customs of a language tag, else those of its primary language, else English ones.

    >>> str(locale_of("en-GB")), str(locale_of("ru-petr1708")), str(locale_of("zxx"))
    ('en_GB', 'ru', 'en')
    """
    for tag in (language, primary(language)):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse(_WITHOUT_CUSTOMS)


def listed(names: tuple[str, ...], language: str) -> str:
    """Join names as a language does.

    >>> listed(("A", "B", "C"), "en-US"), listed(("A", "B", "C"), "en-GB"), listed(("А", "Б"), "ru")
    ('A, B, and C', 'A, B and C', 'А и Б')
    """
    return format_list(names, locale=locale_of(language))


def language_name(language: str, shown_in: str) -> str:
    """Name a language in another, with a capital: it opens a sentence.

    >>> language_name("ru", "en-US"), language_name("en-US", "ru"), language_name("qaa-x-none", "en")
    ('Russian', 'Английский', 'Qaa')
    """
    name: str = locale_of(shown_in).languages.get(primary(language), primary(language))
    return name[:1].upper() + name[1:]
