"""Turn the files under ``registers/`` into one ``Register``, with a finding for every fault of their form."""

from collections.abc import Collection, Iterator
from collections.abc import Mapping as MappingOf
from pathlib import PurePosixPath

from edition.model.finding import Finding, Rule, Severity, in_order
from edition.model.position import Position
from edition.model.register import Entity, EntityKind, LetterElsewhere, Office, Register, Repository, Work
from edition.readers.dates import read_day
from edition.readers.sources import read_shelfmark
from edition.yamlfile.nodes import Mapping, Node, Scalar, compose
from edition.yamlfile.schema import suggestion, validate
from edition.yamlfile.values import by_key, entries, lists_by_key, mapping, pairs, words

UNKNOWN_REGISTER = Rule(
    "P001",
    Severity.ERROR,
    "a register of an unknown kind",
    "A file in registers/ is none of persons.yaml, places.yaml, organisations.yaml and sources.yaml.",
    "The program does not know what its entries are, and leaves them out.",
    "Rename the file, or move its entries into one of the four.",
)
DOUBLED = Rule(
    "P002",
    Severity.ERROR,
    "two entries of one id",
    "Two registers have an entry of the same id.",
    "Letters name entries by their id alone.",
    "Give one of the two another id, and change it in the letters that name it.",
)
LANGUAGE = Rule(
    "P003",
    Severity.WARNING,
    "a language that the edition does not have",
    "An entry of a register has words under a key that looks like a language and is none of the edition's.",
    "The words would be printed nowhere; most often it is another key mistyped.",
    "Correct the key, or add the language to edition.yaml.",
)

_KINDS = {
    "persons": EntityKind.PERSON,
    "places": EntityKind.PLACE,
    "organisations": EntityKind.ORGANISATION,
}
_IDENTIFIERS = ("wikidata", "viaf", "gnd", "isni", "geonames")
_ENTITY_KEYS = (
    *("also", "forms", "cases", "born", "died", "sex", "offices", "bare_surname", "index", "note"),
    *_IDENTIFIERS,
)
_WORK_KEYS = ("short", "as_on_pages", "rights", "note")
_REPOSITORY_KEYS = ("place", "note")


def read_register(texts: MappingOf[str, str], languages: Collection[str] = ()) -> tuple[Register, tuple[Finding, ...]]:
    """Read the registers by their file names; ``languages`` are the keys of the edition's, where they are known."""
    reader = _Reader(languages)
    for file, text in sorted(texts.items()):
        reader.read(text, file)
    register = Register(reader.entities, reader.works, reader.repositories, reader.elsewhere)
    return register, in_order(reader.findings)


class _Reader:
    """Gather the entries of all files, and their faults."""

    def __init__(self, languages: Collection[str]) -> None:
        self.languages = languages
        self.entities: dict[str, Entity] = {}
        self.works: dict[str, Work] = {}
        self.repositories: dict[str, Repository] = {}
        self.elsewhere: dict[str, LetterElsewhere] = {}
        self.findings: list[Finding] = []

    def read(self, text: str, file: str) -> None:
        stem = PurePosixPath(file).stem
        if stem not in (*_KINDS, "sources"):
            message, hint = f"«{stem}» is no register known.", suggestion(stem, [*_KINDS, "sources"])
            self.findings.append(UNKNOWN_REGISTER.at(Position(file), message, hint))
            return
        root, findings = compose(text, file)
        self.findings.extend(findings)
        if root is None:
            return
        self.findings.extend(validate(root, "sources" if stem == "sources" else "persons", file))
        if stem == "sources":
            self._sources(root)
        else:
            self._entities(root, _KINDS[stem])

    def _entities(self, root: Node, kind: EntityKind) -> None:
        for id, entry in pairs(root):
            if not isinstance(entry, Mapping):
                continue
            first = self.entities.setdefault(id.value, _entity(id, entry, kind))
            if first.position != id.position:
                message = f"the id «{id.value}» is that of another entry, {first.position}."
                self.findings.append(DOUBLED.at(id.position, message, "give one of the two another id."))
            self._check_dates(entry)
            self._check_languages(entry, _ENTITY_KEYS)
            for key in ("also", "forms", "cases"):
                self._check_languages(entry.get(key))
            for office in entries(entry.get("offices")):
                self._check_languages(office, ("years",))

    def _sources(self, root: Node) -> None:
        sections = mapping(root)
        if sections is None:
            return
        for id, entry in pairs(sections.get("works")):
            self.works[id.value] = _work(id, entry)
            self._check_languages(entry, _WORK_KEYS)
            for key in ("short", "as_on_pages"):
                self._check_languages(entry.get(key) if isinstance(entry, Mapping) else None)
        for id, entry in pairs(sections.get("repositories")):
            self.repositories[id.value] = _repository(id, entry)
            self._check_languages(entry, _REPOSITORY_KEYS)
        for id, entry in pairs(sections.get("letters_elsewhere")):
            self.elsewhere[id.value] = _elsewhere(id, entry)

    def _check_dates(self, entry: Mapping) -> None:
        for key in ("born", "died"):
            self.findings.extend(read_day(entry.get(key))[1])

    def _check_languages(self, node: Node | None, known: Collection[str] = ()) -> None:
        for key, _ in pairs(node) if self.languages else ():
            if key.value not in self.languages and key.value not in known and _looks_like_language(key.value):
                message = f"«{key.value}» is none of the languages of the edition."
                hint = suggestion(key.value, [*self.languages, *known])
                self.findings.append(LANGUAGE.at(key.position, message, hint))


def _looks_like_language(key: str) -> bool:
    subtags = key.split("-")
    return 2 <= len(subtags[0]) <= 3 and subtags[0].isascii() and subtags[0].islower()


def _entity(id: Scalar, entry: Mapping, kind: EntityKind) -> Entity:
    index = words(entry.get("index"))
    identifiers = {name: words(entry.get(name)) for name in _IDENTIFIERS}
    return Entity(
        id.value,
        kind,
        by_key(entry, without=_ENTITY_KEYS),
        id.position,
        also=lists_by_key(entry.get("also")),
        forms=lists_by_key(entry.get("forms")),
        cases={key.value: by_key(cases) for key, cases in pairs(entry.get("cases"))},
        born=words(entry.get("born"), "unknown"),
        died=words(entry.get("died"), "unknown"),
        sex=words(entry.get("sex")),
        offices=tuple(_offices(entry.get("offices"))),
        identifiers={name: value for name, value in identifiers.items() if value},
        bare_surname=words(entry.get("bare_surname")) in ("yes", "true"),
        correspondent=index == "correspondent",
        indexed=index != "none",
    )


def _offices(node: Node | None) -> Iterator[Office]:
    for entry in entries(node):
        if isinstance(entry, Mapping):
            yield Office(by_key(entry, without=("years",)), words(entry.get("years")))


def _work(id: Scalar, node: Node) -> Work:
    entry = mapping(node) or Mapping((), id.position)
    return Work(
        id.value,
        id.position,
        full=by_key(entry, without=_WORK_KEYS),
        short=by_key(entry.get("short")),
        as_on_pages=lists_by_key(entry.get("as_on_pages")),
        rights=words(entry.get("rights")) or "unknown",
    )


def _repository(id: Scalar, node: Node) -> Repository:
    entry = mapping(node) or Mapping((), id.position)
    languages = [(key.value, found) for key, found in entry.items if key.value not in _REPOSITORY_KEYS]

    def each(name: str) -> dict[str, str]:
        found = {key: words(inner.get(name)) for key, inner in languages if isinstance(inner, Mapping)}
        return {key: value for key, value in found.items() if value}

    return Repository(
        id.value, id.position, each("name"), each("short"), each("form"), places=by_key(entry.get("place"))
    )


def _elsewhere(id: Scalar, node: Node) -> LetterElsewhere:
    entry = mapping(node) or Mapping((), id.position)
    printed = mapping(entry.get("printed"))
    return LetterElsewhere(
        id.value,
        id.position,
        work=words(printed.get("work")) if printed else "",
        pages=words(printed.get("pages"), "unknown") if printed else "",
        shelfmark=read_shelfmark(entry.get("archive")),
    )
