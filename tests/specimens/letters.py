"""Hand-built letters of fictional people, in Russian and English, with their register."""

from collections.abc import Mapping, Sequence

from edition.model.date import HistoricalDate
from edition.model.edition import Description, Edition, EditorialText
from edition.model.letter import Cell, Letter, Note, NoteKind, Paragraph, Row, Version, VersionRole
from edition.model.position import Position
from edition.model.register import Entity, EntityKind, Register
from edition.readers.inline import parse_prose
from edition.yamlfile.nodes import Mapping as YamlMapping
from edition.yamlfile.nodes import Scalar, compose

LANGUAGES = {"ru": "ru", "en": "en-US"}
AT = Position("registers/persons.yaml")
RowWords = tuple[str, str, str]


def prose(words: str, language: str, file: str = "letters/specimen.yaml") -> tuple[Paragraph, ...]:
    """Read prose as a letter file has it, under ``|``."""
    indented = "".join(f"  {line}\n" for line in words.split("\n"))
    node, _ = compose(f"words: |\n{indented}", file)
    assert isinstance(node, YamlMapping)
    scalar = node.get("words")
    assert isinstance(scalar, Scalar)
    return parse_prose(scalar, language)[0]


def _cells(ru: str, en: str, file: str) -> tuple[Cell, ...]:
    return tuple(
        Cell(key, prose(words, LANGUAGES[key], file) if words else (), Position(file))
        for key, words in (("ru", ru), ("en", en))
    )


def _rows(rows: Sequence[RowWords], file: str) -> tuple[Row, ...]:
    return tuple(
        Row(ordinal, role, _cells(ru, en, file), Position(file), id=str(ordinal))
        for ordinal, (role, ru, en) in enumerate(rows, start=1)
    )


def _notes(notes: Mapping[str, tuple[str, str]], file: str) -> tuple[Note, ...]:
    return tuple(Note(name, NoteKind.EDITOR, _cells(*words, file), Position(file)) for name, words in notes.items())


VERSIONS = (
    Version("ru", "ru", VersionRole.ORIGINAL, AT),
    Version("en", "en-US", VersionRole.TRANSLATION, AT, of="ru"),
)


def letter(
    id: str,
    rows: Sequence[RowWords] = (),
    notes: Mapping[str, tuple[str, str]] | None = None,
    date: str = "1931-09-07",
    sender: str = "vymyslov",
    addressee: str = "skazkovich",
    number: str = "",
    order: int = 0,
) -> Letter:
    """Build a letter; a row is (role, Russian, English), a note (Russian, English)."""
    file = f"letters/{id}.yaml"
    return Letter(
        id,
        Position(file),
        (sender,),
        (addressee,),
        HistoricalDate.parse(date),
        VERSIONS,
        _rows(rows, file),
        notes=_notes(notes or {}, file),
        number=number,
        order=order,
    )


def text(id: str, rows: Sequence[RowWords], place: str = "front", order: int = 0) -> EditorialText:
    """Build an editor's text."""
    file = f"texts/{id}.yaml"
    titles = {"ru": "О тексте", "en": "On the Text"}
    return EditorialText(id, Position(file), place, titles, VERSIONS, _rows(rows, file), order=order)


def person(id: str, ru: str = "", en: str = "", **more: object) -> Entity:
    """Build an entry of the register."""
    headings = {key: heading for key, heading in (("ru", ru), ("en", en)) if heading}
    return Entity(id, EntityKind.PERSON, headings, AT, **more)  # type: ignore[arg-type]  # any field of Entity


PERSONS = (
    person("vymyslov", "Вымыслов, Иван Викторович", "Vymyslov, Ivan Viktorovich", correspondent=True),
    person("skazkovich", "Сказкович, Лазарь Моисеевич", "Skazkovich, Lazar Moiseevich", correspondent=True),
    person("nebylak", "Небылак, Станислав", "Nebylak, Stanisław"),
    person("pritchin", "Притчин, Лев Михайлович", "Pritchin, Lev Mikhailovich", also={"ru": ("Притчанян",)}),
    person("basnia", "Баснинский, Николай Николаевич", "Basninskii, Nikolai Nikolaevich"),
)


def edition(
    *letters: Letter, persons: Sequence[Entity] = PERSONS, numbering: str = "by-date", **more: object
) -> Edition:
    """Build an edition of letters with its register of persons."""
    titles = {"ru": "Письма", "en": "Letters"}
    description = Description("specimen", Position("edition.yaml"), LANGUAGES, titles, numbering=numbering)
    register = Register({one.id: one for one in persons})
    return Edition(description, letters, register, **more)  # type: ignore[arg-type]  # any field of Edition
