"""Names in generated letters: no word changes, every mention is of the register, twice is once."""

from hypothesis import given, settings
from hypothesis import strategies as st

from edition.model.inline import Mention, plain, walk
from edition.model.letter import Letter
from edition.prepare import prepare
from edition.prepare.documents import cells
from edition.prepare.forms import forms
from edition.prepare.typography import apply_typography
from tests.specimens.letters import PERSONS, edition, letter

NAMES = sorted({form.text for one in PERSONS for language in ("ru", "en") for form in forms(one, language)})
WORDS = st.one_of(
    st.sampled_from(NAMES),
    st.sampled_from(
        ["и", "видел", "т.", "Т.", "М.", "Пётр", "a", "draft's", '"', "--", "5-7", "[^n]", "*так*", "Nobody"]
    ),
    st.sampled_from(["[Вымыслов]{who=none}", "[он]{who=basnia}", "[Притчин и]{q=q}", "[видел]{lang=en}", ".", ","]),
)
PROSE = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)


def _words(one: Letter) -> list[str]:
    return [plain(p.content) for _, cell in cells(one) for p in cell.paragraphs]


@settings(max_examples=40, deadline=None)
@given(PROSE, PROSE, PROSE)
def test_marking_names_changes_no_word(ru: str, en: str, note: str) -> None:
    made = edition(letter("a", [("paragraph", ru, en)], {"n": (note, en)}))
    once, findings = prepare(made)
    assert _words(once.letters[0]) == _words(made.letters[0])
    assert prepare(once) == (once, findings)
    nodes = [node for _, cell in cells(once.letters[0]) for p in cell.paragraphs for node in walk(p.content)]
    mentions = [node for node in nodes if isinstance(node, Mention)]
    assert [node.id for node in mentions] == [f"l-a-m{ordinal}" for ordinal in range(1, len(mentions) + 1)]
    assert {node.entity for node in mentions} <= {one.id for one in PERSONS}
    assert all(plain(node.children) for node in mentions)


@settings(max_examples=40, deadline=None)
@given(PROSE, PROSE)
def test_setting_an_edition_twice_is_setting_it_once(ru: str, en: str) -> None:
    once = apply_typography(prepare(edition(letter("a", [("paragraph", ru, en)])))[0])
    assert apply_typography(once) == once


@settings(deadline=None)
@given(st.sampled_from(PERSONS), st.sampled_from(["ru", "en"]), st.data())
def test_every_form_that_no_other_entry_has_is_found(person: object, language: str, data: st.DataObject) -> None:
    chosen = next(one for one in PERSONS if one is person)
    form = data.draw(st.sampled_from(forms(chosen, language))).text
    words = (f"видел {form} там", "") if language == "ru" else ("", f"saw {form} there")
    once, _ = prepare(edition(letter("a", [("paragraph", *words)])))
    nodes = [node for _, cell in cells(once.letters[0]) for p in cell.paragraphs for node in walk(p.content)]
    assert [(plain(node.children), node.entity) for node in nodes if isinstance(node, Mention)] == [(form, chosen.id)]
