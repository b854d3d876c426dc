"""What a typesetter gives back."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from edition.model.finding import Finding
from edition.model.pagination import Pagination


@dataclass(frozen=True, slots=True)
class Typeset:
    """A book that is laid out: the pages of its anchors, and what the engine had to say.

    ``write`` puts the book in a file and gives what was found while it was written; ``None`` where there is no book,
    and a finding says why.
    """

    pagination: Pagination
    write: Callable[[Path], tuple[Finding, ...]] | None
    findings: tuple[Finding, ...] = ()
