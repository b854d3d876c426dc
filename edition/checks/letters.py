"""Check what each letter says of itself: its id, date, order and the titles of its page."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from edition.checks._copy import Copy
from edition.model.date import Calendar, HistoricalDate
from edition.model.edition import Edition
from edition.model.finding import Finding, Rule, Severity
from edition.model.letter import Letter
from edition.prepare.forms import FormKind, forms
from edition.prepare.tokens import fold, tokens
from edition.prepare.values import WrittenDate, read_dates

DOUBLED_ID = Rule(
    "L020",
    Severity.ERROR,
    "two letters of one id",
    what="Two letter files have the same id:.",
    why="References, index and links would lead to either.",
    mend="Give one of them another id, and its file the same name.",
)
SAME_DAY = Rule(
    "L021",
    Severity.WARNING,
    "order of letters unsettled",
    what="Two letters have the same date, and no order: tells which comes first.",
    why="They are put in the order of their ids, which says nothing; numbers once published cannot be changed.",
    mend="Write order: 1, order: 2 … in the letters of that date.",
)
DATELINE_DIFFERS = Rule(
    "L022",
    Severity.WARNING,
    "date contradicts the dateline",
    what="date: of the letter says one day, the words of its dateline another.",
    why="Heading, order and running head follow date:, and the reader sees the other date below it.",
    mend="Correct date:; where the letter's own date is an error, say in a note why another is taken.",
)
NO_DATE = Rule(
    "L023",
    Severity.NOTE,
    "date unknown",
    what="The letter has no date.",
    why="It stands after all dated letters.",
    mend="If the time can be narrowed, write it: 1931, 1931-09, 1931-09-01/1931-09-20, with ~ where it is doubtful.",
)
TITLE_DATE_DIFFERS = Rule(
    "L024",
    Severity.WARNING,
    "title has another date",
    what="A title of the page names another day than date: of the letter.",
    why="Perhaps the page of another letter was imported, or one of the two dates is wrong.",
    mend="Compare with the page; correct date:, or leave the title as it is on the page and answer why in a query.",
)
TITLE_NAME_DIFFERS = Rule(
    "L025",
    Severity.WARNING,
    "title names another person",
    what="A title of the page names persons of the register, and neither writer nor addressee of the letter.",
    why="Perhaps from: or to: is wrong, or the page is that of another letter.",
    mend="Compare with the page, and correct from: and to:.",
)


def check_document(copy: Copy) -> Iterator[Finding]:
    """Find dates and names by which a letter contradicts itself."""
    letter = copy.letter
    if letter is None:
        return
    if not letter.date.known:
        yield NO_DATE.at(
            letter.at("date"), "the date of the letter is not known.", "narrow it, if you can: 1931, 1931-09."
        )
    else:
        yield from _dateline(letter, copy)
        yield from _title_dates(letter)


def check_edition(edition: Edition, copies: Sequence[Copy]) -> Iterator[Finding]:
    """Find letters that cannot be told apart by id or by order."""
    by_id: dict[str, Letter] = {}
    by_date: dict[tuple[str, int], list[Letter]] = defaultdict(list)
    for letter in sorted(edition.letters, key=lambda letter: letter.position):
        first = by_id.setdefault(letter.id, letter)
        if first is not letter:
            message = f"the id «{letter.id}» is that of another letter, {first.position.file}."
            yield DOUBLED_ID.at(letter.position, message, "give one of the two another id.")
        if letter.date.known:
            by_date[(letter.date.edtf, letter.order)].append(letter)
    languages = sorted({key for letter in edition.letters for key in letter.titles})
    bearers = {language: _bearers(edition, language) for language in languages}
    for letter in edition.letters:
        yield from _title_names(letter, bearers)
    yield from _unordered(edition, by_date)


def _unordered(edition: Edition, by_date: Mapping[tuple[str, int], list[Letter]]) -> Iterator[Finding]:
    for (date, _), letters in sorted(by_date.items()):
        if len(letters) > 1 and edition.description.numbering != "fixed":
            ids = ", ".join(letter.id for letter in letters)
            message = f"{len(letters)} letters are of {date}, and nothing tells which comes first: {ids}."
            yield SAME_DAY.at(letters[0].at("date"), message, "write order: 1, order: 2 … in these letters.")


def _dateline(letter: Letter, copy: Copy) -> Iterator[Finding]:
    """Compare the date with the datelines of the original; one of several sittings is enough."""
    if letter.date.calendar is Calendar.JULIAN:
        return
    found: list[tuple[WrittenDate, Finding]] = []
    for passage in copy.passages:
        if passage.row is None or passage.row.role != "dateline" or passage.version is not letter.original:
            continue
        for written in read_dates(passage.text, passage.language):
            message = f"the dateline says «{written.words}», and the letter is dated {letter.date.edtf}."
            finding = DATELINE_DIFFERS.at(passage.at(written.offset), message, "correct date:, or tell the reader why.")
            found.append((written, finding))
    if found and not any(_fits(written, letter.date) for written, _ in found):
        yield found[0][1]


def _title_dates(letter: Letter) -> Iterator[Finding]:
    if letter.date.calendar is Calendar.JULIAN:
        return
    for key, title in letter.titles.items():
        dates = read_dates(title, key)
        if dates and not any(_fits(written, letter.date) for written in dates):
            message = f"the title in {key} says «{dates[-1].words}», and the letter is dated {letter.date.edtf}."
            yield TITLE_DATE_DIFFERS.at(
                letter.at(f"titles.{key}"), message, "compare with the page, and correct date:."
            )


def _fits(written: WrittenDate, date: HistoricalDate) -> bool:
    """Tell whether a date as written can be a day between the first and the last that the letter's date allows."""
    years = (written.year,) if written.year else range(date.first[0], date.last[0] + 1)
    for year in years:
        first = (year, written.month, written.day or 1)
        last = (year, written.month, written.day or 31)
        if first <= date.last and date.first <= last:
            return True
    return False


def _title_names(letter: Letter, bearers: Mapping[str, Mapping[str, frozenset[str]]]) -> Iterator[Finding]:
    """Compare the names of a title with writer and addressee; ``bearers`` gives by language the bearers of a name."""
    own = {*letter.sender, *letter.addressee}
    for key, title in letter.titles.items():
        words = (fold(_bare(token.text)) for token in tokens(title) if token.capital)
        named = [ids for word in words if (ids := bearers.get(key, {}).get(word))]
        if named and not any(ids & own for ids in named):
            others = ", ".join(sorted(frozenset[str]().union(*named)))
            sent = f"from {_and(letter.sender)} to {_and(letter.addressee)}"
            message = f"the title in {key} names {others}; the letter is {sent}."
            hint = "compare with the page, and correct from: and to:."
            yield TITLE_NAME_DIFFERS.at(letter.at(f"titles.{key}"), message, hint)


def _bearers(edition: Edition, language: str) -> Mapping[str, frozenset[str]]:
    """Map every surname, in all its forms, to the persons that bear it."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for id, entity in edition.register.entities.items():
        for form in forms(entity, language, edition.description.romanisation):
            if form.kind in (FormKind.SURNAME, FormKind.DECLARED):
                bearers[fold(form.text)].add(id)
    return {name: frozenset(ids) for name, ids in bearers.items()}


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _and(ids: Sequence[str]) -> str:
    return " and ".join(ids) or "nobody"
