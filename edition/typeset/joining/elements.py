"""Structure elements that stand in several blocks are one element of the book."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from edition.typeset.joining.block_file import Block, Element
from edition.typeset.joining.literals import array
from edition.typeset.joining.merging import by_name
from edition.typeset.joining.references import Place


@dataclass(slots=True)
class _Whole:
    number: int
    says: bytes = b""
    parent: bytes = b""
    kids: list[bytes] = field(default_factory=list)


class Elements:
    """The elements with names: which go on from block to block, and what they are in the book."""

    def __init__(self, blocks: Sequence[Block], firsts: Sequence[int]) -> None:
        """Find the elements that stand in several blocks; ``firsts`` are the blocks' first numbers."""
        self._blocks = blocks
        self._firsts = firsts
        self._wholes: dict[bytes, _Whole] = {}
        self._elsewhere: list[dict[int, int]] = [{} for _ in blocks]
        for name, found in by_name([block.elements() for block in blocks]):
            if len(found) > 1:
                number = firsts[found[0][0]] + found[0][1] - 1
                self._wholes[name] = _Whole(number)
                for ordinal, own in found:
                    self._elsewhere[ordinal][own] = number

    def elsewhere(self, ordinal: int) -> dict[int, int]:
        """Give the numbers of elements that stand in several blocks by those of one of these blocks."""
        return self._elsewhere[ordinal]

    def written(self, element: Element, place: Place) -> bytes | None:
        """Write an element of a block, or keep what it adds to one that stands in several blocks."""
        put_down = place.put_down
        kids = [put_down(kid) for kid in element.kids]
        whole = self._wholes.get(element.name)
        if whole is None:
            return _written(put_down(element.says), put_down(element.parent), kids)
        if not whole.says:
            whole.says, whole.parent = put_down(element.says), put_down(element.parent)
        whole.kids += kids
        return None

    def wholes(self) -> Iterator[tuple[int, bytes]]:
        """Yield the elements that stand in several blocks, whole."""
        for whole in self._wholes.values():
            yield whole.number, _written(whole.says, whole.parent, whole.kids)

    def names(self) -> Iterator[tuple[bytes, int]]:
        """Yield the names of all elements, in order, with their numbers."""
        for name, found in by_name([block.elements() for block in self._blocks]):
            ordinal, own = found[0]
            yield name, self._firsts[ordinal] + own - 1


def _written(says: bytes, parent: bytes, kids: Sequence[bytes]) -> bytes:
    """Write an element; a kid that goes on from block to block is named once."""
    return b"<<" + says + b"/P " + parent + b"/K " + array(dict.fromkeys(kids)) + b">>"
