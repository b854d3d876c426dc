"""Open an EPUB's container safely: bounded sizes, no path out of the archive, no entity, no network."""

import posixpath
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree

from edition.inspect.page import UnreadableFile

MAX_FILE = 64 * 2**20
"""A file of the archive larger than this (bytes, unpacked) is not read."""
MAX_FILES = 20_000

CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"


class Archive:
    """The files of an EPUB by their paths in the archive."""

    def __init__(self, file: zipfile.ZipFile) -> None:
        """Take the list of files, each path once."""
        self._file = file
        self._sizes = {entry.filename: entry.file_size for entry in file.infolist()}
        if len(file.infolist()) > MAX_FILES:
            raise UnreadableFile(f"it holds more than {MAX_FILES} files")

    @property
    def paths(self) -> tuple[str, ...]:
        """Every path, sorted."""
        return tuple(sorted(self._sizes))

    def read(self, path: str) -> bytes:
        """Give the bytes of one file."""
        size = self._sizes.get(path)
        if size is None:
            raise UnreadableFile(f"it has no file {path}")
        if size > MAX_FILE:
            raise UnreadableFile(f"its file {path} is larger than {MAX_FILE // 2**20} MB")
        with self._file.open(path) as entry:  # what the directory says of sizes may be a lie
            content = entry.read(MAX_FILE + 1)
        if len(content) > MAX_FILE:
            raise UnreadableFile(f"its file {path} is larger than {MAX_FILE // 2**20} MB")
        return content

    def xml(self, path: str) -> "etree._Element":
        """Parse one file as XML; entities beyond XML's own five stay unread."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(self.read(path), parser)
        except etree.XMLSyntaxError as reason:
            raise UnreadableFile(f"its file {path} is no XML: {reason}") from reason

    def package(self) -> str:
        """Find the package document (EPUB 3.3, OCF §4.2.6.3.1)."""
        root = self.xml("META-INF/container.xml").find(f".//{CONTAINER}rootfile")
        path = root.get("full-path") if root is not None else None
        if not path:
            raise UnreadableFile("its container names no package document")
        return path


@contextmanager
def open_archive(path: Path) -> Iterator[Archive]:
    """Open an EPUB; raise ``UnreadableFile``, naming the file, where it cannot be read."""
    try:
        with zipfile.ZipFile(path) as file:
            yield Archive(file)
    except (zipfile.BadZipFile, FileNotFoundError, NotImplementedError, EOFError) as reason:
        raise UnreadableFile(f"{path.name}: {reason}") from reason
    except UnreadableFile as reason:
        raise UnreadableFile(f"{path.name}: {reason}") from reason


def resolve(base: str, reference: str) -> str:
    """Give the path in the archive, with any fragment, that a reference in the file ``base`` leads to.

    A web address stays as it is; a reference out of the archive comes back empty.

    >>> resolve("EPUB/text/l1.xhtml", "../notes.xhtml#n1")
    'EPUB/notes.xhtml#n1'
    >>> resolve("EPUB/text/l1.xhtml", "#r2")
    'EPUB/text/l1.xhtml#r2'
    >>> resolve("EPUB/l1.xhtml", "../../etc/passwd")
    ''
    """
    parts = urlsplit(reference)
    if parts.scheme or parts.netloc:
        return reference
    path = unquote(parts.path)
    full = posixpath.normpath(posixpath.join(posixpath.dirname(base), path)) if path else base
    if full.startswith(("../", "/")) or full == "..":
        return ""
    return f"{full}#{parts.fragment}" if parts.fragment else full
