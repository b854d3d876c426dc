"""The persons of the seed letter are found in all their forms (where the seed is at hand)."""

from collections import Counter
from pathlib import Path

import pytest

from edition.index.records import mention_records
from edition.model.edition import Description, Edition
from edition.model.position import Position
from edition.prepare import prepare
from edition.prepare.recognition import Matcher
from edition.readers.letter_file import read_letter
from edition.readers.registers import read_register

SHARED = Path(__file__).parents[3] / "shared"
EXAMPLE = SHARED / "design" / "example"
PAGE = SHARED / "seed" / "letter-1931-09-07.txt"

pytestmark = [
    pytest.mark.corpora,
    pytest.mark.skipif(not EXAMPLE.is_dir(), reason="../shared is not at hand"),
]


def _edition() -> Edition:
    persons = (EXAMPLE / "persons.yaml").read_text(encoding="utf-8")
    by_hand = "  forms: {ru: [Патек, Патека, Патеку, Патеком, Патеке]}\n"
    assert by_hand in persons
    register, _ = read_register({"registers/persons.yaml": persons.replace(by_hand, "")})
    file = "1931-09-07-kaganovich.yaml"
    letter, _ = read_letter((EXAMPLE / file).read_text(encoding="utf-8"), f"letters/{file}")
    assert letter is not None
    languages = {"ru": "ru", "en": "en-US"}
    return Edition(Description("seed", Position("edition.yaml"), languages, {}), (letter,), register)


def test_every_name_of_the_letter_is_found_in_both_languages() -> None:
    prepared, findings = prepare(_edition())
    assert not findings
    records = mention_records(prepared.letters[0])
    expected = {"karakhan": 10, "patek": 7, "litvinov": 2, "krestinskii": 1, "kaganovich": 1, "stalin": 1}
    for language in ("ru", "en"):
        assert Counter(one["entity"] for one in records if one["language"] == language) == expected


def test_all_26_names_of_the_russian_page_are_found() -> None:
    register = _edition().register
    page = PAGE.read_text(encoding="utf-8")
    russian = page[page.index("Том 17") :]
    hits = list(Matcher(register.entities.values(), "ru", "ala-lc-simplified").find(russian))
    assert all(hit.entity for hit in hits)
    assert Counter(hit.entity for hit in hits) == {
        "karakhan": 10, "patek": 7, "kaganovich": 4, "litvinov": 2, "stalin": 2, "krestinskii": 1,
    }  # fmt: skip
    assert {"Л.М. Кагановичу", "Патеком", "Карахану", "Крестинскому", "И. Сталин"} <= {hit.words for hit in hits}
