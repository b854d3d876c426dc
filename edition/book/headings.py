"""Headings of divisions: the titles in all languages, side by side."""

from collections.abc import Mapping

from edition.book import tree


def heading(titles: Mapping[str, str]) -> tree.Heading:
    """Make the heading of a division from its titles by language tag."""
    sides = (tree.Side(tag, (tree.Para((tree.Run(title),), tag, "title"),)) for tag, title in titles.items())
    return tree.Heading(1, tuple(sides))
