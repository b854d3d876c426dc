"""Where the styles are: in the edition's folder, then in the installed package, then in a checkout."""

from pathlib import Path

import edition


def style_folders(edition_folder: Path) -> tuple[Path, ...]:
    """List the folders in which a style is looked for, nearest first."""
    package = Path(edition.__file__).parent
    return (edition_folder / "styles", package / "styles", package.parent / "styles")


def find_style(name: str, edition_folder: Path) -> Path | None:
    """Find the folder of a style by its name."""
    for folder in style_folders(edition_folder):
        if (folder / name / "style.yaml").is_file():
            return folder / name
    return None


def known_styles(edition_folder: Path) -> tuple[str, ...]:
    """List the names of all styles that can be found, sorted."""
    return tuple(
        sorted(
            {
                path.parent.name
                for folder in style_folders(edition_folder)
                if folder.is_dir()
                for path in folder.glob("*/style.yaml")
            }
        )
    )
