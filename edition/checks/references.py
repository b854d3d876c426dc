"""Check that references lead to a letter, and citations to a work."""

from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches

from edition.checks._copy import Copy, Passage
from edition.model.edition import Edition
from edition.model.finding import Finding, Rule, Severity
from edition.model.inline import Citation, Reference
from edition.prepare.references import LETTER, is_letter, resolve

NOWHERE = Rule(
    "R001",
    Severity.WARNING,
    "reference to nowhere",
    what="Words refer to a letter that is not in the edition, nor under letters_elsewhere: of registers/sources.yaml.",
    why="The words print as they stand, without number, page or link: the reader is not told where that letter is.",
    mend="Correct the letter's id in (letter:…), or add the letter to letters_elsewhere: with where it can be found.",
)
UNKNOWN_WORK = Rule(
    "R002",
    Severity.ERROR,
    "citation of an unknown work",
    what="[@…] cites a work that is not under works: in registers/sources.yaml.",
    why="Nothing can be printed in its place.",
    mend="Correct the work's id, or add the work to the register with a full description in each language.",
)
TO_ITSELF = Rule(
    "R003",
    Severity.WARNING,
    "reference to itself",
    what="Words in a letter or in one of its notes refer to the same letter.",
    why="The reader is sent where he is; mostly another letter of the same day was meant.",
    mend="Correct the id in (letter:…), or take the reference away and leave its words.",
)
SEVERAL_LETTERS = Rule(
    "R006",
    Severity.WARNING,
    "reference fits several letters",
    what="A reference by person and date (letter:quill@1931-08-30) fits more than one letter of the edition.",
    why="The book does not guess which is meant; the words print without number, page or link.",
    mend="Write the id of the letter that is meant.",
)
UNREADABLE = Rule(
    "R007",
    Severity.WARNING,
    "reference not readable",
    what="After letter:PERSON@ stands something that is no date.",
    why="The letter that is meant cannot be found; the words print as they stand.",
    mend="Write the date as 1931-08-30, 1931-08 or 1931, or the id of the letter.",
)
ELSEWHERE_AND_HERE = Rule(
    "R004",
    Severity.WARNING,
    "letter both here and elsewhere",
    what="A letter stands under letters_elsewhere: although the edition has a letter of that id.",
    why="References would have two places to lead to.",
    mend="Take the letter out of letters_elsewhere:.",
)
DIFFERENT_REFERENCES = Rule(
    "R005",
    Severity.WARNING,
    "references differ between versions",
    what="A row or note refers to other letters, or cites other works or pages, in one version than in another.",
    why="Readers of the two texts are sent to different places; one of them is wrong.",
    mend="Compare with the page, and make the references of both versions the same.",
)


def check_document(copy: Copy) -> Iterator[Finding]:
    """Find citations of no work, and versions that refer to different places."""
    works = copy.edition.register.works
    for passage in copy.passages:
        for node in passage.nodes:
            if isinstance(node, Citation) and node.work not in works:
                message = f"there is no work «{node.work}» in the register of sources."
                yield UNKNOWN_WORK.at(node.position, message, _nearest(node.work, tuple(works), "add it to works:"))
    for original, translation in copy.pairs:
        yield from _different(original, translation)


def check_edition(edition: Edition, copies: Sequence[Copy]) -> Iterator[Finding]:
    """Find references that lead nowhere, and letters that are said to be elsewhere and are here."""
    here = {letter.id for letter in edition.letters}
    for copy in copies:
        for passage in copy.passages:
            for node in passage.nodes:
                if isinstance(node, Reference) and is_letter(node.target):
                    yield from _letter(node, copy, here)
    for id, entry in sorted(edition.register.letters_elsewhere.items()):
        if id in here:
            message = f"the letter «{id}» is in the edition."
            yield ELSEWHERE_AND_HERE.at(entry.position, message, "take it out of letters_elsewhere:.")


def _letter(node: Reference, copy: Copy, here: Collection[str]) -> Iterator[Finding]:
    """Find out whether a reference leads to exactly one letter, and to another one."""
    id = node.target.removeprefix(LETTER)
    own = copy.letter.id if copy.letter else ""
    if id == own:
        yield TO_ITSELF.at(node.position, "the letter refers to itself.", "write the id of the letter that is meant.")
        return
    if id in here:
        return
    found = resolve(copy.edition, node.target, own)
    if found.malformed:
        yield UNREADABLE.at(node.position, f"«{id}» is no letter: {found.malformed}.", "write the letter's id.")
    elif found.ambiguous:
        message = f"«{id}» fits several letters: {', '.join(found.candidates)}."
        yield SEVERAL_LETTERS.at(node.position, message, "write the id of the letter that is meant.")
    elif not found.found:
        message = f"the reference leads to «{id}», which is neither in the edition nor elsewhere."
        known = (*sorted(here), *copy.edition.register.letters_elsewhere)
        yield NOWHERE.at(node.position, message, _nearest(id, known, "add it to letters_elsewhere:"))


def _nearest(id: str, known: Sequence[str], otherwise: str) -> str:
    near = get_close_matches(id, sorted(known), n=1)
    return f"did you mean «{near[0]}»? Else {otherwise}." if near else f"{otherwise}, or correct the id."


def _targets(passage: Passage) -> list[tuple[str, str]]:
    nodes = passage.nodes
    return sorted(
        (node.work, node.locus.replace("-", "–")) if isinstance(node, Citation) else (node.target, "")
        for node in nodes
        if isinstance(node, Citation | Reference)
    )


def _different(original: Passage, translation: Passage) -> Iterator[Finding]:
    first, second = _targets(original), _targets(translation)
    if first == second:
        return
    odd = sorted(set(first) ^ set(second)) or first or second
    named = ", ".join(" ".join(filter(None, target)) for target in odd)
    versions = f"in {original.version.key} than in {translation.version.key}"
    message = f"{translation.name} refers to other places {versions}: {named}."
    hint = "compare with the page, and make the references of both versions the same."
    yield DIFFERENT_REFERENCES.at(translation.at(0), message, hint)
