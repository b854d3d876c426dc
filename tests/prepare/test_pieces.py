"""Pieces of a paragraph: laid out and built again without loss."""

from hypothesis import given, settings
from hypothesis import strategies as st

from edition.model.inline import Editorial, Emphasis, Inline, LineBreak, NoteCall, QueryMark, Reading, Text, Witnessed
from edition.model.position import Position
from edition.prepare.pieces import cut, flatten, rebuild, words

AT = Position("letters/specimen.yaml", 3, 5)

LEAVES = st.one_of(
    st.builds(Text, st.text(alphabet="аб в.", min_size=1, max_size=6), st.just(AT)),
    st.just(NoteCall("n", AT)),
    st.just(LineBreak(AT)),
)


def _parents(children: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
    inside = st.lists(children, max_size=3).map(tuple)
    return st.one_of(
        inside.map(Emphasis),
        inside.map(lambda nodes: QueryMark("q", nodes, AT)),
        inside.map(lambda nodes: Editorial("gap", nodes, AT)),
        inside.map(lambda nodes: Reading(nodes, (Witnessed("W", "x"),), AT)),
    )


CONTENT = st.lists(st.recursive(LEAVES, _parents, max_leaves=8), max_size=5).map(tuple)


@settings(deadline=None)
@given(CONTENT)
def test_rebuilding_gives_the_same(content: tuple[Inline, ...]) -> None:
    assert rebuild(flatten(content)) == content


@settings(deadline=None)
@given(CONTENT, st.sets(st.integers(0, 30), max_size=4))
def test_cutting_loses_nothing(content: tuple[Inline, ...], offsets: set[int]) -> None:
    pieces = flatten(content)
    divided = cut(pieces, offsets)
    assert words(divided) == words(pieces)
    assert len(divided) >= len(pieces)


def test_equal_nodes_side_by_side_stay_two() -> None:
    content = (Emphasis((Text("а", AT),)), Emphasis((Text("а", AT),)))
    assert rebuild(flatten(content)) == content
