"""Languages by their tags → names for babel and the hyphenation patterns they go by."""

import re

from edition.model.languages import primary

# The patterns by the names under which TeX distributions load them, the best first; where a machine has none of them,
# words stay whole.
_PATTERNS = {
    "en-GB": "british,english",
    "en-AU": "british,english",
    "en-NZ": "british,english",
    "en-IE": "british,english",
    "be": "belarusian",
    "bg": "bulgarian",
    "cs": "czech",
    "cu": "churchslavonic",
    "da": "danish",
    "de": "ngerman",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "grc": "ancientgreek",
    "hr": "croatian",
    "hu": "hungarian",
    "it": "italian",
    "la": "latin",
    "lt": "lithuanian",
    "lv": "latvian",
    "nb": "norsk",
    "nl": "dutch",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sk": "slovak",
    "sr": "serbianc",
    "sv": "swedish",
    "uk": "ukrainian",
}


def babel_name(language: str) -> str:
    """Name a language for babel: its tag without the signs that a name cannot have.

    >>> babel_name("en-US"), babel_name("ru")
    ('enUS', 'ru')
    """
    return re.sub(r"[^A-Za-z]", "", language) or "und"


def patterns(language: str) -> str:
    """Name the hyphenation patterns of a language, the best first; the empty string if none are known.

    >>> patterns("en-US"), patterns("ru"), patterns("tlh")
    ('english', 'russian', '')
    """
    return _PATTERNS.get(language) or _PATTERNS.get(primary(language), "")
