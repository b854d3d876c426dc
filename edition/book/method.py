"""The statement of method, written from the rules that were on and the acts of the import; and the colophon."""

from collections import Counter
from collections.abc import Iterator

from edition.book import tree
from edition.book.context import Context
from edition.book.headings import heading
from edition.book.locales import language_name
from edition.model.receipt import ACT_CLASSES
from edition.settings.words import Words

_EVERYWHERE = frozenset({"line-end"})
"""Acts that happen on every line of a page, so that their number says nothing."""


def method(context: Context) -> tree.Division:
    """Write the statement of method, in every language of the edition."""
    blocks: list[tree.Block] = [_row(("method_intro",), "paragraph", context)]
    for title, keys in _sections(context):
        paragraphs = [_row((key,), "paragraph", context) for key in keys]
        if title == "method_text":
            paragraphs.extend(_acts(context))
        if paragraphs:
            blocks.extend((_row((title,), "heading", context), *paragraphs))
    titles = {tag: context.words(tag)["method"] for tag in context.languages.values()}
    return tree.Division("method", "method", "back", context.first_language, titles, (heading(titles), *blocks))


def _sections(context: Context) -> Iterator[tuple[str, tuple[str, ...]]]:
    description = context.edition.description
    letters = context.edition.letters
    text = ["method_readings"] if any(letter.apparatus for letter in letters) else []
    if any(version.machine_unrevised for letter in letters for version in letter.versions):
        text.append("method_machine")
    yield "method_text", tuple(text)
    order = "method_order_fixed" if description.numbering == "fixed" else "method_order"
    yield "method_numbers", (order, "method_heading")
    scheme = f"method_romanisation_{description.romanisation}"
    yield "method_names", (scheme, "method_found")
    yield "method_typography", ("method_typography_rule",)


def _row(keys: tuple[str, ...], role: str, context: Context) -> tree.Parallel:
    sides = []
    for tag in context.languages.values():
        words = context.words(tag)
        text = " ".join(_sentence(key, words, context) for key in keys)
        sides.append(tree.Side(tag, (tree.Para((tree.Run(text),), tag, role),)))
    return tree.Parallel(tuple(sides), role=role)


def _sentence(key: str, words: Words, context: Context) -> str:
    machine = sorted(
        {
            version.language
            for letter in context.edition.letters
            for version in letter.versions
            if version.machine_unrevised
        }
    )
    names = [language_name(language, words.language) for language in machine]
    if key == "method_machine" and words.language.startswith("ru"):
        names = [name.lower() for name in names]
    return words.get(key).replace("{language}", ", ".join(names))


def _acts(context: Context) -> Iterator[tree.Parallel]:
    counts: Counter[str] = Counter()
    imported = [letter for letter in context.edition.letters if letter.acts]
    for letter in imported:
        for act in letter.acts:
            counts[act.kind] += act.count
    if not counts:
        return
    opening = []
    for tag in context.languages.values():
        words = context.words(tag)
        number = "in_letters_one" if len(imported) == 1 else "in_letters_many"
        text = words.fill("method_import", letters=words.fill(number, count=str(len(imported))))
        opening.append(tree.Side(tag, (tree.Para((tree.Run(text),), tag, "paragraph"),)))
    yield tree.Parallel(tuple(opening))
    for kind in sorted(counts):
        yield tree.Parallel(
            tuple(_act(kind, counts[kind], tag, context) for tag in context.languages.values()), role="item", level=1
        )


def _act(kind: str, count: int, tag: str, context: Context) -> tree.Side:
    described = ACT_CLASSES.get(kind, {})
    what = described.get(tag.split("-")[0]) or described.get("en") or kind
    if kind not in _EVERYWHERE:
        what = f"{context.words(tag).fill('act_count', what=what.rstrip('.'), count=str(count))}."
    return tree.Side(tag, (tree.Para((tree.Run(what),), tag, "item", marker=(tree.Run("–"),)),))


def colophon(context: Context) -> tree.Division:
    """Write the last page: how the book is set, how to cite it, its identifier."""
    description = context.edition.description
    blocks: list[tree.Block] = []
    for key, tag in context.languages.items():
        words = context.words(tag)
        cite = [
            ", ".join(c.names[key] for c in description.contributors if c.role == "aut" and key in c.names),
            description.title.get(key, ""),
            ", ".join(part for part in (description.publisher.get(key, ""), description.year) if part),
        ]
        cited = ". ".join(part.rstrip(".") for part in cite if part)
        blocks.append(
            tree.Para((tree.Run(words.fill("colophon_set", face=context.style.face.family)),), tag, "colophon")
        )
        blocks.append(tree.Para((tree.Run(f"{words['colophon_cite']}: {cited}."),), tag, "colophon"))
    return tree.Division("colophon", "colophon", "back", context.first_language, {}, tuple(blocks))
