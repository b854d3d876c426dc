"""How correspondents are named over a letter: surnames, in the case that the language asks for."""

from collections.abc import Iterable, Sequence

from edition.book.context import Context
from edition.model.languages import primary, script
from edition.model.letter import Letter
from edition.model.register import Entity
from edition.prepare.declension import Case, decline_heading
from edition.settings.words import Words


def letter_title(letter: Letter, key: str, context: Context) -> str:
    """Say who writes to whom, without number and date («Сталин — Кагановичу», "Stalin to Kaganovich")."""
    language = context.languages.get(key, key)
    words = context.words(language)
    sender = _joined((_name(id, key, language, context, dative=False) for id in letter.sender), words)
    addressee = _joined((_name(id, key, language, context, dative=True) for id in letter.addressee), words)
    return words.fill("letter", sender=sender, addressee=addressee)


def _name(id: str, key: str, language: str, context: Context, *, dative: bool) -> str:
    entity = context.edition.register.entities.get(id)
    if entity is None or key not in entity.headings:
        heading = next(iter(entity.headings.values())) if entity and entity.headings else id
        return natural(heading)
    if dative and primary(language) == "ru" and script(language) == "Cyrl":
        heading = decline_heading(entity, Case.DATIVE)
    else:
        heading = entity.headings[key]
    return natural(heading) if _shares_surname(entity, key, context) else surname(heading)


def surname(heading: str) -> str:
    """Give what stands before the comma of an inverted heading.

    >>> surname("Quill, Ada"), surname("Вымыслов, Пётр")
    ('Quill', 'Вымыслов')
    """
    return heading.split(",")[0].strip()


def natural(heading: str) -> str:
    """Turn an inverted heading round.

    >>> natural("Quill, Ada"), natural("Вымыслов, Пётр Ильич")
    ('Ada Quill', 'Пётр Ильич Вымыслов')
    """
    last, _, first = (part.strip() for part in heading.partition(","))
    return f"{first} {last}".strip()


def _shares_surname(entity: Entity, key: str, context: Context) -> bool:
    letters = context.edition.letters
    correspondents = {id for letter in letters for id in (*letter.sender, *letter.addressee)} - {entity.id}
    others = (context.edition.register.entities.get(id) for id in sorted(correspondents))
    mine = surname(entity.headings[key])
    return any(other and surname(other.headings.get(key, "")) == mine for other in others)


def _joined(names: Iterable[str], words: Words) -> str:
    listed: Sequence[str] = tuple(names)
    if not listed:
        return words["unknown_person"]
    if len(listed) == 1:
        return listed[0]
    return f"{', '.join(listed[:-1])} {words['and']} {listed[-1]}"
