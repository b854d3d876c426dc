"""Make the indexes of names: mentions in, sorted entries with folded locators out. Neutral of every output."""

from edition.index.build import build_indexes
from edition.index.entries import Entry, Group, LetterLink, Locator, NameIndex, SeeEntry, Target

__all__ = ["Entry", "Group", "LetterLink", "Locator", "NameIndex", "SeeEntry", "Target", "build_indexes"]
