"""Callers stay with their words."""

from hypothesis import given
from hypothesis import strategies as st

from edition.book.tree import Anchored, BookInline, Break, Caller, Linked, Run, Spoken, Styled, words
from edition.render.html.callers import Bound, bind_callers

RUNS = st.text("ab я.—\N{NO-BREAK SPACE}»-", min_size=1, max_size=12).map(Run)
CALLER = st.just(Caller("c", "n", "1"))


def parents(children: st.SearchStrategy[BookInline]) -> st.SearchStrategy[BookInline]:
    inside = st.lists(children, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        inside.map(lambda nodes: Styled("emphasis", nodes)),
        inside.map(lambda nodes: Spoken("fr", nodes)),
        inside.map(lambda nodes: Anchored("x", nodes)),
        inside.map(lambda nodes: Linked("y", nodes)),
    )


NODES = st.lists(st.recursive(st.one_of(RUNS, CALLER, st.just(Break())), parents, max_leaves=6), max_size=6)


def released(nodes: list[BookInline | Bound]) -> list[BookInline]:
    return [child for node in nodes for child in (node.children if isinstance(node, Bound) else (node,))]


def count(nodes: list[BookInline], kind: type[Caller] | type[Anchored]) -> int:
    own = sum(isinstance(node, kind) for node in nodes)
    return own + sum(count(list(getattr(node, "children", ())), kind) for node in nodes)


@given(NODES)
def test_binding_keeps_words_callers_and_anchors(nodes: list[BookInline]) -> None:
    bound = released(bind_callers(nodes))
    assert words(bound) == words(nodes)
    assert count(bound, Caller) == count(nodes, Caller)
    assert count(bound, Anchored) == count(nodes, Anchored)


@given(NODES)
def test_no_caller_stands_outside_a_bound_group(nodes: list[BookInline]) -> None:
    assert not [node for node in bind_callers(nodes) if isinstance(node, Caller)]


def test_callers_of_one_word_stay_together() -> None:
    first, second = Caller("c1", "n1", "1"), Caller("c2", "n2", "2")
    assert bind_callers((Run("a pact"), first, second, Run(".”"))) == [
        Run("a "),
        Bound((Run("pact"), first, second, Run(".”"))),
    ]


def test_a_caller_after_italics_keeps_only_their_last_word() -> None:
    call = Caller("c", "n", "1")
    assert bind_callers((Styled("emphasis", (Run("Vita nova"),)), call)) == [
        Styled("emphasis", (Run("Vita "),)),
        Bound((Styled("emphasis", (Run("nova"),)), call)),
    ]


def test_an_anchor_is_not_doubled_when_its_words_are_parted() -> None:
    call = Caller("c", "n", "1")
    assert bind_callers((Anchored("m", (Run("Lev Karakh"),)), call)) == [
        Anchored("m", (Run("Lev "),)),
        Bound((Run("Karakh"), call)),
    ]
