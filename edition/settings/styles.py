"""Where the styles are: in the edition's folder, then in the installed package, then in a checkout."""

from dataclasses import dataclass
from pathlib import Path

import edition


@dataclass(frozen=True, slots=True)
class StyleFolder:
    """The folder of a style; the edition's own folder, which is the nearest style of all, has no ``name``."""

    name: str
    path: Path

    def shown(self, file: str) -> str:
        """Say how findings call a file of the folder."""
        return f"styles/{self.name}/{file}" if self.name else file


def style_folders(edition_folder: Path) -> tuple[Path, ...]:
    """List the folders in which a style is looked for, nearest first."""
    package = Path(edition.__file__).parent
    return (edition_folder / "styles", package / "styles", package.parent / "styles")


def find_style(name: str, edition_folder: Path) -> StyleFolder | None:
    """Find the folder of a style by its name; a name that would lead out of the folders of styles finds none."""
    if name in ("", ".", "..") or "/" in name or "\0" in name:
        return None
    for folder in style_folders(edition_folder):
        if (folder / name / "style.yaml").is_file():
            return StyleFolder(name, folder / name)
    return None


def known_styles(edition_folder: Path) -> tuple[str, ...]:
    """List the names of all styles that can be found, sorted."""
    found = (path for folder in style_folders(edition_folder) for path in folder.glob("*/style.yaml"))
    return tuple(sorted({path.parent.name for path in found}))
