"""The list of works and archives that the letters, notes and texts actually cite."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from edition.book import tree
from edition.book.context import Context
from edition.book.headings import heading
from edition.book.inlines import Place, book_inlines
from edition.index.collate import sort_key
from edition.model import anchors
from edition.model.inline import Citation, Inline, Reference, walk
from edition.model.position import Position
from edition.prepare.documents import cells, documents
from edition.readers.inline import parse_prose
from edition.yamlfile.nodes import Scalar

_Words = Callable[[str, str, Context], str]


def sources(context: Context) -> tree.Division | None:
    """List what is cited, works first and archives after them, one parallel row an entry; ``None`` if nothing is."""
    works, repositories = _cited(context)
    blocks: list[tree.Block] = []
    if works:
        blocks.append(_section("printed_works", context))
        blocks.extend(_work(id, context) for id in _sorted(works, context, _work_words))
    if repositories:
        blocks.append(_section("repositories", context))
        blocks.extend(_repository(id, context) for id in _sorted(repositories, context, _repository_words))
    if not blocks:
        return None
    titles = {tag: context.words(tag)["sources"] for tag in context.languages.values()}
    return tree.Division("sources", "sources", "back", context.first_language, titles, (heading(titles), *blocks))


def _cited(context: Context) -> tuple[set[str], set[str]]:
    register = context.edition.register
    works: set[str] = set()
    repositories: set[str] = set()
    for letter in context.edition.letters:
        for witness in letter.witnesses:
            works.add(witness.work)
            repositories.update(mark.repository for mark in witness.shelfmarks)
    for node in _nodes(context):
        if isinstance(node, Citation):
            works.add(node.work)
        elif isinstance(node, Reference):
            elsewhere = register.letters_elsewhere.get(node.target.removeprefix("letter:"))
            if elsewhere and elsewhere.work:
                works.add(elsewhere.work)
            elif elsewhere and elsewhere.shelfmark:
                repositories.add(elsewhere.shelfmark.repository)
    return works & register.works.keys(), repositories & register.repositories.keys()


def _nodes(context: Context) -> Iterator[Inline]:
    for document in documents(context.edition):
        for _, cell in cells(document):
            for paragraph in cell.paragraphs:
                yield from walk(paragraph.content)


def _sorted(ids: Iterable[str], context: Context, words: _Words) -> list[str]:
    key, tag = next(iter(context.languages.items()))
    return sorted(ids, key=lambda id: (sort_key(words(id, key, context), tag), id))


def _section(key: str, context: Context) -> tree.Parallel:
    return tree.Parallel(
        tuple(
            tree.Side(tag, (tree.Para((tree.Run(context.words(tag)[key]),), tag, "heading"),))
            for tag in context.languages.values()
        ),
        role="heading",
    )


def _work(id: str, context: Context) -> tree.Parallel:
    work = context.edition.register.works[id]
    return _entry(work.full, anchors.work(id), context)


def _repository(id: str, context: Context) -> tree.Parallel:
    repository = context.edition.register.repositories[id]
    full = {}
    for key in context.languages:
        name, short, place = (words.get(key, "") for words in (repository.names, repository.shorts, repository.places))
        parts = ", ".join(part for part in (name, place) if part)
        full[key] = f"{short} — {parts}" if short and short != name else parts
    return _entry(full, f"a-{id}", context)


def _entry(full: Mapping[str, str], id: str, context: Context) -> tree.Parallel:
    sides = []
    for key, tag in context.languages.items():
        paragraphs, _ = parse_prose(Scalar(full.get(key, ""), '"', Position("registers/sources.yaml")), tag)
        place = Place("", key, tag)
        paras = tuple(tree.Para(book_inlines(each.content, place, context), tag, "source") for each in paragraphs)
        sides.append(tree.Side(tag, paras))
    return tree.Parallel(tuple(sides), role="source", id=id)


def _work_words(id: str, key: str, context: Context) -> str:
    work = context.edition.register.works[id]
    return (work.full.get(key) or next(iter(work.full.values()), id)).lstrip("*")


def _repository_words(id: str, key: str, context: Context) -> str:
    repository = context.edition.register.repositories[id]
    return repository.shorts.get(key) or repository.names.get(key) or id
