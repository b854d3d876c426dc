"""Cicero's letters to his friends, his brother and Brutus: Purser's Latin with Shuckburgh's English.

The 484 letters are those of the Latin: 431 + 27 + 26. The English file of the Friends also holds the 27 to his
brother, which stand in a file of their own once more, there twice; the first printing of that file is taken. English
letters are found by book and number (``text=F:book=5:letter=7``). Where the two files number otherwise, or the
English number is a slip (three numbers stand twice, 447 is 47), ``_ELSEWHERE`` says what answers to what, after
reading both. Letter VI 10 is two in the English. Three letters have no English: IX 14, XI 13b, and XII 22a, which the
English has with XII 22. Letters are dated by the year in brackets of the Latin datelines (``-0056`` there means 56
B.C.); thirty-one have none.

Dateline and greeting are rows. Then, in this order: where both sides mark as many paragraphs, of like lengths, these
are paired (else they are other paragraphs); where the English has numbered chapters, and the Latin the same, these; a
letter of one Latin section is one row; for all others the program's own alignment pairs Latin sections with English
sentences. Greek stands in beta code in most files and is put into Greek letters.

The translator's notes are called in the English alone. What he says before a letter is a note at its greeting, with
the notes that it has itself. Latin ``note``s (two, numbers of letters joined) are notes of the Latin. The number over
an English letter, and the heading over a Latin book, stand under ``titles``.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from tests.corpora.pairing import alike, by_length, numbered
from tests.corpora.plain import CORPORA, OMITTED, Collection, Note, Plain, Row
from tests.corpora.prose import PARAGRAPH, TEI, Prose, line, name_of, paragraphs, read, the

FOLDER = CORPORA / "cicero"
_STATES = {"add": "supplied"}
_ELSEWHERE: dict[str, dict[str, tuple[str, ...]]] = {
    "F": {
        "1.5a": ("1.5",),
        "5.10a": ("5.10",),
        "5.10b": ("5.10a",),
        "6.10": ("6.10.1-3", "6.10.4-6"),
        "10.21": ("10.21.1-6",),
        "10.21a": ("10.21.7",),
        "10.34": ("10.34.1-2",),
        "10.34a": ("10.34.3-4",),
        "11.1": ("6.1 again",),
        "11.13": ("11.13.1-4",),
        "11.13a": ("11.13.4-5",),
        "11.22": ("11.22 again",),
        "12.6": ("12.1 again",),
        "12.25": ("12.25.1-5",),
        "12.25a": ("12.25.6-7",),
        "13.6": ("13.6a",),
        "13.6a": ("13.6b",),
        "13.47": ("13.447",),
        "13.159": ("13.49",),
        "15.12": ("15.7b",),
        "16.22": ("11.22",),
    },
    "Q FR": {},
    "BRUT.": {
        "1.2": ("1.2.1-3",),
        "1.2a": ("1.2.3-6",),
        "1.3": ("1.3.1-3",),
        "1.3a": ("1.3.4",),
        "1.4": ("1.4.1-3",),
        "1.4a": ("1.4.3-6",),
    },
}


def friends() -> Collection:
    """Give the letters to his friends."""
    return _collection("friends", "Epistulae ad familiares", "056", "F")


def quintus() -> Collection:
    """Give the letters to his brother."""
    return _collection("quintus", "Epistulae ad Quintum fratrem", "058", "Q FR")


def brutus() -> Collection:
    """Give the letters to and from Brutus."""
    return _collection("brutus", "Epistulae ad Brutum", "059", "BRUT.")


def latin_letters(number: str) -> Iterator[tuple[str, str, etree._Element]]:
    """Yield the Latin letters of a file: number, the heading of the book that a letter begins, element."""
    for book in read(FOLDER / f"phi0474.phi{number}.perseus-lat1.xml").iter(f"{TEI}div"):
        if book.get("subtype") == "Book":
            heading = line(the(book, "head"))
            for letter in book.findall(f"{TEI}div"):
                yield f"{book.get('n')}.{letter.get('n')}", heading, letter
                heading = ""


def english_letters(number: str, work: str) -> dict[str, etree._Element]:
    """Give the English letters of a work by number; the second of a number is called "again"."""
    letters: dict[str, etree._Element] = {}
    seen: set[str] = set()
    for letter in read(FOLDER / f"phi0474.phi{number}.perseus-eng1.xml").iter(f"{TEI}div"):
        found = re.fullmatch(r"text=(.+):book=(\w+):letter=(.+)", letter.get("n", ""))
        if found is None or found[1] != work:
            continue
        key = f"{found[2]}.{found[3]}"
        words = line(letter)
        if words not in seen:
            letters[f"{key} again" if key in letters else key] = letter
        seen.add(words)
    return letters


def _collection(name: str, title: str, number: str, work: str) -> Collection:
    english = english_letters(number, work)
    letters = tuple(
        _Letter(name, key, heading, latin, [english[k] for k in _ELSEWHERE[work].get(key, (key,)) if k in english])
        for key, heading, latin in latin_letters(number)
    )
    return Collection(name, title, {"la": "la", "en": "en-GB"}, tuple(letter.plain() for letter in letters))


@dataclass
class _Letter:
    """A letter on its way: ``english`` are none, one or two translations of it or its halves."""

    work: str
    key: str
    heading: str
    latin: etree._Element
    english: list[etree._Element]
    notes: list[Note] = field(default_factory=list)

    def plain(self) -> Plain:
        """Make the letter."""
        rows = (*self._opening(), *self._body()) if self.english else tuple(self._alone())
        sender, addressee = self._parties()
        titles = {"la": self.heading, "en": "; ".join(_line(the(part, "head")) for part in self.english)}
        book, number = self.key.split(".")
        return Plain(
            f"{self.work}-{int(book):02}-{number.zfill(3 if number.isdigit() else 4)}",
            ("la", "en") if self.english else ("la",),
            rows,
            tuple(self.notes),
            self._date(),
            sender,
            addressee,
            {key: title for key, title in titles.items() if title},
        )

    # --- notes ---------------------------------------------------------------------------------------------------

    def _called(self, language: str, paragraphs_: tuple[str, ...], kind: str) -> str:
        other = {"la": "en", "en": "la"}[language]
        name = f"n{len(self.notes) + 1}"
        self.notes.append(Note(name, kind, {language: paragraphs_, other: OMITTED}))
        return f"[^{name}]"

    def _english_note(self, note: etree._Element) -> str:
        if name_of(note) == "anchor":
            target = note.get("{http://www.w3.org/XML/1998/namespace}id")
            letter = next(note.iterancestors(f"{TEI}div"))
            note = next(part for part in letter.iter(f"{TEI}note") if part.get("target") == target)
        elif note.get("target"):
            return ""
        return self._called("en", paragraphs(Prose(language="en").raw(note)), "translator")

    def _introduction(self, epigraphs: list[etree._Element]) -> str:
        """Make one note of what the translator says before a letter, with the notes that it has."""
        inner: list[str] = []

        def keep(note: etree._Element) -> str:
            inner.append(PARAGRAPH + Prose(language="en").raw(note) + PARAGRAPH)
            return ""

        raw = "".join(PARAGRAPH + Prose(keep, language="en").raw(part) + PARAGRAPH for part in epigraphs)
        words = paragraphs(raw + "".join(inner))
        return self._called("en", words, "translator") if words else ""

    # --- rows ----------------------------------------------------------------------------------------------------

    def _opening(self) -> Iterator[Row]:
        english = Prose(self._english_note, _STATES, "en")
        latin = self._label()
        introduction = self._introduction([part for div in self.english for part in div.findall(f"{TEI}epigraph")])
        theirs = {
            kind: sum((_joined(english, div.findall(f"{TEI}opener/{TEI}{kind}")) for div in self.english), ())
            for kind in ("salute", "dateline")
        }
        if introduction:
            first = theirs["salute"]
            theirs["salute"] = (first[0] + introduction, *first[1:])
        for kind, role in (("dateline", "dateline"), ("salute", "salutation")):
            if latin[kind] or theirs[kind]:
                yield Row({"la": latin[kind] or OMITTED, "en": theirs[kind] or OMITTED}, role)

    def _label(self) -> Mapping[str, tuple[str, ...]]:
        prose = Prose(self._latin_note, _STATES, "la")
        parts = [part for part in the(self.latin, "label") if part.get("rend")]
        return {kind: _joined(prose, [p for p in parts if p.get("rend") == kind]) for kind in ("dateline", "salute")}

    def _latin_note(self, note: etree._Element) -> str:
        return self._called("la", paragraphs(Prose(language="la").raw(note)), "editor")

    def _sections(self) -> list[str]:
        prose = Prose(self._latin_note, _STATES, "la")
        body = (part for part in self.latin if name_of(part) != "label")
        return [
            "".join(prose.raw(p) for p in part.findall(f"{TEI}p"))
            if name_of(part) == "div"
            else prose._marked(part, italic=False)
            for part in body
        ]

    def _translation(self) -> str:
        prose = Prose(self._english_note, _STATES, "en")
        body = (part for div in self.english for part in _after_opener(div))
        return "".join(f"{PARAGRAPH}{prose.raw(part)}{PARAGRAPH}" for part in body)

    def _body(self) -> Iterator[Row]:
        sections, translation = self._sections(), self._translation()
        original = "\n".join(sections)
        for ours, theirs in self._pairs(sections, original, translation):
            one, other = paragraphs(ours), paragraphs(theirs)
            if one or other:
                yield Row({"la": one or OMITTED, "en": other or OMITTED})

    def _pairs(self, sections: list[str], original: str, translation: str) -> Iterator[tuple[str, str]]:
        ours, theirs = ([p for p in side.split(PARAGRAPH) if p.strip()] for side in (original, translation))
        chapters, opposite = numbered(original), numbered(translation)
        if len(ours) == len(theirs) > 1 and alike(ours, theirs):
            yield from zip(ours, theirs, strict=True)
        elif len(chapters) > 1 and [n for n, _ in chapters] == [n for n, _ in opposite]:
            yield from ((one, other) for (_, one), (_, other) in zip(chapters, opposite, strict=True))
        elif len(sections) > 1:
            yield from by_length(sections, translation)
        else:
            yield original, translation

    def _alone(self) -> Iterator[Row]:
        for role, prose in zip(("dateline", "salutation"), self._label().values(), strict=True):
            yield from (Row({"la": prose}, role),) if prose else ()
        yield from (Row({"la": words}) for words in map(paragraphs, self._sections()) if words)

    # --- head ----------------------------------------------------------------------------------------------------

    def _date(self) -> str:
        label = _line(the(self.latin, "label"))
        years = re.findall(r"\((?:a\. ?Chr\. ?)?(\d\d)\)", label)
        return f"-{int(years[0]) - 1:04}" if years else ""

    def _parties(self) -> tuple[str, str]:
        """Read writer and addressee from the English greeting: TO X, or X TO Y; whereabouts in brackets fall away."""
        if not self.english:
            return "", ""
        greeting = _line(the(self.english[0], "opener/salute")).replace("\\", "")
        greeting = re.sub(r"[({\[].*|[)\]?]", "", greeting) if not greeting.startswith("[") else greeting.strip("[]")
        writer, _, addressee = f" {greeting.strip()}".rpartition(" TO ")
        return tuple(_name(name) for name in (writer or "Cicero", addressee))  # type: ignore[return-value]


def _after_opener(letter: etree._Element) -> Iterator[etree._Element]:
    heads = 0
    for part in letter:
        name = name_of(part)
        heads += name == "head"
        if name not in {"epigraph", "opener", "note"} and not (name == "head" and heads == 1):
            yield part


def _joined(prose: Prose, parts: list[etree._Element]) -> tuple[str, ...]:
    return tuple(words for part in parts for words in paragraphs(prose.raw(part)))


def _line(element: etree._Element) -> str:
    """Give the words of an element without its notes."""
    return " ".join(paragraphs(Prose().raw(element)))


def _name(capitals: str) -> str:
    words = capitals.strip(" .,").split()
    return " ".join(word.lower() if word in {"AND", "THE", "OF"} else word.capitalize() for word in words)
