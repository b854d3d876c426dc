"""Check that the style has a table of generated words for every language of the edition."""

from collections.abc import Collection, Iterator

from edition.model.edition import Edition
from edition.model.finding import Finding, Rule, Severity
from edition.model.languages import primary

NO_WORDS = Rule(
    "G020",
    Severity.ERROR,
    "language without generated words",
    what="The style has no table of words for a language of the edition: no «Index of names», no months, no «Note».",
    why="The book makes these words itself; without a table it would have gaps, or words of another language.",
    mend="Add a file words/LANGUAGE.yaml to your style, with the keys of words/en.yaml of the style it is based on.",
)


def check_words(edition: Edition, languages_with_words: Collection[str]) -> tuple[Finding, ...]:
    """Find the languages of the edition for which the style has no table of words.

    ``languages_with_words`` are the tags of the tables (``en`` serves ``en-US``).
    """
    return tuple(_without_words(edition, set(languages_with_words)))


def _without_words(edition: Edition, known: set[str]) -> Iterator[Finding]:
    for key, tag in edition.description.languages.items():
        if tag not in known and primary(tag) not in known:
            yield NO_WORDS.at(
                edition.description.position,
                f"the style has no generated words for the language «{key}» ({tag}).",
                f"add words/{primary(tag)}.yaml to the style.",
            )
