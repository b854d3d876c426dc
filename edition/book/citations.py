"""Works and archives as the book cites them: short forms in the text, full descriptions in the list."""

import re
from collections.abc import Iterator, Mapping

from edition.book import tree
from edition.book.context import Context
from edition.model import anchors, inline
from edition.model.letter import Shelfmark

_LEVEL = re.compile(r"\{(\w+)\}")
_PAGES = re.compile(r"(?:\d+|[ivxlc]+)(?=[\s,–-]|$)")
"""What is a page number by itself; anything else («т. 2, с. 5», "no. 7") stands as the editor wrote it."""

_VERSO = re.compile(r"\b(?:об|ob)\b\.?")
"""The back of a leaf («Л. 3–4 об.»), as a letter file may have it in either script."""


def cited(node: inline.Citation, key: str, language: str, context: Context) -> Iterator[tree.BookInline]:
    """Give a citation in the text: the short form, linked to the list of sources, and the pages."""
    yield from work_cited(node.work, node.locus, key, language, context)


def work_cited(id: str, pages: str, key: str, language: str, context: Context) -> tuple[tree.BookInline, ...]:
    """Give the short form of a work with pages, in a language («Соч. 17. С. 88–89», "Soch. 17, 88–89").

    A work that the register lacks is named by its id; that is a finding of the checks.
    """
    work = context.edition.register.works.get(id)
    words = context.words(language)
    short = (work.short.get(key) or next(iter(work.short.values()), id)) if work else id
    title: tree.BookInline = (
        tree.Styled("emphasis", (tree.Run(short),)) if words.get("short_style") else tree.Run(short)
    )
    linked: tree.BookInline = tree.Linked(anchors.work(id), (title,)) if work else title
    if not pages:
        return (linked,)
    before, _, after = words["work_pages" if _PAGES.match(pages) else "work_locus"].partition("{work}")
    between, _, closing = after.partition("{pages}")
    parts = (
        tree.Run(before),
        linked,
        tree.Run(between),
        tree.Styled("unbroken", (tree.Run(pages),)),
        tree.Run(closing),
    )
    return tuple(part for part in parts if part != tree.Run(""))


def shelfmark(mark: Shelfmark, key: str, language: str, context: Context) -> str:
    """Give a shelfmark in the repository's form for a language, its place named where the words ask for it."""
    repository = context.edition.register.repositories.get(mark.repository)
    if repository is None:
        return " ".join((mark.repository, *mark.parts.values(), mark.leaves)).strip()
    form = repository.forms.get(key) or next(iter(repository.forms.values()), "")
    leaves = _VERSO.sub(context.words(language)["leaf_verso"], mark.leaves)
    form = _filled(form, {**mark.parts, "leaves": leaves})
    short = repository.shorts.get(key) or repository.names.get(key) or repository.id
    pattern = context.words(language)["shelfmark"]
    city = repository.places.get(key, "")
    if "{place}" in pattern and not city:
        pattern = context.words(language)["shelfmark_unplaced"]
    return pattern.replace("{repository}", short).replace("{place}", city).replace("{mark}", form)


def _filled(form: str, values: Mapping[str, str]) -> str:
    """Fill the levels of a shelfmark; one without a value is left out with the word before it.

    >>> _filled("Ф. {fond}. Д. {delo}. Л. {leaves}", {"fond": "81", "delo": "99", "leaves": ""})
    'Ф. 81. Д. 99'
    >>> _filled("f. {fond}, d. {delo}, ll. {leaves}", {"delo": "99", "leaves": "21–23"})
    'd. 99, ll. 21–23'
    """
    *pairs, rest = _LEVEL.split(form)
    levels = zip(pairs[::2], pairs[1::2], strict=True)
    words = "".join(f"{before}{values[level]}" for before, level in levels if values.get(level))
    return f"{words}{rest}".lstrip(" .,;")
