"""Finished EPUBs are read block by block, safely whatever they hold."""

import zipfile
from pathlib import Path

import pytest

from edition.inspect.epub import read_epub
from edition.inspect.page import UnreadableFile
from tests.audit.specimen import XHTML, book_html, edition, epub_files, write_epub

BODY = """<section epub:type="chapter" role="doc-chapter" id="l1"><h2 id="h">Первое <em>письмо</em></h2>
<div xml:lang="ru" id="r1"><p>Он видел <b>Зареч</b>ного<sup><a role="doc-noteref" epub:type="noteref" id="c1"
href="../notes.xhtml#n1">1</a></sup>. Потом
ничего.</p><p xml:lang="en">Ver<br/>se</p></div>
<aside epub:type="footnote" role="doc-footnote" id="n1"><p>Слова <a role="doc-backlink" href="#c1">↩</a></p></aside>
<script>alert("no words")</script><p> </p></section>"""


def written(path: Path, body: str = BODY, **others: str) -> Path:
    files = epub_files(book_html(edition())) | {"EPUB/text/letters.xhtml": XHTML.format(body)}
    return write_epub(files | others, path / "book.epub")


def test_blocks_hold_what_a_reader_sees_in_one_piece(tmp_path: Path) -> None:
    blocks = [block for block in read_epub(written(tmp_path)).blocks() if block.document.endswith("letters.xhtml")]
    assert [block.text for block in blocks] == [
        "Первое письмо", "Он видел Заречного1. Потом ничего.", "Ver se", "Слова ↩",
    ]  # fmt: skip
    assert blocks[1].without("doc-noteref") == "Он видел Заречного. Потом ничего."
    assert [block.language for block in blocks] == ["ru", "ru", "en", "ru"]
    assert blocks[0].ids == ("l1", "h") and blocks[1].ids == ("r1", "c1")
    assert blocks[0].roles == ("doc-chapter", "chapter") and "doc-footnote" in blocks[3].roles
    caller = next(run for run in blocks[1].runs if "noteref" in run.roles)
    assert caller.target == "EPUB/notes.xhtml#n1" and caller.tags == ("sup", "a")


def test_package_and_navigation(tmp_path: Path) -> None:
    book = read_epub(written(tmp_path))
    assert book.package.values("dc:title") == ("Письма",)
    assert book.package.values("schema:accessMode") == ("textual",)
    assert [(item.path, item.linear) for item in book.package.spine] == [
        ("EPUB/text/letters.xhtml", True), ("EPUB/nav.xhtml", False),
    ]  # fmt: skip
    toc = book.navigation["toc"]
    assert [(item.text, item.target, item.level) for item in toc] == [
        ("Письма", "EPUB/text/letters.xhtml#a", 1), ("Первое", "EPUB/text/letters.xhtml", 2),
    ]  # fmt: skip
    assert [item.text for item in book.navigation["page-list"]] == ["1"]


def test_entities_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET", encoding="utf-8")
    bomb = f'<!DOCTYPE html [<!ENTITY e SYSTEM "{secret.as_uri()}"><!ENTITY a "aaaa">]>' + XHTML.format("<p>x&e;y</p>")
    book = read_epub(written(tmp_path, **{"EPUB/text/letters.xhtml": bomb}))
    assert "SECRET" not in "".join(block.text for block in book.blocks())


@pytest.mark.parametrize("href", ["../../../etc/passwd", "/etc/passwd", "text/nowhere.xhtml", "file:///etc/passwd"])
def test_nothing_outside_the_archive_is_read(tmp_path: Path, href: str) -> None:
    package = epub_files(book_html(edition()))["EPUB/package.opf"].replace("text/letters.xhtml", href)
    book = read_epub(written(tmp_path, **{"EPUB/package.opf": package}))
    with pytest.raises(UnreadableFile, match=r"book\.epub: it has no file"):
        list(book.blocks())


@pytest.mark.parametrize(("name", "content"), [
    ("META-INF/container.xml", "<container/>"), ("EPUB/package.opf", "no xml"), ("EPUB/package.opf", "<package/>"),
])  # fmt: skip
def test_what_is_no_epub_is_said_to_be_none(tmp_path: Path, name: str, content: str) -> None:
    with pytest.raises(UnreadableFile, match=r"book\.epub"):
        read_epub(written(tmp_path, **{name: content}))


def test_a_file_that_is_no_archive(tmp_path: Path) -> None:
    (tmp_path / "book.epub").write_text("words", encoding="utf-8")
    with pytest.raises(UnreadableFile):
        read_epub(tmp_path / "book.epub")


def test_a_file_that_swells_is_refused(tmp_path: Path) -> None:
    large = XHTML.format("<p>" + "а" * 40 * 2**20 + "</p>")
    path = written(tmp_path)
    files = epub_files(book_html(edition())) | {"EPUB/text/letters.xhtml": large}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    assert path.stat().st_size < 2**20
    with pytest.raises(UnreadableFile, match="larger than"):
        list(read_epub(path).blocks())
