"""The container: same files, same bytes, in the order that EPUB asks for."""

import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from edition.settings.style import Style
from edition.typeset.epub import package_epub
from edition.typeset.epub.container import write_container
from tests.specimens.book import specimen_book


def test_the_media_type_comes_first_and_is_not_compressed(specimen: Path) -> None:
    with zipfile.ZipFile(specimen) as archive:
        first, *others = archive.infolist()
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read(first) == b"application/epub+zip"
        assert [info.filename for info in others] == sorted(info.filename for info in others)
    # a reading system tells the format by the first bytes of the file (OCF §4.3)
    assert specimen.read_bytes()[30:58] == b"mimetypeapplication/epub+zip"


def test_the_same_book_gives_the_same_bytes(specimen: Path, octavo: Style, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Kamchatka")
    assert package_epub(specimen_book(), octavo) == specimen.read_bytes()


def test_the_order_in_which_files_are_given_does_not_matter() -> None:
    moment = datetime(2026, 1, 2, 3, 4, 6, tzinfo=UTC)
    files = {"EPUB/b.css": b"b", "EPUB/a.css": b"a"}
    assert write_container(files, "p", moment) == write_container(dict(reversed(files.items())), "p", moment)


def test_the_date_comes_from_the_environment(octavo: Style, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    with zipfile.ZipFile(BytesIO(package_epub(specimen_book(), octavo))) as archive:
        assert b">2001-09-09T01:46:40Z<" in archive.read("EPUB/package.opf")
        assert {info.date_time for info in archive.infolist()} == {(2001, 9, 9, 1, 46, 40)}


def test_a_date_before_all_archives_becomes_the_earliest() -> None:
    with zipfile.ZipFile(BytesIO(write_container({}, "p", datetime(1970, 1, 1, tzinfo=UTC)))) as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {1980}
