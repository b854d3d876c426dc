"""Real letters as an edition, for tests alone: enough of TEI to try the books on texts that nobody here wrote.

The importer of TEI is another matter; here only words and rows are wanted. Words for the generated parts are borrowed
from English, since nobody has written tables for Latin and Polish yet.
"""

import re
import shutil
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from edition.readers.inline import escape

ROOT = Path(__file__).parent.parent.parent
CORPORA = ROOT.parent / "shared" / "data"
TEI = "{http://www.tei-c.org/ns/1.0}"
_PRINTABLE = {ord("〈"): "⟨", ord("〉"): "⟩", 0x1001FA: None, 0x1001FB: None}
"""What an editor would do about finding G021: the brackets that are meant, no signs of a private font."""
_SILENT = {f"{TEI}note", f"{TEI}anchor"}


@dataclass(frozen=True)
class Plain:
    """A letter as rows of words: one cell a language, paragraphs in each."""

    id: str
    date: str
    rows: tuple[tuple[tuple[str, ...], ...], ...]


def words(element: etree._Element) -> str:
    """Give the words of an element without its notes, spaces as one."""
    text = "".join(_text(element)).translate(_PRINTABLE)
    return unicodedata.normalize("NFC", re.sub(r"\s+", " ", text)).strip()


def _text(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for part in element:
        if part.tag not in _SILENT and isinstance(part.tag, str):
            yield from _text(part)
        yield part.tail or ""


def serafin() -> Iterator[Plain]:
    """Yield the saltmaster's letters, paragraph against paragraph by their ids."""
    for path in sorted((CORPORA / "serafin" / "letters").glob("*.xml")):
        root = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
        sides = [
            {
                re.sub("^[st]", "", part.get("{http://www.w3.org/XML/1998/namespace}id", "")): words(part)
                for part in side.iter(f"{TEI}opener", f"{TEI}p", f"{TEI}signed", f"{TEI}salute", f"{TEI}closer")
            }
            for kind in ("source", "translation")
            for side in root.iter(f"{TEI}text")
            if side.get("type") == kind
        ]
        if len(sides) != 2:
            continue
        original, translation = sides
        rows = tuple(((text,), (translation[key],)) for key, text in original.items() if text and translation.get(key))
        date = next((d.get("when", "") for d in root.iter(f"{TEI}date") if d.get("when")), "")
        if rows:
            yield Plain(path.stem, date if re.fullmatch(r"\d{4}(-\d\d){0,2}", date) else "", rows)


def cicero(number: str) -> Iterator[Plain]:
    """Yield letters of Cicero: the whole Latin against the whole English of each, paragraph by paragraph within."""
    folder = CORPORA / "cicero"
    latin, english = (
        dict(_numbered(folder / f"phi0474.phi{number}.perseus-{language}1.xml")) for language in ("lat", "eng")
    )
    for key, original in latin.items():
        if english.get(key):
            yield Plain("letter-" + key, "", ((original, english[key]),))


def _numbered(path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.parse(path, parser).getroot()
    for div in root.iter(f"{TEI}div"):
        paragraphs = tuple(filter(None, map(words, div.iter(f"{TEI}p"))))
        if numbered := re.search(r"book=(\w+):letter=(\w+)", div.get("n", "")):
            yield f"{numbered[1]}.{numbered[2]}".lower(), paragraphs
        elif div.get("subtype") == "letter":
            book = next((a.get("n", "") for a in div.iterancestors(f"{TEI}div") if a.get("subtype") == "Book"), "")
            yield f"{book}.{div.get('n', '')}".lower(), paragraphs


def write_edition(folder: Path, languages: dict[str, str], letters: Iterable[Plain]) -> Path:
    """Write an edition of such letters; give its folder."""
    for part in ("letters", "words"):
        (folder / part).mkdir(parents=True)
    keys = ", ".join(f"{key}: {tag}" for key, tag in languages.items())
    titles = ", ".join(f"{key}: Letters" for key in languages)
    (folder / "edition.yaml").write_text(
        f"name: corpus\nlanguages: {{{keys}}}\ntitle: {{{titles}}}\n", encoding="utf-8"
    )
    (folder / "style.yaml").write_text("based_on: octavo\n", encoding="utf-8")
    for key in languages:
        if not (ROOT / "styles" / "octavo" / "words" / f"{key}.yaml").exists():
            shutil.copy(ROOT / "styles" / "octavo" / "words" / "en.yaml", folder / "words" / f"{key}.yaml")
    (folder / "registers").mkdir()
    heads = "".join(f"  {key}: Nemo\n" for key in languages)
    (folder / "registers" / "persons.yaml").write_text(f"nemo:\n{heads}", encoding="utf-8")
    for ordinal, letter in enumerate(letters, 1):
        text = "".join(_letter(letter, ordinal, tuple(languages)))
        (folder / "letters" / f"{letter.id}.yaml").write_text(text, encoding="utf-8")
    return folder


def _letter(letter: Plain, ordinal: int, keys: tuple[str, ...]) -> Iterator[str]:
    yield f"id: {letter.id}\nfrom: nemo\nto: nemo\norder: {ordinal}\n"
    yield f"date: {{when: {letter.date}, basis: editor}}\n" if letter.date else "date: unknown\n"
    yield f"versions:\n  {keys[0]}: {{role: original}}\n"
    yield "".join(f"  {key}: {{role: translation, of: {keys[0]}, made_by: Nemo}}\n" for key in keys[1:])
    yield "rows:\n"
    for row in letter.rows:
        for count, (key, cell) in enumerate(zip(keys, row, strict=True)):
            paragraphs = "\n\n".join(f"    {escape(paragraph)}" for paragraph in cell)
            yield f"{'- ' if not count else '  '}{key}: |\n{paragraphs}\n"
