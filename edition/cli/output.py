"""The output folder: what is up to date, drafts that are looked at before they count, and files put in place whole."""

import hashlib
import io
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from importlib import metadata
from pathlib import Path
from typing import IO

import edition
from edition.model.pagination import Page, Pagination
from edition.settings.description import read_description
from edition.settings.style_file import load_style

RECORDS = Path("output", ".edition")
"""The folder inside the edition that holds one record a book: of what it was made, and its pages."""

BOOKS = (".pdf", ".epub")
"""The endings of books: in the output folder, which an editor may put anywhere, they are no source of a book."""

_ENGINES = ("weasyprint", "pydyf", "pylatex", "fonttools", "pyphen", "babel", "pytrovich", "pyicu-wheels", "pikepdf")


def replace_file(path: Path, content: bytes) -> None:
    """Put a file in its place in one step: it is there whole, or as it was before."""
    _replace(path, io.BytesIO(content))


def _replace(path: Path, content: IO[bytes]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=".new-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            shutil.copyfileobj(content, file)
        umask = os.umask(0)
        os.umask(umask)
        Path(temporary).chmod(0o666 & ~umask)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class Output:
    """The books of one edition in one output folder."""

    def __init__(self, folder: Path, output: Path) -> None:
        self.folder = folder
        self._output = output
        self._records = folder / RECORDS
        self._digest = ""
        text = (folder / "edition.yaml").read_text(encoding="utf-8", errors="replace")
        description, _ = read_description(text, "edition.yaml")
        self.name = description.name if description else folder.resolve().name

    def path(self, name: str) -> Path:
        """Give the place of a book."""
        return self._output / name

    def is_fresh(self, name: str) -> bool:
        """Tell whether a book stands there, whole, made of just what the edition's folder holds now."""
        record = self._record(name)
        path = self.path(name)
        return (
            bool(record)
            and path.is_file()
            and record.get("inputs") == self.digest
            and record.get("sha256") == _digest_of(path)
        )

    def pages(self, name: str) -> int | None:
        """Give the number of pages of a finished book; ``None`` where it has none or is not there."""
        count = self._record(name).get("count")
        return count if isinstance(count, int) and count else None

    def pagination(self, name: str) -> Pagination:
        """Give the pages of a book that was made of what the edition holds now, wherever it stands; else none."""
        record = self._record(name)
        pages, count = record.get("pages"), record.get("count")
        if record.get("inputs") != self.digest or not isinstance(pages, dict) or not isinstance(count, int):
            return Pagination()
        return Pagination({anchor: Page(**page) for anchor, page in pages.items()}, count)

    def latest(self) -> Pagination:
        """Give the pages of a printed book that is up to date, WeasyPrint's before LaTeX's; else none."""
        for name in (f"{self.name}.pdf", f"{self.name}-latex.pdf"):
            pagination = self.pagination(name)
            if pagination.count:
                return pagination
        return Pagination()

    @contextmanager
    def draft(self, name: str) -> Iterator[Path]:
        """Give a file in which a book is made and looked at; nothing is left of it afterwards."""
        self._records.mkdir(parents=True, exist_ok=True)
        handle, path = tempfile.mkstemp(prefix="draft-", suffix=Path(name).suffix, dir=self._records)
        os.close(handle)
        try:
            yield Path(path)
        finally:
            Path(path).unlink(missing_ok=True)

    def publish(self, name: str, draft: Path, pagination: Pagination) -> None:
        """Put a draft in the book's place in one step, and record what it was made of."""
        record = {
            "inputs": self.digest,
            "sha256": _digest_of(draft),
            "count": pagination.count,
            "pages": {anchor: asdict(page) for anchor, page in sorted(pagination.pages.items())},
        }
        with draft.open("rb") as content:
            _replace(self.path(name), content)
        replace_file(self._records / f"{name}.json", json.dumps(record, ensure_ascii=False, indent=1).encode())

    def _record(self, name: str) -> dict[str, object]:
        path = self._records / f"{name}.json"
        try:
            record = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return record if isinstance(record, dict) else {}

    @property
    def digest(self) -> str:
        """A digest of all that a book is made of: the edition's folder, its style, the faces, this program."""
        if not self._digest:
            self._digest = self._compute_digest()
        return self._digest

    def _compute_digest(self) -> str:
        sum_ = hashlib.sha256()
        style, _ = load_style(self.folder)
        package = Path(edition.__file__).parent
        roots = [self.folder, package, *(style.folders if style else ())]
        for number, root in enumerate(roots):
            for path in self._files(root):
                sum_.update(f"{number}/{path.relative_to(root).as_posix()}\0".encode())
                sum_.update(_digest_of(path).encode())
        for path in style.face.files if style else ():
            sum_.update(_digest_of(path).encode())
        for engine in _ENGINES:
            sum_.update(f"{engine} {metadata.version(engine)}\0".encode())
        sum_.update(os.environ.get("SOURCE_DATE_EPOCH", "").encode())
        return sum_.hexdigest()

    def _files(self, root: Path) -> list[Path]:
        """List the files that a book may depend on: not what was made of them, and nothing hidden."""
        return sorted(
            path
            for path in root.rglob("*")
            if path.is_file()
            and not path.is_symlink()
            and not any(part.startswith(".") or part == "__pycache__" for part in path.relative_to(root).parts)
            and (root / "output") not in path.parents
            and not (path.suffix in BOOKS and path.parent.resolve() == self._output.resolve())
        )
