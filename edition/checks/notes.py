"""Check notes against their callers."""

from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches

from edition.checks._copy import Copy, Passage
from edition.model.finding import Finding, Rule, Severity
from edition.model.inline import NoteCall
from edition.model.letter import CellState, Note, NoteKind, Version

NO_NOTE = Rule(
    "N001",
    Severity.ERROR,
    "caller without a note",
    what="[^name] stands in the text, and there is no note of that name under notes:.",
    why="A number would be printed that leads to nothing.",
    mend="Correct the name, write the note under notes:, or take the caller away.",
)
CALLED_TWICE = Rule(
    "N002",
    Severity.ERROR,
    "note called twice",
    what="One note has two callers in the same version.",
    why="A note has one number and one place at the foot of the page; the way back from it would be doubtful.",
    mend="Keep the first caller, or make a second note that refers to the first.",
)
NO_CALLER = Rule(
    "N003",
    Severity.ERROR,
    "note without a caller",
    what="A note stands under notes:, and [^name] stands in no row of any version.",
    why="The note would not be printed, and its words would be lost.",
    mend="Put [^name] right after the words that the note explains, in each version, or remove the note.",
)
CALLER_MISSING = Rule(
    "N004",
    Severity.ERROR,
    "caller missing in one version",
    what="A note is called in one version; in another it has words and no caller.",
    why="A note of both languages stands in each on its side; without its caller one side would lose it.",
    mend="Put [^name] after the same words of the other version, or remove the note's words in that language.",
)
CALLER_ELSEWHERE = Rule(
    "N005",
    Severity.WARNING,
    "callers in different rows",
    what="The caller of a note stands in one row in one version and in another row in the other.",
    why="The two sides of the note would explain different words, perhaps on different pages.",
    mend="Put the caller after the same words in both versions.",
)
WORDS_MISSING = Rule(
    "N006",
    Severity.WARNING,
    "note without words in one version",
    what="A note is called in a version in whose language it has no words.",
    why="That version would have a number that leads to an empty note, or to a note in the other language.",
    mend="Write the note in that language, or say untranslated.",
)
EMPTY = Rule(
    "N007",
    Severity.ERROR,
    "empty note",
    what="A note has no words in any version.",
    why="A number would be printed that leads to nothing.",
    mend="Write the note, or remove it and its callers.",
)
NO_ORIGIN = Rule(
    "N008",
    Severity.WARNING,
    "earlier note without origin",
    what="A note of kind earlier does not say from which edition it comes.",
    why="The book marks such a note with the siglum of the edition that has it.",
    mend="Add from: with the siglum, as it stands under source:.",
)
OTHER_ORDER = Rule(
    "N009",
    Severity.NOTE,
    "callers in another order",
    what="Two callers stand in another order in a translation than in the original.",
    why="Numbers follow the original, so that in the translation a later number would come first.",
    mend="Where the sentence allows, move a caller; else leave it as it is.",
)
CALL_IN_NOTE = Rule(
    "N010",
    Severity.ERROR,
    "note called from a note",
    what="[^name] stands in the words of a note.",
    why="Notes hang on the text of a letter; a note upon a note has no place on the page.",
    mend="Take the second note's words into the first, or call it from the text.",
)


def check_document(copy: Copy) -> Iterator[Finding]:
    """Find callers and notes that do not answer to each other."""
    notes = {note.name: note for note in copy.document.notes}
    calls = {version.key: tuple(_calls(copy, version)) for version in copy.document.versions}
    yield from _unanswered(copy, notes)
    for passages in calls.values():
        yield from _twice(passages)
    for note in copy.document.notes:
        yield from _note(note)
        yield from _called(note, copy, calls)
    yield from _order(copy, calls)


_Calls = tuple[tuple[NoteCall, Passage], ...]


def _calls(copy: Copy, version: Version) -> Iterator[tuple[NoteCall, Passage]]:
    """Yield the callers in the rows of a version, in reading order."""
    for passage in copy.passages:
        if passage.row is not None and passage.version is version:
            for node in passage.nodes:
                if isinstance(node, NoteCall):
                    yield node, passage


def _unanswered(copy: Copy, notes: dict[str, Note]) -> Iterator[Finding]:
    for passage in copy.passages:
        for node in passage.nodes:
            if not isinstance(node, NoteCall):
                continue
            if passage.note is not None:
                message = f'the note "{passage.note.name}" calls a note, [^{node.name}].'
                yield CALL_IN_NOTE.at(node.position, message, "take those words into this note.")
            elif node.name not in notes:
                near = get_close_matches(node.name, sorted(notes), n=1)
                hint = f'did you mean "{near[0]}"?' if near else f"write the note under notes:, as {node.name}:."
                yield NO_NOTE.at(node.position, f'there is no note "{node.name}".', hint)


def _twice(calls: _Calls) -> Iterator[Finding]:
    seen: Counter[str] = Counter()
    for call, passage in calls:
        seen[call.name] += 1
        if seen[call.name] > 1:
            message = f'the note "{call.name}" is called a second time in {passage.version.key}.'
            yield CALLED_TWICE.at(call.position, message, "keep one caller in each version.")


def _note(note: Note) -> Iterator[Finding]:
    if not any(cell.text.strip() for cell in note.cells):
        yield EMPTY.at(note.position, f'the note "{note.name}" has no words.', "write it, or remove it.")
    if note.kind is NoteKind.EARLIER and not note.origin:
        message = f'the note "{note.name}" is of an earlier edition, and does not say of which.'
        yield NO_ORIGIN.at(note.position, message, "add from: with the siglum of that edition.")


def _called(note: Note, copy: Copy, calls: dict[str, _Calls]) -> Iterator[Finding]:
    """Compare the callers of one note in all versions."""
    places = {
        key: (call, passage)
        for key, found in calls.items()
        for call, passage in reversed(found)
        if call.name == note.name
    }
    if not places:
        hint = f"put [^{note.name}] after the words it explains, or remove the note."
        yield NO_CALLER.at(note.position, f'note "{note.name}" hangs on no words.', hint)
        return
    for version in copy.document.versions:
        cell = note.cell(version.key)
        has_words = cell is not None and bool(cell.text.strip())
        if version.key in places and not has_words and (cell is None or cell.state is CellState.PRESENT):
            message = f'the note "{note.name}" is called in {version.key} and has no words there.'
            hint = f"write the note in {version.key}, or say {version.key}: untranslated."
            yield WORDS_MISSING.at(places[version.key][0].position, message, hint)
        elif version.key not in places and has_words and cell is not None:
            message = f'the note "{note.name}" has words in {version.key} and no caller there.'
            hint = f"put [^{note.name}] after the same words in {version.key}."
            yield CALLER_MISSING.at(cell.position, message, hint)
    yield from _rows(note, copy, places)


def _rows(note: Note, copy: Copy, places: dict[str, tuple[NoteCall, Passage]]) -> Iterator[Finding]:
    for version in copy.document.versions:
        source = copy.version_of(version)
        if source and version.key in places and source.key in places:
            call, passage = places[version.key]
            other = places[source.key][1]
            if other.key != passage.key:
                places_named = f"on {passage.name} in {version.key}, on {other.name} in {source.key}"
                hint = "put the caller after the same words in both versions."
                yield CALLER_ELSEWHERE.at(call.position, f'note "{note.name}" hangs {places_named}.', hint)


def _order(copy: Copy, calls: dict[str, _Calls]) -> Iterator[Finding]:
    """Compare the order of the callers that stand in the same row of both versions."""
    for version in copy.document.versions:
        source = copy.version_of(version)
        if source is None:
            continue
        rank = {(call.name, passage.key): place for place, (call, passage) in enumerate(calls[source.key])}
        latest = -1
        for call, passage in calls[version.key]:
            place = rank.get((call.name, passage.key), latest)
            if place < latest:
                message = f'the caller of "{call.name}" comes later in {version.key} than in {source.key}.'
                yield OTHER_ORDER.at(call.position, message, "move the caller, where the sentence allows it.")
            latest = max(latest, place)
