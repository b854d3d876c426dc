"""Structure tree → objects of a PDF: structure elements, the parent tree, the names of elements (PDF 1.7 §14.7)."""

from collections.abc import Sequence
from typing import Any, Final

import pydyf

from edition.typeset.weasyprint.private import Annotation, Painted
from edition.typeset.weasyprint.structure import Area, Branch, Kid, Mark

_NO_PAGE: Final = -1


def write_structure(
    pdf: pydyf.PDF,
    kids: Sequence[Kid],
    painted: Sequence[Sequence[Painted]],
    links: Sequence[Sequence[Annotation]],
    language: str,
) -> None:
    """Write the kids of a document as its structure tree, and say in the catalog that there is one."""
    root = _added(pdf, pydyf.Dictionary({"Type": "/StructTreeRoot"}))
    writer = _Writer(pdf, [[b"null"] * len(sequences) for sequences in painted])
    document = writer.element(Branch("Document", kids=[*kids]), root)
    root["K"] = pydyf.Array([document])
    root["ParentTree"] = _added(pdf, writer.parents()).reference
    root["ParentTreeNextKey"] = len(painted) + sum(map(len, links))
    if writer.names:
        root["IDTree"] = _added(pdf, writer.id_tree()).reference
    pdf.catalog["StructTreeRoot"] = root.reference
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    pdf.catalog["Lang"] = pydyf.String(language)


class _Writer:
    """Writes structure elements and remembers which of them each mark, annotation and name belongs to."""

    def __init__(self, pdf: pydyf.PDF, owners: list[list[bytes]]) -> None:
        self._pdf = pdf
        self._pages = pdf.page_references
        self._owners = owners
        self._owners_of_links: list[bytes] = []
        self.names: dict[str, bytes] = {}

    def element(self, branch: Branch, parent: pydyf.Dictionary) -> bytes:
        """Write a structure element with all below it, and give its reference."""
        page = next((kid.page for kid in branch.kids if not isinstance(kid, Branch)), _NO_PAGE)
        made = _added(self._pdf, pydyf.Dictionary({"Type": "/StructElem", "S": f"/{branch.role}"}))
        made["P"] = parent.reference
        if page != _NO_PAGE:
            made["Pg"] = self._pages[page]
        made.update(_said(branch))
        if branch.id:
            self.names[branch.id] = made.reference
        kids = [self._kid(kid, made, page) for kid in branch.kids]
        made["K"] = kids[0] if len(kids) == 1 else pydyf.Array(kids)
        reference: bytes = made.reference
        return reference

    def _kid(self, kid: Kid, owner: pydyf.Dictionary, page: int) -> Any:
        match kid:
            case Branch():
                return self.element(kid, owner)
            case Mark(number=number):
                self._owners[kid.page][number] = owner.reference
                if kid.page == page:
                    return number
                return pydyf.Dictionary({"Type": "/MCR", "Pg": self._pages[kid.page], "MCID": number})
            case Area(annotation=annotation):
                return self._area(kid.page, annotation, owner, page)

    def _area(self, on: int, annotation: Annotation, owner: pydyf.Dictionary, page: int) -> pydyf.Dictionary:
        annotation.written["StructParent"] = len(self._owners) + len(self._owners_of_links)
        self._owners_of_links.append(owner.reference)
        made = pydyf.Dictionary({"Type": "/OBJR", "Obj": annotation.written.reference})
        if on != page:
            made["Pg"] = self._pages[on]
        return made

    def parents(self) -> pydyf.Dictionary:
        """Give the parent tree: for each page the owners of its marks, then the owner of each link's area."""
        numbers = pydyf.Array()
        for page, owners in enumerate(self._owners):
            numbers.extend((page, pydyf.Array(owners)))
        for place, owner in enumerate(self._owners_of_links, start=len(self._owners)):
            numbers.extend((place, owner))
        return pydyf.Dictionary({"Nums": numbers})

    def id_tree(self) -> pydyf.Dictionary:
        """Give the tree that finds elements by their names, in the order of their bytes (PDF 1.7 §7.9.6)."""
        names = pydyf.Array()
        for name in sorted(self.names, key=lambda name: bytes(pydyf.String(name).data)):
            names.extend((pydyf.String(name), self.names[name]))
        return pydyf.Dictionary({"Names": names})


def _said(branch: Branch) -> dict[str, Any]:
    """Give what a structure element says of itself."""
    said: dict[str, Any] = {}
    if branch.language:
        said["Lang"] = pydyf.String(branch.language)
    if branch.id:
        said["ID"] = pydyf.String(branch.id)
    if branch.alternative:
        said["Alt"] = pydyf.String(branch.alternative)
    if branch.rectangle:
        said["A"] = pydyf.Dictionary({"O": "/Layout", "BBox": pydyf.Array(branch.rectangle)})
    return said


def _added(pdf: pydyf.PDF, made: pydyf.Dictionary) -> pydyf.Dictionary:
    pdf.add_object(made)
    return made
