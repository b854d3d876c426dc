"""Headings of divisions: the titles in all languages, one under the other."""

from collections.abc import Mapping

from edition.book import tree


def heading(titles: Mapping[str, str]) -> tree.Heading:
    """Make the heading of a division from its titles by language tag; the first is the language of the heading."""
    first = next(iter(titles))
    content: list[tree.BookInline] = []
    for tag, title in titles.items():
        run = tree.Run(title)
        content.extend((run,) if tag == first else (tree.Break(), tree.Spoken(tag, (run,))))
    return tree.Heading(1, tuple(content), first)
