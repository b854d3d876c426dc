"""What goes to the engine: the source and the files that it names."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class LatexSource:
    """LaTeX of a book, with the files that it reads: their names in the source → where they are."""

    text: str
    files: Mapping[str, Path]
