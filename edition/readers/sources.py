"""Read the line of descent of a letter: which document, printed work and web page carry it."""

from edition.model.finding import Finding, Rule, Severity
from edition.model.letter import Shelfmark, Witness, WitnessKind
from edition.yamlfile.nodes import Mapping, Node, Scalar
from edition.yamlfile.schema import suggestion
from edition.yamlfile.values import entries, mapping, pairs, words

CARRIER = Rule(
    "S020",
    Severity.ERROR,
    "a source that is not one thing",
    "An entry of source: is to be a document (archive), a printed work (work) or a web page (page), one of the three.",
    "The source note says where each copy can be found; it cannot say so of two things at once, or of none.",
    "Write one of archive:, shelfmarks:, work: or page:; give another copy a siglum of its own.",
)
MISPLACED = Rule(
    "S021",
    Severity.ERROR,
    "a key that this kind of source does not have",
    "A printed work has pages, a web page has only its file; levels of a shelfmark belong to documents.",
    "What stands under the key would be left out of the source note.",
    "Correct the key, or move it to the source it belongs to.",
)

_CARRIERS = ("archive", "shelfmarks", "work", "page")
_NOT_LEVELS = ("archive", "shelfmarks", "leaves", "kind", "copy_of", "work", "page", "pages")
_KEYS = {"work": ("work", "pages", "copy_of"), "page": ("page", "copy_of")}


def read_sources(node: Node | None) -> tuple[tuple[Witness, ...], tuple[Finding, ...]]:
    """Read ``source:``; sigla in the order of the file."""
    witnesses: list[Witness] = []
    findings: list[Finding] = []
    for siglum, entry in pairs(node):
        if isinstance(entry, Mapping):
            witnesses.append(_witness(siglum, entry))
            findings.extend(_faults(siglum, entry))
    return tuple(witnesses), tuple(findings)


def read_shelfmark(node: Node | None) -> Shelfmark | None:
    """Read a place in a repository; its levels in the order of the file."""
    found = mapping(node)
    if found is None or not words(found.get("archive")):
        return None
    parts = {key.value: words(value) for key, value in found.items if key.value not in _NOT_LEVELS}
    return Shelfmark(words(found.get("archive")), parts, words(found.get("leaves"), "unknown"))


def _witness(siglum: Scalar, entry: Mapping) -> Witness:
    shelfmarks = [read_shelfmark(mark) for mark in entries(entry.get("shelfmarks"))] or [read_shelfmark(entry)]
    return Witness(
        siglum.value,
        _kind(entry),
        siglum.position,
        shelfmarks=tuple(mark for mark in shelfmarks if mark),
        document_kind=words(entry.get("kind"), "unknown"),
        work=words(entry.get("work")),
        pages=words(entry.get("pages"), "unknown"),
        page=words(entry.get("page")),
        copy_of=words(entry.get("copy_of"), "unknown"),
    )


def _kind(entry: Mapping) -> WitnessKind:
    if entry.key("page"):
        return WitnessKind.PAGE
    return WitnessKind.WORK if entry.key("work") else WitnessKind.DOCUMENT


def _faults(siglum: Scalar, entry: Mapping) -> list[Finding]:
    carriers = [name for name in _CARRIERS if entry.key(name)]
    if len(carriers) != 1:
        told = f"says {' and '.join(carriers)}" if carriers else "says of nothing where it is kept or printed"
        hint = "write one of archive:, shelfmarks:, work: or page:; give another copy a siglum of its own."
        return [CARRIER.at(siglum.position, f"the source {siglum.value} {told}.", hint)]
    known = _KEYS.get(carriers[0])
    if known is None:
        return []
    return [_misplaced(key, siglum, known) for key, _ in entry.items if key.value not in known]


def _misplaced(key: Scalar, siglum: Scalar, known: tuple[str, ...]) -> Finding:
    message = f"«{key.value}» is not a key of the source {siglum.value}."
    return MISPLACED.at(key.position, message, suggestion(key.value, known))
