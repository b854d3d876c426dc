"""Every rule is found, has a code of its own, and is told to editors as the committed page tells it."""

import re
from pathlib import Path

from edition.catalogue import GROUPS, all_rules, catalogue, explain, known

DOCS = Path(__file__).parents[1] / "docs" / "findings.md"


def test_codes_are_of_one_form_and_each_stands_once() -> None:
    codes = [rule.code for rule in all_rules()]
    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"[A-Z]\d{3}", code) and code[0] in GROUPS for code in codes)


def test_every_rule_says_what_why_and_how_to_mend_it() -> None:
    for rule in all_rules():
        for sentence in (rule.what, rule.why, rule.mend):
            assert sentence[-1] in ".?!»)", f"{rule.code}: {sentence}"
        assert not rule.title.endswith("."), rule.code


def test_the_committed_page_is_made_from_the_rules() -> None:
    assert DOCS.read_text(encoding="utf-8") == catalogue(), "run: python -m edition.catalogue > docs/findings.md"


def test_explain_tells_what_why_and_how_to_mend() -> None:
    told = explain("N003")
    assert told.startswith("N003 error: note without a caller\n\nWhat: ")
    assert "\n\nWhy: " in told and "\n\nMend: " in told
    assert explain(" n3 ") == told
    assert known("n3") and not known("N999")


def test_explain_names_the_nearest_codes_of_one_that_is_none() -> None:
    assert explain("N099").startswith("There is no finding N099. The nearest are N0")
    assert explain("shoe") == "There is no finding shoe. Codes look like N003."
