"""The note after the signature: where the letter is kept and printed, and how far each text can be trusted."""

from edition.book import tree
from edition.book.citations import shelfmark, work_cited
from edition.book.context import Context
from edition.book.locales import language_name
from edition.model.letter import Letter, Version, VersionRole, Witness, WitnessKind

ROLE = "source-note"


def source_note(letter: Letter, context: Context) -> tree.Parallel:
    """Write the source note of a letter in the language of each of its versions; no words where nothing is known."""
    versions = context.in_order(letter.versions)
    return tree.Parallel(tuple(_side(letter, version, context) for version in versions), ROLE)


def _side(letter: Letter, version: Version, context: Context) -> tree.Side:
    sentences = _sentences(letter, version.key, version.language, context)
    paragraphs = (tree.Para(sentences, version.language, ROLE),) if sentences else ()
    return tree.Side(version.language, paragraphs, lane=context.lane(version.key, version.language))


def _sentences(letter: Letter, key: str, language: str, context: Context) -> tuple[tree.BookInline, ...]:
    groups = [
        *(_document(witness, key, language, context) for witness in letter.witnesses),
        _printed(letter, key, language, context),
        *(_text(letter, version, language, context) for version in letter.versions),
        _date(letter, language, context),
    ]
    out: list[tree.BookInline] = []
    for group in groups:
        if group:
            out.extend((tree.Run(" "), *group) if out else group)
    return tuple(out)


def _document(witness: Witness, key: str, language: str, context: Context) -> tuple[tree.BookInline, ...]:
    if witness.kind is not WitnessKind.DOCUMENT:
        return ()
    marks = "; ".join(shelfmark(mark, key, language, context) for mark in witness.shelfmarks)
    words = context.words(language)
    kind = words.get(f"kind_{witness.document_kind}", witness.document_kind)
    stop = "" if marks.endswith(".") else "."
    return (tree.Run(f"{marks}{stop}" + (f" {words.fill('document_kind', kind=_capital(kind))}" if kind else "")),)


def _printed(letter: Letter, key: str, language: str, context: Context) -> tuple[tree.BookInline, ...]:
    listed: list[tree.BookInline] = []
    for witness in letter.witnesses:
        if witness.kind is WitnessKind.WORK:
            listed.extend((tree.Run("; "),) if listed else ())
            listed.extend(work_cited(witness.work, witness.pages, key, language, context))
            listed.append(tree.Run(f"\N{NO-BREAK SPACE}({witness.siglum})"))
    if not listed:
        return ()
    before, _, after = context.words(language)["printed"].partition("{works}")
    return (tree.Run(before), *listed, tree.Run(after))


def _text(letter: Letter, version: Version, language: str, context: Context) -> tuple[tree.BookInline, ...]:
    if version.role is VersionRole.TRANSLATION:
        return (tree.Run(_translation(version, language, context)),)
    return (tree.Run(_original(letter, version, language, context)),) if version.text_from else ()


def _original(letter: Letter, version: Version, language: str, context: Context) -> str:
    words = context.words(language)
    witness = letter.witness(version.text_from)
    kind = witness.kind if witness else WitnessKind.WORK
    name = language_name(version.language, language)
    if kind is WitnessKind.PAGE:
        copied = witness.copy_of if witness else ""
        pattern = "text_online_of" if copied else "text_online"
        text = words.fill(pattern, language=name, siglum=version.text_from, of=copied)
    else:
        pattern = "text_document" if kind is WitnessKind.DOCUMENT else "text_work"
        text = words.fill(pattern, language=name, siglum=version.text_from)
    compared = (
        words.fill("collated", sigla=", ".join(version.collated_with))
        if version.collated_with
        else words["not_collated"]
    )
    return words.fill("text_compared", text=text, compared=compared)


def _translation(version: Version, language: str, context: Context) -> str:
    words = context.words(language)
    name = language_name(version.language, language)
    if version.made_by == "machine":
        pattern = "translation_machine_revised" if version.revised_by else "translation_machine"
    elif version.made_by:
        pattern = "translation_human_revised" if version.revised_by else "translation_human"
    else:
        pattern = "translation_unknown"
    return words.fill(pattern, language=name, translator=version.made_by, reviser=version.revised_by)


def _date(letter: Letter, language: str, context: Context) -> tuple[tree.BookInline, ...]:
    words = context.words(language)
    basis = letter.date.basis
    if not letter.date.known or basis == "dateline":
        return ()
    pattern = words.get(f"date_from_{basis}") or words["date_from_source"]
    siglum = basis if letter.witness(basis) else letter.original.text_from
    return (tree.Run(pattern.replace("{siglum}", siglum)),)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
