"""Walk the names of all blocks at once, in order, without holding them."""

from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import TypeVar

from edition.typeset.joining.block_file import Block

_T = TypeVar("_T")


def by_name(lists: Sequence[Iterable[tuple[bytes, _T]]]) -> Iterator[tuple[bytes, list[tuple[int, _T]]]]:
    """Yield each name once, in the order of bytes, with all that bear it: ordinal of the list and value, in order."""
    merged = merge(*(_numbered(ordinal, records) for ordinal, records in enumerate(lists)), key=itemgetter(0, 1))
    for name, some in groupby(merged, key=itemgetter(0)):
        yield name, [(ordinal, value) for _, ordinal, value in some]


def _numbered(ordinal: int, records: Iterable[tuple[bytes, _T]]) -> Iterator[tuple[bytes, int, _T]]:
    return ((name, ordinal, value) for name, value in records)


def lost_names(blocks: Sequence[Block]) -> Iterator[tuple[bytes, int, int]]:
    """Yield the names to which links lead and no place bears, with the block and page of the first such link."""
    count = len(blocks)
    links = [block.links() for block in blocks]
    for name, found in by_name([*(block.places() for block in blocks), *links]):  # places before links
        first, value = found[0]
        if first >= count and isinstance(value, int):
            yield name, first - count, value


def missing(names: Iterable[bytes], blocks: Sequence[Block]) -> set[bytes]:
    """Give those of the names that no place bears."""
    wanted = set(names)
    for name, _ in by_name([block.places() for block in blocks]):
        wanted.discard(name)
    return wanted
