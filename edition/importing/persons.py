"""Find out who writes to whom: names of a page → ids of the register, or proposals for it."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import icu

from edition.model.languages import primary, script
from edition.model.register import EntityKind, Register

Identify = Callable[[str, str], str | None]
"""Words of a name, in whatever case, and their language → the id of the one entry they mean, or ``None``."""

_INITIAL = re.compile(r"[^\W\d_]\.")
_ENDINGS = frozenset(
    ["", "а", "у", "ом", "ым", "ем", "е", "и", "ы", "я", "ю", "ой", "ей", "ого", "ому", "им", "ою", "s", "'s", "’s"]
)
_ADJECTIVE = ("ий", "ый", "ой", "ая", "яя")
_DATIVES = (
    ("скому", "ский"),
    ("цкому", "цкий"),
    ("ому", "ый"),
    ("ской", "ская"),
    ("овой", "ова"),
    ("евой", "ева"),
    ("иной", "ина"),
    ("у", ""),
)


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who writes or is written to: the id, and the words of the page by language key.

    ``known`` tells that the register has the id; else it is a proposal. ``several`` holds the ids where the languages
    disagree.
    """

    id: str
    words: Mapping[str, str]
    known: bool
    several: tuple[str, ...] = ()


def party(words: Mapping[str, str], languages: Mapping[str, str], identify: Identify, register: Register) -> Party:
    """Settle whom the words mean that each language has for one person."""
    found = {key: identify(name, primary(languages[key])) for key, name in words.items()}
    ids = tuple(dict.fromkeys(id for id in found.values() if id))
    if ids:
        return Party(ids[0], words, known=ids[0] in register.entities, several=ids if len(ids) > 1 else ())
    return Party(proposed_id(words, languages), words, known=False)


def proposed_id(words: Mapping[str, str], languages: Mapping[str, str]) -> str:
    """Propose an id from a surname, by preference as a language of Latin script writes it.

    >>> proposed_id({"ru": "А. Б. Вымыслову", "en": "A. B. Vymyslov"}, {"ru": "ru", "en": "en-US"})
    'vymyslov'
    """
    latin = sorted(words, key=lambda key: script(languages[key]) != "Latn")
    for key in latin:
        name = words[key] if script(languages[key]) == "Latn" else nominative(words[key])
        id = slug(surname(name))
        if id:
            return id
    return "unknown"


def slug(words: str) -> str:
    """Write words as an id: small Latin letters, figures and hyphens.

    >>> slug("Tom 17"), slug("Stanisław Patek"), slug("Щукин")
    ('tom-17', 'stanislaw-patek', 'shchukin')
    """
    latin = _romaniser().transliterate(unicodedata.normalize("NFC", words)).replace("ʹ", "").lower()
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’ʼ]", "", latin)).strip("-")[:40].strip("-")


def surname(name: str) -> str:
    """Give the last word of a name, without title and initials."""
    words = [word for word in name.replace(".", ". ").split() if not _INITIAL.fullmatch(word)]
    return words[-1].strip(".,!:;") if words else ""


def inverted(name: str) -> str:
    """Write a name as a heading: surname, comma, the rest.

    >>> inverted("L.M. Kaganovich"), inverted("Ada Quill")
    ('Kaganovich, L. M.', 'Quill, Ada')
    """
    last = surname(name)
    first = " ".join(name.replace(".", ". ").replace(last, "", 1).split()).strip(" ,!:;")
    return f"{last}, {first}" if first else last


def nominative(name: str) -> str:
    """Undo the Russian dative of a surname, as far as its ending tells; a proposal for the editor, no more.

    >>> nominative("А.Б. Вымыслову"), nominative("В. Рогинскому"), nominative("Е. Перовой")
    ('А.Б. Вымыслов', 'В. Рогинский', 'Е. Перова')
    """
    for ending, instead in _DATIVES:
        if name.endswith(ending) and len(surname(name)) > len(ending) + 2:
            return name.removesuffix(ending) + instead
    return name


def by_headings(register: Register) -> Identify:
    """Make a plain ``Identify`` from the headings of a register, where the forms of ``prepare`` are not at hand."""
    names = [
        (entity.id, *_parts(heading))
        for entity in sorted(register.entities.values(), key=lambda entity: entity.id)
        if entity.kind is EntityKind.PERSON
        for heading in (*entity.headings.values(), *(words for also in entity.also.values() for words in also))
    ]

    def identify(words: str, language: str) -> str | None:
        last, initials = surname(words), _initials(words)
        agreeing = (n for n in names if n[2][: len(initials)] == initials[: len(n[2])])
        fitting = {id for id, head, _ in agreeing if _is_form(last, head)}
        return fitting.pop() if len(fitting) == 1 else None

    return identify


def _parts(heading: str) -> tuple[str, str]:
    last, _, first = heading.partition(",")
    return last.strip(), "".join(word[0] for word in first.split() if word[:1].isalpha())


def _initials(words: str) -> str:
    parts = words.replace(".", ". ").split()
    return "".join(part[0] for part in parts[:-1] if part[:1].isupper())


def _is_form(word: str, head: str) -> bool:
    stems = {head} | {head[:-2] for ending in _ADJECTIVE if head.endswith(ending)}
    stems |= {head[:-1]} if head[-1:] in "аяйь" else set()
    return any(word.startswith(stem) and word[len(stem) :] in _ENDINGS for stem in stems if len(stem) > 1)


@cache
def _romaniser() -> "icu.Transliterator":
    return icu.Transliterator.createInstance("Russian-Latin/BGN; Any-Latin; Latin-ASCII")


def together(lists: Mapping[str, Iterable[str]]) -> tuple[Mapping[str, str], ...]:
    """Set the names that each language gives level, by their order."""
    columns = {key: list(names) for key, names in lists.items()}
    longest = max((len(names) for names in columns.values()), default=0)
    return tuple(
        {key: names[index] for key, names in columns.items() if index < len(names)} for index in range(longest)
    )
