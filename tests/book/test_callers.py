"""A note leads back only to callers that stand in the text."""

from pathlib import Path

from edition.book import tree
from edition.book.compose import compose
from edition.model.pagination import Pagination
from edition.pipeline.reading import read_and_check

SPECIMEN = Path(__file__).parent.parent / "specimens" / "edition"


def callers(nodes: tuple[tree.BookInline, ...]) -> set[str]:
    found = {node.id for node in nodes if isinstance(node, tree.Caller)}
    for node in nodes:
        if isinstance(node, tree.Styled | tree.Spoken | tree.Anchored | tree.Linked):
            found |= callers(node.children)
    return found


def test_every_way_back_leads_to_a_caller() -> None:
    checked = read_and_check(SPECIMEN)
    assert checked.edition is not None
    assert checked.style is not None
    book = compose(checked.edition, checked.style, Pagination())
    rows = [row for division in book.divisions for row in division.blocks if isinstance(row, tree.Parallel)]
    entries = [block for division in book.divisions for block in division.blocks if isinstance(block, tree.Entry)]
    rows += [row for entry in entries for row in entry.rows]
    standing = {
        name for row in rows for side in row.sides for para in side.paragraphs for name in callers(para.content)
    }
    ways_back = {name for note in tree.footnotes(book) for name in note.callers if name}
    assert ways_back == standing
    assert any("" in note.callers for note in tree.footnotes(book)), (
        "the specimen has a note called in one version alone"
    )
