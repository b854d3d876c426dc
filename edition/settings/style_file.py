"""Read a style: the edition's ``style.yaml`` over the chain of style folders that it is based on."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from edition.model.finding import Finding, Rule, Severity, in_order
from edition.model.position import Position
from edition.settings.faces import read_face
from edition.settings.measures import check_measures
from edition.settings.style import LAYOUTS, Style
from edition.settings.style_text import Values, flatten, read_yaml
from edition.settings.styles import StyleFolder, find_style, known_styles
from edition.settings.word_tables import read_tables
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
MISSING_LAYOUT = Rule(
    "G003",
    Severity.ERROR,
    "unknown layout",
    what="The style asks for a layout of the parallel texts that the program does not make.",
    why="The book cannot be laid out.",
    mend="Write layout: facing, or layout: columns.",
)

DEFAULT_STYLE = "octavo"
STYLE_FILE = "style.yaml"
_GROUPS = ("page-", "text-", "notes-", "index-")
_OF_LAYOUTS = tuple(f"{layout}-" for layout in LAYOUTS)
_NO_SETTING = ("based_on", "layout")


def load_style(edition_folder: Path) -> tuple[Style | None, tuple[Finding, ...]]:
    """Read the edition's style; every fault of its files is a finding.

    An edition that names no style is based on octavo; a style in a styles folder that names none stands alone.
    """
    findings: list[Finding] = []
    layers, folders = _chain(edition_folder, findings)
    if not layers:
        return None, in_order(findings)
    flat = [dict(flatten(layer)) for layer in reversed(layers)]
    merged = merge(flat)
    by_layout = {name: merge(flat, name) for name in LAYOUTS}
    tables, faults = read_tables(folders)
    findings.extend(faults)
    findings.extend(dict.fromkeys(fault for values in by_layout.values() for fault in check_measures(values)))
    layout, place = merged.get("layout", (LAYOUTS[0], Position(STYLE_FILE)))
    if layout not in LAYOUTS:
        known = ", ".join(LAYOUTS)
        findings.append(MISSING_LAYOUT.at(place, f"there is no layout «{layout}».", f"the layouts known: {known}."))
    paths = tuple(folder.path for folder in folders)
    face, faults = read_face(merged, paths)
    findings.extend(faults)
    if layout not in LAYOUTS or face is None:
        return None, in_order(findings)
    measures = {each: _lengths(values) for each, values in by_layout.items()}
    name = next((folder.name for folder in folders if folder.name), DEFAULT_STYLE)
    style = Style(name, layout, measures[layout], _settings(merged), face, paths, tables, measures)
    return style, in_order(findings)


def _chain(edition_folder: Path, findings: list[Finding]) -> tuple[list[nodes.Mapping], list[StyleFolder]]:
    """Give what each ``style.yaml`` says, the edition's own first, and the folders; nothing where the chain breaks."""
    layers: list[nodes.Mapping] = []
    folders: list[StyleFolder] = []
    own = StyleFolder("", edition_folder)
    folder: StyleFolder | None = own
    while folder is not None:
        layer = _layer(folder, findings)
        if layer is None and (folder is not own or (edition_folder / STYLE_FILE).exists()):
            return [], []
        folders.append(folder)
        if layer is not None:
            layers.append(layer)
        base = layer.get("based_on") if layer is not None else None
        if isinstance(base, nodes.Scalar):
            folder, place = find_style(base.value, edition_folder), base.position
        elif folder is own:
            folder, place = find_style(DEFAULT_STYLE, edition_folder), Position(STYLE_FILE)
        else:
            return layers, folders
        if folder is None or folder in folders:
            name = base.value if isinstance(base, nodes.Scalar) else DEFAULT_STYLE
            known = ", ".join(known_styles(edition_folder))
            message = f"there is no style «{name}» to go by."
            findings.append(UNKNOWN_STYLE.at(place, message, f"the styles known: {known}."))
            return [], []
    return layers, folders


def _layer(folder: StyleFolder, findings: list[Finding]) -> nodes.Mapping | None:
    """Read the ``style.yaml`` of a folder; ``None`` where there is none, or nothing in it that can be read."""
    if not (folder.path / STYLE_FILE).exists():
        return None
    root, faults = read_yaml(folder.path / STYLE_FILE, folder.shown(STYLE_FILE))
    findings.extend(faults)
    if root is not None:
        findings.extend(validate(root, "style", folder.shown(STYLE_FILE)))
    return root if isinstance(root, nodes.Mapping) else None


def merge(layers: Iterable[Values], layout: str = "") -> Values:
    """Put what styles say over each other, the farthest first, with what each says for one layout over the rest of it.

    >>> place = Position("style.yaml")
    >>> octavo = {"text-size": ("10pt", place), "columns-text-size": ("9pt", place)}
    >>> [merge([octavo], layout)["text-size"][0] for layout in ("facing", "columns")]
    ['10pt', '9pt']
    >>> merge([octavo, {"text-size": ("12pt", place)}], "columns")["text-size"][0]
    '12pt'
    """
    merged: Values = {}
    for layer in layers:
        merged.update({name: value for name, value in layer.items() if not name.startswith(_OF_LAYOUTS)})
        own = f"{layout}-"
        merged.update({name.removeprefix(own): value for name, value in layer.items() if name.startswith(own)})
    return merged


def _lengths(merged: Values) -> Mapping[str, str]:
    return {name: value for name, (value, _) in sorted(merged.items()) if name.startswith(_GROUPS)}


def _settings(merged: Values) -> Mapping[str, str]:
    """Give what is neither a length nor the face, sorted by name."""
    without = (*_GROUPS, "face-")
    settings = {name: value for name, (value, _) in sorted(merged.items()) if not name.startswith(without)}
    return {name: value for name, value in settings.items() if name not in _NO_SETTING}
