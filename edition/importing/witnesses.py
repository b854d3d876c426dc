"""Make the line of descent: what each language says of archive and printed works, read into one record."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from edition.importing import faults
from edition.importing.persons import slug
from edition.model.finding import Finding, Rule
from edition.model.languages import script
from edition.model.letter import Shelfmark, Witness, WitnessKind
from edition.model.position import Position
from edition.model.register import Register
from edition.model.transcript import DocumentOnPage, Transcript, WorkOnPage
from edition.readers.page.faults import place

PAGE = "W"
_DOCUMENT = "A"
_VOLUME = "T"
_SPARE = "BCDEFGHIJKLMNOPQRSUVXYZ"


@dataclass(slots=True)
class Descent:
    """The witnesses of a letter, and the entries that the register of sources would need; ``works`` by id."""

    witnesses: list[Witness] = field(default_factory=list)
    works: dict[str, dict[str, str]] = field(default_factory=dict)
    repositories: dict[str, dict[str, str]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


@dataclass(slots=True)
class _Work:
    """One printed work as the languages of the page name it."""

    named: dict[str, WorkOnPage]
    id: str = ""


def descent(transcript: Transcript, keys: Sequence[str], languages: Mapping[str, str], register: Register) -> Descent:
    """Read the sources of all versions into one line of descent, the document first, the page last."""
    return _Reading(transcript, keys, languages, register).read()


class _Reading:
    def __init__(
        self, transcript: Transcript, keys: Sequence[str], languages: Mapping[str, str], register: Register
    ) -> None:
        self.transcript = transcript
        self.keys = (*keys, *(key for key in transcript.versions if key not in keys))
        self.languages = languages
        self.register = register
        self.made = Descent()

    def read(self) -> Descent:
        position = Position(self.transcript.file)
        shelfmarks = tuple(self._shelfmarks())
        if shelfmarks:
            document = Witness(_DOCUMENT, WitnessKind.DOCUMENT, position, shelfmarks)
            self.made.witnesses.append(document)
        works = sorted(self._works(), key=lambda work: any(named.heading for named in work.named.values()))
        for work in works:
            self.made.witnesses.append(self._witness(work, position))
        copied = next((w.siglum for w in self.made.witnesses if w.siglum == _VOLUME), "")
        page = Witness(PAGE, WitnessKind.PAGE, position, page=self.transcript.file, copy_of=copied)
        self.made.witnesses.append(page)
        return self.made

    def _shelfmarks(self) -> Iterator[Shelfmark]:
        """Read each shelfmark once; the original's form counts where the languages differ."""
        columns = {key: self.transcript.versions[key].documents for key in self.keys}
        for index in range(max(map(len, columns.values()))):
            found = {key: documents[index] for key, documents in columns.items() if index < len(documents)}
            first = next(iter(found.values()))
            self._compare_shelfmarks(found, first)
            yield Shelfmark(self._repository(found), dict(first.parts), first.leaves)

    def _compare_shelfmarks(self, found: Mapping[str, DocumentOnPage], first: DocumentOnPage) -> None:
        for key, other in found.items():
            for level in dict.fromkeys((*first.parts, *other.parts)):
                self._compare(key, level, first.parts.get(level, ""), other.parts.get(level, ""), other.offset)
            self._compare(key, "leaves", first.leaves, other.leaves, other.offset)

    def _compare(self, key: str, what: str, first: str, other: str, offset: int) -> None:
        if folded(first) == folded(other):
            return
        message = f"{what}: the page has «{first or 'nothing'}» in {self.keys[0]} and «{other or 'nothing'}» in {key}."
        hint = f"«{first or other}» was taken; look in the document or the book, and correct source: if it is wrong."
        self._find(faults.SOURCES_DIFFER, offset, message, hint)

    def _repository(self, found: Mapping[str, DocumentOnPage]) -> str:
        words = {key: document.repository for key, document in found.items()}
        ids = dict.fromkeys(id for word in words.values() if (id := self._known_repository(word)))
        if ids:
            if len(ids) > 1:
                message = f"the languages name different archives: {', '.join(words.values())}."
                offset = next(iter(found.values())).offset
                self._find(faults.SOURCES_DIFFER, offset, message, f"«{next(iter(ids))}» was taken; look at the page.")
            return next(iter(ids))
        latin = next((word for key, word in words.items() if script(self.languages[key]) == "Latn"), "")
        id = slug(latin or next(iter(words.values()))) or "archive"
        self.made.repositories[id] = words
        return id

    def _known_repository(self, words: str) -> str | None:
        for id, repository in sorted(self.register.repositories.items()):
            if folded(words) in {folded(name) for name in (*repository.shorts.values(), *repository.names.values())}:
                return id
        return None

    def _works(self) -> list[_Work]:
        """Set the works that the languages name level: by the register, else by kind and order."""
        works: list[_Work] = []
        for key in self.keys:
            for named in self._named(key):
                id = self._known_work(named.words) or ""
                work = next((w for w in works if _same(w, id, named, key)), None)
                if work is None:
                    works.append(work := _Work({}))
                work.named[key] = named
                work.id = work.id or id
        return works

    def _named(self, key: str) -> tuple[WorkOnPage, ...]:
        """Give the works that a version names, with the one that the page's heading names by a short word (tom17)."""
        version = self.transcript.versions[key]
        taken = version.taken_from
        if taken and not any(work.heading for work in version.works) and self._known_work(taken):
            return (*version.works, WorkOnPage(taken, "", version.title.start if version.title else 0, heading=True))
        return version.works

    def _known_work(self, words: str) -> str | None:
        for id, work in sorted(self.register.works.items()):
            names = (*(name for names in work.as_on_pages.values() for name in names), *work.short.values())
            if folded(words) in {folded(name) for name in names}:
                return id
        return None

    def _witness(self, work: _Work, position: Position) -> Witness:
        words = {key: named.words for key, named in work.named.items()}
        if not work.id:
            latin = next((word for key, word in words.items() if script(self.languages[key]) == "Latn"), "")
            work.id = slug(latin or next(iter(words.values()))) or "work"
            self.made.works[work.id] = words
        for named in work.named.values():
            if work.id in self.register.works and self._known_work(named.words) is None:
                hint = f"if it is the same book, add the words to as_on_pages: of {work.id} in registers/sources.yaml."
                message = f"«{named.words}» was taken for {work.id}, which the other language of the page names here."
                self._find(faults.WORK_WORDS, named.offset, message, hint)
        pages = self._pages(work)
        return Witness(self._siglum(work), WitnessKind.WORK, position, work=work.id, pages=pages)

    def _pages(self, work: _Work) -> str:
        pages = {key: named.pages for key, named in work.named.items() if named.pages}
        first = next(iter(pages.values()), "")
        for key, found in pages.items():
            if found != first:
                self._compare(key, f"pages of {work.id}", first, found, work.named[key].offset)
        return first

    def _siglum(self, work: _Work) -> str:
        """Choose a letter: T for a volume named alone, else the first of the id that is free."""
        taken = {witness.siglum for witness in self.made.witnesses} | {PAGE, _DOCUMENT}
        heading = any(named.heading for named in work.named.values())
        wanted = (_VOLUME if heading else "") + "".join(sign for sign in work.id.upper() if "A" <= sign <= "Z") + _SPARE
        reserved = taken if heading else taken | {_VOLUME}
        return next((sign for sign in wanted if sign not in reserved), f"B{len(taken)}")

    def _find(self, rule: Rule, offset: int, message: str, hint: str) -> None:
        position = place(self.transcript.page, self.transcript.file, offset)
        self.made.findings.append(rule.at(position, message, hint))


def folded(words: str) -> str:
    """Fold what may differ between two spellings of one thing: case, spaces, dashes, punctuation.

    >>> folded("Переписка. 1931–1936 гг.") == folded("переписка 1931-1936 гг")
    True
    """
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", words).casefold())


def _same(work: _Work, id: str, named: WorkOnPage, key: str) -> bool:
    if key in work.named:
        return False
    if id and work.id:
        return id == work.id
    return next(iter(work.named.values())).heading == named.heading
