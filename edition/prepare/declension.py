"""Put Russian names into their cases.

Surnames, first names and patronymics are declined by the rules of Petrovich (pytrovich); the register's own words win.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from typing import Protocol

from pytrovich.detector import PetrovichGenderDetector
from pytrovich.enums import Case as PetrovichCase
from pytrovich.enums import Gender, NamePart
from pytrovich.maker import PetrovichDeclinationMaker

from edition.model.register import Entity

RUSSIAN = "ru"


class Case(StrEnum):
    """The six cases, by the names that the register uses for them."""

    NOMINATIVE = "nom"
    GENITIVE = "gen"
    DATIVE = "dat"
    ACCUSATIVE = "acc"
    INSTRUMENTAL = "ins"
    PREPOSITIONAL = "pre"


class Sex(StrEnum):
    """The sex of a person, on which the declension of a surname depends."""

    MALE = "male"
    FEMALE = "female"


class Part(StrEnum):
    """The part of a name that is declined."""

    SURNAME = "surname"
    FIRST_NAME = "first name"
    PATRONYMIC = "patronymic"


_CASES: Mapping[Case, PetrovichCase] = {
    Case.NOMINATIVE: PetrovichCase.NOMINATIVE,
    Case.GENITIVE: PetrovichCase.GENITIVE,
    Case.DATIVE: PetrovichCase.DATIVE,
    Case.ACCUSATIVE: PetrovichCase.ACCUSATIVE,
    Case.INSTRUMENTAL: PetrovichCase.INSTRUMENTAL,
    Case.PREPOSITIONAL: PetrovichCase.PREPOSITIONAL,
}
_PARTS: Mapping[Part, NamePart] = {
    Part.SURNAME: NamePart.LASTNAME,
    Part.FIRST_NAME: NamePart.FIRSTNAME,
    Part.PATRONYMIC: NamePart.MIDDLENAME,
}
_GENDERS: Mapping[Sex, Gender] = {Sex.MALE: Gender.MALE, Sex.FEMALE: Gender.FEMALE}


@lru_cache(maxsize=1)
def _maker() -> PetrovichDeclinationMaker:
    return PetrovichDeclinationMaker()


@lru_cache(maxsize=65536)
def decline(name: str, case: Case, sex: Sex, part: Part = Part.SURNAME) -> str:
    """Put one part of a Russian name, given in the nominative, into a case.

    >>> decline("Вымыслов", Case.DATIVE, Sex.MALE), decline("Лазарь", Case.INSTRUMENTAL, Sex.MALE, Part.FIRST_NAME)
    ('Вымыслову', 'Лазарем')
    >>> decline("Вымыслова", Case.DATIVE, Sex.FEMALE), decline("Сказкович", Case.DATIVE, Sex.FEMALE)
    ('Вымысловой', 'Сказкович')
    """
    return str(_maker().make(_PARTS[part], _GENDERS[sex], _CASES[case], name))


def decline_heading(entity: Entity, case: Case) -> str:
    """Put the Russian heading of a person into a case, inverted as it stands («Вымыслову, Петру Ильичу»).

    ``cases: {ru: {dat: ...}}`` of the register wins: for the surname where it is one word or has no comma, for the
    whole heading where it has one. The empty string where the register has no Russian heading.
    """
    heading = entity.headings.get(RUSSIAN, "")
    own = entity.cases.get(RUSSIAN, {}).get(case, "")
    if "," in own or (own and "," not in heading):
        return own
    surname, comma, given = heading.partition(",")
    declined_given = _declined_given(given, case, sex_of(entity))
    return (own or decline_surname(surname, case, sex_of(entity))) + comma + declined_given


def decline_surname(surname: str, case: Case, sex: Sex) -> str:
    """Put a surname of one or more words into a case; words in small letters (particles) stay.

    >>> decline_surname("фон Вымыслов", Case.GENITIVE, Sex.MALE)
    'фон Вымыслова'
    """
    return " ".join(decline(word, case, sex) if word[:1].isupper() else word for word in surname.split(" "))


def decline_given(given: tuple[str, ...], case: Case, sex: Sex) -> tuple[str, ...]:
    """Put first names and a patronymic (the last, where it is one) into a case; initials stay.

    >>> decline_given(("Пётр", "Ильич"), Case.DATIVE, Sex.MALE), decline_given(("Ада",), Case.GENITIVE, Sex.FEMALE)
    (('Петру', 'Ильичу'), ('Ады',))
    """
    return tuple(
        decline(name, case, sex, Part.PATRONYMIC if is_patronymic(name) and index else Part.FIRST_NAME)
        if name[:1].isupper() and not name.endswith(".")
        else name
        for index, name in enumerate(given)
    )


def _declined_given(given: str, case: Case, sex: Sex) -> str:
    names = tuple(given.split(" "))
    stripped = tuple(name for name in names if name)
    return (" " if given.startswith(" ") else "") + " ".join(decline_given(stripped, case, sex))


_PATRONYMIC_ENDINGS = ("ович", "евич", "ич", "овна", "евна", "ична", "инична")


def is_patronymic(name: str) -> bool:
    """Tell whether a name has the ending of a patronymic.

    >>> is_patronymic("Моисеевич"), is_patronymic("Ильинична"), is_patronymic("Пётр")
    (True, True, False)
    """
    return name.lower().endswith(_PATRONYMIC_ENDINGS)


class _Detector(Protocol):
    """What is used of pytrovich's detector, which carries no types."""

    def detect(
        self, firstname: str | None = None, lastname: str | None = None, middlename: str | None = None
    ) -> Gender: ...


@lru_cache(maxsize=1)
def _detector() -> _Detector:
    return PetrovichGenderDetector()


def sex_of(entity: Entity) -> Sex:
    """Give the sex of a person: the register's word, else what patronymic, first name or surname tell, else male."""
    if entity.sex:
        return Sex.FEMALE if entity.sex == Sex.FEMALE else Sex.MALE
    surname, _, rest = entity.headings.get(RUSSIAN, "").partition(",")
    given = [name for name in rest.split() if not name.endswith(".")]
    patronymic = next((name for name in given[1:] if is_patronymic(name)), None)
    first = given[0] if given and given[0][:1].isupper() else None
    if patronymic:
        gender = _detector().detect(middlename=patronymic)
    elif first:
        gender = _detector().detect(firstname=first)
    elif surname.strip():
        gender = _detector().detect(lastname=surname.strip().split()[-1])
    else:
        return Sex.MALE
    return Sex.FEMALE if gender is Gender.FEMALE else Sex.MALE
