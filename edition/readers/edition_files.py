"""Read the files of an edition's folder, and nothing outside it.

What goes in is a folder that may come from anybody; what comes out is text. Links that lead out of the folder,
devices and files too large are refused by a finding.
"""

from pathlib import Path

from edition.model.finding import Finding, Rule, Severity
from edition.model.position import Position
from edition.yamlfile.characters import LARGEST, decode

OUTSIDE = Rule(
    "Y040",
    Severity.ERROR,
    "a file that leads out of the edition",
    "A file or folder of the edition is a link to a place outside the edition's folder.",
    "An edition is built from its own folder only, so that it is the same everywhere and reads nothing it should not.",
    "Put the file itself into the folder.",
)
UNREADABLE = Rule(
    "Y041",
    Severity.ERROR,
    "a file that cannot be read",
    "A file of the edition cannot be opened, or is no plain file.",
    "What it holds would be missing from the book.",
    "Look at its permissions; put a plain file in its place.",
)
UNUSED = Rule(
    "Y042",
    Severity.WARNING,
    "a file that nobody reads",
    "A file lies in a folder of the edition, but its name is not one that is read there.",
    "A letter saved as .yml or .txt, or in a folder inside letters/, would be missing from the book.",
    "Give it the ending .yaml, or move it out of the folder.",
)


class EditionFiles:
    """The files of one edition, by their paths relative to its folder, with forward slashes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.real = folder.resolve()
        self.findings: list[Finding] = []

    def names(self, folder: str, *endings: str) -> tuple[str, ...]:
        """Give the files of a folder that have one of the endings, sorted; any other gets a finding."""
        if not (self.folder / folder).is_dir() or not self._inside(folder):
            return ()
        try:
            entries = sorted(entry.name for entry in (self.folder / folder).iterdir())
        except OSError as error:
            self._refuse(folder, f"the folder cannot be opened: {error.strerror or 'unknown reason'}.")
            return ()
        read: list[str] = []
        for entry in entries:
            name = f"{folder}/{entry}"
            if entry.endswith(endings) and entry.isprintable() and not (self.folder / name).is_dir():
                read.append(name)
            elif not entry.startswith(".") and not entry.endswith("~"):
                shown = "".join(sign if sign.isprintable() else "\ufffd" for sign in name)
                hint = f"files here end in {' or '.join(endings)}; rename it, or move it out of {folder}/."
                self.findings.append(UNUSED.at(Position(shown), "nothing reads this.", hint))
        return tuple(name for name in read if not name.startswith(f"{folder}/."))

    def has(self, name: str) -> bool:
        """Tell whether the folder has a plain file of that name, inside it."""
        return (self.folder / name).is_file() and self._leads_inside(name)

    def read(self, name: str) -> str | None:
        """Read a file as UTF-8; ``None`` with a finding where that cannot be."""
        path = self.folder / name
        if not self._inside(name):
            return None
        if not path.is_file():
            self._refuse(name, "this is no file that could be read.")
            return None
        try:
            content = self._content(path)
        except OSError as error:
            self._refuse(name, f"the file cannot be opened: {error.strerror or 'unknown reason'}.")
            return None
        text, findings = decode(content, name)
        self.findings.extend(findings)
        return text

    def _content(self, path: Path) -> bytes:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)

    def _refuse(self, name: str, message: str) -> None:
        hint = "look at its permissions, and put a plain file in its place."
        self.findings.append(UNREADABLE.at(Position(name), message, hint))

    def _inside(self, name: str) -> bool:
        if self._leads_inside(name):
            return True
        hint = "put the file itself into the edition's folder."
        self.findings.append(OUTSIDE.at(Position(name), "this is a link out of the edition's folder.", hint))
        return False

    def _leads_inside(self, name: str) -> bool:
        try:
            return (self.folder / name).resolve(strict=True).is_relative_to(self.real)
        except (OSError, RuntimeError):  # a link to nowhere, or in a circle
            return not (self.folder / name).is_symlink()
