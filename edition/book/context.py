"""What every part of ``compose`` needs to know: the edition, its style, and the pages as far as they are known."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from edition.book.surnames import count_surnames
from edition.model.edition import Edition
from edition.model.letter import Version
from edition.model.pagination import Pagination
from edition.settings.style import Style
from edition.settings.words import Words


@dataclass(frozen=True, slots=True)
class Context:
    """The values that compose reads from; nothing here changes while a book is made."""

    edition: Edition
    style: Style
    pagination: Pagination
    surnames: Mapping[str, Mapping[str, int]] = field(init=False, repr=False, compare=False)
    """How many correspondents bear each surname, by language key."""

    def __post_init__(self) -> None:
        """Count the surnames once: every heading of a letter asks for them."""
        object.__setattr__(self, "surnames", count_surnames(self.edition))

    @property
    def languages(self) -> Mapping[str, str]:
        """The edition's languages: key → tag, in the order of the book."""
        return self.edition.description.languages

    @property
    def first_language(self) -> str:
        """The tag of the language that comes first in the book."""
        return next(iter(self.languages.values()))

    def in_order(self, versions: Iterable[Version]) -> tuple[Version, ...]:
        """Put the versions of a letter or text in the order of the book's languages: each stands in its lane."""
        keys = list(self.languages)
        return tuple(sorted(versions, key=lambda each: keys.index(each.key) if each.key in keys else len(keys)))

    def lane(self, key: str, language: str) -> str:
        """Give the tag of the book's language that goes by a version's key, if it is not the version's own."""
        tag = self.languages.get(key, language)
        return "" if tag == language else tag

    def words(self, language: str) -> Words:
        """Give the generated words of a language; those of English where the style has no table for it.

        The lack itself is a finding of the checks (G020), so nothing is replaced in silence.
        """
        return self.style.words(language) or Words(language, self.style.tables.get("en", {}))

    def page_label(self, anchor: str) -> str:
        """Give the printed label of the page on which an anchor stands; empty before the first layout."""
        page = self.pagination.page(anchor)
        return page.label if page else ""
