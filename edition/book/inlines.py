"""Inline nodes of the letter files → inline nodes of the book."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import assert_never

from edition.book import tree
from edition.book.citations import cited
from edition.book.context import Context
from edition.book.crossrefs import reference
from edition.model import anchors, inline
from edition.model.letter import Note

_CLOSING = re.compile(r"[.,;:]")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Place:
    """Where inline nodes stand: the anchor of the letter or text, the version, the notes and readings it owns."""

    owner: str
    key: str
    language: str
    notes: tuple[Note, ...] = ()
    readings: tuple[inline.Reading, ...] = ()
    letter_id: str = ""


def book_inlines(nodes: Iterable[inline.Inline], place: Place, context: Context) -> tuple[tree.BookInline, ...]:
    """Turn inline nodes into those of the book; every word is kept."""
    listed = tuple(nodes)
    out: list[tree.BookInline] = []
    closed = 0
    for node, after in zip_longest(listed, listed[1:]):
        if closed and isinstance(node, inline.Text):
            node = node.part(closed, len(node.content))
        closed = 0
        if isinstance(node, inline.Reference):
            closing = _CLOSING.match(after.content) if isinstance(after, inline.Text) else None
            closed = closing.end() if closing else 0
            out.extend(_reference(node, closing[0] if closing else "", place, context))
        elif node is not None:
            out.extend(_turn(node, place, context))
    return tuple(out)


def _reference(node: inline.Reference, closing: str, place: Place, context: Context) -> Iterator[tree.BookInline]:
    """Give a reference; the punctuation after it stands before the place where the letter can be found."""
    words = book_inlines(node.children, place, context)
    linked, where = reference(node.target, words, place.letter_id, place.key, place.language, context)
    yield from linked
    if closing:
        yield tree.Run(closing)
    yield from where


def textual_caller(ordinal: int) -> str:
    """Give the letter that stands for the ordinal-th reading (from 1) of a letter.

    >>> textual_caller(1), textual_caller(27)
    ('a', 'aa')
    """
    rounds, index = divmod(ordinal - 1, len(_LETTERS))
    return _LETTERS[index] * (rounds + 1)


def _turn(node: inline.Inline, place: Place, context: Context) -> Iterator[tree.BookInline]:
    match node:
        case inline.Text(content):
            yield tree.Run(content)
        case inline.LineBreak():
            yield tree.Break()
        case inline.NoteCall(name):
            yield from _caller(name, place)
        case inline.Citation():
            yield from cited(node, place.key, place.language, context)
        case inline.Emphasis(children):
            yield tree.Styled("emphasis", book_inlines(children, place, context))
        case inline.Strong(children):
            yield tree.Styled("strong", book_inlines(children, place, context))
        case inline.Reference():
            yield from _reference(node, "", place, context)
        case inline.Reading():
            yield from _lemma(node, place, context)
        case inline.Editorial(state, children):
            yield from _editorial(state, book_inlines(children, place, context))
        case inline.QueryMark() | inline.NameMark():
            yield from book_inlines(node.children, place, context)
        case inline.Mention():
            yield tree.Anchored(node.id, book_inlines(node.children, place, context))
        case inline.InLanguage(language, children):
            yield tree.Spoken(language, book_inlines(children, place, context))
        case _:
            assert_never(node)


def _caller(name: str, place: Place) -> Iterator[tree.BookInline]:
    number = next((note.number for note in place.notes if note.name == name), 0)
    if number:
        own = anchors.caller(place.owner, name, place.key)
        yield tree.Caller(own, anchors.note(place.owner, name, place.key), str(number))


def _lemma(node: inline.Reading, place: Place, context: Context) -> Iterator[tree.BookInline]:
    words = book_inlines(node.children, place, context)
    ordinal = next((i for i, other in enumerate(place.readings, 1) if other.position == node.position), 0)
    if not ordinal:
        yield from words
        return
    yield tree.Anchored(anchors.lemma(place.owner, ordinal), words)
    if context.style.apparatus_by_line:
        return
    mark = tree.Linked(anchors.reading(place.owner, ordinal), (tree.Run(textual_caller(ordinal)),))
    yield tree.Styled("superior", (mark,))


def _editorial(state: str, words: tuple[tree.BookInline, ...]) -> Iterator[tree.BookInline]:
    match state:
        case "supplied" | "gap":
            yield from (_mark("["), *(words or (tree.Run("…"),)), _mark("]"))
        case "unclear":
            yield from (*words, _mark("[?]"))
        case "sic":
            yield from (*words, _mark(" [sic]"))
        case "deleted":
            yield from (_mark("⟨"), *words, _mark("⟩"))
        case _:
            yield from words


def _mark(text: str) -> tree.BookInline:
    return tree.Styled("editorial", (tree.Run(text),))
