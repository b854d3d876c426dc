"""Generate the forms in which an entry of the register can stand in a text.

Forms are generated from the headings and looked for in the text; words of the text are never lemmatised, because
nothing that guesses lemmas knows «Патеком». What cannot be generated is declared in the register (``forms``).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from edition.model.languages import primary, script
from edition.model.register import Entity, EntityKind
from edition.prepare.declension import Case, decline_given, decline_surname, is_patronymic, sex_of
from edition.prepare.headings import PersonName, initials, long_initials, parse_heading
from edition.prepare.plurals import decline_plural
from edition.prepare.romanisation import romanise


class FormKind(StrEnum):
    """How much of a name a form has, and so how surely it means its bearer."""

    DECLARED = "declared"
    FULL = "full"
    GIVEN = "given"
    SURNAME = "surname"
    PLURAL = "plural"


@dataclass(frozen=True, slots=True)
class Form:
    """A form as it would be printed («Л. М. Кагановичу»); spaces after initials may be missing in a text."""

    text: str
    kind: FormKind


def forms(entity: Entity, language: str, romanisation: str = "ala-lc-simplified") -> tuple[Form, ...]:
    """Generate all forms of an entry in texts of a language (a key or tag), each once.

    Russian persons get six cases of the surname, alone, with initials and with first names, of first name with
    patronymic, and of the plural; English ones the surname alone, with initials and first names, and the plural
    (possessives are read in the text). Headings in ``also`` are treated as headings; ``forms`` are taken as they
    stand. A heading in the other script counts as it stands. Where a language of Latin script has no heading, that
    of another such language serves, else the Russian one romanised. Places and organisations get no cases.
    """
    kinds: dict[str, FormKind] = {}
    for form in (*_declared(entity, language), *_generated(entity, language, romanisation)):
        if form.text:
            kinds.setdefault(form.text, form.kind)
    return tuple(Form(text, kind) for text, kind in kinds.items())


def heading_key(entity: Entity, language: str) -> str | None:
    """Give the key of the heading that serves a language, if the entry has one of that language."""
    for key in (language, primary(language)):
        if key in entity.headings:
            return key
    return next((key for key in entity.headings if primary(key) == primary(language)), None)


def _declared(entity: Entity, language: str) -> Iterator[Form]:
    keys = dict.fromkeys((language, primary(language)))
    for key in keys:
        yield from (Form(text, FormKind.DECLARED) for text in entity.forms.get(key, ()))


def _generated(entity: Entity, language: str, romanisation: str) -> Iterator[Form]:
    key = heading_key(entity, language) or _of_same_script(entity, language)
    if key is not None:
        yield from _of_heading(entity, entity.headings[key], language)
        for other in entity.also.get(key, ()):
            yield from _of_heading(entity, other, language)
    elif script(language) == "Latn" and "ru" in entity.headings:
        yield from _of_heading(entity, romanise(entity.headings["ru"], romanisation), language)
    for key, heading in entity.headings.items():
        if script(key) != script(language):
            yield from _as_it_stands(entity, heading)


def _of_same_script(entity: Entity, language: str) -> str | None:
    return next((key for key in entity.headings if script(key) == script(language)), None)


def _of_heading(entity: Entity, heading: str, language: str) -> Iterator[Form]:
    if entity.kind is not EntityKind.PERSON:
        yield Form(heading, FormKind.FULL)
    elif primary(language) == "ru":
        yield from _russian(entity, parse_heading(heading), own_cases=heading == entity.headings.get("ru"))
    else:
        yield from _latin(parse_heading(heading), plural=primary(language) == "en")


def _as_it_stands(entity: Entity, heading: str) -> Iterator[Form]:
    if entity.kind is EntityKind.PERSON:
        yield from _latin(parse_heading(heading), plural=False)
    else:
        yield Form(heading, FormKind.FULL)


def _russian(entity: Entity, name: PersonName, *, own_cases: bool) -> Iterator[Form]:
    sex = sex_of(entity)
    own = entity.cases.get("ru", {}) if own_cases else {}
    for case in Case:
        surname = own.get(case, "").partition(",")[0] or decline_surname(name.surname, case, sex)
        given = decline_given(name.given, case, sex)
        yield from _with_given(PersonName(surname, given, name.particles), initials(name.given))
    for case in Case:
        yield Form(decline_plural(name.surname, case), FormKind.PLURAL)


def _latin(name: PersonName, *, plural: bool) -> Iterator[Form]:
    yield from _with_given(name, initials(name.given))
    if long_initials(name.given) != initials(name.given):
        yield from _with_given(name, long_initials(name.given))
    if plural:
        yield from (Form(text, FormKind.PLURAL) for text in english_plurals(name.surname))


def _with_given(name: PersonName, short: tuple[str, ...]) -> Iterator[Form]:
    """Combine a surname with its bearer's names and initials, before it and (as in lists) after it."""
    surname = " ".join((*name.particles, name.surname))
    yield Form(surname, FormKind.SURNAME)
    if name.particles:
        yield Form(name.surname, FormKind.SURNAME)
    if not name.given:
        return
    first, *others = name.given
    for given in dict.fromkeys((name.given, (first,), short, short[:1], (first, *short[1:]))):
        yield Form(f"{' '.join(given)} {surname}", FormKind.FULL)
    # After the surname a lone name or initial may as well be somebody else's («Вымысловым, Петром и Адой»).
    for given in dict.fromkeys((name.given, short)):
        yield Form(f"{name.surname} {' '.join(given)}", FormKind.FULL)
        if others:
            yield Form(f"{name.surname}, {' '.join(given)}", FormKind.FULL)
    if others and _has_patronymic(others):
        yield Form(f"{first} {others[-1]}", FormKind.GIVEN)


_DECLINED_PATRONYMIC = ("вич", "вича", "вичу", "вичем", "виче", "вны", "вне", "вну", "вной", "вна", "ич", "ича", "ичу",
                        "ичом", "иче", "чна", "чны", "чне", "чну", "чной", "vich", "vna", "ich", "chna")  # fmt: skip


def _has_patronymic(given: list[str]) -> bool:
    return is_patronymic(given[-1]) or given[-1].endswith(_DECLINED_PATRONYMIC)


def english_plurals(surname: str) -> tuple[str, ...]:
    """Give the plural of a surname in English; both where the sound of *ch* decides (Chicago 18 §7.9).

    >>> english_plurals("Quill"), english_plurals("Jones"), english_plurals("Bach")
    (('Quills',), ('Joneses',), ('Bachs', 'Baches'))
    """
    if surname.endswith("ch"):
        return (f"{surname}s", f"{surname}es")
    return (surname + ("es" if surname.endswith(("s", "x", "z", "sh")) else "s"),)
