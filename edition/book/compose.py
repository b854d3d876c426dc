"""Compose the book: the neutral tree that every output is rendered from."""

from collections.abc import Iterator

from edition.book import tree
from edition.book.context import Context
from edition.book.entry import entry, entry_title
from edition.book.front import contents, editorial_text, title_pages
from edition.book.headings import heading
from edition.book.indexes import index_divisions
from edition.book.method import colophon, method
from edition.book.sources import sources
from edition.model import anchors
from edition.model.edition import Edition
from edition.model.pagination import Pagination
from edition.settings.style import Style


def compose(edition: Edition, style: Style, pagination: Pagination) -> tree.Book:
    """Compose the book of a prepared edition whose typography has been applied.

    ``pagination`` is empty before the first layout; contents, references and index then lack their pages.
    """
    context = Context(edition, style, pagination)
    after_contents = tuple(_after_contents(context))
    titles = {
        anchors.letter(letter.id): {
            # also where the letter has no version: no reader of the contents misses a letter
            tag: entry_title(letter, key, context)
            for key, tag in context.languages.items()
        }
        for letter in edition.letters
    }
    divisions = (*title_pages(context), contents(after_contents, titles, context), *after_contents)
    return tree.Book(_metadata(context), divisions)


def _after_contents(context: Context) -> Iterator[tree.Division]:
    for text in context.edition.texts:
        if text.place == "front":
            yield editorial_text(text, context)
    yield _letters(context)
    for text in context.edition.texts:
        if text.place == "back":
            yield editorial_text(text, context)
    listed = sources(context)
    if listed:
        yield listed
    yield from index_divisions(context)
    yield method(context)
    yield colophon(context)


def _letters(context: Context) -> tree.Division:
    titles = {tag: context.words(tag)["letters"] for tag in context.languages.values()}
    return tree.Division(
        kind="letters",
        id="letters",
        matter="body",
        language=context.first_language,
        titles=titles,
        blocks=(heading(titles), *(entry(letter, context) for letter in context.edition.letters)),
    )


def _metadata(context: Context) -> tree.Metadata:
    description = context.edition.description
    first_key = next(iter(context.languages))
    return tree.Metadata(
        name=description.name,
        titles={tag: description.title[key] for key, tag in context.languages.items() if key in description.title},
        running_title={
            tag: description.short_title.get(key) or description.title.get(key, "")
            for key, tag in context.languages.items()
        },
        languages=tuple(context.languages.values()),
        contributors=tuple(
            (contributor.names.get(first_key) or next(iter(contributor.names.values())), contributor.role)
            for contributor in description.contributors
            if contributor.names
        ),
        identifier=description.identifier or f"urn:x-edition:{description.name}",
        publisher=description.publisher.get(first_key, ""),
        rights=" ".join(words.strip() for words in description.rights.values()),
        description=description.subtitle.get(first_key, ""),
        year=description.year,
    )
