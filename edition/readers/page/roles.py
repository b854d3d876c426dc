"""Tell the roles of a letter's lines: salutation, points and items, closer, signature, postscript, dateline."""

import re
from collections.abc import Sequence

from edition.model.enumerators import inline_markers, item_role, marker_at
from edition.model.transcript import Marker
from edition.readers.page.dates import find_dates
from edition.readers.page.sentences import ends_sentence
from edition.readers.page.vocabulary import VOCABULARIES, Vocabulary, any_language, compiled

FIXED = frozenset({"salutation", "dateline", "closer", "signature"})
"""Roles whose lines stand alone: nothing is joined to them."""

_POSTSCRIPT = re.compile(r"(?:[PРП]\s*\.?\s*){1,3}[SСЅ]\s*\.", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?\s?){1,3}")
_NAME_LENGTH = 45


def markers_of(lines: Sequence[str]) -> tuple[Marker | None, ...]:
    """Give the enumerator with which each line begins, where it continues a sequence that begins with 1.

    The first of a sequence may stand inside a line above («чему равняется: а) объем», then «б) объем» on its own).
    """
    reached: dict[str, int] = {}
    found: list[Marker | None] = []
    for line in lines:
        marker = marker_at(line)
        if marker and marker.number not in (1, reached.get(marker.family, 0) + 1):
            marker = None
        for passed in (*([marker] if marker else []), *(inline for _, inline in inline_markers(line))):
            reached[passed.family] = passed.number
            if passed.family == "digit":
                reached["letter"] = 0
        found.append(marker)
    return tuple(found)


def roles_of(lines: Sequence[str], language: str) -> tuple[str, ...]:
    """Give the role of every line of a letter's text; ``paragraph`` where the line does not tell."""
    roles = ["paragraph"] * len(lines)
    vocabulary = VOCABULARIES.get(language)
    _mark_close(lines, roles, language, vocabulary)
    _mark_opening(lines, roles, language, vocabulary)
    for ordinal, marker in enumerate(markers_of(lines)):
        if marker and roles[ordinal] == "paragraph":
            roles[ordinal] = item_role(marker)
    return tuple(roles)


def signature_at(lines: Sequence[str], language: str) -> int | None:
    """Give the index of the line with which a letter is signed: a name alone, after which nothing of the letter comes.

    >>> signature_at(["Привет", "П. Вымыслов", "7 сентября 1931 г."], "ru")
    1
    """
    names = [index for index, line in enumerate(lines) if is_name(line, language)]
    for index in names:
        following = next((line for line in lines[index + 1 :] if any(sign.isalnum() for sign in line)), None)
        if following is None or is_name(following, language) or is_dateline(following, language):
            return index
        if _POSTSCRIPT.match(following):
            return index
    return None


def is_name(text: str, language: str) -> bool:
    """Tell whether a line is a name and nothing else, perhaps after "yours".

    >>> is_name("И. Сталин", "ru"), is_name("Ваш Вымыслов.", "ru"), is_name("Привет", "ru"), is_name("Come!", "en")
    (True, True, False, False)
    """
    vocabulary = VOCABULARIES.get(language)
    if len(text) > _NAME_LENGTH:
        return False
    if vocabulary:
        text = compiled(rf"^(?:{vocabulary.closers})[,:]?\s+").sub("", text)
        if compiled(rf"^(?:{vocabulary.closers}|{vocabulary.salutations})\b").match(text):
            return False
    words = text.removesuffix(".").split() if not _INITIALS.fullmatch(text) else text.split()
    return 0 < len(words) <= 4 and all(_name_part(word) for word in words)


def is_dateline(text: str, language: str) -> bool:
    """Tell whether a line is a date, perhaps with a place before it.

    >>> is_dateline("Сочи, 7 сентября 1931 г.", "ru"), is_dateline("11 January. Why are you silent?", "en")
    (True, False)
    """
    dates = find_dates(text, language)
    if not dates or len(text) > 60:
        return False
    rest = (text[: dates[0].first] + " " + text[dates[-1].last :]).strip(" .,;:()[]—–-")
    return len(rest.split()) <= 3 and (not rest or (rest[:1].isupper() and rest[-1:] not in "!?"))


def is_closer(text: str, language: str) -> bool:
    """Tell whether a line is a closing greeting, by its words."""
    vocabulary = VOCABULARIES.get(language)
    if not vocabulary:
        return False
    match = compiled(rf"^(?:{vocabulary.closers})(?!\w)").match(text)
    return match is not None and len(text[match.end() :].split()) <= 4 and len(text) <= 60


def is_postscript(text: str) -> bool:
    """Tell whether a line begins a postscript, in Latin or Cyrillic letters or a mixture."""
    return _POSTSCRIPT.match(text) is not None


def _name_part(word: str) -> bool:
    parts = re.split(r"[-.’']", word)
    return word[:1].isupper() and all(part.isalpha() or not part for part in parts)


def _mark_close(lines: Sequence[str], roles: list[str], language: str, vocabulary: Vocabulary | None) -> None:
    end = signature_at(lines, language)
    before = len(lines) if end is None else end
    for index in range(before, len(lines)):
        if is_dateline(lines[index], language):
            roles[index] = "dateline"
        elif "postscript" in roles or is_postscript(lines[index]):
            roles[index] = "postscript"
        elif is_name(lines[index], language):
            roles[index] = "signature"
    while before > 1 and _closes(lines, before - 1, end is not None, language):
        before -= 1
        roles[before] = "dateline" if is_dateline(lines[before], language) else "closer"


def _closes(lines: Sequence[str], index: int, signed: bool, language: str) -> bool:
    text = lines[index]
    if is_closer(text, language) or is_dateline(text, language):
        return True
    complete = ends_sentence(lines[index - 1], language)
    short = len(text.split()) <= 4 and text[:1].isupper() and text[-1:] not in ".?…;:"
    return signed and complete and short and marker_at(text) is None


def _mark_opening(lines: Sequence[str], roles: list[str], language: str, vocabulary: Vocabulary | None) -> None:
    for index, text in enumerate(lines[:3]):
        if roles[index] != "paragraph":
            return
        if is_dateline(text, language):
            roles[index] = "dateline"
            continue
        if len(lines) > index + 1 and _greets(text, vocabulary):
            roles[index] = "salutation"
        return


def _greets(text: str, vocabulary: Vocabulary | None) -> bool:
    if len(text.split()) > 10 or text[-1:] not in "!,:." or marker_at(text):
        return False
    words = vocabulary.salutations if vocabulary else any_language("salutations")
    return text.endswith(("!", ",")) or compiled(rf"^(?:{words})(?!\w)").match(text) is not None
