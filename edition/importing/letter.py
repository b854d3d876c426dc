"""Draft a letter from a transcript: everything the page tells, and a query for what it leaves open."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from edition.importing import faults
from edition.importing.holdings import SAME_DAY, Holdings
from edition.importing.ledger import Piece, balanced
from edition.importing.notes import Notes
from edition.importing.parties import Parties
from edition.importing.persons import Identify, Party
from edition.importing.rows import Rows
from edition.importing.stubs import person_stub, repository_stub, work_stub
from edition.importing.witnesses import PAGE, Descent, descent
from edition.model.date import HistoricalDate
from edition.model.edition import Description
from edition.model.finding import Finding, Rule
from edition.model.letter import Letter, Note, Query, Version, VersionRole, Witness, WitnessKind
from edition.model.position import Position
from edition.model.receipt import Receipt, RowConfidence
from edition.model.register import Register
from edition.model.transcript import Transcript, VersionOnPage
from edition.readers.page.body import caller_number
from edition.readers.page.faults import place, shortened

DOUBTFUL = 0.5
"""Rows of less confidence are reported."""

PERSONS, SOURCES = "registers/persons.yaml", "registers/sources.yaml"


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter as the import makes it, with its file's comments, its receipts and the entries that registers want."""

    letter: Letter
    comments: Mapping[str, str]
    acts: tuple[Receipt, ...]
    pieces: tuple[str, ...]
    confidences: tuple[RowConfidence, ...]
    stubs: Mapping[str, tuple[str, ...]]
    findings: tuple[Finding, ...]


def draft_letter(
    transcript: Transcript, description: Description, register: Register, identify: Identify, holdings: Holdings
) -> Draft:
    """Draft the letter of a page; raise ``UnbalancedError`` where words would be lost."""
    return _Drafting(transcript, description, register, identify, holdings).draft()


class _Drafting:
    """Draft one letter; gather findings, queries and stubs on the way."""

    def __init__(
        self,
        transcript: Transcript,
        description: Description,
        register: Register,
        identify: Identify,
        holdings: Holdings,
    ) -> None:
        self.transcript = transcript
        self.register = register
        self.holdings = holdings
        self.keys = _keys(transcript, description.languages)
        self.all_languages = description.languages
        self.languages = {key: description.languages[key] for key in self.keys}
        self.parties = Parties(transcript, self.languages, identify, register)
        self.notes = Notes(transcript, self.languages, identify, register, holdings)
        self.findings: list[Finding] = []
        self.queries: list[Query] = []
        self.comments: dict[str, str] = {}
        self.stubs: dict[str, list[str]] = {}

    def draft(self) -> Draft:
        """Make every part of the letter, then the receipts from all its pieces."""
        rows = Rows(self.transcript, self.keys, PAGE, self.notes.names)
        self._report_rows(rows)
        letter = self._letter(rows)
        titles = [(f"titles/{k}", t) for k, v in self.transcript.versions.items() if k in self.keys and (t := v.title)]
        pieces: list[Piece] = [*titles, *rows.pieces, *self.notes.pieces]
        acts, names = balanced(self.transcript.page, pieces, self.transcript.removed)
        stubs = {path: tuple(entries) for path, entries in sorted(self.stubs.items())}
        findings = (*self.findings, *self.notes.findings)
        return Draft(letter, self.comments, acts, names, tuple(rows.confidences), stubs, findings)

    def _letter(self, rows: Rows) -> Letter:
        writers, addressees = self._persons()
        date = self._date()
        sources = descent(self.transcript, self.keys, self.all_languages, self.register)
        self._report_sources(sources)
        versions = tuple(self._versions())
        notes = self.notes.notes(PAGE, {key: _called(self.transcript.versions[key]) for key in self.keys})
        self._ask(sources.witnesses, notes)
        self._comment(notes)
        return Letter(
            id=self._id(date, addressees),
            position=Position(self.transcript.file),
            sender=tuple(party.id for party in writers),
            addressee=tuple(party.id for party in addressees),
            date=date,
            versions=versions,
            rows=rows.rows,
            witnesses=tuple(sources.witnesses),
            notes=notes,
            queries=tuple(self.queries),
            titles={key: title.text for key in self.keys if (title := self.transcript.versions[key].title)},
        )

    def _id(self, date: HistoricalDate, addressees: Sequence[Party]) -> str:
        to = addressees[0].id if addressees else "unknown"
        wanted = f"{date.edtf.replace('/', '-') or 'undated'}-{to}"
        id = self.holdings.free_id(wanted)
        if id != wanted:
            message = f"the edition has a letter {wanted} already; this one was called {id}."
            hint = "compare the two; if both are letters of that day, put order: 1 and order: 2 into them."
            self._find(SAME_DAY, 0, message, hint)
        return id

    def _persons(self) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
        writers, addressees = self.parties.writers(), self.parties.addressees()
        self._report_persons(writers, "from", "signature")
        self._report_persons(addressees, "to", "salutation")
        return writers, addressees

    def _report_persons(self, parties: Sequence[Party], key: str, role: str) -> None:
        offset = self.parties.offset(role)
        if not parties:
            message = f"the page does not tell {'who writes' if key == 'from' else 'to whom the letter is'}."
            hint = f"write the id of the register after {key}: in the letter file."
            self._find(faults.NO_PERSON, offset, message, hint)
            self.queries.append(_query(f"{key}-whom", "editor", f"{message.capitalize()} Can it be found?"))
        for party in parties:
            words = " / ".join(party.words.values())
            if party.several:
                message = f"«{words}» are different persons: {' and '.join(party.several)}."
                hint = f"«{party.id}» was taken; correct {key}: in the letter file if it is wrong."
                self._find(faults.PERSONS_DIFFER, offset, message, hint)
            elif not party.known:
                stub = person_stub(party, self.languages, dative=key == "to")
                self.stubs.setdefault(PERSONS, []).append(stub)
                message = f"«{words}» is not in the register, or not surely; the letter file says {key}: {party.id}."
                self._find(faults.NEW_PERSON, offset, message, f"write the right id, or put into {PERSONS}:\n{stub}")

    def _date(self) -> HistoricalDate:
        dates = self.transcript.dates
        if not dates:
            hint = "write what is known after date: in the letter file."
            self._find(faults.NO_DATE, 0, "the page gives the letter no date.", hint)
            self.queries.append(_query("date", "editor", "The page gives no date. What does the letter itself tell?"))
            return HistoricalDate()
        first = dates[0]
        for other in dates[1:]:
            if not first.date.edtf.startswith(other.date.edtf) and not other.date.edtf.startswith(first.date.edtf):
                message = f"the page gives {other.date.edtf} here, but {first.date.edtf} in another place."
                hint = f"{first.date.edtf} ({first.date.basis}) was taken; correct date: if it is wrong."
                self._find(faults.DATES_DIFFER, other.offset, message, hint)
        if first.date.basis == "title":
            self.comments["date"] = "no dateline in the text, so the heading prints [ ]"
        return first.date

    def _versions(self) -> Iterator[Version]:
        position = Position(self.transcript.file)
        original = self.keys[0]
        yield Version(original, self.languages[original], VersionRole.ORIGINAL, position, text_from=PAGE)
        for key in self.keys[1:]:
            made_by = self.transcript.versions[key].made_by
            if not made_by:
                offset = next((s.passage.start for s in self.transcript.versions[key].segments), 0)
                message = f"the page does not say who or what made the translation ({key})."
                hint = f"write made_by: machine or a name under versions: {key}: in the letter file."
                self._find(faults.TRANSLATOR_UNKNOWN, offset, message, hint)
            role = VersionRole.TRANSLATION
            yield Version(key, self.languages[key], role, position, of=original, text_from=PAGE, made_by=made_by)

    def _report_sources(self, sources: Descent) -> None:
        self.findings.extend(sources.findings)
        levels = {mark.repository: mark.parts for witness in sources.witnesses for mark in witness.shelfmarks}
        stubs = {id: work_stub(id, words) for id, words in sources.works.items()}
        stubs |= {id: repository_stub(id, words, levels[id]) for id, words in sources.repositories.items()}
        for id, words in (*sources.works.items(), *sources.repositories.items()):
            self.stubs.setdefault(SOURCES, []).append(stubs[id])
            message = f"«{' / '.join(words.values())}» is not in the register of sources; the letter file says {id}."
            hint = f"write the id of an entry that is there, or put into {SOURCES}:\n{stubs[id]}"
            self._find(faults.NEW_SOURCE, self._offset(words.values()), message, hint)

    def _report_rows(self, rows: Rows) -> None:
        if len(self.keys) < 2:
            message = f"the page has text in one language only ({', '.join(self.keys)})."
            hint = "add the other version, or check that the page was saved whole."
            self._find(faults.ONE_LANGUAGE, 0, message, hint)
            return
        for ordinal, (row, _) in enumerate(rows.aligned, 1):
            segment = (*row.original, *row.translation)[0]
            words, offset = shortened(segment.text), segment.passage.start
            if not (row.original and row.translation):
                message = f"row {ordinal}: for «{words}» nothing was found in the other language."
                hint = "compare the two texts and mend the rows of the letter file."
                self._find(faults.ROW_ALONE, offset, message, hint)
            elif row.confidence < DOUBTFUL:
                message = f"row {ordinal}: it is doubtful that the two sides of «{words}» belong together."
                self._find(faults.ROW_DOUBTFUL, offset, message, "compare the two cells; move words to their own row.")

    def _ask(self, witnesses: Iterable[Witness], notes: Sequence[Note]) -> None:
        """Put into the letter file what only somebody with the books at hand can answer."""
        works = [witness for witness in witnesses if witness.kind is WitnessKind.WORK]
        for work in works:
            where = f"{work.siglum}, pp. {work.pages}" if work.pages else f"{work.siglum} (on which pages?)"
            more = " Which words do its notes explain?" if notes else ""
            ask = f"Compare with {where}. Is there a dateline, or a place?{more}"
            self.queries.append(_query(f"compare-{work.siglum.lower()}", "library", ask))
        for number, question in enumerate(self.transcript.open_questions, 1):
            self.queries.append(_query(f"page-{number}", "editor", question))

    def _comment(self, notes: Sequence[Note]) -> None:
        """Explain in the file what its keys mean, where an editor sees them first."""
        self.comments |= {
            "place": "not on the page",
            "titles": 'as on the page; used to match "See:", not as the heading',
            "versions": "the original first",
            "source": "line of descent, the document first; letters are the sigla",
        }
        for note in notes:
            self.comments[f"notes/{note.name}/kind"] = (
                "a note of an earlier edition, not the letter-writer's and not ours"
            )
            self.comments[f"notes/{note.name}/from"] = "the copy that has it"

    def _offset(self, words: Iterable[str]) -> int:
        """Give the place on the page of the first of some words, else its beginning."""
        return next((at for word in words if (at := self.transcript.page.find(word)) >= 0), 0)

    def _find(self, rule: Rule, offset: int, message: str, hint: str) -> None:
        self.findings.append(rule.at(place(self.transcript.page, self.transcript.file, offset), message, hint))


def _keys(transcript: Transcript, languages: Mapping[str, str]) -> tuple[str, ...]:
    """Give the languages of the page, the original first: the first in the edition's order that no machine made."""
    versions = transcript.versions
    present = [key for key in languages if key in versions and (versions[key].segments or versions[key].notes)]
    worded = [key for key in present if versions[key].segments]
    original = next((key for key in worded if versions[key].made_by != "machine"), worded[0])
    return (original, *(key for key in present if key != original))


def _called(version: VersionOnPage) -> frozenset[int]:
    runs = (run for segment in version.segments for run in segment.passage.runs)
    return frozenset(caller_number(run.on_page) for run in runs if run.act == "set-caller")


def _query(key: str, to: str, ask: str) -> Query:
    return Query(key, ask, Position(""), to)
