"""Turn a scraped page into a transcript: what each language has of the letter, and every run that was left out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from edition.model.finding import Finding, Rule
from edition.model.languages import primary
from edition.model.position import Position
from edition.model.transcript import Passage, Run, Segment, Transcript, VersionOnPage
from edition.readers.page import faults
from edition.readers.page.body import body_and_below, callers_set
from edition.readers.page.dating import dates_of
from edition.readers.page.faults import place, shortened
from edition.readers.page.kinds import PROVENANCE, LineKind, kind_of
from edition.readers.page.lines import Line, split_lines, visible
from edition.readers.page.mending import Suspicion, mend
from edition.readers.page.notes import Below, read_below, read_source, removal
from edition.readers.page.streams import languages_of
from edition.readers.page.titles import Title, read_title
from edition.readers.page.wrapping import paragraphs_of, segments_of

_LANGUAGES = {"ru": "ru", "en": "en-US"}
_HEAD = frozenset({LineKind.TITLE, LineKind.WORK, LineKind.DOCUMENT, LineKind.DIVIDER, LineKind.STRAY})
_BLANKS = re.compile(r"[ \t]{2,}|\t")
_SAVE_AGAIN = "save the page again from the website; nothing was imported."
_PAGE_HEAD = 12  # lines within which the page's own heading is looked for

Lines = list[tuple[Line, LineKind]]


def read_page(
    text: str, file: str, languages: Mapping[str, str] = _LANGUAGES
) -> tuple[Transcript | None, tuple[Finding, ...]]:
    """Read the decoded text of a page; ``languages`` maps the edition's language keys to their tags.

    What the page has and the reader does not understand stays in the text and is reported.
    """
    reader = _Reader(text, file, languages)
    lines = split_lines(text)
    if not lines:
        return None, (faults.EMPTY.at(Position(file), "the page holds no words.", _SAVE_AGAIN),)
    transcript = reader.read([(line, kind_of(line.text)) for line in lines])
    if not any(version.segments for version in transcript.versions.values()):
        return None, (faults.EMPTY.at(Position(file), "the page holds no text of a letter.", _SAVE_AGAIN),)
    return transcript, tuple(reader.findings)


@dataclass(slots=True)
class _Head:
    """What the lines above a letter's text tell."""

    title: Passage | None = None
    read: Title | None = None
    below: Below = field(default_factory=Below)


def _folded(passage: Passage) -> Passage:
    """Make one blank of several: titles stand on one line of the letter file, where YAML keeps no others."""
    for match in reversed(list(_BLANKS.finditer(passage.text))):
        passage = passage.changed(match.start(), match.end(), " ", "folded-blanks")
    return passage


class _Reader:
    """Read one page; gather findings and what is left out on the way."""

    def __init__(self, page: str, file: str, languages: Mapping[str, str]) -> None:
        self.page = page
        self.file = file
        self.languages = languages
        self.findings: list[Finding] = []
        self.removed: list[Run] = []
        self.questions: list[str] = []
        self.makers: dict[str, str] = {}
        self.heading_date: tuple[str, int] | None = None

    def read(self, lines: Lines) -> Transcript:
        lines = self._without_page_lines(lines)
        keys = languages_of(lines, self.languages)
        versions: dict[str, VersionOnPage] = {}
        titles: dict[str, tuple[Passage, Title]] = {}
        for key in self.languages:
            own = [item for item, other in zip(lines, keys, strict=True) if other == key]
            if not own:
                continue
            head = self._head(own, key)
            if head.title is not None and head.read is not None:
                titles[key] = (head.title, head.read)
            versions[key] = self._with_its_title(self._version(own, head, key))
        dates = dates_of(versions, titles, self.heading_date, self.languages)
        return Transcript(self.file, self.page, versions, dates, tuple(self.removed), tuple(self.questions))

    def _without_page_lines(self, lines: Lines) -> Lines:
        """Take out the lines that belong to the website, not to the letter."""
        heading = next((i for i, (_, kind) in enumerate(lines[:_PAGE_HEAD]) if kind is LineKind.PROVENANCE), -1)
        kept: Lines = []
        for index, (line, kind) in enumerate(lines):
            if kind is LineKind.BACK_LINK:
                self._remove(line, "removed-back-link")
            elif kind is LineKind.TRANSLATED_FROM or (kind is LineKind.PROVENANCE and index == heading):
                self._read_provenance(line)
            elif index < heading and kind is LineKind.TEXT:
                self._remove_further_title(line)
            else:
                kept.append((line, kind))
        return kept

    def _read_provenance(self, line: Line) -> None:
        self._remove(line, "read-provenance")
        match = PROVENANCE.match(line.text)
        if not match:
            return
        if match["date"]:
            self.heading_date = (match["date"], line.passage.start)
        for version in match["versions"].split(";"):
            language, _, maker = version.strip().partition(":")
            if maker:
                self.makers[language.lower()] = maker.strip()

    def _remove_further_title(self, line: Line) -> None:
        self._remove(line, "removed-further-title")
        self.questions.append(f"The page has one more title: «{line.text}». Is anything to be kept of it?")
        message = f"the page has one more title, «{line.text}», in a language of which it has no text."
        self._find(faults.FURTHER_TITLE, line.passage.start, message, "nothing need be done; the receipts keep it.")

    def _head(self, lines: Lines, key: str) -> _Head:
        """Take the lines above the text off ``lines``."""
        head = _Head()
        while lines and (lines[0][1] in _HEAD) and not (len(lines) == 1 and lines[0][1] is not LineKind.TITLE):
            line, kind = lines.pop(0)
            if kind is LineKind.TITLE:
                self._title(line, head)
            elif kind is LineKind.DIVIDER:
                self._remove(line, "removed-divider")
            elif kind is LineKind.STRAY:
                self._remove(line, "removed-stray")
            else:
                read_source(line, self.page, head.below)
        self.removed.extend(head.below.removed)
        return head

    def _title(self, line: Line, head: _Head) -> None:
        if head.title is None:
            head.title, head.read = _folded(line.passage), read_title(line.text)
            return
        self._remove(line, "removed-repeated-title")
        if " ".join(line.text.rstrip(".").split()) != head.title.text.rstrip("."):
            self.questions.append(f"A second title differs from the first: «{line.text}». Which is right?")
            message = f"a second title, «{line.text}», differs from the first, «{head.title.text}»."
            hint = "the first was kept; correct titles: in the letter file if the second is right."
            self._find(faults.TITLES_DIFFER, line.passage.start, message, hint)

    def _version(self, lines: Lines, head: _Head, key: str) -> VersionOnPage:
        language = primary(self.languages[key])
        mended, suspicions = mend([line for line, _ in lines], language)
        self._report_mending(mended, suspicions)
        lines = list(zip(mended, (kind for _, kind in lines), strict=True))
        body, tail = body_and_below(lines, language)
        below = read_below(tail, self.page, language)
        self.removed.extend(below.removed)
        text = []
        for line, kind in body:
            if kind in (LineKind.STRAY, LineKind.DIVIDER):
                self._remove(line, "removed-stray" if kind is LineKind.STRAY else "removed-divider")
            else:
                text.append(line)
        segments = (*segments_of(text, self.page, language), *self._unread(below, language))
        sources = head.below
        maker = self.makers.get(key, self.makers.get(language, ""))
        machine = maker.upper() in ("AI", "MT")
        return VersionOnPage(
            title=head.title,
            segments=callers_set(segments, below.notes),
            notes=tuple(below.notes),
            documents=(*sources.documents, *below.documents),
            works=(*sources.works, *below.works),
            addressees=head.read.addressees if head.read else (),
            sender=head.read.sender if head.read else "",
            made_by="machine" if machine else "",
            taken_from="" if machine else maker,
        )

    def _with_its_title(self, version: VersionOnPage) -> VersionOnPage:
        """Take out the title of a language in which the page has nothing else."""
        if version.title is None or version.segments or version.notes:
            return version
        self._remove_further_title(Line(version.title))
        return replace(version, title=None)

    def _unread(self, below: Below, language: str) -> tuple[Segment, ...]:
        for line in below.unread:
            message = f"«{shortened(line.text)}» stands below the letter and is not understood; it was kept as text."
            hint = (
                "look at the last rows of the letter file: give the row its role, or move the words where they belong."
            )
            self._find(faults.NOT_UNDERSTOOD, line.passage.start, message, hint)
        return tuple(Segment(passage) for passage in paragraphs_of(below.unread, self.page, language))

    def _report_mending(self, lines: tuple[Line, ...], suspicions: tuple[Suspicion, ...]) -> None:
        for run in (run for line in lines for run in line.passage.runs):
            if run.act in faults.MENDED:
                rule, what = faults.MENDED[run.act]
                message = f"«{visible(run.on_page)}» was read as «{run.words}»: {what}."
                hint = "the reading of the page stands in the letter file; compare with a better copy if there is one."
                self._find(rule, run.offset, message, hint)
        for suspicion in suspicions:
            perhaps = f": perhaps «{suspicion.perhaps}»" if suspicion.perhaps else ", with letters of two alphabets"
            message = f"«{suspicion.word}» is a suspicious word{perhaps}. It was left as it stands."
            hint = f'if it is a fault of the page, write [right words]{{W="{suspicion.word}"}} in the letter file.'
            self._find(faults.SUSPICIOUS, suspicion.offset, message, hint)
            self.questions.append(f"Is «{suspicion.word}» right{perhaps}?")

    def _remove(self, line: Line, act: str) -> None:
        self.removed.append(removal(line.passage, self.page, act))

    def _find(self, rule: Rule, offset: int, message: str, hint: str) -> None:
        self.findings.append(rule.at(place(self.page, self.file, offset), message, hint))
