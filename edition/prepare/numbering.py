"""Number the letters: through by date, or with the numbers once published.

A number once published is never given to another letter. A letter that comes to light later bears the number of the
letter before it and the next free letter of the alphabet (12a, 12b); one that comes before all others the number
before the first (0a where the first is 1, 100a where it is 101).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count
from string import ascii_lowercase

from edition.model.edition import Edition
from edition.model.finding import Finding, Rule, Severity
from edition.model.letter import Letter

FIXED = "fixed"

DOUBLED = Rule(
    "L601",
    Severity.ERROR,
    "two letters bear one number",
    what="Two letter files give the same number.",
    why="Index, references and other people's footnotes cite letters by number.",
    mend="Take `number:` out of the letter that was not published under it; it then gets the number before it and a "
    "letter of the alphabet, such as 12a.",
)
NOT_IN_FORCE = Rule(
    "L602",
    Severity.WARNING,
    "a number that is not used",
    what="A letter file gives a number, but the edition numbers its letters by date.",
    why="The letter is printed under another number than its file says.",
    mend="Set `numbering: fixed` in edition.yaml, or take `number:` out of the letter.",
)

_SUFFIXED = re.compile(r"(.*\d)([a-z]{1,2})")


def number(edition: Edition) -> tuple[Edition, tuple[Finding, ...]]:
    """Give every letter its number; the letters must stand in the order of the book.

    Where numbers are fixed but no letter has one yet, they are numbered through.
    """
    letters = edition.letters
    if edition.description.numbering != FIXED:
        return _renumbered(edition, through(len(letters))), _unused(letters)
    if not any(letter.number for letter in letters):
        return _renumbered(edition, through(len(letters))), ()
    return _renumbered(edition, kept([letter.number for letter in letters])), _doubled(letters)


def through(total: int) -> list[str]:
    """Number from 1.

    >>> through(3)
    ['1', '2', '3']
    """
    return [str(ordinal) for ordinal in range(1, total + 1)]


def kept(published: Sequence[str]) -> list[str]:
    """Keep published numbers and give one to each letter that has none (the empty string).

    >>> kept(["11", "12", "", "", "13", ""])
    ['11', '12', '12a', '12b', '13', '13a']
    >>> kept(["", "1", "1a", ""]), kept(["", "101"])
    (['0a', '1', '1a', '1b'], ['100a', '101'])
    """
    taken = set(published)
    base = _before(next(number for number in published if number))
    numbers: list[str] = []
    for number in published:
        if number:
            base = _base(number)
        else:
            number = next(candidate for candidate in _suffixed(base) if candidate not in taken)
            taken.add(number)
        numbers.append(number)
    return numbers


def _suffixed(base: str) -> Iterator[str]:
    yield from (base + letter for letter in ascii_lowercase)
    yield from (base + first + second for first in ascii_lowercase for second in ascii_lowercase)
    yield from (f"{base}a{ordinal}" for ordinal in count(1))


def _base(number: str) -> str:
    match = _SUFFIXED.fullmatch(number)
    return match.group(1) if match else number


def _before(number: str) -> str:
    base = _base(number)
    return str(int(base) - 1) if base.isdecimal() and int(base) > 0 else "0"


def _renumbered(edition: Edition, numbers: Sequence[str]) -> Edition:
    letters = tuple(replace(letter, number=number) for letter, number in zip(edition.letters, numbers, strict=True))
    return replace(edition, letters=letters)


def _unused(letters: Sequence[Letter]) -> tuple[Finding, ...]:
    return tuple(
        NOT_IN_FORCE.at(
            letter.position,
            f"the letter gives number {letter.number} and is printed as number {given}.",
            "set numbering: fixed in edition.yaml, or take number: out of the letter.",
        )
        for letter, given in zip(letters, through(len(letters)), strict=True)
        if letter.number not in ("", given)
    )


def _doubled(letters: Sequence[Letter]) -> tuple[Finding, ...]:
    holders: dict[str, Letter] = {}
    findings: list[Finding] = []
    for letter in letters:
        if not letter.number:
            continue
        first = holders.setdefault(letter.number, letter)
        if first is not letter:
            message = f"number {letter.number} is also that of the letter {first.id}."
            findings.append(DOUBLED.at(letter.position, message, "take number: out of one of them."))
    return tuple(findings)
