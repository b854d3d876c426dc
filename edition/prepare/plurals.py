"""Put Russian surnames into the plural («Вымысловы», the Vymyslovs), which Petrovich does not know."""

from collections.abc import Mapping

from edition.prepare.declension import Case

_HUSHERS = "жшчщ"
_VELARS = "гкх"


def _endings(nom: str, gen: str, dat: str, ins: str, pre: str) -> Mapping[Case, str]:
    return {
        Case.NOMINATIVE: nom, Case.GENITIVE: gen, Case.DATIVE: dat, Case.ACCUSATIVE: gen,
        Case.INSTRUMENTAL: ins, Case.PREPOSITIONAL: pre,
    }  # fmt: skip


_POSSESSIVE = _endings("ы", "ых", "ым", "ыми", "ых")
_HARD_ADJECTIVE = _endings("ые", "ых", "ым", "ыми", "ых")
_SOFT_ADJECTIVE = _endings("ие", "их", "им", "ими", "их")
_ENDINGS: tuple[tuple[tuple[str, ...], int, Mapping[Case, str]], ...] = (
    (("ский", "цкий", "жий", "ший", "чий", "щий", "кий", "гий", "хий", "ний"), 2, _SOFT_ADJECTIVE),
    (("ская", "цкая", "жая", "шая", "чая", "щая", "кая", "гая", "хая"), 2, _SOFT_ADJECTIVE),
    (("ый", "ой", "ая"), 2, _HARD_ADJECTIVE),
    (("ова", "ева", "ёва", "ина", "ына"), 1, _POSSESSIVE),
    (("ов", "ев", "ёв", "ин", "ын"), 0, _POSSESSIVE),
    (tuple(_HUSHERS), 0, _endings("и", "ей", "ам", "ами", "ах")),
    (tuple(_VELARS), 0, _endings("и", "ов", "ам", "ами", "ах")),
    (("ь",), 1, _endings("и", "ей", "ям", "ями", "ях")),
    (("й",), 1, _endings("и", "ев", "ям", "ями", "ях")),
    (tuple("бвдзлмнпрстф"), 0, _endings("ы", "ов", "ам", "ами", "ах")),
)
"""Endings of a surname → how many letters fall away → the endings of the plural; the first that fits counts."""


def decline_plural(surname: str, case: Case) -> str:
    """Put the plural of a surname («the Vymyslovs») into a case; the empty string where the table has none.

    >>> [decline_plural(name, Case.DATIVE) for name in ("Вымыслов", "Вымыслова", "Сказский", "Сказкович", "Черных")]
    ['Вымысловым', 'Вымысловым', 'Сказским', 'Сказковичам', '']
    """
    if surname.endswith(("ых", "их")):
        return ""
    for endings, fall, plural in _ENDINGS:
        if surname.endswith(endings):
            return surname[: len(surname) - fall] + plural[case]
    return ""
