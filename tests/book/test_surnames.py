"""Who shares a surname with another correspondent is named in full."""

from dataclasses import replace

import pytest

from edition.book.surnames import count_surnames, shares_surname
from edition.model.register import Register
from tests.specimens.letters import edition, letter, person

PEOPLE = {
    each.id: each
    for each in (
        person("old", "Вымыслов, Пётр", "Vymyslov, Pyotr"),
        person("young", "Вымыслов, Иван", "Vymyslov, Ivan"),
        person("quill", "Квилл, Ада", "Quill, Ada"),
        person("silent", "Квилл, Эд", "Quill, Ed"),
        person("nameless"),
    )
}


@pytest.mark.parametrize(
    ("id", "key", "shared"),
    [
        ("old", "ru", True),
        ("young", "en", True),
        ("quill", "ru", False),
        ("silent", "ru", True),
        ("nameless", "ru", False),
        ("old", "fr", False),
    ],
    ids=["both write", "in either language", "the other never wrote", "who never wrote", "no name", "no such language"],
)
def test_only_correspondents_count(id: str, key: str, shared: bool) -> None:
    letters = (letter("a", sender="old", addressee="young"), letter("b", sender="quill", addressee="nameless"))
    made = replace(edition(*letters), register=Register(entities=PEOPLE))
    assert shares_surname(PEOPLE[id], key, made, count_surnames(made)) == shared
