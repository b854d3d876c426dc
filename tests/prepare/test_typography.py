"""Typography: a table of cases by language, and what must never change."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from edition.model.inline import Emphasis, InLanguage, Inline, Mention, NoteCall, Reading, Text, plain
from edition.model.position import Position
from edition.prepare.pieces import LINE_END
from edition.prepare.typography import set_content, typographic

AT = Position("letters/specimen.yaml", 3, 5)
CASES = yaml.safe_load((Path(__file__).parent / "typography_cases.yaml").read_text(encoding="utf-8"))
TAGS = {"en": "en-US"}


def _typed(text: str) -> str:
    return text.replace("|", LINE_END).replace("␣", "\xa0")


@pytest.mark.parametrize(
    ("language", "typed", "printed"),
    [(TAGS.get(language, language), *case) for language, cases in CASES.items() for case in cases],
)
def test_typed_becomes_printed(language: str, typed: str, printed: str) -> None:
    assert typographic(_typed(typed), language) == _typed(printed)


@pytest.mark.parametrize(
    ("language", "printed"), [(language, case[1]) for language, cases in CASES.items() for case in cases]
)
def test_printed_stays(language: str, printed: str) -> None:
    assert typographic(_typed(printed), language) == _typed(printed)


CHARACTERS = st.text(alphabet="\"'“”„«»‘’-—– .,:;!?()[]аБвГaBcD15IV№§\n\xa0\u2028\ufffc", max_size=40)
LANGUAGES = st.sampled_from(["ru", "en-US", "de", "la", "fr"])


@settings(max_examples=300, deadline=None)
@given(CHARACTERS, LANGUAGES)
def test_letters_and_figures_never_change(text: str, language: str) -> None:
    def kept(words: str) -> str:
        return "".join(letter for letter in words if letter.isalnum())

    assert kept(typographic(text, language)) == kept(text)


@settings(max_examples=300, deadline=None)
@given(CHARACTERS, LANGUAGES)
def test_twice_is_once(text: str, language: str) -> None:
    once = typographic(text, language)
    assert typographic(once, language) == once


def test_protected_words_are_not_touched() -> None:
    assert typographic('a "b -- c" d -- e', "en", ['"b -- c"']) == 'a "b -- c" d—e'


def test_a_quotation_mark_beside_a_node_turns_rightly() -> None:
    content: tuple[Inline, ...] = (
        Text('"', AT),
        Emphasis((Text("Вымыслов", AT),)),
        NoteCall("who", AT),
        Text('" и "', AT),
        Mention("v", "m1", (Text("Вымыслов", AT),), AT),
        Text('".', AT),
    )
    done = set_content(content, "ru")
    assert plain(done) == "«Вымыслов» и «Вымыслов»."
    assert done[1] == content[1]
    assert [type(node).__name__ for node in done] == [
        "Text", "Emphasis", "Text", "NoteCall", "Text", "Mention", "Text",
    ]  # fmt: skip


def test_words_of_another_language_follow_its_rules() -> None:
    content: tuple[Inline, ...] = (
        Text('Он писал: "', AT),
        InLanguage("en-US", (Text('He\'s "here" -- now', AT),), AT),
        Text('".', AT),
    )
    assert plain(set_content(content, "ru")) == "Он писал: «He’s “here”—now»."


def test_a_dash_between_nodes_loses_its_spaces_on_both_sides() -> None:
    content: tuple[Inline, ...] = (Emphasis((Text("Quill ", AT),)), Text("-- she", AT))
    done = set_content(content, "en")
    assert plain(done) == "Quill—she"


def test_a_space_is_tied_over_the_border_of_a_reading() -> None:
    reading = Reading((Text("сравнении с", AT),), (), AT)
    done = set_content((Text("в ", AT), reading, Text(" 8", AT)), "ru")
    assert plain(done) == "в\xa0сравнении с\xa08"


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("typed", [" ", "1", '"', "'a ", "- ", "1-2 ", "А. ", "a -", "…”"])
def test_a_monster_of_a_paragraph_takes_no_monstrous_time(typed: str, language: str) -> None:
    # Each of these once took time by the square of its length, or ran into the limit for long numbers.
    kept = [letter for letter in typographic(typed * 10_000, language) if letter.isalnum()]
    assert len(kept) == 10_000 * sum(letter.isalnum() for letter in typed)
