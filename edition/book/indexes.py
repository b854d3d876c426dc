"""Indexes of names → divisions of the book."""

from collections.abc import Iterator, Sequence

from edition.book import tree
from edition.book.context import Context
from edition.book.headings import heading
from edition.book.names import letter_title
from edition.index import build_indexes
from edition.index.entries import Entry, LetterLink, Locator, NameIndex, SeeEntry, Target
from edition.index.locators import LocatorKind
from edition.model import anchors
from edition.settings.style import FACING
from edition.settings.words import Words


def index_divisions(context: Context) -> Iterator[tree.Division]:
    """Yield one division an index: one for each alphabet, in the order of the languages of the book."""
    by_letter = context.style.settings.get("locators") == LocatorKind.LETTER
    kind = LocatorKind.LETTER if by_letter else LocatorKind.PAGE
    facing = context.style.layout == FACING
    for index in build_indexes(context.edition, context.pagination, kind, facing=facing):
        words = context.words(index.language)
        headnote = "index_headnote" if index.locators == LocatorKind.PAGE else "index_headnote_letter"
        titles = {index.language: words["index_of_names"]}
        blocks: tuple[tree.Block, ...] = (
            heading(titles),
            tree.Para((tree.Run(words[headnote]),), index.language, "headnote"),
            tree.Index(index.language, tuple(_groups(index, words, context))),
        )
        yield tree.Division("index", f"index-{index.key}", "back", index.language, titles, blocks)


def _groups(index: NameIndex, words: Words, context: Context) -> Iterator[tree.IndexGroup]:
    for group in index.groups:
        entries = (
            _see(entry, index, words) if isinstance(entry, SeeEntry) else _entry(entry, index, words, context)
            for entry in group.entries
        )
        yield tree.IndexGroup(group.letter, tuple(entries))


def _see(entry: SeeEntry, index: NameIndex, words: Words) -> tree.IndexEntry:
    see = tuple(
        (
            tree.Styled("emphasis", (tree.Run(words["see"]),)),
            tree.Run(" "),
            tree.Linked(anchor, (tree.Run(name),), role="see"),
        )
        for anchor, name in entry.targets
    )
    return tree.IndexEntry("", (tree.Run(entry.heading),), index.language, see=see)


def _entry(entry: Entry, index: NameIndex, words: Words, context: Context) -> tree.IndexEntry:
    return tree.IndexEntry(
        id=entry.anchor,
        heading=(tree.Run(entry.heading),),
        language=index.language,
        gloss=_gloss(entry, words, context),
        locators=tuple(_locator(locator, index, words, context) for locator in entry.locators),
        letters=_letters(entry, words),
    )


def _gloss(entry: Entry, words: Words, context: Context) -> tuple[tree.BookInline, ...]:
    inside: list[tree.BookInline] = []
    for key, name in entry.others.items():
        inside += [tree.Run("; ")] if inside else []
        inside.append(tree.Spoken(context.languages.get(key, key), (tree.Run(name),)))
    life = _life(entry, words)
    if life:
        inside += [tree.Run("; ")] if inside else []
        inside.append(tree.Run(life))
    out: list[tree.BookInline] = [tree.Run("("), *inside, tree.Run(")")] if inside else []
    if entry.offices:
        offices = "; ".join(entry.offices)
        out.append(tree.Run(f", {offices}" if out else offices))
    return tuple(out)


def _life(entry: Entry, words: Words) -> str:
    if entry.born and entry.died:
        return words.fill("life", born=entry.born, died=entry.died)
    if entry.born:
        return words.fill("life_born", born=entry.born)
    return words.fill("life_died", died=entry.died) if entry.died else ""


def _locator(locator: Locator, index: NameIndex, words: Words, context: Context) -> tuple[tree.BookInline, ...]:
    first = locator.targets[0]
    described = _described(first, index, words, context)
    return (tree.Linked(first.anchor, (tree.Run(locator.label),), role="locator", describes=described),)


def _described(target: Target, index: NameIndex, words: Words, context: Context) -> str:
    letter = context.edition.letter(target.letter)
    if letter is None:
        text = next((text for text in context.edition.texts if text.id == target.text), None)
        title = (text.titles.get(index.key) or next(iter(text.titles.values()), "")) if text else ""
        return words.fill("locator_describes_text", page=target.page, title=title) if target.page else title
    pattern = "locator_describes_note" if target.note else "locator_describes"
    if not target.page:
        pattern += "_unpaged"
    return words.fill(
        pattern,
        page=target.page,
        note=str(target.note),
        number=target.number,
        title=letter_title(letter, index.key, context),
    )


def _letters(entry: Entry, words: Words) -> tuple[tree.BookInline, ...]:
    out: list[tree.BookInline] = []
    for key, links in (("letters_from", entry.letters_from), ("letters_to", entry.letters_to)):
        if not links:
            continue
        before, _, after = words[key].partition("{numbers}")
        out += [tree.Run("; ")] if out else []
        out += [tree.Run(before), *_numbers(links, words), tree.Run(after)]
    return tuple(node for node in out if node != tree.Run(""))


def _numbers(links: Sequence[LetterLink], words: Words) -> Iterator[tree.BookInline]:
    for count, link in enumerate(links):
        if count:
            yield tree.Run(", ")
        label = words.fill("letter_number", number=link.number)
        yield tree.Linked(anchors.letter(link.id), (tree.Run(label),), role="locator")
