"""The names of the anchors that link text, notes, index and contents in every output.

Letters' ids are checked when they are read, so that every name here is a valid XML id and PDF destination.
"""


def letter(id: str) -> str:
    """Name the anchor of a letter."""
    return f"l-{id}"


def text(id: str) -> str:
    """Name the anchor of an editor's text."""
    return f"t-{id}"


def row(owner: str, ordinal: int) -> str:
    """Name the anchor of a row; ``owner`` is the anchor of its letter or text."""
    return f"{owner}-r{ordinal}"


def caller(owner: str, note: str, version: str) -> str:
    """Name the anchor of a note's caller in one version."""
    return f"{owner}-c-{note}-{version}"


def note(owner: str, name: str, version: str = "") -> str:
    """Name the anchor of a note, or of its side in one version."""
    return f"{owner}-n-{name}-{version}" if version else f"{owner}-n-{name}"


def mention(owner: str, ordinal: int) -> str:
    """Name the anchor of the ordinal-th mention (from 1) of a name in a letter or text."""
    return f"{owner}-m{ordinal}"


def entry(index_language: str, entity: str) -> str:
    """Name the anchor of an index entry."""
    return f"x-{index_language}-{entity}"


def work(id: str) -> str:
    """Name the anchor of a work in the list of sources."""
    return f"w-{id}"


def lemma(owner: str, ordinal: int) -> str:
    """Name the anchor of the ordinal-th lemma (from 1) of a letter's apparatus."""
    return f"{owner}-a{ordinal}"


def reading(owner: str, ordinal: int) -> str:
    """Name the anchor of the ordinal-th entry (from 1) of a letter's apparatus."""
    return f"{owner}-v{ordinal}"
