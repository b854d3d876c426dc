"""Front matter: half-title, title pages in each language, copyright page, contents, editor's texts."""

from collections.abc import Iterator, Mapping, Sequence

from edition.book import tree
from edition.book.context import Context
from edition.book.headings import heading
from edition.book.inlines import Place
from edition.book.rows import parallel_rows
from edition.model import anchors
from edition.model.edition import EditorialText


def title_pages(context: Context) -> Iterator[tree.Division]:
    """Yield half-title, one title page a language (the first language's on the verso), and the copyright page."""
    description = context.edition.description
    first = context.first_language
    half = {**description.title, **description.short_title}
    yield _division("half-title", first, _lines("half-title", half, context, only=first))
    for key, tag in context.languages.items():
        blocks = (
            *_contributors(key, tag, "aut", context),
            *_lines("title", description.title, context, only=tag),
            *_lines("subtitle", description.subtitle, context, only=tag),
            *_lines("volume", _volume(context), context, only=tag),
            *_contributors(key, tag, "", context),
            *_imprint(key, tag, context),
        )
        yield _division("title-page", tag, blocks)
    yield _division("copyright", first, tuple(_copyright(context)))


def _division(kind: str, language: str, blocks: Sequence[tree.Block]) -> tree.Division:
    return tree.Division(kind, f"{kind}-{language}", "front", language, {}, tuple(blocks))


def _lines(role: str, words: Mapping[str, str], context: Context, only: str = "") -> tuple[tree.Para, ...]:
    return tuple(
        tree.Para((tree.Run(words[key]),), tag, role)
        for key, tag in context.languages.items()
        if words.get(key) and only in ("", tag)
    )


def _volume(context: Context) -> dict[str, str]:
    number = context.edition.description.volume
    if not number:
        return {}
    return {key: context.words(tag).fill("volume", number=number) for key, tag in context.languages.items()}


def _contributors(key: str, tag: str, role: str, context: Context) -> Iterator[tree.Para]:
    """Yield the authors (``role`` ``aut``), or all others (``role`` empty) with what they did."""
    for contributor in context.edition.description.contributors:
        name = contributor.names.get(key)
        if not name or (contributor.role == "aut") != (role == "aut"):
            continue
        pattern = context.words(tag).get(f"role_{contributor.role}")
        words = pattern.replace("{name}", name) if pattern else name
        yield tree.Para((tree.Run(words),), tag, "author" if role == "aut" else "contributor")


def _imprint(key: str, tag: str, context: Context) -> Iterator[tree.Para]:
    description = context.edition.description
    parts = [description.place.get(key), description.publisher.get(key), description.year]
    words = " · ".join(part for part in parts if part)
    if words:
        yield tree.Para((tree.Run(words),), tag, "imprint")


def _copyright(context: Context) -> Iterator[tree.Para]:
    description = context.edition.description
    for key, tag in context.languages.items():
        named = [description.title.get(key), description.subtitle.get(key)]
        words = ". ".join(part.rstrip(".") for part in named if part)
        yield tree.Para((tree.Run(f"{words}."),), tag, "copyright-title")
        if description.rights.get(key):
            yield tree.Para((tree.Run(description.rights[key].strip()),), tag, "rights")
    first = context.words(context.first_language)
    if description.isbn:
        yield tree.Para((tree.Run(first.fill("isbn", isbn=description.isbn)),), context.first_language, "identifier")
    if description.identifier:
        words = first.fill("colophon_identifier", identifier=description.identifier)
        yield tree.Para((tree.Run(words),), context.first_language, "identifier")


def editorial_text(text: EditorialText, context: Context) -> tree.Division:
    """Compose a text by the editor: set row by row like a letter, with notes and citations."""
    owner = anchors.text(text.id)
    versions = context.in_order(text.versions)
    places = {v.key: Place(owner, v.key, v.language, text.notes) for v in versions}
    titles = {v.language: text.titles[v.key] for v in versions if v.key in text.titles}
    return tree.Division(
        kind="text",
        id=owner,
        matter=text.place,
        language=text.versions[0].language,
        titles=titles,
        blocks=(heading(titles), *parallel_rows(text.rows, versions, places, context)),
    )


def contents(
    divisions: Sequence[tree.Division], letters: Mapping[str, Mapping[str, str]], context: Context
) -> tree.Division:
    """Make the table of contents of the divisions that follow it.

    ``letters`` holds the title of each entry by its anchor and language tag.
    """
    lines: list[tree.ContentsLine] = []
    for division in divisions:
        if not division.titles:
            continue
        lines.append(_line(division.id, division.titles, 1, context))
        for block in division.blocks:
            if isinstance(block, tree.Entry):
                lines.append(_line(block.id, letters[block.id], 2, context))
    titles = {tag: context.words(tag)["contents"] for tag in context.languages.values()}
    return tree.Division(
        "contents", "contents", "front", context.first_language, titles, (heading(titles), tree.Contents(tuple(lines)))
    )


def _line(target: str, titles: Mapping[str, str], level: int, context: Context) -> tree.ContentsLine:
    sides = tuple(
        tree.Side(tag, (tree.Para((tree.Run(titles[tag]),), tag, "contents-title"),) if titles.get(tag) else ())
        for tag in context.languages.values()
    )
    return tree.ContentsLine(target, sides, context.page_label(target), level)
