"""Check queries: each key in the words has its question, and each question waits for an answer."""

from collections.abc import Iterator
from difflib import get_close_matches

from edition.checks._copy import Copy
from edition.model.finding import Finding, Rule, Severity
from edition.model.inline import QueryMark

OPEN = Rule(
    "L030",
    Severity.NOTE,
    "open query",
    what="A question under queries: has no answer yet.",
    why="Drafts may go on; publishing waits for the answer.",
    mend="Write answer: under the question, and change the text if the answer asks for it.",
)
NO_QUESTION = Rule(
    "L031",
    Severity.WARNING,
    "query without a question",
    what="Words are marked {q=key}, and there is no such key under queries:.",
    why="Whoever reads the proof sees a mark and does not learn what is asked.",
    mend="Correct the key, write the question under queries:, or take the mark away.",
)
NO_PLACE = Rule(
    "L032",
    Severity.NOTE,
    "query without a place",
    what="A question under queries: has no words marked with its key.",
    why="A question about the letter as a whole needs no place; one about some words is easier to answer at the words.",
    mend="Mark the words as [words]{q=key} if the question is about some; else leave it so.",
)


def check_document(copy: Copy) -> Iterator[Finding]:
    """Find open questions, keys without a question, questions without words."""
    queries = copy.letter.queries if copy.letter else ()
    known = sorted(query.key for query in queries)
    marked: set[str] = set()
    for passage in copy.passages:
        for node in passage.nodes:
            if isinstance(node, QueryMark):
                marked.add(node.key)
                if node.key not in known:
                    near = get_close_matches(node.key, known, n=1)
                    hint = f'did you mean "{near[0]}"?' if near else f"write it under queries:, as {node.key}:."
                    yield NO_QUESTION.at(node.position, f'there is no question "{node.key}".', hint)
    for query in queries:
        if query.answer:
            continue
        asked = f", asked of {query.to}," if query.to else ""
        yield OPEN.at(query.position, f'the query "{query.key}"{asked} is open.', "write answer: under the question.")
        if query.key not in marked:
            message = f'the query "{query.key}" is about no words of the letter.'
            yield NO_PLACE.at(query.position, message, f"mark the words as [words]{{q={query.key}}}, or leave it so.")
