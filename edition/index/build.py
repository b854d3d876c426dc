"""Build the indexes of names of an edition, one for each script."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from edition.index.collate import heading_letter, sort_key
from edition.index.entries import Entry, Group, LetterLink, NameIndex, SeeEntry
from edition.index.lives import offices, time_of_letters, year
from edition.index.locators import LocatorKind, locators
from edition.index.mentions import Occurrence, collect, counted
from edition.model import anchors
from edition.model.edition import Edition
from edition.model.languages import script
from edition.model.pagination import Pagination
from edition.model.register import Entity
from edition.prepare.forms import heading_key
from edition.prepare.romanisation import SCHEMES, romanise


@dataclass(frozen=True, slots=True)
class _Ground:
    """What all indexes of an edition are made from."""

    edition: Edition
    pagination: Pagination
    kind: LocatorKind
    facing: bool
    occurrences: Mapping[str, Sequence[Occurrence]]


def build_indexes(
    edition: Edition, pagination: Pagination, kind: LocatorKind = LocatorKind.PAGE, *, facing: bool = False
) -> tuple[NameIndex, ...]:
    """Make one index of names for each script of the edition's languages, in the order of the book.

    The index of a script is in that language of the edition whose headings most entries have. Entries that nothing
    in the edition names are left out, and so are their *see* references. Before a layout (``pagination`` empty)
    locators are numbers of letters. ``facing``: the versions stand on facing pages.
    """
    occurrences: dict[str, list[Occurrence]] = defaultdict(list)
    for one in counted(collect(edition), edition):
        occurrences[one.entity].append(one)
    shown = LocatorKind(kind) if pagination.pages else LocatorKind.LETTER
    ground = _Ground(edition, pagination, shown, facing, occurrences)
    return tuple(_index(key, ground) for key in index_languages(edition))


def index_languages(edition: Edition) -> tuple[str, ...]:
    """Give the keys of the languages that have an index: one for each script.

    Where several languages share a script, the one in which most entries have headings; of equals the first.
    """
    languages = edition.description.languages
    entities = edition.register.entities.values()

    def headed(key: str) -> int:
        return sum(1 for entity in entities if key in entity.headings)

    by_script: dict[str, list[str]] = defaultdict(list)
    for key, tag in languages.items():
        by_script[script(tag)].append(key)
    return tuple(max(keys, key=headed) for keys in by_script.values())


def _index(key: str, ground: _Ground) -> NameIndex:
    tag = ground.edition.description.languages[key]
    entries = list(_entries(key, tag, ground))
    listed: list[Entry | SeeEntry] = [*entries, *_see(entries, key, tag, ground)]
    listed.sort(key=lambda entry: (sort_key(entry.heading, tag), isinstance(entry, SeeEntry)))
    groups = tuple(
        Group(letter, tuple(group))
        for letter, group in groupby(listed, key=lambda entry: heading_letter(entry.heading, tag))
    )
    return NameIndex(key, tag, script(tag), ground.kind, groups)


def _entries(key: str, tag: str, ground: _Ground) -> Iterator[Entry]:
    time = time_of_letters(ground.edition)
    for id, entity in sorted(ground.edition.register.entities.items()):
        if not entity.indexed:
            continue
        found = locators(ground.occurrences.get(id, ()), ground.pagination, ground.kind, tag, facing=ground.facing)
        sent, received = letters_of(entity, ground.edition)
        if not (found or sent or received):
            continue
        yield Entry(
            entity=id,
            anchor=anchors.entry(key, id),
            heading=heading_in(entity, key, tag, ground.edition.description.romanisation),
            others={
                other: text
                for other, text in entity.headings.items()
                if script(ground.edition.description.languages.get(other, other)) != script(tag)
            },
            born=year(entity.born, tag),
            died=year(entity.died, tag),
            offices=offices(entity, key, time),
            letters_from=sent,
            letters_to=received,
            locators=found,
        )


def heading_in(entity: Entity, key: str, tag: str, romanisation: str) -> str:
    """Give the heading of an entry in an index; where there is none, that of another language or its romanisation."""
    own = heading_key(entity, key)
    if own is not None:
        return entity.headings[own]
    same = next((other for other in entity.headings if script(other) == script(tag)), None)
    if same is not None:
        return entity.headings[same]
    if script(tag) == "Latn" and "ru" in entity.headings and romanisation in SCHEMES:
        return romanise(entity.headings["ru"], romanisation)
    return next(iter(entity.headings.values()), entity.id)


def letters_of(entity: Entity, edition: Edition) -> tuple[tuple[LetterLink, ...], tuple[LetterLink, ...]]:
    """Give the letters from and to a correspondent; none for an entry that the register does not have as one."""
    if not entity.correspondent:
        return (), ()
    sent = tuple(LetterLink(one.id, one.number) for one in edition.letters if entity.id in one.sender)
    received = tuple(LetterLink(one.id, one.number) for one in edition.letters if entity.id in one.addressee)
    return sent, received


def _see(entries: Sequence[Entry], key: str, tag: str, ground: _Ground) -> Iterator[SeeEntry]:
    """Give the other headings of the entries shown, each heading once with all entries that it may mean."""
    taken = {entry.heading for entry in entries}
    targets: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for entry in entries:
        entity = ground.edition.register.entities[entry.entity]
        own = heading_key(entity, key)
        for other in entity.also.get(own or key, ()):
            if other != entry.heading and (entry.anchor, entry.heading) not in targets[other]:
                targets[other].append((entry.anchor, entry.heading))
    for heading in sorted(targets):
        ordered = sorted(targets[heading], key=lambda target: sort_key(target[1], tag))
        if ordered and heading not in taken:
            yield SeeEntry(heading, tuple(ordered))
