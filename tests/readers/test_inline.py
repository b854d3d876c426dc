"""The marks of prose: what each becomes, what only looks like one, and where it stands."""

import pytest

from edition.model.finding import Finding
from edition.model.inline import (
    Citation,
    Editorial,
    Emphasis,
    InLanguage,
    Inline,
    LineBreak,
    NameMark,
    NoteCall,
    QueryMark,
    Reading,
    Reference,
    Strong,
    Text,
    Witnessed,
    plain,
    walk,
)
from edition.model.letter import Paragraph
from edition.model.position import Position
from edition.readers.inline import escape, parse_prose
from edition.yamlfile.nodes import Mapping, Scalar, compose


def read(prose: str) -> tuple[tuple[Paragraph, ...], tuple[Finding, ...]]:
    """Read prose as it stands in a file, under ``|`` and indented by two."""
    lines = "".join(f"  {line}\n" if line else "\n" for line in prose.split("\n"))
    node, _ = compose(f"ru: |\n{lines}", "a.yaml")
    assert isinstance(node, Mapping)
    scalar = node.get("ru")
    assert isinstance(scalar, Scalar)
    return parse_prose(scalar, "ru")


def nodes(prose: str) -> tuple[Inline, ...]:
    paragraphs, findings = read(prose)
    assert not findings, findings
    assert len(paragraphs) == 1
    return paragraphs[0].content


def at(line: int, column: int) -> Position:
    return Position("a.yaml", line, column)


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("*милая*", Emphasis((Text("милая", at(2, 4)),))),
        ("**все**", Strong((Text("все", at(2, 5)),))),
        ("[^box]", NoteCall("box", at(2, 3))),
        ("[@quill-1999]", Citation("quill-1999", "", at(2, 3))),
        ("[@quill-1999, с. 88–89]", Citation("quill-1999", "с. 88–89", at(2, 3))),
        ("[ответ](letter:1921-06)", Reference("letter:1921-06", (Text("ответ", at(2, 4)),), at(2, 3))),
        ("[сеть](https://a.org/a_(b))", Reference("https://a.org/a_(b)", (Text("сеть", at(2, 4)),), at(2, 3))),
        ('[со]{W="с о" K=""}', Reading((Text("со", at(2, 4)),), (Witnessed("W", "с о"), Witnessed("K", "")), at(2, 3))),
        (r'[со]{W2="\"с\\о\""}', Reading((Text("со", at(2, 4)),), (Witnessed("W2", '"с\\о"'),), at(2, 3))),
        ("[]{.gap}", Editorial("gap", (), at(2, 3))),
        ("[ты]{q=who}", QueryMark("who", (Text("ты", at(2, 4)),), at(2, 3))),
        ("[он]{who=quill}", NameMark("quill", (Text("он", at(2, 4)),), at(2, 3))),
        ("[Пустота]{who=none}", NameMark(None, (Text("Пустота", at(2, 4)),), at(2, 3))),
        ("[mon Dieu]{lang=fr}", InLanguage("fr", (Text("mon Dieu", at(2, 4)),), at(2, 3))),
    ],
)
def test_each_mark_becomes_its_node(prose: str, expected: Inline) -> None:
    assert nodes(prose) == (expected,)


def test_several_attributes_stand_in_each_other_the_first_outermost() -> None:
    (node,) = nodes('[со]{q=a W="x" .sic who=none K="y"}')
    inner = Text("со", at(2, 4))
    sic = Editorial("sic", (NameMark(None, (inner,), at(2, 3)),), at(2, 3))
    assert node == QueryMark("a", (Reading((sic,), (Witnessed("W", "x"), Witnessed("K", "y")), at(2, 3)),), at(2, 3))


@pytest.mark.parametrize(
    "prose",
    [
        "[нрзб] и [sic]",
        "[слово] (в скобках)",
        "[слово](в скобках)",
        "[не закрыта",
        "закрыта] не",
        "{не знак}",
        "2 * 2 = 4, 5* и * * *",
        "под_черк_нуто __и__ ____",
        "<b>не тег</b> <https://a.org> &amp; &#65; `не код` ~~нет~~",
        "![картинка]",
        "1) не список",
        "# не заголовок",
        "C:\\папка и \\q",
        "a\u00a0b\u2009в\u00adг",
        "https://example.org",
    ],
)
def test_what_only_looks_like_a_mark_stays_text(prose: str) -> None:
    assert nodes(prose) == (Text(prose, at(2, 3)),)


@pytest.mark.parametrize("sign", list("\\`*_{}[]()#+-.!<>\"'&^~@"))
def test_a_sign_behind_a_backslash_stands_for_itself(sign: str) -> None:
    assert plain(nodes(f"а \\{sign}б")) == f"а {sign}б"


def test_line_ends_are_spaces_and_positions_go_on_in_the_next_line() -> None:
    (text,) = nodes("Возвращаю оба  \nдокумента.")
    assert isinstance(text, Text)
    assert text.content == "Возвращаю оба документа."
    assert text.at(text.content.index("документа")) == at(3, 3)
    assert text.at(text.content.index("оба")) == at(2, 13)
    assert text.part(10, 22) == Text("оба документ", at(2, 13))
    assert text.part(10, 22).at(4) == at(3, 3)


def test_a_backslash_at_the_end_of_a_line_ends_a_verse() -> None:
    content = nodes("ни кота,\\\nни хвоста \\\nвовсе\\")
    assert content == (
        Text("ни кота,", at(2, 3)),
        LineBreak(at(2, 11)),
        Text("ни хвоста", at(3, 3)),
        LineBreak(at(3, 13)),
        Text("вовсе", at(4, 3)),
    )


def test_a_blank_line_begins_a_paragraph() -> None:
    paragraphs, _ = read("Один\nдва\n\n \n\nтри\n")
    assert [(plain(p.content), p.position) for p in paragraphs] == [("Один два", at(2, 3)), ("три", at(7, 3))]


def test_a_mark_may_run_over_lines_but_not_over_paragraphs() -> None:
    (reference,) = nodes("[Письмо\nАде](letter:a)")
    assert plain((reference,)) == "Письмо Аде"
    paragraphs, findings = read("[Письмо\n\nАде](letter:a)")
    assert [plain(p.content) for p in paragraphs] == ["[Письмо", "Аде](letter:a)"]
    assert not findings


def test_marks_stand_in_marks() -> None:
    (name,) = nodes("[*Ада* [К.]{.supplied} [нрзб]]{who=quill}")
    assert plain((name,)) == "Ада К. [нрзб]"
    assert [type(node).__name__ for node in walk((name,))] == [
        "NameMark", "Emphasis", "Text", "Text", "Editorial", "Text", "Text",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("prose", "code", "column", "said", "words"),
    [
        ("[Х](javascript:alert(1))", "Y032", 7, "javascript:alert(1)", "[Х](javascript:alert(1))"),
        ("[Х](file:///etc/passwd)", "Y032", 7, "file:", "[Х](file:///etc/passwd)"),
        ("[Х](letter:Ä)", "Y032", 7, "letter:Ä", "[Х](letter:Ä)"),
        ("[Х](https://user@host)", "Y032", 7, "https:", "[Х](https://user@host)"),
        ("[Х](data:text/html,x)", "Y032", 7, "data:", "[Х](data:text/html,x)"),
        ("[Х]{foo=1}", "Y031", 7, "«foo=»", "Х"),
        ("[Х]{.suplied}", "Y031", 7, "«.suplied»", "Х"),
        ('[Х]{К="кириллица"}', "Y031", 7, "«К=»", "Х"),
        ('[Х]{w="x"}', "Y031", 7, "«w=»", "Х"),
        ("[Х]{wh=quill}", "Y031", 7, "«wh=»", "Х"),
        ("[Х]{}", "Y030", 6, "«Х»", "[Х]{}"),
        ("[Х]{just words}", "Y030", 6, "«Х»", "[Х]{just words}"),
        ('[Х]{W="open}', "Y030", 6, "«Х»", '[Х]{W="open}'),
        ("[Х]{lang=Französisch}", "Y034", 7, "Französisch", "Х"),
    ],
)
def test_marks_that_say_nothing_are_findings_and_lose_no_word(
    prose: str, code: str, column: int, said: str, words: str
) -> None:
    paragraphs, findings = read(prose)
    assert [(f.code, f.position) for f in findings] == [(code, at(2, column))]
    assert said in findings[0].message
    assert findings[0].hint
    assert [plain(p.content) for p in paragraphs] == [words]


@pytest.mark.parametrize(("mark", "guess"), [(".suplied", ".supplied"), ("wh=a", "who="), (".gapp", ".gap")])
def test_the_nearest_mark_is_named(mark: str, guess: str) -> None:
    assert f"did you mean {guess}?" in read(f"[Х]{{{mark}}}")[1][0].hint


@pytest.mark.parametrize(
    "prose",
    [
        "[" * 5000 + "а" + "]{.sic}" * 5000,
        "*а " * 5000 + "а* " * 5000,
        "[а]{" + ".sic " * 5000 + "}",
        "[а]{" * 5000,
        "[](" * 5000,
    ],
    ids=["brackets", "stars", "attributes", "braces", "parentheses"],
)
def test_depth_is_bounded(prose: str) -> None:
    paragraphs, findings = read(prose)
    assert {f.code for f in findings} <= {"Y030", "Y033"}
    assert plain(paragraphs[0].content)


def test_quoted_prose_knows_its_places_too() -> None:
    node, _ = compose('ru: "а \\u0436 [^b] и\n  так"\n', "a.yaml")
    assert isinstance(node, Mapping)
    scalar = node.get("ru")
    assert isinstance(scalar, Scalar)
    (paragraph,), _ = parse_prose(scalar, "ru")
    first, call, last = paragraph.content
    assert isinstance(first, Text)
    assert isinstance(last, Text)
    assert (first.content, first.at(2), first.at(3)) == ("а ж ", at(1, 8), at(1, 14))
    assert call == NoteCall("b", at(1, 15))
    assert (last.content, last.at(3)) == (" и так", at(2, 3))


@pytest.mark.parametrize(
    "words", ["*а*", "[^а]", "[@а]", "[а](letter:b)", "[а]{.sic}", "а\\", "\\*", "[нрзб]", "\\\\[а]{b}", "2 * 2"]
)
def test_escaped_words_come_back(words: str) -> None:
    assert plain(nodes(escape(words))) == words


def test_only_what_needs_it_is_escaped() -> None:
    assert escape("[нрзб] 1) «т.» — #5 & <b> C:\\папка") == "[нрзб] 1) «т.» — #5 & <b> C:\\папка"
