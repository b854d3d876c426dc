"""Language keys and tags (BCP 47)."""


def script(language: str) -> str:
    """Tell the script in which a language is written here, by its ISO 15924 code.

    >>> script("ru"), script("en-US")
    ('Cyrl', 'Latn')
    """
    subtags = language.split("-")
    for subtag in subtags[1:]:
        if len(subtag) == 4:
            return subtag.title()
    return "Cyrl" if subtags[0] in {"ru", "uk", "be", "bg", "sr", "mk", "cu"} else "Latn"


def primary(language: str) -> str:
    """Give the primary subtag (``en`` of ``en-US``)."""
    return language.split("-")[0]
