"""Forms of names: cases, initials, plurals, declared forms, other scripts."""

import pytest

from edition.prepare.declension import Case, Sex, decline_heading, sex_of
from edition.prepare.forms import FormKind, forms
from tests.specimens.letters import PERSONS, person

VYMYSLOV = PERSONS[0]


def _texts(entity_forms: object) -> set[str]:
    assert isinstance(entity_forms, tuple)
    return {form.text for form in entity_forms}


@pytest.mark.parametrize(
    "form",
    [
        "Вымыслов", "Вымыслова", "Вымыслову", "Вымысловым", "Вымыслове", "И. В. Вымыслову", "И. Вымыслова",
        "Ивану Викторовичу Вымыслову", "Иваном Вымысловым", "Иван Викторович", "Ивану Викторовичу",
        "Вымыслову И. В.", "Вымыслов Иван Викторович", "Вымысловы", "Вымысловыми", "Vymyslov",
    ],
)  # fmt: skip
def test_russian_forms(form: str) -> None:
    assert form in _texts(forms(VYMYSLOV, "ru"))


def test_cases_agree_within_a_form() -> None:
    assert "Ивану Викторовичем Вымыслову" not in _texts(forms(VYMYSLOV, "ru"))


@pytest.mark.parametrize(
    "form",
    ["Vymyslov", "I. V. Vymyslov", "Ivan Vymyslov", "Ivan Viktorovich", "Vymyslov, Ivan Viktorovich", "Vymyslovs"],
)
def test_english_forms(form: str) -> None:
    assert form in _texts(forms(VYMYSLOV, "en-US"))


def test_no_first_name_or_patronymic_alone() -> None:
    assert not _texts(forms(VYMYSLOV, "ru")) & {"Иван", "Викторович"}


def test_foreign_surnames_are_declined() -> None:
    assert {"Небылака", "Небылаку", "Небылаком", "Небылаке"} <= _texts(forms(PERSONS[2], "ru"))


def test_other_headings_are_declined_and_forms_taken_as_they_stand() -> None:
    nicknamed = person("x", "Притчин, Лев", also={"ru": ("Коготь",)}, forms={"ru": ("Рыжий",)})
    found = {form.text: form.kind for form in forms(nicknamed, "ru")}
    assert found["Когтя" if "Когтя" in found else "Коготя"] is FormKind.SURNAME
    assert found["Рыжий"] is FormKind.DECLARED and "Рыжего" not in found


def test_cases_of_the_register_win() -> None:
    orel = person("orel", "Орёл, Пётр Ильич", cases={"ru": {"dat": "Орлу", "gen": "Орла, Петра Ильича"}})
    found = _texts(forms(orel, "ru"))
    assert {"Орлу", "П. И. Орлу", "Петру Ильичу Орлу", "Орла", "Петра Ильича Орла"} <= found
    assert "Орёлу" not in found
    assert decline_heading(orel, Case.DATIVE) == "Орлу, Петру Ильичу"
    assert decline_heading(orel, Case.GENITIVE) == "Орла, Петра Ильича"


def test_a_heading_missing_is_romanised_by_the_declared_scheme() -> None:
    iurii = person("yu", "Юрьев, Юрий Яковлевич")
    assert {"Iurev", "Iu. Ia. Iurev"} <= _texts(forms(iurii, "en"))
    assert {"Yur’yev", "Yu. Ya. Yur’yev"} <= _texts(forms(iurii, "en", "bgn-pcgn"))


def test_languages_of_one_script_share_a_heading() -> None:
    assert {"Vymyslov", "I. V. Vymyslov"} <= _texts(forms(VYMYSLOV, "la"))
    assert "Vymyslovs" not in _texts(forms(VYMYSLOV, "la"))


def test_particles_go_before_the_surname() -> None:
    quill = person("q", "", "Quill, Ada von")
    assert {"Ada von Quill", "von Quill", "Quill", "A. von Quill"} <= _texts(forms(quill, "en"))


@pytest.mark.parametrize(
    ("heading", "sex"),
    [
        ("Вымыслова, Анна Петровна", Sex.FEMALE), ("Сказкович, Анна", Sex.FEMALE), ("Вымыслов, Илья", Sex.MALE),
        ("Сказкович", Sex.MALE), ("Вымыслова", Sex.FEMALE), ("Вымыслов, П. И.", Sex.MALE),
    ],
)  # fmt: skip
def test_sex_is_told_from_the_name(heading: str, sex: Sex) -> None:
    assert sex_of(person("x", heading)) is sex


def test_the_register_says_the_sex() -> None:
    assert sex_of(person("x", "Сказкович, А.", sex="female")) is Sex.FEMALE
    assert decline_heading(person("x", "Сказкович, А.", sex="female"), Case.DATIVE) == "Сказкович, А."
    assert decline_heading(person("x", "Сказкович, А."), Case.DATIVE) == "Сказковичу, А."
