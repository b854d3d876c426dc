"""Text is text, whatever it would mean to TeX."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.book.tree import Linked, Run
from edition.render.latex.escape import LONGEST_WORD, escape, escape_string, name
from edition.render.latex.inline import inline
from edition.render.latex.lengths import tex_length
from edition.render.latex.lines import fold
from edition.render.latex.setting import Setting

OURS = re.compile(
    r"\\(?:textbackslash|textasciicircum|textasciitilde|nobreak)\{\}|\\[{}$&#%_]|\\-|\\(?:open|fixed)space\{[\d.]+(?:em|pt)\}(?:%\n)?|\{\}|~"
)
ANY = st.text(st.characters(categories=None), max_size=120)


@given(ANY)
def test_nothing_of_a_text_reaches_tex_as_a_command(text: str) -> None:
    assert not re.search(r"[\\{}$&#%^~]|(?<!U\+)_", OURS.sub("", escape(text)))


@given(ANY)
def test_nothing_of_a_title_reaches_tex_as_a_command(text: str) -> None:
    assert not re.search(r"[\\{}$&#%^~_]", OURS.sub("", escape_string(text)))


@given(ANY)
def test_the_source_can_always_be_written(text: str) -> None:
    escape(text).encode("utf-8")
    escape_string(text).encode("utf-8")


@given(st.text(st.characters(categories=("L", "N", "P", "S"), exclude_characters="\\{}$&#%_^~"), max_size=LONGEST_WORD))
def test_letters_figures_and_signs_stay_as_they_are(text: str) -> None:
    assert escape(text) == text


@given(st.text("аб", min_size=LONGEST_WORD + 1, max_size=5000))
def test_a_word_without_end_may_break_and_keeps_its_letters(word: str) -> None:
    made = escape(word)
    assert re.sub(r"\\openspace\{0pt\}%\n", "", made) == word
    assert max(map(len, made.splitlines())) < 200_000


@pytest.mark.parametrize("code", (0x00, 0x07, 0x7F, 0x202E, 0x2066, 0xD800, 0xE000, 0xFFFE))
def test_what_nobody_can_see_is_printed_as_its_number(code: int) -> None:
    assert escape(f"a{chr(code)}b") == f"a[U+{code:04X}]b"
    assert unicodedata.category(chr(code)) in {"Cc", "Cf", "Cs", "Co", "Cn"}


@given(st.text(st.characters(codec="ascii"), max_size=30))
def test_a_name_holds_nothing_that_tex_reads(anchor: str) -> None:
    assert re.fullmatch(r"[\w.:-]*", name(anchor))


@given(st.text("ab ", max_size=600))
def test_folding_a_line_changes_nothing_but_word_spaces(line: str) -> None:
    assert fold(line).replace("\n", " ") == line


@pytest.mark.parametrize("address", ("javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"))
def test_only_safe_addresses_of_the_web_become_links_to_it(address: str) -> None:
    assert inline((Linked(address, (Run("x"),)),), Setting({}, 40)) == "x"


def test_an_address_is_percent_encoded() -> None:
    node = Linked("https://example.org/a b{c}?x=1&y=%20#z~\\", (Run("here"),), "web")
    assert inline((node,), Setting({}, 40)) == (
        r"\href{https://example.org/a\%20b\%7Bc\%7D?x=1\&y=\%20\#z\%7E\%5C}{here}"
    )


@pytest.mark.parametrize("length", ("12", "mm", "12 furlongs", "1e3pt", r"\hsize"))
def test_a_length_is_a_number_and_a_unit(length: str) -> None:
    with pytest.raises(ValueError, match="is not a length"):
        tex_length(length)
