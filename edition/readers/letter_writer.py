"""Write a letter as the file that an editor would like to find: keys in the order of reading, prose under ``|``."""

import re
from collections.abc import Iterable, Iterator, Mapping

from edition.model.date import Calendar, HistoricalDate
from edition.model.languages import primary
from edition.model.letter import (
    Cell,
    CellState,
    Letter,
    Note,
    Query,
    Row,
    Shelfmark,
    Version,
    VersionRole,
    Witness,
    WitnessKind,
)
from edition.readers.prose_writer import write_paragraphs

_COMMENT_COLUMN = 41
_PLAIN = re.compile(r"[^\W_](?:[^\n\"'\[\]{}#&*!|>%@`\\]*[^\s:\"'\[\]{}#&*!|>%@`\\])?")
_NO_COMMENTS: Mapping[str, str] = {}


def write_letter(letter: Letter, comments: Mapping[str, str] = _NO_COMMENTS) -> str:
    """Give the YAML text of a letter file; reading it again gives the same letter.

    ``comments`` are put behind the line of a key, found by the key's path: ``date``, ``source``, ``versions/en``,
    ``notes/record/from``.
    """
    return "\n".join(_Writer(letter, comments).sections())


class _Writer:
    """Write the parts of one letter."""

    def __init__(self, letter: Letter, comments: Mapping[str, str]) -> None:
        self.letter = letter
        self.comments = comments
        self.languages = {version.key: primary(version.language) for version in letter.versions}

    def sections(self) -> Iterator[str]:
        yield self._head()
        if self.letter.titles:
            titles = (f"  {key}: {scalar(title)}" for key, title in self.letter.titles.items())
            yield self._section("titles", titles)
        yield self._section("versions", map(self._version, self.letter.versions))
        if self.letter.witnesses:
            yield self._section("source", map(self._witness, self.letter.witnesses))
        yield "rows:\n" + "\n".join(map(self._row, self.letter.rows))
        if self.letter.notes:
            yield self._section("notes", map(self._note, self.letter.notes))
        if self.letter.queries:
            yield self._section("queries", map(self._query, self.letter.queries))

    def _head(self) -> str:
        letter = self.letter
        lines = [
            self._line(0, "id", letter.id),
            self._line(0, "from", _names(letter.sender)),
            self._line(0, "to", _names(letter.addressee)),
            self._line(0, "date", _date(letter.date)),
            self._line(0, "place", scalar(letter.place or "unknown")),
        ]
        if letter.number:
            lines.append(self._line(0, "number", letter.number))
        if letter.order:
            lines.append(self._line(0, "order", str(letter.order)))
        return "\n".join(lines) + "\n"

    def _section(self, key: str, parts: Iterable[str]) -> str:
        return "\n".join([self._line(0, key, ""), *parts]) + "\n"

    def _version(self, version: Version) -> str:
        values = {"language": version.language} if version.language != version.key else {}
        values["role"] = version.role.value
        if version.role is VersionRole.TRANSLATION:
            values["of"] = version.of
        values["text_from"] = version.text_from
        values["collated_with"] = _names(version.collated_with, "none") if version.role is VersionRole.ORIGINAL else ""
        if version.role is VersionRole.TRANSLATION:
            values["made_by"] = _flow(version.made_by or "unknown")
            values["engine"] = _flow(version.engine or "unknown") if version.made_by == "machine" else ""
            values["revised_by"] = _flow(version.revised_by or "none")
        return self._line(1, version.key, _mapping(values), f"versions/{version.key}")

    def _witness(self, witness: Witness) -> str:
        values: dict[str, str] = {}
        match witness.kind:
            case WitnessKind.DOCUMENT:
                values = _shelfmarks(witness.shelfmarks) | {"kind": witness.document_kind or "unknown"}
            case WitnessKind.WORK:
                values = {"work": witness.work, "pages": _flow(witness.pages or "unknown")}
            case WitnessKind.PAGE:
                values = {"page": _flow(witness.page)}
        values["copy_of"] = witness.copy_of
        return self._line(1, witness.siglum, _mapping(values), f"source/{witness.siglum}")

    def _row(self, row: Row) -> str:
        heads = [("role", row.role)] if row.role != "paragraph" else []
        heads += [("id", row.id)] if row.id and row.id != str(row.ordinal) else []
        heads += [("level", str(row.level))] if row.level > 1 else []
        lines = [self._line(1, key, value, f"rows/{row.ordinal}/{key}") for key, value in heads]
        lines += [self._cell(cell) for cell in row.cells]
        joined = "\n".join(lines)
        return f"- {joined[2:]}\n"

    def _note(self, note: Note) -> str:
        path = f"notes/{note.name}"
        lines = [self._line(1, note.name, "", path), self._line(2, "kind", note.kind.value, f"{path}/kind")]
        if note.origin:
            lines.append(self._line(2, "from", note.origin, f"{path}/from"))
        if note.anchored_by:
            lines.append(self._line(2, "anchored_by", note.anchored_by, f"{path}/anchored_by"))
        return "\n".join([*lines, *(_indented(self._cell(cell)) for cell in note.cells)])

    def _query(self, query: Query) -> str:
        lines = [self._line(1, query.key, "")]
        if query.to:
            lines.append(self._line(2, "to", scalar(query.to)))
        lines.append(_block(2, "ask", query.ask))
        if query.answer:
            lines.append(_block(2, "answer", query.answer))
        return "\n".join(lines)

    def _cell(self, cell: Cell) -> str:
        if cell.state is not CellState.PRESENT or not cell.paragraphs:
            return f"  {cell.version}: {cell.state.value}"
        return _block(1, cell.version, write_paragraphs(cell.paragraphs, self.languages[cell.version]))

    def _line(self, depth: int, key: str, value: str, path: str = "") -> str:
        line = f"{'  ' * depth}{key}:{' ' if value else ''}{value}"
        comment = self.comments.get(path or key)
        return f"{line.ljust(_COMMENT_COLUMN - 2)}  # {comment}" if comment else line


def scalar(value: str) -> str:
    """Write a short value on its line: bare where YAML cannot misread it, else in quotes.

    >>> scalar("Письмо Л.М. Кагановичу"), scalar("Notes: a draft"), scalar("- 5")
    ('Письмо Л.М. Кагановичу', '"Notes: a draft"', '"- 5"')
    """
    if _PLAIN.fullmatch(value) and ": " not in value:
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t") + '"'


def _flow(value: str) -> str:
    """Write a short value between braces, where a comma needs quotes too."""
    return f'"{value}"' if "," in value and not scalar(value).startswith('"') else scalar(value)


def _mapping(values: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in values.items() if value) + "}"


def _names(ids: tuple[str, ...], none: str = "unknown") -> str:
    if len(ids) < 2:
        return ids[0] if ids else none
    return f"[{', '.join(ids)}]"


def _date(date: HistoricalDate) -> str:
    when = date.edtf or "unknown"
    if not date.known or (date.basis == "dateline" and not date.words and date.calendar is Calendar.GREGORIAN):
        return when
    calendar = "julian" if date.calendar is Calendar.JULIAN else ""
    words = _flow(date.words) if date.words else ""
    return _mapping({"when": when, "basis": date.basis, "words": words, "calendar": calendar})


def _shelfmarks(shelfmarks: tuple[Shelfmark, ...]) -> dict[str, str]:
    each = [
        {"archive": mark.repository}
        | {level: _flow(value) for level, value in mark.parts.items()}
        | ({"leaves": _flow(mark.leaves)} if mark.leaves else {})
        for mark in shelfmarks
    ]
    if len(each) == 1:
        return each[0]
    return {"shelfmarks": f"[{', '.join(map(_mapping, each))}]"}


def _block(depth: int, key: str, text: str) -> str:
    indentation = "  " * (depth + 1)
    lines = (f"{indentation}{line}" if line else "" for line in text.split("\n"))
    return "\n".join([f"{'  ' * depth}{key}: |", *lines])


def _indented(block: str) -> str:
    return "\n".join(f"  {line}" if line else "" for line in block.split("\n"))
