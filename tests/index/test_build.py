"""Indexes of an edition: entries, scripts, see references, correspondents."""

from dataclasses import replace

from edition.index import Entry, NameIndex, SeeEntry, build_indexes
from edition.index.locators import LocatorKind
from edition.index.records import index_records, mention_records
from edition.model.edition import Edition
from edition.model.pagination import Page, Pagination
from edition.model.register import Office
from edition.prepare import prepare
from tests.specimens.letters import edition, letter, person

NOWHERE = Pagination()
ROWS = [
    ("salutation", "Здравствуйте, т. Сказкович!", "Greetings, Comrade Skazkovich!"),
    ("paragraph", "Притчин видел Сказковича и Притчина.", "Pritchin saw Skazkovich and Pritchin."),
    ("signature", "И. Вымыслов", "I. Vymyslov"),
]


def _entries(index: NameIndex) -> dict[str, Entry]:
    return {entry.entity: entry for group in index.groups for entry in group.entries if isinstance(entry, Entry)}


def _made(*letters_and: object, **more: object) -> Edition:
    return prepare(edition(*letters_and, **more))[0]  # type: ignore[arg-type]  # handed through


def test_one_index_a_script_with_what_is_named_and_nothing_else() -> None:
    indexes = build_indexes(_made(letter("a", ROWS)), NOWHERE)
    assert [(index.key, index.language, index.script) for index in indexes] == [
        ("ru", "ru", "Cyrl"), ("en", "en-US", "Latn"),
    ]  # fmt: skip
    assert [sorted(_entries(index)) for index in indexes] == [["pritchin", "skazkovich", "vymyslov"]] * 2


def test_correspondents_are_listed_by_letters_and_only_being_spoken_of_gives_a_locator() -> None:
    made = _made(letter("a", ROWS), letter("b", ROWS, date="1931-10-01"))
    _, english = build_indexes(made, NOWHERE)
    entries = _entries(english)
    assert [link.number for link in entries["vymyslov"].letters_from] == ["1", "2"]
    assert [link.id for link in entries["skazkovich"].letters_to] == ["a", "b"]
    assert entries["vymyslov"].locators == ()
    assert [locator.label for locator in entries["skazkovich"].locators] == ["1–2"]


def test_a_stranger_greeted_gives_a_locator() -> None:
    made = _made(letter("a", [("salutation", "Привет и Притчину!", "Greetings to Pritchin!")]))
    assert [one.label for one in _entries(build_indexes(made, NOWHERE)[0])["pritchin"].locators] == ["1"]


def test_pages_when_they_are_known_letters_when_asked() -> None:
    made = _made(letter("a", ROWS))
    pages = Pagination({"l-a-m3": Page(4, "5"), "l-a-m5": Page(5, "6")}, 9)
    for kind, labels in ((LocatorKind.PAGE, ["5–6"]), (LocatorKind.LETTER, ["1"])):
        index = build_indexes(made, pages, kind)[0]
        assert [one.label for one in _entries(index)["pritchin"].locators] == labels
        assert index.locators == kind


def test_see_references_lead_to_entries_that_are_there() -> None:
    made = _made(letter("a", [("paragraph", "Притчанян", "")]))
    russian, _ = build_indexes(made, NOWHERE)
    sees = [entry for group in russian.groups for entry in group.entries if isinstance(entry, SeeEntry)]
    assert sees == [SeeEntry("Притчанян", (("x-ru-pritchin", "Притчин, Лев Михайлович"),))]
    empty = build_indexes(_made(letter("a", [("paragraph", "Никто", "")])), NOWHERE)[0]
    assert not [entry for group in empty.groups for entry in group.entries if isinstance(entry, SeeEntry)]


def test_an_entry_says_dates_other_script_and_the_offices_of_the_time() -> None:
    offices = (
        Office({"ru": "посланник", "en": "envoy"}, "1926–1932"),
        Office({"ru": "писарь", "en": "scribe"}, "1901–1905"),
        Office({"ru": "секретарь", "en": "secretary"}, "1922–"),
    )
    one = person("n", "Небылак, Станислав", "Nebylak, Stanisław", born="1866-05-01", died="1944-08", offices=offices)
    russian, english = build_indexes(_made(letter("a", [("paragraph", "Небылак", "")]), persons=(one,)), NOWHERE)
    entry = _entries(english)["n"]
    assert (entry.heading, dict(entry.others)) == ("Nebylak, Stanisław", {"ru": "Небылак, Станислав"})
    assert (entry.born, entry.died, entry.offices) == ("1866", "1944", ("envoy", "secretary"))
    assert _entries(russian)["n"].offices == ("посланник", "секретарь")


def test_entries_not_to_be_indexed_are_left_out() -> None:
    hidden = person("p", "Притчин, Лев", indexed=False)
    assert build_indexes(_made(letter("a", ROWS), persons=(hidden,)), NOWHERE)[0].groups == ()


def test_a_heading_missing_in_latin_is_romanised() -> None:
    made = _made(letter("a", [("paragraph", "Щукин", "")]), persons=(person("s", "Щукин, Юрий"),))
    assert _entries(build_indexes(made, NOWHERE)[1])["s"].heading == "Shchukin, Iurii"


def test_groups_follow_the_alphabet() -> None:
    index = build_indexes(_made(letter("a", ROWS)), NOWHERE)[0]
    assert [(group.letter, [entry.heading for entry in group.entries]) for group in index.groups] == [
        ("В", ["Вымыслов, Иван Викторович"]),
        ("П", ["Притчанян", "Притчин, Лев Михайлович"]),
        ("С", ["Сказкович, Лазарь Моисеевич"]),
    ]


def test_mention_records_keep_the_contract() -> None:
    made = _made(letter("a", [("paragraph", "Притчина[^n]", "Pritchin's[^n]")], {"n": ("Небылак", "")}))
    assert mention_records(made.letters[0]) == [
        {"entity": "pritchin", "row": "1", "note": None, "language": "ru", "words": "Притчина"},
        {"entity": "pritchin", "row": "1", "note": None, "language": "en", "words": "Pritchin's"},
        {"entity": "nebylak", "row": None, "note": "n", "language": "ru", "words": "Небылак"},
    ]


def test_index_records_keep_the_contract() -> None:
    made = _made(letter("a", ROWS[1:]))
    made = replace(made, description=replace(made.description, volume="II"))
    records = {record["entity"]: record for record in index_records(made, Pagination({"l-a-m1": Page(4, "5")}, 9))}
    assert list(records) == ["pritchin", "skazkovich", "vymyslov"]
    assert records["pritchin"]["headings"] == {"ru": "Притчин, Лев Михайлович", "en": "Pritchin, Lev Mikhailovich"}
    assert records["pritchin"]["locators"][0] == {
        "volume": "II", "page": "5", "letter": "a", "text": None, "row": "1", "note": None, "language": "ru",
        "words": "Притчин",
    }  # fmt: skip
    assert records["pritchin"]["locators"][1]["page"] is None
    assert records["vymyslov"]["letters_from"] == ["a"]
