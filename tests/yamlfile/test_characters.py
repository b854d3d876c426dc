"""Characters that cannot stay, and encodings that cannot be read."""

import pytest

from edition.yamlfile.characters import LARGEST, clean, decode


def test_line_ends_and_byte_order_mark_go() -> None:
    assert clean("\ufeffодин\r\nдва\rтри", "a.yaml") == ("один\nдва\nтри", ())


@pytest.mark.parametrize(
    ("sign", "code"),
    [
        ("\x00", "Y003"),
        ("\x07", "Y003"),
        ("\x85", "Y003"),
        ("\u2028", "Y003"),
        ("\ud800", "Y003"),
        ("\ufffe", "Y003"),
        ("\u202e", "Y004"),
        ("\u2067", "Y004"),
    ],
)
def test_each_invisible_command_is_named_with_its_place(sign: str, code: str) -> None:
    text, findings = clean(f"id: a\nru: пи{sign}сьмо\n", "a.yaml")
    assert text == "id: a\nru: пи\ufffdсьмо\n"
    assert [(f.code, f.position.line, f.position.column) for f in findings] == [(code, 2, 7)]
    assert f"U+{ord(sign):04X}" in findings[0].message


def test_letters_with_accents_are_composed() -> None:
    assert clean("и\u0306 e\u0301", "a.yaml") == ("й é", ())


def test_a_tower_of_accents_is_refused_at_once() -> None:
    text, findings = clean("а" + "\u0300\u0316" * 500_000, "a.yaml")
    assert text is not None
    assert [f.code for f in findings] == ["Y005"]


def test_a_file_too_large_is_not_read() -> None:
    assert [f.code for f in clean("а" * (LARGEST + 1), "a.yaml")[1]] == ["Y002"]
    assert [f.code for f in decode(b"a" * (LARGEST + 1), "a.yaml")[1]] == ["Y002"]


def test_a_file_in_another_encoding_tells_where_and_what_to_do() -> None:
    text, findings = decode("id: a\nru: письмо".encode("cp1251"), "a.yaml")
    assert text is None
    assert str(findings[0]).startswith("a.yaml:2:5: error Y001")
    assert "UTF-16" in decode("письмо".encode("utf-16"), "a.yaml")[1][0].hint


def test_a_binary_file_gives_a_few_findings_and_not_thousands() -> None:
    assert len(clean("\x00" * 1000, "a.yaml")[1]) == 20
