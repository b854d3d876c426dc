"""A language without a table of generated words is an error; a table of its primary language serves."""

from edition.checks import check_words
from edition.model.edition import Description, Edition
from edition.model.position import Position

EDITION = Edition(Description("words", Position("edition.yaml"), {"ru": "ru", "en": "en-US", "la": "la"}, {}))


def test_language_without_words_is_an_error() -> None:
    (finding,) = check_words(EDITION, ("en", "ru"))
    assert str(finding) == (
        "edition.yaml:1:1: error G020: the style has no generated words for the language «la» (la).\n"
        "    hint: add words/la.yaml to the style."
    )


def test_table_of_the_full_tag_or_of_the_language_serves() -> None:
    assert check_words(EDITION, ("en-US", "la", "ru")) == ()
