"""Take values out of nodes. What is of the wrong kind counts as not there: the schema has already said so."""

import re
from collections.abc import Collection

from edition.yamlfile.nodes import Mapping, Node, Scalar, Sequence

_BLANKS = re.compile(r"[ \t\n]+")


def words(node: Node | None, *nothing: str) -> str:
    """Give a value's words on one line; the words in ``nothing`` (``unknown``, ``none``) count as empty."""
    if not isinstance(node, Scalar):
        return ""
    value = _BLANKS.sub(" ", node.value).strip(" ")
    return "" if value in nothing else value


def number(node: Node | None, otherwise: int = 0) -> int:
    """Give a whole number of at most nine figures."""
    value = words(node)
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else otherwise


def mapping(node: Node | None) -> Mapping | None:
    """Give the node if it has keys."""
    return node if isinstance(node, Mapping) else None


def pairs(node: Node | None) -> tuple[tuple[Scalar, Node], ...]:
    """Give keys and values."""
    return node.items if isinstance(node, Mapping) else ()


def entries(node: Node | None) -> tuple[Node, ...]:
    """Give the entries of a list; words stand for a list of one."""
    if isinstance(node, Sequence):
        return node.items
    return (node,) if isinstance(node, Scalar) and not node.absent else ()


def listed(node: Node | None, *nothing: str) -> tuple[str, ...]:
    """Give the words of a list, without empty ones."""
    return tuple(filter(None, (words(entry, *nothing) for entry in entries(node))))


def by_key(node: Node | None, without: Collection[str] = ()) -> dict[str, str]:
    """Give the words under each key that has any."""
    found = {key.value: words(value) for key, value in pairs(node) if key.value not in without}
    return {key: value for key, value in found.items() if value}


def lists_by_key(node: Node | None) -> dict[str, tuple[str, ...]]:
    """Give the list under each key that has one."""
    found = {key.value: listed(value) for key, value in pairs(node)}
    return {key: value for key, value in found.items() if value}
