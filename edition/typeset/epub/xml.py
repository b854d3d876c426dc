"""Make and write XML with a namespace that needs no prefix."""

from collections.abc import Mapping

from lxml import etree

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def root(namespace: str, tag: str, attributes: Mapping[str, str] | None = None, **prefixes: str) -> etree._Element:
    """Make the root of a document, with its own namespace as the default one and others by their prefixes."""
    return etree.Element(f"{{{namespace}}}{tag}", dict(attributes or {}), nsmap=_names(namespace, prefixes))


def write_xml(made: etree._Element, doctype: str = "") -> bytes:
    """Write a document; namespaces that its root declares are declared nowhere else."""
    names = dict(made.nsmap)
    etree.cleanup_namespaces(made, top_nsmap=names)  # type: ignore[arg-type]  # the stubs forget the default namespace
    declarations = '<?xml version="1.0" encoding="utf-8"?>\n' + (f"{doctype}\n" if doctype else "")
    return (declarations + etree.tostring(made, encoding="unicode")).encode()


def _names(namespace: str, prefixes: Mapping[str, str]) -> dict[str, str]:
    return {None: namespace, **prefixes}  # type: ignore[dict-item]  # the stubs forget the default namespace
