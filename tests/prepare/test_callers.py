"""The places of note callers in print, as a table: typed → printed, * for a caller."""

import pytest

from edition.model.inline import Inline, Mention, NoteCall, Reading, Text, walk
from edition.prepare.typography import set_content
from tests.specimens.letters import prose

CASES = [
    ("en", "with Quill[^n].", "with Quill.*"),
    ("en", "a pact[^n], then", "a pact,* then"),
    ("en", 'of "pact[^n]" today', "of “pact”* today"),
    ("en", 'the "pact[^n]."', "the “pact.”*"),
    ("en", "(a pact[^n])", "(a pact)*"),
    ("en", "a pact[^n] -- or two", "a pact*—or two"),
    ("en", "a pact[^n]--or two", "a pact*—or two"),
    ("en", "Quill[^n]'s pact", "Quill*’s pact"),
    ("en", "the Joneses[^n]' pact", "the Joneses’* pact"),
    ("en", "a pact[^a][^b], then", "a pact,** then"),
    ("en", "a pact[^a],[^b] then", "a pact,** then"),
    ("en", "*a pact*[^n]?", "a pact?*"),
    ("ru", "с Вымысловым[^n].", "с\xa0Вымысловым*."),
    ("ru", "пакт[^n], потом", "пакт*, потом"),
    ("ru", "пакт,[^n] потом", "пакт*, потом"),
    ("ru", "о ненападении.[^n]", "о\xa0ненападении*."),
    ("ru", 'о "пакте[^n]".', "о\xa0«пакте»*."),
    ("ru", "пакт[^n]?", "пакт?*"),
    ("ru", "пакт[^n]!", "пакт!*"),
    ("ru", "пакт[^n]…", "пакт…*"),
    ("ru", "1931 г.[^n]", "1931\xa0г.*"),
    ("ru", "и т. д.[^n]", "и\xa0т.\xa0д.*"),
    ("ru", "пакт[^n] -- потом", "пакт*\xa0— потом"),
    ("ru", "(пакт[^n])", "(пакт)*"),
]


def _shown(nodes: tuple[Inline, ...]) -> str:
    leaves = (node for node in walk(nodes) if isinstance(node, Text | NoteCall))
    return "".join(leaf.content if isinstance(leaf, Text) else "*" for leaf in leaves)


@pytest.mark.parametrize(("language", "typed", "printed"), CASES)
def test_callers_are_placed(language: str, typed: str, printed: str) -> None:
    content = prose(typed, language)[0].content
    once = set_content(content, language)
    assert _shown(once) == printed
    assert set_content(once, language) == once


def test_callers_keep_their_order() -> None:
    once = set_content(prose("a pact[^a], [^b]and one[^c].", "en")[0].content, "en")
    assert [node.name for node in walk(once) if isinstance(node, NoteCall)] == ["a", "b", "c"]


def test_a_caller_does_not_move_into_a_mention() -> None:
    at = prose("x", "ru")[0].position
    content = (Mention("v", "m", (Text("Вымыслов", at),), at), Text(",", at), NoteCall("n", at), Text(" потом", at))
    done = set_content(content, "ru")
    assert [type(node) for node in done] == [Mention, NoteCall, Text, Text]


def test_a_caller_leaves_a_lemma_for_the_stop_after_it() -> None:
    done = set_content(prose('the [pact[^n]]{W="pakt"}.', "en")[0].content, "en")
    assert [type(node) for node in done] == [Text, Reading, Text, NoteCall]
