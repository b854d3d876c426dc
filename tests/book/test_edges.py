"""Editions that are smaller, larger or odder than most: each makes a book."""

from pathlib import Path

import pytest

from tests.book.composing import composed, written

TWO = "name: a\nlanguages: {ru: ru, en: en-US}\ntitle: {ru: Письма, en: Letters}\n"
LETTER = """\
id: a
from: quill
to: reed
date: 1921-05-04
versions:
  ru: {role: original, text_from: W}
  en: {role: translation, of: ru, text_from: W, made_by: Ada Quill}
source:
  W: {work: volume, pages: 5}
rows:
- ru: |
    Иду.
  en: |
    I am going.
"""
PERSONS = """\
quill: {ru: "Квилл, Ада", en: "Quill, Ada", index: correspondent}
reed: {ru: "Рид, Том", en: "Reed, Tom", index: correspondent}
"""
SOURCES = "works:\n  volume: {ru: Том, en: Volume, short: {ru: Т., en: Vol.}}\n"


def edition(folder: Path, **files: str) -> Path:
    """Write a small edition, with some of its files in other words."""
    usual = {"edition": TWO, "letters__a": LETTER, "registers__persons": PERSONS, "registers__sources": SOURCES}
    return written(folder, **{**usual, **files})


def test_no_letters_no_register_no_texts(tmp_path: Path) -> None:
    log = composed(written(tmp_path, edition=TWO))
    assert "=== letters" in log
    assert "=== sources" not in log
    assert "--- letter" not in log


def test_one_language_only(tmp_path: Path) -> None:
    letter = LETTER.replace("  en: {role: translation, of: ru, text_from: W, made_by: Ada Quill}\n", "")
    letter = letter.replace("  en: |\n    I am going.\n", "")
    log = composed(edition(tmp_path, edition="name: a\nlanguages: {ru: ru}\ntitle: {ru: Письма}\n", letters__a=letter))
    assert "ru entry-title: Квилл — Риду" in log
    assert "en" not in {line.split(" ")[0].strip() for line in log.splitlines()}
    assert log.count("=== index") == log.count("=== title-page") == 1


def test_three_languages(tmp_path: Path) -> None:
    """A person without a heading in the third is named by the one of the same script."""
    letter = LETTER.replace("rows:", "  X: {work: volume}\nrows:", 1)
    letter = letter.replace("source:", "  fr: {role: translation, of: ru, text_from: W, made_by: Tom}\nsource:")
    letter += "  fr: |\n    J’y vais.\n"
    own = Path(__file__).parents[2] / "styles" / "octavo" / "words" / "en.yaml"
    folder = edition(
        tmp_path,
        edition="name: a\nlanguages: {ru: ru, en: en-GB, fr: fr}\ntitle: {ru: Письма, en: Letters, fr: Lettres}\n",
        letters__a=letter,
        words__fr=own.read_text(encoding="utf-8").replace("MMMM d, y", "d MMMM y"),
    )
    log = composed(folder)
    assert "fr paragraph: J’y vais." in log
    assert "fr entry-title: Quill to Reed" in log
    assert "fr entry-date: 4~mai 1921" in log
    assert "en-US" not in log
    assert log.count("=== index") == 2


def test_a_letter_with_one_version(tmp_path: Path) -> None:
    letter = LETTER.replace("  en: {role: translation, of: ru, text_from: W, made_by: Ada Quill}\n", "")
    log = composed(edition(tmp_path, letters__a=letter.replace("  en: |\n    I am going.\n", "")))
    assert "    1. Квилл — Риду, 4~мая 1921~г. / 1. Quill to Reed, May~4, 1921 … – → l-a" in log
    assert "I am going" not in log
    assert "en-US entry-title" not in log


def test_a_letter_in_the_english_of_another_country(tmp_path: Path) -> None:
    letter = LETTER.replace("en: {role", "en: {language: en-GB, role")
    log = composed(edition(tmp_path, letters__a=letter))
    assert "running head, en-GB: 1 · 4~May 1921" in log
    assert "en-GB entry-date: 4~May 1921" in log
    assert "en-US title: Letters" in log


def test_a_note_called_in_the_translation_only_leads_back_to_it_only(tmp_path: Path) -> None:
    letter = LETTER.replace("I am going.", "I am going[^why].") + (
        "notes:\n  why:\n    kind: translator\n    ru: untranslated\n    en: |\n      Nobody knows.\n"
    )
    log = composed(edition(tmp_path, letters__a=letter))
    assert "en-US paragraph: I am going.[1 → l-a-n-why-en]" in log
    assert "note 1 (translator), called from –, l-a-c-why-en" in log


def test_a_note_that_one_version_leaves_out_says_nothing_there(tmp_path: Path) -> None:
    letter = LETTER.replace("I am going.", "I am going[^why].") + (
        "notes:\n  why:\n    kind: translator\n    ru: omitted\n    en: |\n      Nobody knows.\n"
    )
    log = composed(edition(tmp_path, letters__a=letter))
    assert "Nobody knows." in log
    assert "[не переведено]" not in log
    assert "[в этой версии нет]" not in log


def test_the_back_of_a_leaf_in_the_words_of_each_language(tmp_path: Path) -> None:
    letter = LETTER.replace("  W: {", "  A: {archive: attic, fond: 1, leaves: 3–4 об.}\n  W: {")
    attic = (
        "repositories:\n  attic:\n"
        '    ru: {name: Чердак, short: ЧД, form: "Ф. {fond}. Л. {leaves}"}\n'
        '    en: {name: The Attic, short: TA, form: "f. {fond}, ll. {leaves}"}\n'
    )
    log = composed(edition(tmp_path, letters__a=letter, registers__sources=SOURCES + attic))
    spaced = log.replace("~", " ")
    assert "ЧД. Ф. 1. Л. 3–4 об." in spaced
    assert "TA, f. 1, ll. 3–4 ob." in spaced


@pytest.mark.parametrize(
    ("change", "russian", "english"),
    [
        (("from: quill", "from: [quill, reed, quill]"), "Квилл, Рид и Квилл — Риду", "Quill, Reed, and Quill to Reed"),
        (("to: reed", "to: [reed, quill]"), "Квилл — Риду и Квилл", "Quill to Reed and Quill"),
        (("to: reed", "to: unknown"), "Квилл — неизвестному", "Quill to unknown"),
        (("from: quill", "from: unknown"), "неизвестный — Риду", "unknown to Reed"),
    ],
)
def test_who_writes_to_whom(tmp_path: Path, change: tuple[str, str], russian: str, english: str) -> None:
    log = composed(edition(tmp_path, letters__a=LETTER.replace(*change)))
    assert f"ru entry-title: {russian}" in log
    assert f"en-US entry-title: {english}" in log


@pytest.mark.parametrize(
    ("when", "russian", "english"),
    [
        ("1921-05", "май 1921~г.", "May 1921"),
        ("1921-05~", "около мая 1921~г.", "about May 1921"),
        ("1921-05-04/1921-05-06", "4–6~мая 1921~г.", "May~4–6, 1921"),
        ("1921-05-04/1921-06-01", "4~мая — 1~июня 1921~г.", "May~4 – June~1, 1921"),
        ("1921-05/1921-07", "май — июль 1921~г.", "May – July 1921"),
        ("1921-12-31/1922-01-02", "31~декабря 1921~г. — 2~января 1922~г.", "December~31, 1921 – January~2, 1922"),
        ("1921", "1921~г.", "1921"),
        ("-0068", "69~г.~до~н.~э.", "69 B.C."),
    ],
)
def test_dates(tmp_path: Path, when: str, russian: str, english: str) -> None:
    log = composed(edition(tmp_path, letters__a=LETTER.replace("1921-05-04", f'"{when}"')))
    assert f"ru entry-date: {russian}\n" in log
    assert f"en-US entry-date: {english}\n" in log


def test_a_place_of_the_register_without_a_heading_in_a_language(tmp_path: Path) -> None:
    letter = LETTER.replace("date:", "place: nizhny\ndate:")
    log = composed(edition(tmp_path, letters__a=letter, registers__places="nizhny: {ru: Нижний}\n"))
    assert "ru entry-date: Нижний, 4~мая 1921~г." in log
    assert "en-US entry-date: Nizhnii, May~4, 1921" in log


def test_a_short_title_in_one_language_only(tmp_path: Path) -> None:
    log = composed(edition(tmp_path, edition=TWO + "short_title: {en: Short}\n"))
    assert "ru half-title: Письма" in log


def test_a_contributor_without_names_and_a_volume(tmp_path: Path) -> None:
    log = composed(edition(tmp_path, edition=TWO + "contributors:\n- {role: aut, ru: Ада}\nvolume: 2\n"))
    assert "ru author: Ада" in log
    assert "en-US author" not in log
    assert "en-US volume: Volume 2" in log


def test_a_letter_without_sources(tmp_path: Path) -> None:
    letter = LETTER.replace("source:\n  W: {work: volume, pages: 5}\n", "").replace(", text_from: W", "")
    log = composed(edition(tmp_path, letters__a=letter))
    assert "source-note" in log


def test_a_language_that_unicode_does_not_know(tmp_path: Path) -> None:
    own = Path(__file__).parents[2] / "styles" / "octavo" / "words" / "en.yaml"
    folder = edition(
        tmp_path,
        edition=TWO.replace("en: en-US", "en: qaa").replace("en: Letters", "en: Lettoj"),
        words__qaa=own.read_text(encoding="utf-8"),
    )
    assert "qaa entry-date: May~4, 1921" in composed(folder)
