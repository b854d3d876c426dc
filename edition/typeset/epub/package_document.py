"""Write the package document (EPUB 3.3 §5): metadata, manifest and spine."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from edition.book.tree import Metadata
from edition.typeset.epub.metadata import IDENTIFIER, OPF, write_metadata
from edition.typeset.epub.xml import XML_LANG, root, write_xml


@dataclass(frozen=True, slots=True)
class Resource:
    """A file of the package: its path, content and media type; ``read`` if it stands in the order of reading."""

    path: str
    content: bytes
    media_type: str
    properties: str = ""
    read: bool = False

    @property
    def id(self) -> str:
        """The name of the file in the manifest, an XML id."""
        return "f-" + self.path.replace("/", "-")


def package_document(
    metadata: Metadata, summaries: Mapping[str, str], resources: Sequence[Resource], modified: datetime
) -> bytes:
    """Write the package document; the resources that are read stand in the order of reading."""
    attributes = {"version": "3.0", "unique-identifier": IDENTIFIER, XML_LANG: metadata.languages[0]}
    package = root(OPF, "package", attributes)
    write_metadata(package, metadata, summaries, modified)
    manifest = etree.SubElement(package, f"{{{OPF}}}manifest")
    for resource in sorted(resources, key=lambda resource: resource.path):
        item = {"id": resource.id, "href": resource.path, "media-type": resource.media_type}
        etree.SubElement(manifest, f"{{{OPF}}}item", item | _properties(resource))
    spine = etree.SubElement(package, f"{{{OPF}}}spine")
    for resource in resources:
        if resource.read:
            etree.SubElement(spine, f"{{{OPF}}}itemref", idref=resource.id)
    etree.indent(package)
    return write_xml(package)


def _properties(resource: Resource) -> dict[str, str]:
    return {"properties": resource.properties} if resource.properties else {}
