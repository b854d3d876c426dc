"""Read a finished EPUB: content documents in the order of the spine, their words in blocks, metadata, navigation."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import etree

from edition.inspect.epub_archive import Archive, open_archive, resolve
from edition.inspect.epub_text import EPUB_TYPE, XHTML, XML_LANG, Block, read_blocks
from edition.inspect.page import UnreadableFile

OPF = "{http://www.idpf.org/2007/opf}"
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the manifest; ``linear`` tells of one in the spine whether it is read in order."""

    id: str
    path: str
    media_type: str
    properties: tuple[str, ...] = ()
    linear: bool = True


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement of the package's metadata: ``dc:title`` or the property of a ``meta``; ``refines`` an id."""

    name: str
    value: str
    language: str = ""
    id: str = ""
    refines: str = ""
    scheme: str = ""


@dataclass(frozen=True, slots=True)
class NavItem:
    """A line of a navigation list: its words, where it leads, how deep it stands (from 1)."""

    text: str
    target: str
    level: int


@dataclass(frozen=True, slots=True)
class Package:
    """What the package document says."""

    path: str
    version: str
    language: str
    metadata: tuple[Statement, ...]
    manifest: Mapping[str, Item]
    spine: tuple[Item, ...]

    def values(self, name: str) -> tuple[str, ...]:
        """Give what is said under one name (``dc:title``, ``schema:accessMode``), in order."""
        return tuple(statement.value for statement in self.metadata if statement.name == name)


@dataclass(frozen=True)
class EpubDocument:
    """A finished EPUB. Everything is read from the file when it is asked for; no file stays open in between."""

    path: Path

    @cached_property
    def package(self) -> Package:
        """The package document."""
        with open_archive(self.path) as archive:
            return _package(archive)

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Every path in the archive, sorted."""
        with open_archive(self.path) as archive:
            return archive.paths

    def blocks(self) -> Iterator[Block]:
        """Read the words of all content documents of the spine in order, one document at a time."""
        with open_archive(self.path) as archive:
            for item in _package(archive).spine:
                yield from read_blocks(item.path, archive.xml(item.path))

    @cached_property
    def navigation(self) -> Mapping[str, tuple[NavItem, ...]]:
        """The navigation lists by their epub:type: ``toc``, ``landmarks``, ``page-list``."""
        with open_archive(self.path) as archive:
            item = next((item for item in _package(archive).manifest.values() if "nav" in item.properties), None)
            return dict(_navigation(item.path, archive.xml(item.path))) if item else {}

    def read(self, path: str) -> bytes:
        """Give the bytes of one file of the archive."""
        with open_archive(self.path) as archive:
            return archive.read(path)


def read_epub(path: Path) -> EpubDocument:
    """Open a finished EPUB; raise ``UnreadableFile`` where it is none."""
    document = EpubDocument(path)
    if not document.package.spine:
        raise UnreadableFile(f"{path.name}: its spine is empty")
    return document


def _package(archive: Archive) -> Package:
    path = archive.package()
    root = archive.xml(path)
    manifest = {item.id: item for item in _manifest(path, root)}
    return Package(
        path,
        root.get("version", ""),
        root.get(XML_LANG, ""),
        tuple(_statements(root)),
        manifest,
        tuple(_spine(root, manifest)),
    )


def _manifest(path: str, root: "etree._Element") -> Iterator[Item]:
    for entry in root.iterfind(f"{OPF}manifest/{OPF}item"):
        target = resolve(path, entry.get("href", ""))
        yield Item(entry.get("id", ""), target, entry.get("media-type", ""), tuple(entry.get("properties", "").split()))


def _spine(root: "etree._Element", manifest: Mapping[str, Item]) -> Iterator[Item]:
    for entry in root.iterfind(f"{OPF}spine/{OPF}itemref"):
        item = manifest.get(entry.get("idref", ""))
        if item is None:
            raise UnreadableFile(f"its spine names {entry.get('idref')}, which its manifest does not have")
        yield Item(item.id, item.path, item.media_type, item.properties, entry.get("linear") != "no")


def _statements(root: "etree._Element") -> Iterator[Statement]:
    for entry in root.iterfind(f"{OPF}metadata/*"):
        if not isinstance(entry.tag, str):
            continue
        name = entry.tag.replace(DUBLIN_CORE, "dc:") if entry.tag.startswith(DUBLIN_CORE) else entry.get("property", "")
        value = (entry.text or "").strip()
        if name:
            yield Statement(
                name,
                value,
                entry.get(XML_LANG, ""),
                entry.get("id", ""),
                entry.get("refines", "").removeprefix("#"),
                entry.get("scheme", ""),
            )


def _navigation(path: str, root: "etree._Element") -> Iterator[tuple[str, tuple[NavItem, ...]]]:
    for nav in root.iter(f"{XHTML}nav"):
        for kind in nav.get(EPUB_TYPE, "").split():
            first = nav.find(f"{XHTML}ol")
            yield kind, tuple(_nav_items(path, first, 1)) if first is not None else ()


def _nav_items(path: str, list_: "etree._Element", level: int) -> Iterator[NavItem]:
    for entry in list_.iterfind(f"{XHTML}li"):
        for child in entry:
            if child.tag == f"{XHTML}ol":
                yield from _nav_items(path, child, level + 1)
            elif isinstance(child.tag, str):
                href = child.get("href")
                text = " ".join("".join(str(part) for part in child.itertext()).split())
                yield NavItem(text, resolve(path, href) if href is not None else "", level)
