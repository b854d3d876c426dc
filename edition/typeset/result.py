"""What a typesetter gives back."""

from dataclasses import dataclass

from edition.model.finding import Finding
from edition.model.pagination import Pagination


@dataclass(frozen=True, slots=True)
class Typeset:
    """A finished PDF, the pages of its anchors, and what the engine had to say."""

    pdf: bytes
    pagination: Pagination
    findings: tuple[Finding, ...] = ()
