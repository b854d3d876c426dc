"""Read a style: the edition's ``style.yaml`` over the chain of style folders that it is based on."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from edition.model.finding import Finding, Rule, Severity
from edition.model.position import Position
from edition.settings.styles import find_style, known_styles
from edition.settings.words import Words
from edition.yamlfile import nodes
from edition.yamlfile.schema import validate

UNKNOWN_STYLE = Rule(
    "G001",
    Severity.ERROR,
    "unknown style",
    what="The style named after based_on: is in no styles folder, or a style is based on itself.",
    why="Without its style the book has no page size, no face and no generated words.",
    mend="Write the name of a style that exists: octavo comes with the program; your own is a folder in styles/.",
)
MISSING_FACE = Rule(
    "G002",
    Severity.ERROR,
    "font file not found",
    what="A font file that the style names is not in any of the folders it is looked for.",
    why="Another face would be taken in silence, with other widths and perhaps without small capitals or Cyrillic.",
    mend="Install the font (make pdf does it for octavo), or mend its name in style.yaml.",
)
MISSING_LAYOUT = Rule(
    "G003",
    Severity.ERROR,
    "unknown layout",
    what="The style asks for a layout of the parallel texts that the program does not make.",
    why="The book cannot be laid out.",
    mend="Write layout: columns.",
)

LAYOUTS = ("columns",)
"""The layouts that can be made today; facing pages come with the press."""

DEFAULT_STYLE = "octavo"
_SYSTEM_FONTS = Path("/usr/share/fonts")


@dataclass(frozen=True, slots=True)
class Face:
    """The four font files of a face."""

    family: str
    regular: Path
    italic: Path
    bold: Path
    bold_italic: Path

    @property
    def files(self) -> tuple[Path, ...]:
        """The font files in the order regular, italic, bold, bold italic."""
        return (self.regular, self.italic, self.bold, self.bold_italic)


@dataclass(frozen=True, slots=True)
class Style:
    """How the book looks, and the words it generates.

    ``tokens`` are flat names with CSS lengths as they are written in ``style.yaml`` (``page-width``: ``156mm``,
    ``text-size``: ``10pt``); CSS reads them as custom properties, LaTeX as lengths. ``folders`` are the style's own
    and those it is based on, nearest first. ``settings`` are the remaining plain words (``locators``: ``page``).
    """

    name: str
    layout: str
    tokens: Mapping[str, str]
    settings: Mapping[str, str]
    face: Face
    folders: tuple[Path, ...]
    tables: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

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


def load_style(edition_folder: Path) -> tuple[Style | None, tuple[Finding, ...]]:
    """Read the edition's style; every fault of its files is a finding."""
    findings: list[Finding] = []
    layers: list[nodes.Mapping] = []
    folders: list[Path] = []
    own = edition_folder / "style.yaml"
    path: Path | None = own if own.is_file() else None
    shown = "style.yaml"
    place = Position("style.yaml")
    name = DEFAULT_STYLE
    if path is None:
        path, shown = _style_file(name, edition_folder), f"styles/{name}/style.yaml"
    else:
        folders.append(edition_folder)
    while path is not None:
        root, faults = _read(path, shown)
        findings.extend(faults)
        if root is None:
            return None, tuple(findings)
        layers.append(root)
        if path != own:
            folders.append(path.parent)
        base = root.get("based_on")
        if not isinstance(base, nodes.Scalar):
            break
        name, place = base.value, base.position
        path, shown = _style_file(name, edition_folder), f"styles/{name}/style.yaml"
        if path is not None and path.parent in folders:
            path = None
    else:
        known = ", ".join(known_styles(edition_folder))
        findings.append(UNKNOWN_STYLE.at(place, f"there is no style «{name}» to go by.", f"the styles known: {known}."))
        return None, tuple(findings)
    merged: dict[str, tuple[str, Position]] = {}
    for layer in reversed(layers):
        merged.update(_flatten(layer))
    tables, table_faults = _tables(folders)
    findings.extend(table_faults)
    style = _style(layers, merged, tuple(folders), tables, findings)
    return style, tuple(findings)


def _style_file(name: str, edition_folder: Path) -> Path | None:
    folder = find_style(name, edition_folder)
    return folder / "style.yaml" if folder else None


def _read(path: Path, shown: str) -> tuple[nodes.Mapping | None, tuple[Finding, ...]]:
    root, findings = nodes.compose(path.read_text(encoding="utf-8"), shown)
    if root is None:
        return None, findings
    faults = (*findings, *validate(root, "style", shown))
    return (root if isinstance(root, nodes.Mapping) else None), faults


def _flatten(node: nodes.Mapping, prefix: str = "") -> Iterator[tuple[str, tuple[str, Position]]]:
    for key, value in node.items:
        name = f"{prefix}-{key.value}" if prefix else key.value
        if isinstance(value, nodes.Mapping):
            yield from _flatten(value, name)
        elif isinstance(value, nodes.Scalar):
            yield name, (value.value, value.position)


def _tables(folders: list[Path]) -> tuple[dict[str, dict[str, str]], list[Finding]]:
    tables: dict[str, dict[str, str]] = {}
    findings: list[Finding] = []
    for folder in reversed(folders):
        for path in sorted((folder / "words").glob("*.yaml")):
            root, faults = nodes.compose(path.read_text(encoding="utf-8"), f"{folder.name}/words/{path.name}")
            findings.extend(faults)
            if isinstance(root, nodes.Mapping):
                words = {name: _SPACES.sub(" ", value).strip(" ") for name, (value, _) in _flatten(root)}
                tables.setdefault(path.stem, {}).update(words)
    return tables, findings


_SPACES = re.compile(r"[ \t\n]+")
_GROUPS = ("page", "text", "notes", "index")


def _style(
    layers: list[nodes.Mapping],
    merged: Mapping[str, tuple[str, Position]],
    folders: tuple[Path, ...],
    tables: Mapping[str, Mapping[str, str]],
    findings: list[Finding],
) -> Style | None:
    values = {name: value for name, (value, _) in merged.items()}
    layout, layout_at = merged.get("layout", ("columns", Position("style.yaml")))
    if layout not in LAYOUTS:
        known = ", ".join(LAYOUTS)
        findings.append(MISSING_LAYOUT.at(layout_at, f"there is no layout «{layout}».", f"the layouts known: {known}."))
        return None
    face = _face(merged, folders, findings)
    if face is None:
        return None
    groups = tuple(f"{group}-" for group in _GROUPS)
    return Style(
        name=folders[0].name if layers and len(folders) == 1 else values.get("based_on", DEFAULT_STYLE),
        layout=layout,
        tokens={name: value for name, value in sorted(values.items()) if name.startswith(groups)},
        settings={
            name: value
            for name, value in sorted(values.items())
            if not name.startswith((*groups, "face-")) and name not in ("based_on", "layout")
        },
        face=face,
        folders=folders,
        tables=tables,
    )


def _face(
    merged: Mapping[str, tuple[str, Position]], folders: tuple[Path, ...], findings: list[Finding]
) -> Face | None:
    files: list[Path] = []
    for weight in ("regular", "italic", "bold", "bold-italic"):
        name, position = merged.get(f"face-{weight}", ("", Position("style.yaml")))
        path = _font_file(name, folders)
        if path is None:
            message = f"the font file «{name}» ({weight} of the text face) is not there."
            findings.append(MISSING_FACE.at(position, message, "install the font, or mend the name under face:."))
        else:
            files.append(path)
    if len(files) < 4:
        return None
    return Face(merged.get("face-family", ("", Position("")))[0], *files)


def _font_file(name: str, folders: tuple[Path, ...]) -> Path | None:
    if not name or "/" in name or "\\" in name:
        return None
    for folder in folders:
        if (folder / "fonts" / name).is_file():
            return folder / "fonts" / name
    return min(_SYSTEM_FONTS.rglob(name), default=None)
