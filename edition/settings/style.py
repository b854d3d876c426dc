"""A style: how the book looks, and the words it generates."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from edition.settings.words import Words

FACING, COLUMNS = "facing", "columns"
LAYOUTS = (FACING, COLUMNS)
"""How versions can stand: original and translation on facing pages, or in columns of one page."""


@dataclass(frozen=True, slots=True)
class Face:
    """The four font files of a face; ``features`` are OpenType features that are on throughout (``ss11``).

    ``supplement`` is the face for characters that this one lacks; ``scripts`` are those which come whole from a
    supplement (ISO 15924: ``Grek``), so that no word of theirs is mixed of two faces.
    """

    family: str
    regular: Path
    italic: Path
    bold: Path
    bold_italic: Path
    features: tuple[str, ...] = ()
    supplement: "Face | None" = None
    scripts: tuple[str, ...] = ()

    @property
    def cuts(self) -> tuple[Path, Path, Path, Path]:
        """The font files of the face itself in the order regular, italic, bold, bold italic."""
        return (self.regular, self.italic, self.bold, self.bold_italic)

    @property
    def files(self) -> tuple[Path, ...]:
        """The font files of the face, then those of its supplement, each in the order of the cuts."""
        return (*self.cuts, *(self.supplement.files if self.supplement else ()))

    @property
    def families(self) -> tuple[str, ...]:
        """The names of the face and of its supplement."""
        return (self.family, *(self.supplement.families if self.supplement else ()))


@dataclass(frozen=True, slots=True)
class Style:
    """How the book looks, and the words it generates.

    ``tokens`` are flat names with CSS lengths as they are written in ``style.yaml`` (``page-width``: ``156mm``,
    ``text-size``: ``10pt``) in the layout in force; CSS reads them as custom properties, LaTeX as lengths.
    ``measures`` are those of every layout. ``folders`` are the style's own and those it is based on, nearest first.
    ``settings`` are the remaining plain words (``locators``: ``page``). ``tables`` holds the generated words by
    language tag, as the files in ``words/`` are named.
    """

    name: str
    layout: str
    tokens: Mapping[str, str]
    settings: Mapping[str, str]
    face: Face
    folders: tuple[Path, ...]
    tables: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    measures: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def with_layout(self, layout: str) -> "Style":
        """Give the style for another layout, with the lengths of that layout."""
        return replace(self, layout=layout, tokens=self.measures.get(layout, self.tokens))

    def with_settings(self, **settings: str) -> "Style":
        """Give the style with other settings."""
        return replace(self, settings={**self.settings, **settings})

    @property
    def line_numbers(self) -> int:
        """Every how many lines of an original the number of the line is printed; 0 for none."""
        step = self.settings.get("line-numbers", "none")
        return int(step) if step.isdecimal() else 0

    @property
    def letters_fresh(self) -> bool:
        """Tell whether each letter begins a fresh page or opening."""
        return self.settings.get("letters") == "fresh"

    @property
    def apparatus_by_line(self) -> bool:
        """Tell whether the apparatus names the lines of its words, which a reader can find where lines are numbered."""
        return self.settings.get("apparatus") == "lines" and self.line_numbers > 0

    def file(self, name: str) -> Path:
        """Give the nearest file of that name in the style's folders; raise ``FileNotFoundError`` if there is none."""
        for folder in self.folders:
            if (folder / name).is_file():
                return folder / name
        raise FileNotFoundError(f"no style folder of {self.name} holds {name}")

    def words(self, language: str) -> Words | None:
        """Give the generated words of a language: the table of its tag over that of its primary language."""
        primary = language.split("-")[0]
        table = {**self.tables.get(primary, {}), **self.tables.get(language, {})}
        return Words(language, table) if table else None

    @property
    def languages(self) -> tuple[str, ...]:
        """The tags for which the style has a table of words, sorted."""
        return tuple(sorted(self.tables))
