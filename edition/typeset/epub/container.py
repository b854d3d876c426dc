"""Put files into an EPUB container (EPUB 3.3 §4.2, OCF): a ZIP whose bytes depend on the files alone."""

from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from lxml import etree

from edition.typeset.epub.xml import root, write_xml

_CONTAINER = "urn:oasis:names:tc:opendocument:xmlns:container"
_MIMETYPE = "application/epub+zip"
_EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
"""The first moment that a ZIP can name."""


def write_container(files: Mapping[str, bytes], package: str, modified: datetime) -> bytes:
    """Write the container; ``package`` is the path of the package document, ``modified`` the date of every file.

    The file ``mimetype`` comes first and is not compressed (§4.2.3), the others follow in the order of their paths.
    """
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        _add(archive, "mimetype", _MIMETYPE.encode(), modified, ZIP_STORED)
        for path, content in sorted({**files, "META-INF/container.xml": _pointer(package)}.items()):
            _add(archive, path, content, modified, ZIP_DEFLATED)
    return out.getvalue()


def _add(archive: ZipFile, path: str, content: bytes, modified: datetime, compression: int) -> None:
    info = ZipInfo(path, max(modified.astimezone(UTC), _EARLIEST).timetuple()[:6])
    info.compress_type = compression
    info.create_system = 3
    info.external_attr = 0o644 << 16
    archive.writestr(info, content, compresslevel=9)


def _pointer(package: str) -> bytes:
    pointer = root(_CONTAINER, "container", {"version": "1.0"})
    rootfiles = etree.SubElement(pointer, f"{{{_CONTAINER}}}rootfiles")
    attributes = {"full-path": package, "media-type": "application/oebps-package+xml"}
    etree.SubElement(rootfiles, f"{{{_CONTAINER}}}rootfile", attributes)
    return write_xml(pointer)
