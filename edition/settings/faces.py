"""Find the font files that a style names: those of its text face, and of the face that supplements it."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from edition.model.finding import Finding, Rule, Severity
from edition.model.position import Position
from edition.settings.style import Face
from edition.settings.style_text import Values

MISSING_FACE = Rule(
    "G002",
    Severity.ERROR,
    "font file not found",
    what="A font file that the style names is not in any of the folders it is looked for.",
    why="Another face would be taken in silence, with other widths and perhaps without small capitals or Cyrillic.",
    mend="Install the font (make pdf does it for octavo), or mend its name in style.yaml.",
)

_SYSTEM_FONTS = Path("/usr/share/fonts")
_SUPPLEMENT = "face-supplement"
_CUTS = ("regular", "italic", "bold", "bold-italic")
_NOWHERE = ("", Position("style.yaml"))


def read_face(merged: Values, folders: tuple[Path, ...]) -> tuple[Face | None, tuple[Finding, ...]]:
    """Find the files of the text face and of its supplement, in ``fonts/`` of the style or among the system's fonts."""
    face, findings = _read_cuts(merged, "face", "the text face", folders)
    if any(name.startswith(f"{_SUPPLEMENT}-") for name in merged):
        supplement, faults = _read_cuts(merged, _SUPPLEMENT, "the supplementary face", folders)
        findings += faults
        face = replace(face, supplement=supplement) if face and supplement else None
    return face, findings


def _read_cuts(
    merged: Values, key: str, called: str, folders: tuple[Path, ...]
) -> tuple[Face | None, tuple[Finding, ...]]:
    """Find the four files of one face; all of them that are missing at once."""
    files: list[Path] = []
    findings: list[Finding] = []
    for cut in _CUTS:
        name, position = merged.get(f"{key}-{cut}", _NOWHERE)
        path = _font_file(name, folders)
        if path is not None:
            files.append(path)
            continue
        message = f"the font file «{name}» ({cut} of {called}) is not there."
        findings.append(MISSING_FACE.at(position, message, "install the font, or mend the name under face:."))
    family, position = merged.get(f"{key}-family", _NOWHERE)
    if not family:
        findings.append(MISSING_FACE.at(position, f"{called} has no name.", "add its family: under face:."))
    if findings:
        return None, tuple(findings)
    regular, italic, bold, bold_italic = files
    features, scripts = (tuple(merged.get(f"{key}-{words}", _NOWHERE)[0].split()) for words in ("features", "scripts"))
    return Face(family, regular, italic, bold, bold_italic, features, scripts=scripts), ()


def _font_file(name: str, folders: tuple[Path, ...]) -> Path | None:
    if not name or "/" in name or "\0" in name:
        return None
    for folder in folders:
        if (folder / "fonts" / name).is_file():
            return folder / "fonts" / name
    return _system_fonts().get(name)


@cache
def _system_fonts() -> dict[str, Path]:
    """List the system's fonts by file name; of two files of one name the one whose path comes first."""
    return {path.name: path for path in sorted(_SYSTEM_FONTS.rglob("*.[ot]t[fc]"), reverse=True)}
