"""The conversion of collections, on words that nobody wrote: it needs no collection to be there."""

from pathlib import Path

import pytest
from lxml import etree

from edition.readers.folder import load_edition
from tests.corpora.betacode import greek
from tests.corpora.ledger import difference, words_of_elements, words_of_letters
from tests.corpora.pairing import alike, by_length, numbered
from tests.corpora.plain import OMITTED, Collection, Note, Plain, Row, write_edition
from tests.corpora.prose import Prose, paragraphs

NAMESPACE = 'xmlns="http://www.tei-c.org/ns/1.0"'


def element(inside: str) -> etree._Element:
    return etree.fromstring(f"<p {NAMESPACE}>{inside}</p>")


@pytest.mark.parametrize(
    ("code", "letters"),
    [
        ("politikw/teron", "πολιτικώτερον"),
        ("*)appia/da", "Ἀππιάδα"),
        ("kwmiko\\s martu/s", "κωμικὸς μαρτύς"),
        ("gnw=qi seauto/n", "γνῶθι σεαυτόν"),
        ("ἔπος", "ἔπος"),
    ],
)
def test_beta_code_becomes_greek(code: str, letters: str) -> None:
    assert greek(code) == letters


@pytest.mark.parametrize(
    ("tei", "prose"),
    [
        ("a<lb/> [b] *", ("a \\[b\\] \\*",)),
        ('one<milestone unit="para"/>two', ("one", "two")),
        ("<hi>words</hi> <supplied>lost</supplied>", ("*words* [lost]{.supplied}",)),
        ('<foreign xml:lang="greek">ti/ </foreign>b', ("[τί]{lang=grc} b",)),
        ("so:<quote><l>a</l><l>b</l></quote>c", ("so:\\\na\\\nb\\\nc",)),
        ("word <note>n</note> more, word <note>n</note>.", ("word[^n] more, word[^n].",)),
        ("<gap/> end", ("[]{.gap} end",)),
    ],
)
def test_tei_becomes_prose(tei: str, prose: tuple[str, ...]) -> None:
    assert paragraphs(Prose(lambda note: f"[^{note.text}]").raw(element(tei))) == prose


def test_numbered_parts_are_cut() -> None:
    raw = Prose().raw(element('<milestone unit="section" n="1"/>a<milestone unit="chapter" n="2"/>b'))
    assert numbered(raw) == (("1", "a"), ("2", "b"))


def test_paragraphs_of_like_lengths_answer_to_each_other() -> None:
    assert alike(["a" * 300, "b" * 900], ["c" * 400, "d" * 1200])
    assert not alike(["a" * 300, "b" * 900], ["c" * 1200, "d" * 400])


def test_sentences_are_paired_with_parts_and_none_is_lost() -> None:
    parts = ["Primum iter longum fuit per silvas. ", "Deinde Vymyslov 12 libros emit. Nihil aliud emit."]
    pairs = list(
        by_length(parts, "At first the way through the woods was long.[^n] Then Vymyslov bought 12 books. No more.")
    )
    assert pairs == [
        ("Primum iter longum fuit per silvas. ", "At first the way through the woods was long.[^n]"),
        ("Deinde Vymyslov 12 libros emit. Nihil aliud emit.", " Then Vymyslov bought 12 books. No more."),
    ]


def test_an_edition_is_written_that_can_be_read_and_has_every_word(tmp_path: Path) -> None:
    note = Note("n1", "editor", {"la": OMITTED, "en": ("a note",)})
    letter = Plain("one", ("la", "en"), (Row({"la": ("verba",), "en": ("words[^n1]",)}),), (note,), "-0055", "Quill")
    alone = Plain("two", ("la",), (Row({"la": ("sola", "verba")}),))
    languages = {"la": "la", "en": "en-GB"}
    edition, findings = load_edition(
        write_edition(tmp_path / "edition", Collection("specimen", "Specimen", languages, (letter, alone)))
    )
    assert edition is not None
    assert findings == ()
    source = [element("verba <hi>words</hi>"), element("<note>a note</note>sola"), element("verba")]
    assert difference(words_of_elements(source), words_of_letters(edition)) == ""
    assert difference(words_of_letters(edition), words_of_elements(source)) == ""
    assert difference(words_of_elements([element("lost words")]), words_of_letters(edition)) == "lost 1"
