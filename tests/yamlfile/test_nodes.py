"""YAML text to nodes: strings only, places exact, and everything refused that could lose words."""

import time

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from edition.model.finding import Finding
from edition.yamlfile.nodes import Mapping, Node, Scalar, Sequence, compose


def read(text: str) -> Mapping:
    node, findings = compose(text, "a.yaml")
    assert isinstance(node, Mapping), findings
    assert not findings
    return node


def faults(text: str) -> list[Finding]:
    return list(compose(text, "a.yaml")[1])


def scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Sequence):
        return [scalar for item in node.items for scalar in scalars(item)]
    return [scalar for pair in node.items for item in pair for scalar in scalars(item)]


@pytest.mark.parametrize("value", ["03", "no", "21:30", "1931-09-07", "1.50", "~", "null", "0x1F", "yes", "1e3"])
def test_values_stay_as_they_are_written(value: str) -> None:
    node = read(f"key: {value}").get("key")
    assert isinstance(node, Scalar)
    assert (node.value, node.style) == (value, "")


@pytest.mark.parametrize(
    "text",
    [
        "a: |\n  Один\n  два\n\n  три\n",
        "a: |\n\n\n   с пустой строки\n   дальше\n",
        "a: |2\n     с отступом\n    и без\n",
        "a: |-\n    Один  \n     два\n",
        "a: |  # a comment\n  слово\n",
        "a:\n- |\n  в списке\n- b: |+\n    глубже\n\n",
        "a: просто слова # и\n",
        "a: несколько\n  строк\n\n  слов\n",
        "a: 'в ''кавычках'' и\n   дальше'\n",
        'a: "с \\"кавычками\\" \\u0436 \\x41 и\n    дальше \\\n    слитно"\n',
        "{a: 'b', \"c\": [d, e f]}",
        'a: "один\n\n\n  два \\\n\n  три"',
    ],
)
def test_each_character_stands_where_the_node_says(text: str) -> None:
    node, _ = compose(text, "a.yaml")
    assert node is not None
    lines = text.split("\n")
    escaped = {"ж": "\\", "A": "\\", '"': "\\"}
    for scalar in scalars(node):
        for offset, sign in enumerate(scalar.value):
            position = scalar.position_at(offset)
            there = lines[position.line - 1][position.column - 1 : position.column]
            assert sign.isspace() or there in (sign, escaped.get(sign)), (scalar, offset)


def test_folded_text_keeps_its_places() -> None:
    text = "a: >-\n  Один\n  два\n\n  три\n    глубже\n  конец\n"
    node, _ = compose(text, "a.yaml")
    assert isinstance(node, Mapping)
    folded = scalars(node)[1]
    lines = text.split("\n")
    for offset, sign in enumerate(folded.value):
        position = folded.position_at(offset)
        assert sign.isspace() or lines[position.line - 1][position.column - 1] == sign


@pytest.mark.parametrize(
    ("text", "code", "place", "said"),
    [
        ("a: b\nc: d\na: e", "Y012", (3, 1), "«a»"),
        ("a: &name b", "Y013", (1, 4), "&name"),
        ("a: *name", "Y013", (1, 4), "*name"),
        ("a: !!int 3", "Y013", (1, 4), "!!int"),
        ("a: !evil [b]", "Y013", (1, 4), "!evil"),
        ("<<: {a: b}", "Y013", (1, 1), "<<"),
        ("a: b\n---\nc: d", "Y014", (2, 1), "second document"),
        ("? [a]\n: b", "Y015", (1, 3), "key"),
        ("row: {ru: Здравствуйте, т. Каганович!}", "Y016", (1, 25), "«т. Каганович!»"),
        ("row: {ru: Да, en: Yes, sir}", "Y016", (1, 24), "«sir»"),
        ("ru: 2) item # 5 here", "Y017", (1, 5), "«# 5 here»"),
        ("ru: >-\n  Здравствуйте", "Y018", (1, 5), "“>”"),
        ("", "Y019", (1, 1), "empty"),
        ("# only a comment\n", "Y019", (1, 1), "empty"),
    ],
)
def test_what_could_lose_words_is_a_finding(text: str, code: str, place: tuple[int, int], said: str) -> None:
    found = faults(text)
    assert [(f.code, (f.position.line, f.position.column)) for f in found] == [(code, place)]
    assert said in found[0].message
    assert found[0].hint


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("a:\n\tb: c", (2, 1), "a tab"),
        ("a: b: c", (1, 5), "second colon"),
        ("ru: *Подчеркнуто* слово", (1, 6), "begin with *"),
        ("a: |words", (1, 5), "same line as “|”"),
        ('a: "words', (1, 10), "quotation mark"),
        ("a: [b, c", (1, 9), "square brackets"),
        ("a: {b: c", (1, 9), "braces"),
        ("a: [b]{.sic} c", (1, 7), "complete"),
        ("a:\n  b: c\n d: e", (3, 2), "indented differently"),
        ("a: @x", (1, 4), "cannot begin with this sign"),
        ('a: "\\q"', (1, 6), "backslash"),
        ("a: b\njust words\nc: d", (3, 1), "neither a key"),
        ("- a\nb: c", (2, 1), "indented differently"),
        ("a: - b", (1, 4), "list cannot begin"),
        ("%TAG x\na: b", (1, 6), "! or %"),
    ],
)
def test_where_yaml_ends_is_said_in_words_for_editors(text: str, place: tuple[int, int], said: str) -> None:
    found = faults(text)
    assert [(f.code, (f.position.line, f.position.column)) for f in found] == [("Y010", place)]
    assert said in found[0].message


def test_prose_under_a_bar_may_hold_anything() -> None:
    words = "*а* & !b %c @d `e` [f] {g: h, i} # j: k | > - \"l 'm"
    node = read(f"a: |\n  {words}\n").get("a")
    assert isinstance(node, Scalar)
    assert node.value == words + "\n"


def test_a_comment_after_two_spaces_is_a_comment() -> None:
    node = read("from: W W  # whose is it?").get("from")
    assert isinstance(node, Scalar)
    assert (node.value, node.comment) == ("W W", "# whose is it?")


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 50_000, "- " * 50_000, "a: [" * 3 + "[" * 500])
def test_depth_is_bounded_and_costs_nothing(text: str) -> None:
    started = time.monotonic()
    codes = [f.code for f in faults(text)]
    assert codes in (["Y011"], ["Y010"])
    assert time.monotonic() - started < 10


def test_an_alias_bomb_is_a_list_of_findings() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{n}: &{n} [*{p}, *{p}]\n" for p, n in zip("abcdef", "bcdefg", strict=True))
    node, findings = compose(bomb, "a.yaml")
    assert isinstance(node, Mapping)
    assert {f.code for f in findings} == {"Y013"}


PARTS = st.sampled_from(
    ["a", "ж", "b: ", "- ", "\n", "\n  ", "|\n  ", "'", '"', " ", "#", "{", "}", "[", "]", ", ", ":", "😀"]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PARTS, max_size=14).map("".join))
def test_both_parsers_read_the_same(text: str) -> None:
    """The fast parser is used where it is there; no file may be read otherwise where it is not."""
    assert _words(text, yaml.SafeLoader) == _words(text, yaml.CSafeLoader)


def _words(text: str, loader: type[yaml.SafeLoader] | type[yaml.CSafeLoader]) -> list[tuple[str, str, int, int]] | None:
    """Give every non-empty value with its style and place, or ``None`` where the text is not YAML."""
    words: list[tuple[str, str, int, int]] = []
    try:
        for event in yaml.parse(text, Loader=loader):
            if isinstance(event, yaml.ScalarEvent) and event.value and event.start_mark:
                mark = event.start_mark
                words.append((event.value, event.style or "", mark.line, mark.column))
    except yaml.YAMLError:
        return None
    return words
