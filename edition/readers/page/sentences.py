"""Where sentences end, in words that abbreviate («т. Каганович», "L.M. Kaganovich")."""

import itertools
import re

from edition.readers.page.vocabulary import VOCABULARIES

_CLOSING = "\"'”’»“)]}"
_OPENING = "\"'“‘«„([{"
_END = re.compile(r"(?:[.!?…]+[\"'”’»“)\]}]*)(?= (?! ))")
_LAST_WORD = re.compile(r"(?:^|[\s\"'“‘«„(\[{—–-])([^\W\d_]+(?:\.[^\W\d_]+)*)\.$")
_MARKER = re.compile(r"^\(?(?:[0-9]{1,3}|[^\W\d_]|[IVXLC]+)[.)]+$")


def ends_sentence(text: str, language: str) -> bool:
    """Tell whether a line ends a sentence.

    >>> ends_sentence("по предложению т.", "ru"), ends_sentence("Возвращаю оба документа.", "ru")
    (False, True)
    """
    words = text.rstrip().rstrip(_CLOSING)
    if words.endswith((":", ";")):
        return True
    return words.endswith(tuple("!?…")) or (words.endswith(".") and not _abbreviated(words, language, "before_names"))


def split_sentences(text: str, language: str) -> tuple[str, ...]:
    """Cut a paragraph into sentences at single spaces; joined by a space they are the paragraph again.

    >>> split_sentences("Узнайте у т. Вымыслова. Л.М. Перов едет 23 августа. Ждем!", "ru")
    ('Узнайте у т. Вымыслова.', 'Л.М. Перов едет 23 августа.', 'Ждем!')
    >>> split_sentences('He wrote to L.M. Quill: "Come." Mr. Penn came on Aug. 5. So did I.', "en")
    ('He wrote to L.M. Quill: "Come."', 'Mr. Penn came on Aug. 5.', 'So did I.')
    """
    bounds = [0, *sentence_starts(text, language), len(text) + 1]
    return tuple(text[first : last - 1] for first, last in itertools.pairwise(bounds))


def sentence_starts(text: str, language: str) -> tuple[int, ...]:
    """Give the places at which sentences begin after a single space."""
    starts: list[int] = []
    for match in _END.finditer(text):
        words, rest = text[starts[-1] if starts else 0 : match.end()], text[match.end() + 1 : match.end() + 20]
        if _opens_sentence(rest) and not _open_ended(words, language):
            starts.append(match.end() + 1)
    return tuple(starts)


def _opens_sentence(rest: str) -> bool:
    first = rest.lstrip(_OPENING + "—–- ")[:1]
    return first.isupper() or first.isdigit()


def _open_ended(words: str, language: str) -> bool:
    bare = words.rstrip(_CLOSING)
    return bool(_MARKER.match(words)) or (bare == words and bare.endswith(".") and _abbreviated(bare, language))


def _abbreviated(words: str, language: str, which: str = "abbreviations") -> bool:
    match = _LAST_WORD.search(words)
    if not match:
        return False
    vocabulary = VOCABULARIES.get(language)
    last = match[1].split(".")[-1]
    known = vocabulary is not None and match[1].lower() in getattr(vocabulary, which)
    return known or (len(last) == 1 and last.isupper())
