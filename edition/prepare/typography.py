"""Set the text for print: quotation marks, dashes, spaces and the places of note callers, by language.

Letters and figures never change. Words that the edition protects are not touched at all. Setting twice gives the
same as setting once.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from edition.model.edition import Description, Edition, EditorialText
from edition.model.enumerators import split_enumerator
from edition.model.inline import InLanguage, Inline, Text
from edition.model.letter import Letter
from edition.model.register import Entity, Register, Repository, Work
from edition.prepare import pieces as row
from edition.prepare.callers import place_callers
from edition.prepare.dashes import dashes
from edition.prepare.documents import ChangeContent, Place, map_letter, map_text
from edition.prepare.pieces import Piece
from edition.prepare.quotes import quotes
from edition.prepare.spaces import spaces
from edition.prepare.tape import Edit, Tape, apart

RULES: tuple[Callable[[str, str], Iterable[Edit]], ...] = (quotes, dashes, spaces)
"""The rules in their order: ``(text, language) -> edits``."""
_ROUNDS = 4


def apply_typography(edition: Edition) -> Edition:
    """Set all words of an edition: letters, notes, editor's texts, titles, registers."""
    protected = edition.description.protected
    change = _content_setter(protected)
    strings = _StringSetter(edition.description.languages, protected)
    return replace(
        edition,
        description=_description(edition.description, strings),
        letters=tuple(_letter(letter, change, strings) for letter in edition.letters),
        texts=tuple(_text(text, change, strings) for text in edition.texts),
        register=_register(edition.register, strings),
    )


def typographic(text: str, language: str, protected: Sequence[str] = ()) -> str:
    """Set one string.

    >>> typographic('Karakhan\\'s "conversation" -- out of stupidity', "en-US")
    'Karakhan’s “conversation”—out of stupidity'
    >>> typographic('Из “беседы” -- по глупости, т. Вымыслов', "ru").replace("\\xa0", "_")
    'Из «беседы»_— по глупости, т._Вымыслов'
    """
    return _set(Tape.of([text]), [language], protected).text


def set_content(content: tuple[Inline, ...], language: str, protected: Sequence[str] = ()) -> tuple[Inline, ...]:
    """Set one paragraph: marks and dashes over the borders of nodes, then the callers."""
    pieces = row.flatten(content)
    tape = Tape.of([piece.words for piece in pieces])
    languages = [_language(piece, language) for piece in pieces]
    tape = _set(tape, languages, protected)
    set_pieces = [_with_words(piece, words) for piece, words in zip(pieces, tape.words(len(pieces)), strict=True)]
    return row.rebuild(place_callers(set_pieces, language))


def _set(tape: Tape, languages: Sequence[str], protected: Sequence[str]) -> Tape:
    """Apply the rules of each language to its own pieces, until nothing changes."""
    kept = _protector(protected)
    for _ in range(_ROUNDS):
        before = tape.text
        for language in dict.fromkeys(languages):
            for rule in RULES:
                edits = rule(tape.text, language)
                tape = tape.edit(list(_allowed(tape, edits, language, languages, kept)))
        if tape.text == before:
            break
    return tape


def _allowed(
    tape: Tape,
    edits: Iterable[Edit],
    language: str,
    languages: Sequence[str],
    protected: re.Pattern[str] | None,
) -> Iterator[Edit]:
    closed = [match.span() for match in protected.finditer(tape.text)] if protected else []
    alone = len(set(languages)) == 1
    for edit in apart(edits, closed):
        own = alone or all(languages[owner] == language for owner in tape.owners[edit.start : edit.end])
        if own and row.OBJECT not in tape.text[edit.start : edit.end]:
            yield edit


def _protector(protected: Sequence[str]) -> re.Pattern[str] | None:
    words = sorted((word for word in protected if word), key=len, reverse=True)
    return re.compile("|".join(re.escape(word) for word in words)) if words else None


def _language(piece: Piece, language: str) -> str:
    inner = [step.node.language for step in piece.above if isinstance(step.node, InLanguage)]
    return inner[-1] if inner else language


def _with_words(piece: Piece, words: str) -> Piece:
    if isinstance(piece.leaf, Text):
        return replace(piece, leaf=replace(piece.leaf, content=words) if words else None)
    return piece


def _content_setter(protected: Sequence[str]) -> ChangeContent:
    def change(content: tuple[Inline, ...], place: Place) -> tuple[Inline, ...]:
        head, words = _parted(content) if place.row is not None and place.row.role == "item" else ((), content)
        return (*head, *set_content(words, place.version.language, protected))

    return change


def _parted(content: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    """Part the enumerator of an item from its words: a dash there is a mark of its own, not a dash between words."""
    first = content[0] if content else None
    if not isinstance(first, Text) or not split_enumerator(first.content)[0]:
        return (), content
    start = len(first.content) - len(split_enumerator(first.content)[1])
    rest = first.part(start, len(first.content))
    return (first.part(0, start),), ((rest, *content[1:]) if rest.content else content[1:])


@dataclass(frozen=True, slots=True)
class _StringSetter:
    """Sets the strings of mappings by language key."""

    languages: Mapping[str, str]
    protected: Sequence[str]

    def __call__(self, strings: Mapping[str, str]) -> dict[str, str]:
        return {key: self.one(text, key) for key, text in strings.items()}

    def one(self, text: str, key: str) -> str:
        return typographic(text, self.languages.get(key, key), self.protected)


def _letter(letter: Letter, change: ChangeContent, strings: _StringSetter) -> Letter:
    return replace(map_letter(letter, change), titles=strings(letter.titles))


def _text(text: EditorialText, change: ChangeContent, strings: _StringSetter) -> EditorialText:
    return replace(map_text(text, change), titles=strings(text.titles))


def _description(description: Description, strings: _StringSetter) -> Description:
    return replace(
        description,
        title=strings(description.title),
        subtitle=strings(description.subtitle),
        short_title=strings(description.short_title),
        contributors=tuple(replace(one, names=strings(one.names)) for one in description.contributors),
        publisher=strings(description.publisher),
        rights=strings(description.rights),
    )


def _register(register: Register, strings: _StringSetter) -> Register:
    return replace(
        register,
        entities={id: _entity(entity, strings) for id, entity in register.entities.items()},
        works={id: _work(work, strings) for id, work in register.works.items()},
        repositories={id: _repository(one, strings) for id, one in register.repositories.items()},
    )


def _entity(entity: Entity, strings: _StringSetter) -> Entity:
    return replace(
        entity,
        headings=strings(entity.headings),
        also={key: tuple(strings.one(text, key) for text in texts) for key, texts in entity.also.items()},
        offices=tuple(replace(office, words=strings(office.words)) for office in entity.offices),
    )


def _work(work: Work, strings: _StringSetter) -> Work:
    return replace(work, full=strings(work.full), short=strings(work.short))


def _repository(repository: Repository, strings: _StringSetter) -> Repository:
    return replace(repository, names=strings(repository.names), shorts=strings(repository.shorts))
