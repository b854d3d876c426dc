"""Finish the driver's PDF: words that can be copied, what the file says of itself, the same bytes every time."""

from io import BytesIO

import pikepdf

from edition.model.pagination import Pagination
from edition.settings.style import Face
from edition.typeset.destinations import decode_name, destinations, read_pagination
from edition.typeset.latex.glyph_words import write_words

PRODUCER = "edition, XeTeX"
_OWN = frozenset({"Doc-Start"})


def finish(pdf: bytes, face: Face) -> tuple[bytes, Pagination, tuple[str, ...]]:
    """Give the finished file, the pages of its places, and the names to which links lead that are nowhere."""
    with pikepdf.open(BytesIO(pdf)) as document:
        _name_places(document)
        write_words(document, face)
        _describe(document)
        pagination = read_pagination(document)
        lost = _lost_links(document, frozenset(pagination.pages))
        out = BytesIO()
        document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue(), pagination, lost


def _name_places(document: pikepdf.Pdf) -> None:
    """Write the names of places anew, without those that the macros add for themselves.

    Names beyond ASCII become UTF-16, for a reader of PDF does not know what other bytes mean (PDF 1.7 §7.9.2.2).
    """
    named = {name: target for name, target in destinations(document) if name not in _OWN}
    tree = pikepdf.NameTree.new(document)
    for name, target in sorted(named.items()):
        tree[name] = target
    if "/Names" not in document.Root:
        document.Root.Names = pikepdf.Dictionary()
    document.Root.Names.Dests = tree.obj
    for action in _actions(document):
        action.D = pikepdf.String(decode_name(bytes(action.D)))


def _actions(document: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """List every action that leads to a named place, in the order of the file's objects."""
    found = []
    for thing in document.objects:
        if isinstance(thing, pikepdf.Dictionary):
            action = thing.get("/A")
            if isinstance(action, pikepdf.Dictionary) and isinstance(action.get("/D"), pikepdf.String):
                found.append(action)
    return found


def _lost_links(document: pikepdf.Pdf, places: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted({str(action.D) for action in _actions(document)} - places))


def _describe(document: pikepdf.Pdf) -> None:
    """Say who wrote what, in the file's own dictionary and in XMP alike, and nothing of when or where."""
    said = {key: str(document.docinfo.get(f"/{key}", "")) for key in ("Title", "Author", "Subject")}
    said = {key: words for key, words in said.items() if words}
    language = str(document.Root.get("/Lang", ""))
    for key in list(document.docinfo.keys()):
        del document.docinfo[key]
    for key, value in {**said, "Creator": PRODUCER, "Producer": PRODUCER}.items():
        document.docinfo[f"/{key}"] = value
    with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = said.get("Title", "")
        metadata["dc:creator"] = [name for name in said.get("Author", "").split("; ") if name]
        if said.get("Subject"):
            metadata["dc:description"] = said["Subject"]
        if language:
            metadata["dc:language"] = {language}
        metadata["pdf:Producer"] = PRODUCER
        metadata["xmp:CreatorTool"] = PRODUCER
    document.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
