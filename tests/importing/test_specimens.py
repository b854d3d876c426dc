"""Faults that real pages have, each on a page of its own: what is made of it, and what the editor is told."""

from dataclasses import replace

import pytest

from edition.model.inline import NoteCall, plain, walk
from edition.model.letter import VersionRole, WitnessKind
from edition.model.register import Register
from edition.readers.registers import read_register
from tests.importing.specimens import (
    BELOW_ENGLISH,
    BELOW_RUSSIAN,
    ENGLISH,
    HEAD,
    PAGE,
    REGISTER,
    RUSSIAN,
    rows,
    taken,
)


def test_a_page_without_faults_has_only_the_lost_caller() -> None:
    found, codes = taken(PAGE)
    assert list(codes) == ["I030"]
    assert "[^note1]" in codes["I030"][0].hint
    assert found.letter.id == "1925-03-04-nebylin"
    assert found.stubs == {}
    assert [row[0] for row in rows(found)] == ["salutation", "paragraph", "paragraph", "closer", "signature"]


def test_a_third_title_is_told_and_kept_in_the_receipts() -> None:
    title = "Brief an S. Nebylin, 4. März 1925"
    found, codes = taken(PAGE.replace("\n\n1925-03-04", f"\n\n{title}\n\n1925-03-04"))
    assert title in codes["I011"][0].message
    assert [act.text for act in found.receipts.acts if act.act == "removed-further-title"] == [title]
    assert any(title in query.ask for query in found.letter.queries)


def test_translated_from_instead_of_source() -> None:
    found, _ = taken(PAGE.replace("\nSource: Tom 5\n", "\nTranslated from: ru/1925/nebylin-4.txt\n"))
    acts = [act.text for act in found.receipts.acts if act.act == "read-provenance"]
    assert acts == ["1925-03-04 ru:tom5;en:AI AI translated", "Translated from: ru/1925/nebylin-4.txt"]


@pytest.mark.parametrize("caller", ["[1]", "¹", "*"])
def test_callers_that_the_page_has_are_set(caller: str) -> None:
    page = PAGE.replace("the map and", f"the map{caller} and").replace("карту и опись", f"карту{caller} и опись")
    found, codes = taken(page)
    assert "I030" not in codes
    for cell in found.letter.rows[1].cells:
        calls = [node.name for node in walk(cell.paragraphs[0].content) if isinstance(node, NoteCall)]
        assert calls == ["note1"]
    assert found.letter.rows[1].cells[0].text == "Получил карту и опись на 17 листах. Карта хороша."


def test_brackets_that_call_no_note_stay() -> None:
    found, _ = taken(PAGE.replace("Карта хороша.", "Карта [7] хороша."))
    assert found.letter.rows[1].cells[0].text.endswith("Карта [7] хороша.")


def test_several_shelfmarks_and_the_same_place() -> None:
    page = PAGE.replace("L. 21-23.", "L. 21-23. Ibid. D. 12. L. 86-86 ob.")
    page = page.replace("Л. 21–23.", "Л. 21–23. Там же. Д. 12. Л. 86–86 об.")
    found, codes = taken(page)
    assert "I020" not in codes
    marks = found.letter.witnesses[0].shelfmarks
    assert [(m.repository, dict(m.parts), m.leaves) for m in marks] == [
        ("gave", {"fond": "8", "opis": "3", "delo": "9"}, "21–23"),
        ("gave", {"fond": "8", "opis": "3", "delo": "12"}, "86–86 об."),
    ]


def test_sources_without_divider_and_archive_of() -> None:
    page = PAGE.replace("---\nSource: Vymyslov and", "From the archive of P. Vymyslov.\nVymyslov and")
    found, _ = taken(page)
    assert rows(found)[-1] == ("signature", "П. Вымыслов", "P. Vymyslov")
    assert [w.work for w in found.letter.witnesses if w.kind is WitnessKind.WORK] == ["vydumka-1999", "tom-5"]


def test_sources_that_differ_are_one_record_and_a_finding() -> None:
    found, codes = taken(PAGE.replace("D. 9. L. 21-23.", "D. 6. L. 21-24.").replace("pp. 8-9", "pp. 8-19"))
    assert [finding.message.split(":")[0] for finding in codes["I020"]] == ["pages of vydumka-1999", "delo", "leaves"]
    assert found.letter.witnesses[0].shelfmarks[0].leaves == "21–23"
    assert found.letter.witness("V") is not None


def test_one_language_of_a_book_known_is_enough() -> None:
    found, codes = taken(PAGE.replace("Vymyslov and Nebylin: Letters, 1920-1940", "Letters of two friends"))
    assert [w.work for w in found.letter.witnesses if w.work] == ["vydumka-1999", "tom-5"]
    assert "as_on_pages" in codes["I021"][0].hint


def test_what_the_registers_want_is_written_for_them() -> None:
    found, codes = taken(PAGE, Register())
    assert found.letter.sender == ("vymyslov",)
    assert found.letter.addressee == ("nebylin",)
    assert len(codes["I023"]) == 2
    assert len(codes["I022"]) == 3
    persons = "\n".join(found.stubs["registers/persons.yaml"])
    sources = "\n".join(dict.fromkeys(line for stub in found.stubs["registers/sources.yaml"] for line in [stub]))
    register, findings = read_register({"registers/persons.yaml": persons})
    assert not [finding for finding in findings if finding.severity == "error"]
    assert {id: dict(entity.headings) for id, entity in register.entities.items()} == {
        "vymyslov": {"ru": "Вымыслов, П.", "en": "Vymyslov, P."},
        "nebylin": {"ru": "Небылин, С. И.", "en": "Nebylin, S."},
    }
    for id in ("vymyslov-and-nebylin-letters-1920-1940", "tom-5", "gave"):
        assert f"  {id}:\n" in sources


@pytest.mark.parametrize("stub", range(3))
def test_each_stub_is_an_entry_that_the_register_takes(stub: int) -> None:
    found, _ = taken(PAGE, Register())
    text = found.stubs["registers/sources.yaml"][stub]
    register, findings = read_register({"registers/sources.yaml": text})
    assert not [str(finding) for finding in findings if finding.severity == "error"]
    assert len(register.works) + len(register.repositories) == 1


def test_persons_that_differ() -> None:
    page = PAGE.replace("Письмо С.И. Небылину 4 марта", "Письмо А.Л. Небываловой 4 марта")
    found, codes = taken(page)
    assert "nebyvalova and nebylin" in codes["I024"][0].message
    assert found.letter.addressee == ("nebyvalova",)


def test_several_addressees() -> None:
    page = PAGE.replace("to S. Nebylin, March", "to S. Nebylin and A. Nebyvalova, March")
    page = page.replace("С.И. Небылину 4 марта", "С.И. Небылину и А.Л. Небываловой 4 марта")
    assert taken(page)[0].letter.addressee == ("nebylin", "nebyvalova")


def test_two_signers() -> None:
    page = PAGE.replace("\nP. Vymyslov\n", "\nP. Vymyslov\n\nF. Skazkinskii\n")
    page = page.replace("\nП. Вымыслов\n", "\nП. Вымыслов\nФ. Сказкинский\n")
    found, _ = taken(page)
    assert found.letter.sender == ("vymyslov", "skazkinskii")
    assert [row[0] for row in rows(found)][-2:] == ["signature", "signature"]


def test_a_dateline_counts_more_than_the_title() -> None:
    page = PAGE.replace("\nP. Vymyslov\n", "\nP. Vymyslov\n\nVydumsk, March 5, 1925\n")
    page = page.replace("\nП. Вымыслов\n", "\nП. Вымыслов\n5/III-25 г.\n")
    found, codes = taken(page)
    assert (found.letter.date.edtf, found.letter.date.basis) == ("1925-03-05", "dateline")
    assert found.letter.date.words == "5/III-25 г."
    assert "I026" in codes
    assert rows(found)[-1] == ("dateline", "5/III-25 г.", "Vydumsk, March 5, 1925")


def test_one_language_only() -> None:
    found, codes = taken(f"{HEAD}{ENGLISH}")
    assert "I028" in codes
    assert [version.key for version in found.letter.versions] == ["en"]
    assert dict(found.letter.titles) == {"en": "Letter to S. Nebylin, March 4, 1925"}


def test_nobody_says_who_translated() -> None:
    found, codes = taken(PAGE.replace("1925-03-04 ru:tom5;en:AI AI translated\n", ""))
    assert "I029" in codes
    assert found.letter.versions[1].made_by == ""
    assert found.letter.versions[1].role is VersionRole.TRANSLATION


def test_a_letter_that_was_written_in_english() -> None:
    found, _ = taken(PAGE.replace("ru:tom5;en:AI", "en:tom5;ru:AI"))
    assert [(v.key, v.role.value) for v in found.letter.versions] == [("en", "original"), ("ru", "translation")]
    assert found.letter.versions[1].made_by == "machine"


def test_notes_of_one_language_and_references_that_differ() -> None:
    found, codes = taken(
        PAGE.replace("ПРИМЕЧАНИЕ\nОпись утрачена.\nСм.: Письмо А.Л. Небываловой 20 мая 1925 года.\n", "")
    )
    assert "ru does not have it" in codes["I031"][0].message
    assert not found.letter.notes[0].cells[0].paragraphs
    _, codes = taken(PAGE.replace("20 мая 1925 года", "21 мая 1925 года"))
    assert "letter:nebyvalova@1925-05-21" in codes["I032"][0].message


def test_words_below_the_letter_that_nobody_understands_are_kept() -> None:
    page = PAGE.replace("Л. 21–23.\n", "Л. 21–23.\nКопия хранится у соседей Мечтаева\n")
    found, codes = taken(page)
    assert "Копия хранится" in codes["I010"][0].message
    assert ("paragraph", "Копия хранится у соседей Мечтаева", "<untranslated>") in rows(found)
    assert "I033" in codes


def test_a_sentence_missing_in_the_translation_stands_alone() -> None:
    page = PAGE.replace("Who allowed Grezov to take 250 books?\n\n", "")
    found, codes = taken(page)
    assert ("paragraph", "Кто разрешил Грёзову увезти 250 книг?", "<untranslated>") in rows(found)
    assert "I033" in codes


def test_a_word_that_only_looks_like_two_is_reported_and_left() -> None:
    page = PAGE.replace("Карта хороша.", "Карта хороша. Там лодка с парусом, здесь ещё лодкас вёслами.")
    page = page.replace("The map is good.", "The map is good. There is a boat with a sail, here one more with oars.")
    found, codes = taken(page)
    assert "«лодкас»" in codes["I015"][0].message
    assert "perhaps «лодка с»" in codes["I015"][0].message
    assert "лодкас" in found.letter.rows[1].cells[0].text
    assert any("лодкас" in query.ask for query in found.letter.queries)


def test_no_head_at_all() -> None:
    found, codes = taken(f"{ENGLISH}\n{RUSSIAN.split('года', 1)[1].lstrip()}")
    assert {"I027", "I029"} <= set(codes)
    assert found.letter.id == "undated-nebylin"
    assert found.letter.sender == ("vymyslov",)
    assert not found.letter.titles


def test_russian_before_english() -> None:
    page = f"{HEAD}{RUSSIAN}{BELOW_RUSSIAN}\n{ENGLISH}{BELOW_ENGLISH}"
    found, codes = taken(page)
    assert list(codes) == ["I030"]
    assert rows(found) == rows(taken(PAGE)[0])


def test_paragraph_beside_paragraph() -> None:
    english, russian = ENGLISH.strip().split("\n\n"), RUSSIAN.strip().split("\n")[2:]
    page = HEAD + "\n\n".join(f"{one}\n\n{other}" for one, other in zip(english, russian, strict=True))
    assert rows(taken(page)[0]) == rows(taken(PAGE)[0])


def test_a_word_divided_at_a_line_end() -> None:
    found, _ = taken(PAGE.replace("Получил карту и опись на", "Получил карту и опи-\nсь на"))
    assert found.letter.rows[1].cells[0].text == "Получил карту и опись на 17 листах. Карта хороша."
    assert [act.text for act in found.receipts.acts if act.act == "joined-word"] == ["-\n"]


def test_invisible_signs_and_separate_accents_are_recorded() -> None:
    found, _ = taken(PAGE.replace("Карта хороша.", "Кар\u00adта хороша, хорошии\u0306 друг."))
    assert found.letter.rows[1].cells[0].text.endswith("Карта хороша, хороший друг.")
    kinds = {act.act: act.text for act in found.receipts.acts}
    assert kinds["removed-invisible"] == "\u00ad"
    assert kinds["composed-characters"] == "хорошии\u0306"


def test_the_volume_in_the_heading_line_is_found_without_its_source_line() -> None:
    page = PAGE.replace("\nSource: Tom 5\n", "\n").replace("Том 5\n", "")
    register = replace(REGISTER)
    found, _ = taken(page, register)
    assert found.letter.witnesses[-2].work == "tom-5"
    assert found.letter.witnesses[-1].copy_of == "T"


def test_the_note_and_its_reference() -> None:
    note = taken(PAGE)[0].letter.notes[0]
    assert [[plain(p.content) for p in cell.paragraphs] for cell in note.cells] == [
        ["Опись утрачена.", "См.: Письмо А.Л. Небываловой 20 мая 1925 года."],
        ["The inventory is lost.", "See: Letter to A. Nebyvalova, May 20, 1925."],
    ]


def test_a_reading_never_carries_invisible_signs_into_the_letter_file() -> None:
    found, _ = taken(PAGE.replace("Карта хороша.", "K\u202eарта хороша."))
    entry = found.letter.apparatus[0]
    assert (entry.lemma, entry.reading.readings[0].text) == ("Карта", "Kарта")
    assert [act.text for act in found.receipts.acts if act.act == "mended-letter"] == ["K\u202eарта"]


def test_a_letter_mended_inside_a_composed_word_takes_the_whole_word() -> None:
    found, _ = taken(PAGE.replace("Карта хороша.", "Карта хорошии\u0306-Kарта."))
    entry = found.letter.apparatus[0]
    assert (entry.lemma, entry.reading.readings[0].text) == ("хороший-Карта.", "хороший-Kарта.")


def test_a_control_character_beside_a_space_is_no_space() -> None:
    found, _ = taken(PAGE.replace("Карта хороша.", "Карта \x1fхороша."))
    assert found.letter.rows[1].cells[0].text.endswith("Карта хороша.")
    assert [act.text for act in found.receipts.acts if act.act == "removed-invisible"] == ["\x1f"]
