"""How correspondents are named over a letter: surnames, in the case that the language asks for."""

from edition.book.context import Context
from edition.book.locales import listed
from edition.book.surnames import shares_surname
from edition.index.build import heading_in
from edition.model.languages import primary, script
from edition.model.letter import Letter
from edition.prepare.declension import Case, decline_heading
from edition.prepare.headings import natural, surname


def letter_title(letter: Letter, key: str, context: Context) -> str:
    """Say who writes to whom, without number and date («Сталин — Кагановичу», "Stalin to Kaganovich")."""
    language = context.languages.get(key, key)
    words = context.words(language)
    sender = tuple(_name(id, key, language, context, dative=False) for id in letter.sender)
    addressee = tuple(_name(id, key, language, context, dative=True) for id in letter.addressee)
    return words.fill(
        "letter",
        sender=listed(sender, language) if sender else words["unknown_person"],
        addressee=listed(addressee, language) if addressee else words["unknown_addressee"],
    )


def _name(id: str, key: str, language: str, context: Context, *, dative: bool) -> str:
    entity = context.edition.register.entities.get(id)
    if entity is None:
        return id
    if dative and key in entity.headings and primary(language) == "ru" and script(language) == "Cyrl":
        heading = decline_heading(entity, Case.DATIVE)
    else:
        heading = heading_in(entity, key, language, context.edition.description.romanisation)
    return natural(heading) if shares_surname(entity, key, context.edition, context.surnames) else surname(heading)
