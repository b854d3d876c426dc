"""The correspondence of a saltmaster of Kraków, 1437–1459: the original with the Polish translation.

Paragraph stands against paragraph, since the two sides have the same ones in the same order. Notes are in Polish. A
note on the text (``transcription``) is called in the original alone, and marked there as Polish. A note on the matter
is called in the original at its anchor and in the translation behind the segment that answers to the one with the
anchor; its words stand under the translation. Fifteen notes point to no anchor: those of a letter are one note at its
end, a paragraph each. One anchor has ``xml:base`` where ``xml:id`` was meant, and is taken so. ``cz`` is read as
Czech. A letter's original is Latin but for one in Czech and one in Italian; their words are marked as such, in the
place of the Latin. A date of years alone (``when-custom``) is left unknown. One word parted behind a gap ("Mag<gap/>-
ne") is closed up, without the hyphen of the file's line.
"""

import re
from collections.abc import Iterator

from lxml import etree

from tests.corpora.plain import CORPORA, OMITTED, UNTRANSLATED, Collection, Note, Plain, Row
from tests.corpora.prose import TEI, XML, Prose, line, name_of, paragraphs, read, the

FOLDER = CORPORA / "serafin" / "letters"
_BLOCKS = {"opener": "address", "p": "paragraph", "signed": "signature", "postscript": "postscript"}


def serafin() -> Collection:
    """Give all letters, in the order of their numbers."""
    letters = tuple(_Letter(read(path), path.stem).plain() for path in sorted(FOLDER.glob("*.xml")))
    return Collection("serafin", "Serafin", {"la": "la", "pl": "pl"}, letters)


class _Letter:
    """One file on its way to a letter."""

    def __init__(self, root: etree._Element, id: str) -> None:
        self.root, self.id = root, id
        self.notes = {note.get("target", "").lstrip("#"): note for note in root.iter(f"{TEI}note")}
        self.sides = {side.get("type"): side for side in root.iter(f"{TEI}text") if side.get("type")}
        self.language = {"cz": "cs"}.get(tag := self.sides["source"].get(f"{XML}lang", "la"), tag)
        self.anchors: dict[str, list[str]] = {}
        self.lost: list[str] = []
        self.called: dict[str, set[str]] = {"la": set(), "pl": set()}

    def plain(self) -> Plain:
        """Make the letter of the file."""
        originals = [(role, self._original(block)) for role, block in _blocks(self.sides["source"])]
        translations = [self._translation(block) for _, block in _blocks(self.sides["translation"])]
        self.lost = [key for key in self.notes if key not in self.called["la"]]
        rows = [
            Row({"la": ours, "pl": theirs}, role)
            for (role, ours), theirs in zip(originals, translations, strict=True)
            if ours or theirs
        ]
        last = max(place for place, row in enumerate(rows) if row.cells["la"])
        rows[last] = _with_callers(rows[last], self.lost[:1])
        sent, received = (self._party(kind) for kind in ("sent", "received"))
        title = line(the(self.root, "titleStmt/title"))
        return Plain(
            self.id,
            ("la", "pl"),
            tuple(Row({key: cell or OMITTED for key, cell in row.cells.items()}, row.role) for row in rows),
            tuple(self._note(key) for key in self.notes if key not in self.lost[1:]),
            self._date(),
            sent,
            received,
            {"pl": title},
        )

    def _original(self, block: etree._Element) -> tuple[str, ...]:
        for part in block.iter(f"{TEI}seg"):
            keys = (self._key(anchor) for anchor in part.iter(f"{TEI}anchor"))
            self.anchors.setdefault(part.get(f"{XML}id", ""), []).extend(key for key in keys if key in self.notes)
        prose = paragraphs(Prose(self._call, {"add": "added"}, self.language).raw(block))
        prose = tuple(re.sub(r"(?<=\})- (?=\w)", "", words) for words in prose)
        return prose if self.language == "la" else tuple(f"[{words}]{{lang={self.language}}}" for words in prose)

    def _call(self, anchor: etree._Element) -> str:
        key = self._key(anchor)
        if key not in self.notes or key in self.called["la"]:
            return ""
        self.called["la"].add(key)
        return f"[^{key}]"

    def _key(self, anchor: etree._Element) -> str:
        return anchor.get(f"{XML}id") or anchor.get(f"{XML}base") or ""

    def _translation(self, block: etree._Element) -> tuple[str, ...]:
        for part in block.iter(f"{TEI}seg"):
            has_words = bool(line(part))
            for key in self.anchors.get(part.get("corresp", "").lstrip("#"), ()):
                if has_words and self.notes[key].get("type") != "transcription" and key not in self.called["pl"]:
                    self.called["pl"].add(key)
                    etree.SubElement(part, f"{TEI}anchor", {"type": "note", f"{XML}id": key})
        return paragraphs(Prose(lambda anchor: f"[^{self._key(anchor)}]", {"add": "added"}, "pl").raw(block))

    def _note(self, key: str) -> Note:
        keys = self.lost if key in self.lost else [key]
        words = tuple(part for each in keys for part in paragraphs(Prose(language="pl").raw(self.notes[each])))
        if key in self.called["pl"]:
            return Note(key, "editor", {"la": UNTRANSLATED, "pl": words})
        return Note(key, "editor", {"la": tuple(f"[{part}]{{lang=pl}}" for part in words), "pl": OMITTED})

    def _party(self, kind: str) -> str:
        names = self.root.findall(f".//{TEI}correspAction[@type='{kind}']/{TEI}persName")
        return " i ".join(map(line, names))

    def _date(self) -> str:
        dates = (date.get("when", "") for date in self.root.iter(f"{TEI}date"))
        date = next(filter(None, dates), "")
        return date if re.fullmatch(r"\d{4}(-\d\d){0,2}", date) else ""


def _blocks(side: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Yield the paragraphs of a side with their roles, those of postscripts one by one."""
    for block in the(side, "div"):
        name = name_of(block)
        for part in (block,) if name != "postscript" else block:
            yield _BLOCKS[name], part


def _with_callers(row: Row, keys: list[str]) -> Row:
    cell = row.cells["la"]
    if not keys or isinstance(cell, str):
        return row
    last = cell[-1] + "".join(f"[^{key}]" for key in keys)
    return Row({**row.cells, "la": (*cell[:-1], last)}, row.role)
