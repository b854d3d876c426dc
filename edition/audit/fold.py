"""Bring words of the letter files and words of a finished book to one form, so that only typography is forgiven.

``fold`` gives text in which the only spaces are those between two words; what differs after it is a fault. Each fold
says why it is made:

* NFC, and letters for ligatures of one code: the same letters written in another way;
* soft hyphens, joiners and marks of direction go: they have no ink;
* all quotation marks are one sign, several at one place are one: their form and nesting belong to the language's rules;
* two hyphens, and every dash, are one sign; so is a hyphen beside a figure, between Roman numerals or standing free:
  ranges and dashes are set by rule; a hyphen within a word stays;
* three dots for the one sign of an ellipsis;
* an apostrophe within a word is one sign, straight or curly;
* spaces beside punctuation go: each language has its own about dashes, quotation marks and figures.
"""

import re
import unicodedata

LETTER = r"[\w\u0300-\u036f\u0483-\u0487]"
"""One character of a word: letters, figures, and accents that stand apart even in NFC (stress in Russian)."""

QUOTE, DASH, HYPHEN, APOSTROPHE = '"', "—", "-", "’"

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"),
        **dict.fromkeys("“”„‟«»‹›″〝〞＂", QUOTE),
        **dict.fromkeys("‘’‚‛ʼʹ′`´", "'"),
        **dict.fromkeys("‐‑﹣－", HYPHEN),
        **dict.fromkeys("‒–—―−⸺⸻", DASH),
        "…": "...",
        "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
    }
)  # fmt: skip

_STEPS = (
    (re.compile(r"\s+"), " "),
    (re.compile(f"(?<={LETTER})'(?={LETTER})"), APOSTROPHE),
    (re.compile("'|,,|<<|>>"), QUOTE),
    (re.compile('"+'), QUOTE),
    (re.compile(r"-{2,}|—{2,}"), DASH),
    (re.compile(r"(?<=\d)-|-(?=\d)|(?<=[IVXLCDM])-(?=[IVXLCDM]+\b)"), DASH),
    (re.compile(f"(?<!{LETTER})-|-(?!{LETTER})"), DASH),
    (re.compile(f" +(?!{LETTER})|(?<!{LETTER}) +"), ""),
)

TOKEN = re.compile(f"{LETTER}+(?:[{HYPHEN}{APOSTROPHE}]{LETTER}+)*|[^\\s]")
"""A word, or one mark of punctuation, of folded text."""

_WORD = re.compile(LETTER)


def fold(text: str) -> str:
    """Forgive typography and nothing else; folding twice is folding once.

    >>> fold("Карахан — по глупости — «оттолкнул» Патека…") == fold('Карахан -- по глупости -- "оттолкнул" Патека...')
    True
    >>> fold("Karakhan—out of stupidity—pushed") == fold("Karakhan -- out of stupidity -- pushed")
    True
    >>> fold("pp. 88-89, non\u2011aggression"), fold("в сравнениис 8")
    ('pp.88—89,non-aggression', 'в сравнениис 8')
    """
    text = unicodedata.normalize("NFC", text).translate(_SIGNS)
    for pattern, sign in _STEPS:
        text = pattern.sub(sign, text)
    return text


def tokens(folded: str) -> list[str]:
    """Cut folded text into words and marks of punctuation.

    >>> tokens(fold("1) Получил «проект»,"))
    ['1', ')', 'Получил', '"', 'проект', '"', ',']
    """
    return TOKEN.findall(folded)


def has_words(text: str) -> bool:
    """Tell whether there is a letter or figure in the text."""
    return bool(_WORD.search(text))


def is_letter(sign: str) -> bool:
    """Tell whether a character belongs to a word."""
    return bool(_WORD.match(sign))
