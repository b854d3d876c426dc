"""Generated letter files of people who never lived, with the words that must come back from them.

``letters()`` gives files in the documented format: both scripts, roles, lists, verse, notes, readings, queries, marks
in marks, and signs that only look like marks.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from hypothesis import strategies as st

from edition.model.letter import ROLES
from edition.readers.inline import escape

LANGUAGES = {"ru": "ru", "en": "en-US"}

_WORDS = {
    "ru": ("Получил", "письмо", "Вымыслова", "Квилл", "ёлка", "т.", "«ящик»", "—", "1½", "№", "29/IX-31", "нрзб", "Щ"),
    "en": ("I", "received", "Vymyslov's", "letter", "Quill", '"box"', "--", "naïve", "[sic]", "2)", "&amp;", "<b>"),
}
_SIGNS = st.characters(categories=("L", "N", "P", "S"), exclude_characters="\ufffd")
_KINDS = ("words", "words", "emphasis", "strong", "reading", "query", "name", "state", "note", "nest")
_PLAIN = st.characters(categories=("L", "N"))


@dataclass(frozen=True, slots=True)
class GeneratedLetter:
    """A letter file as text, and what must be read from it.

    ``rows`` and ``notes`` hold, by ordinal or name and by version, the words of each paragraph as ``plain`` gives
    them; ``readings`` the (lemma, siglum, reading) of all rows in order.
    """

    id: str
    text: str
    rows: Mapping[tuple[int, str], tuple[str, ...]]
    notes: Mapping[tuple[str, str], tuple[str, ...]]
    readings: tuple[tuple[str, str, str], ...]
    roles: tuple[str, ...]
    queries: tuple[str, ...]

    @property
    def file(self) -> str:
        """The name under which an edition would keep it."""
        return f"letters/{self.id}.yaml"


@dataclass(slots=True)
class _Prose:
    """Paragraphs as they are written, and their plain words."""

    lines: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    readings: list[tuple[str, str, str]] = field(default_factory=list)
    queries: list[str] = field(default_factory=list)


def words(language: str) -> st.SearchStrategy[str]:
    """Give a few words between single spaces: likely ones, and any signs at all."""
    likely = st.sampled_from(_WORDS[language])
    odd = st.text(_SIGNS, min_size=1, max_size=6).map(_composed).filter(_keeps_to_itself)
    return st.lists(st.one_of(likely, likely, likely, odd), min_size=1, max_size=6).map(" ".join)


def _composed(word: str) -> str:
    return unicodedata.normalize("NFC", word)


def _keeps_to_itself(word: str) -> bool:
    """Tell whether a word stays as it is in NFC wherever it stands."""
    return unicodedata.normalize("NFC", f"*{word}*") == f"*{word}*" and bool(word)


def _marked_words(language: str) -> st.SearchStrategy[str]:
    likely = st.sampled_from([word for word in _WORDS[language] if word.isalpha()])
    odd = st.text(_PLAIN, min_size=1, max_size=6).map(_composed).filter(_keeps_to_itself)
    return st.lists(st.one_of(likely, odd), min_size=1, max_size=3).map(" ".join)


@st.composite
def _piece(draw: st.DrawFn, language: str, notes: tuple[str, ...]) -> tuple[str, str, _Prose]:
    """Give one piece of a sentence: as written, in plain words, and what it says besides."""
    said = _Prose()
    kind = draw(st.sampled_from(_KINDS))
    inside = draw(_marked_words(language))
    match kind:
        case "words":
            inside = draw(words(language))
            return escape(inside), inside, said
        case "emphasis" | "strong":
            mark = "*" if kind == "emphasis" else "**"
            return f"{mark}{inside}{mark}", inside, said
        case "reading":
            reading = draw(st.one_of(st.just(""), words(language)))
            said.readings.append((inside, "W", reading))
            written = reading.replace("\\", "\\\\").replace('"', '\\"')
            return f'[{inside}]{{W="{written}"}}', inside, said
        case "query":
            key = f"q{draw(st.integers(1, 3))}"
            said.queries.append(key)
            return f"[{inside}]{{q={key}}}", inside, said
        case "name":
            return f"[{inside}]{{who={draw(st.sampled_from(('vymyslov', 'quill', 'none')))}}}", inside, said
        case "state":
            return f"[{inside}]{{.{draw(st.sampled_from(('supplied', 'unclear', 'sic')))}}}", inside, said
        case "nest":
            return f"[*{inside}* [{inside}]{{.sic}}]{{who=quill lang=fr}}", f"{inside} {inside}", said
        case _:
            called = f"[^{draw(st.sampled_from(notes))}]" if notes else ""
            return f"{escape(inside)}{called}", inside, said


@st.composite
def _paragraph(draw: st.DrawFn, language: str, notes: tuple[str, ...], verse: bool) -> _Prose:
    """Give a paragraph of one to three lines, which are sentences or lines of verse."""
    prose = _Prose()
    plain: list[str] = []
    count = draw(st.integers(1, 3))
    for ordinal in range(count):
        pieces = draw(st.lists(_piece(language, notes), min_size=1, max_size=3))
        line = " ".join(written for written, _, _ in pieces)
        prose.lines.append(line + ("\\" if verse and ordinal < count - 1 else ""))
        plain.append(" ".join(bare for _, bare, _ in pieces))
        for _, _, said in pieces:
            prose.readings.extend(said.readings)
            prose.queries.extend(said.queries)
    prose.paragraphs = [("\n" if verse else " ").join(plain)]
    return prose


@st.composite
def _prose(draw: st.DrawFn, language: str, notes: tuple[str, ...] = (), verse: bool = False) -> _Prose:
    """Give one or two paragraphs, a blank line between them."""
    prose = _Prose()
    for ordinal in range(draw(st.integers(1, 2))):
        paragraph = draw(_paragraph(language, notes, verse))
        prose.lines.extend(["", *paragraph.lines] if ordinal else paragraph.lines)
        prose.paragraphs.extend(paragraph.paragraphs)
        prose.readings.extend(paragraph.readings)
        prose.queries.extend(paragraph.queries)
    return prose


def _block(key: str, prose: _Prose, indentation: int) -> list[str]:
    blank = " " * indentation
    return [f"{blank}{key}: |", *(f"{blank}  {line}" if line else "" for line in prose.lines)]


@st.composite
def letters(draw: st.DrawFn, max_rows: int = 5) -> GeneratedLetter:
    """Give a whole letter file in the documented format."""
    day = draw(st.dates())
    id = f"{day.isoformat()}-{draw(st.sampled_from(('quill', 'vymyslov')))}"
    names = tuple(draw(st.lists(st.sampled_from(("box", "cat", "n3")), unique=True, max_size=3)))
    lines = [f"id: {id}", "from: vymyslov", "to: quill", f"date: {day.isoformat()}", *_head(draw(words("ru")))]
    roles = tuple(draw(st.lists(st.sampled_from(ROLES), min_size=1, max_size=max_rows)))
    rows: dict[tuple[int, str], tuple[str, ...]] = {}
    notes: dict[tuple[str, str], tuple[str, ...]] = {}
    readings: list[tuple[str, str, str]] = []
    queries: set[str] = set()
    lines.append("rows:")
    for ordinal, role in enumerate(roles, start=1):
        lines.append(f"- role: {role}")
        for language in LANGUAGES:
            if language == "en" and draw(st.integers(0, 9)) == 0:
                lines.append("  en: untranslated")
                continue
            prose = draw(_prose(language, names, verse=role == "verse"))
            lines.extend(_block(language, prose, 2))
            rows[(ordinal, language)] = tuple(prose.paragraphs)
            readings.extend(prose.readings)
            queries.update(prose.queries)
    lines.extend(["notes:"] if names else [])
    for name in names:
        lines.extend([f"  {name}:", "    kind: editor"])
        for language in LANGUAGES:
            prose = draw(_prose(language))
            lines.extend(_block(language, prose, 4))
            notes[(name, language)] = tuple(prose.paragraphs)
            queries.update(prose.queries)
    lines.extend(_questions(sorted(queries)))
    text = "\n".join(lines) + "\n"
    return GeneratedLetter(id, text, rows, notes, tuple(readings), roles, tuple(sorted(queries)))


def _head(title: str) -> list[str]:
    quoted = title.replace("'", "''")
    return [
        "titles:",
        f"  ru: '{quoted}'",
        "versions:",
        "  ru: {role: original, text_from: W}",
        "  en: {language: en-US, role: translation, of: ru, text_from: W, made_by: machine, engine: unknown}",
        "source:",
        "  W: {page: pages/invented.txt}",
    ]


def _questions(keys: list[str]) -> list[str]:
    lines = ["queries:"] if keys else []
    for key in keys:
        lines.extend([f"  {key}:", "    ask: |", "      Is this so?"])
    return lines
