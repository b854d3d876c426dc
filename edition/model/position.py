"""Where something stands in a file of the edition."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a text file: lines and columns count from 1, columns in characters.

    ``file`` is relative to the edition's folder, with forward slashes.
    """

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
