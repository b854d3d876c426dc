"""References in the objects of a part: taken up as marks, put down as the numbers of the book.

What a part numbers from 1, the book numbers anew: its objects, and the keys under which the parent tree knows pages
and links (PDF 1.7 §14.7.4.4). An object of a block is therefore kept as bytes in which each of them is a mark, a byte
that no written object holds, followed by the block's own number. The numbers of a book are dense: readers refuse files
whose numbers are much larger than their count (four million is the limit of Chrome's).
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

_OBJECT: Final = 1
_KEY: Final = 2
_WRITTEN: Final = re.compile(rb"\((?:\\.|[^\\()])*\)|(\d+) 0 R\b|(/StructParents? )(\d+)\b", re.DOTALL)
_MARKED: Final = re.compile(rb"([\x01\x02])(\d+)")


def references(body: bytes) -> Iterator[int]:
    """Yield the numbers of the objects that an object of a part refers to.

    >>> list(references(b"<< /Contents (see 5 0 R) /Parent 1 0 R /Kids [ 4 0 R ] >>"))
    [1, 4]
    """
    return (int(found[1]) for found in _WRITTEN.finditer(body) if found[1])


def marked(body: bytes, numbers: Mapping[int, int]) -> bytes:
    """Put marks for the references and keys of an object of a part; ``numbers`` are the block's for the part's.

    >>> marked(b"<< /Parent 9 0 R /StructParents 4 /Contents (9 0 R) >>", {9: 2})
    b'<< /Parent \\x012 0 R /StructParents \\x024 /Contents (9 0 R) >>'
    """

    def mark(found: re.Match[bytes]) -> bytes:
        if found[1]:
            return mark_object(numbers[int(found[1])])
        return found[2] + mark_key(int(found[3])) if found[2] else found[0]

    return _WRITTEN.sub(mark, body)


def mark_object(number: int) -> bytes:
    """Give the mark of a reference to an object of the block."""
    return b"\x01%d 0 R" % number


def mark_key(key: int) -> bytes:
    """Give the mark of a key of the parent tree."""
    return b"\x02%d" % key


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands in the book: its object 1 is ``first``, its key 0 is ``key``.

    ``elsewhere`` are the numbers of the book for those of the block that stand for something outside of it.
    """

    first: int
    key: int
    elsewhere: Mapping[int, int] = field(default_factory=dict)

    def number(self, own: int) -> int:
        """Give the book's number of an object by the block's."""
        found = self.elsewhere.get(own)
        return self.first + own - 1 if found is None else found

    @property
    def put_down(self) -> Callable[[bytes], bytes]:
        """Give the function that replaces marks by the numbers of the book."""

        def number(found: re.Match[bytes]) -> bytes:
            own = int(found[2])
            return b"%d" % (self.number(own) if found[1][0] == _OBJECT else self.key + own)

        return lambda body: _MARKED.sub(number, body)
