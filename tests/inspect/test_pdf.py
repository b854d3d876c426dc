"""Finished PDFs are read word by word, with places, faces and all that the file says of itself."""

from pathlib import Path

import pikepdf
import pytest
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from weasyprint import HTML

from edition.inspect.lines import lines, strips
from edition.inspect.page import PdfPage, UnreadableFile, Word
from edition.inspect.pdf import PdfDocument, book_words, read_pdf

FACES = Path("/usr/share/fonts/truetype/vollkorn")
STYLE = """
@font-face {{ font-family: Face; src: url(file://{face}) }}
@page {{ size: 120mm 100mm; margin: 10mm; @bottom-center {{ content: counter(page); font: 8pt Face }} }}
html {{ font: 10pt/13pt Face; hyphens: auto; hyphenate-character: "{hyphen}"; text-align: justify; font-weight: 400 }}
h1 {{ font: 12pt Face }} p, body {{ margin: 0 }} td {{ width: 50%; vertical-align: top; padding: 0 3mm 0 0 }}
sup {{ font-size: 60%; line-height: 0; vertical-align: super }} .caps {{ font-variant-caps: small-caps }}
.super {{ font-variant-position: super }} .fresh {{ break-before: page }}
"""
BODY = """
<h1 id="first">Письма <a href="#last">к мельнику</a></h1>
<p lang="ru">Он видел <span class="caps">Заречного</span><sup>1</sup>. Потом “беседу”<sup>12</sup> и ничего.</p>
<p lang="en">He saw Zarechny.<sup>1</sup> Then nothing efficient<span class="super">2</span>, a fjord—the affair of the
waffle. <a href="https://example.org/page">Elsewhere</a></p>
<table><tr><td lang="ru">Здравствуйте, достопочтеннейший Пустельгин, пожалуйста, опубликуйте опровержение</td>
<td lang="en">Greetings, incomparable Pustelgin, publish understanding denials immediately</td></tr></table>
<h1 class="fresh" id="last">Конец</h1><p>Последние слова.</p>
"""


def made(path: Path, body: str = BODY, face: Path = FACES / "Vollkorn-Regular.ttf", hyphen: str = "-") -> PdfDocument:
    style = STYLE.format(face=face, hyphen=hyphen)
    html = f'<html lang="ru"><head><title>Проба</title><style>{style}</style></head><body>{body}</body></html>'
    HTML(string=html).write_pdf(path, pdf_tags=True)
    return read_pdf(path)


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> PdfDocument:
    return made(tmp_path_factory.mktemp("pdf") / "proba.pdf")


@pytest.fixture(scope="module")
def page(document: PdfDocument) -> PdfPage:
    return document.page(0)


def found(page: PdfPage, text: str) -> Word:
    return next(word for word in page.words if word.text == text)


def test_callers_stand_apart_from_the_words_they_touch(page: PdfPage) -> None:
    texts = [(word.text, word.raised, word.glued) for word in page.words]
    at = texts.index(("Заречного", False, False))
    assert texts[at + 1 : at + 4] == [("1", True, True), (".", False, True), ("Потом", False, False)]
    at = texts.index(("“беседу”", False, False))
    assert texts[at + 1 : at + 3] == [("12", True, True), ("и", False, False)]
    at = texts.index(("Zarechny.", False, False))
    assert texts[at + 1 : at + 3] == [("1", True, True), ("Then", False, False)]


def test_figures_that_the_face_raises_are_callers_too(page: PdfPage) -> None:
    texts = [(word.text, word.raised) for word in page.words]
    at = texts.index(("efficient", False))
    assert texts[at + 1 : at + 3] == [("2", True), (",", False)]


def test_ligatures_come_as_their_letters(page: PdfPage) -> None:
    words = {word.text for word in page.words}
    assert {"efficient", "fjord—the", "affair", "waffle."} <= words


@pytest.mark.parametrize("hyphen", ["-", "\u2010"])
def test_words_broken_at_a_line_end_say_so(tmp_path: Path, hyphen: str) -> None:
    document = made(tmp_path / "broken.pdf", hyphen=hyphen)
    broken = [word.text for word in document.page(0).words if word.broken]
    assert broken and all(text.endswith("-") and len(text) > 2 for text in broken)
    assert {"достопочтеннейший", "incomparable", "опровержение"} <= set(book_words(document.path)[0])


def test_boxes_are_in_points_from_the_top(page: PdfPage) -> None:
    heading, last = found(page, "Письма"), page.words[-1]
    assert page.width == pytest.approx(120 * 72 / 25.4, abs=0.1)
    assert heading.size == pytest.approx(12) and found(page, "Потом").size == pytest.approx(10)
    assert heading.box.x0 == pytest.approx(10 * 72 / 25.4, abs=0.5)
    assert 28 < heading.box.y0 < heading.baseline < heading.box.y1 < 60
    assert last.text == "1" and last.box.y0 > page.height - 30
    trim = page.trim
    assert (trim.x0, trim.y0, trim.x1, trim.y1) == pytest.approx((0, 0, page.width, page.height))


def test_columns_are_two_lines_on_one_baseline(page: PdfPage) -> None:
    texts = [line.text for line in lines(page.words)]
    russian = next(text for text in texts if text.startswith("Здравствуйте,"))
    english = next(line for line in lines(page.words) if line.text.startswith("Greetings,"))
    assert "Greetings" not in russian
    assert english.baseline == pytest.approx(found(page, "Здравствуйте,").baseline)
    assert "".join(line.text for line in strips(page.words)).replace(" ", "") == "".join(texts).replace(" ", "")


def test_places_links_outline_and_labels(document: PdfDocument) -> None:
    assert document.page_count == 2 and document.labels == ("1", "2")
    assert document.destinations["last"].page == 1
    assert document.destinations["last"].y < 60
    targets = [link.target for link in document.links[0]]
    assert targets == ["#last", "https://example.org/page"]
    assert document.links[0][0].box.overlaps(found(document.page(0), "мельнику").box)
    assert [(item.title, item.level, item.page) for item in document.outline] == [
        ("Письма к мельнику", 1, 0),
        ("Конец", 1, 1),
    ]


def test_faces_and_metadata(document: PdfDocument) -> None:
    assert all(font.embedded and font.to_unicode for font in document.fonts)
    assert {font.name for font in document.fonts} >= {"Face"}
    assert document.metadata.language == "ru" and document.metadata.tagged
    assert document.metadata.info["Title"] == "Проба"


def test_structure_leads_to_the_words(document: PdfDocument) -> None:
    elements = [element for root in document.structure for element in root.walk()]
    headings = [element for element in elements if element.tag == "H1"]
    assert [above.tag for above in headings[0].ancestors] == ["Document"] and headings[0].language == "ru"
    inside = {(mark.page, mark.number) for heading in headings for mark, _ in heading.marks()}
    words = [word.text for page in document.pages() for word in page.words if (page.index, word.content_id) in inside]
    assert words == ["Письма", "к", "мельнику", "Конец"]
    linked = [area.link.target for element in elements if element.tag == "Link" for area in element.areas]
    assert linked == ["#last", "https://example.org/page"]


def test_a_glyph_without_ink_is_seen(tmp_path: Path) -> None:
    font = TTFont(FACES / "Vollkorn-Regular.ttf")
    name = font.getBestCmap()[ord("К")]
    font["glyf"][name] = TTGlyphPen(None).glyph()
    font.save(tmp_path / "holes.ttf")
    page = made(tmp_path / "holes.pdf", face=tmp_path / "holes.ttf").page(0)
    last = made(tmp_path / "holes.pdf", face=tmp_path / "holes.ttf").page(1)
    assert found(last, "Конец").blank == "К"
    assert [word.text for word in (*page.words, *last.words) if word.blank] == ["Конец"]


def test_page_labels_of_front_matter(document: PdfDocument, tmp_path: Path) -> None:
    with pikepdf.open(document.path) as pdf:
        pdf.Root.PageLabels = pikepdf.Dictionary(
            Nums=[0, pikepdf.Dictionary(S=pikepdf.Name.r, St=12), 1, pikepdf.Dictionary(S=pikepdf.Name.D)]
        )
        pdf.save(tmp_path / "labelled.pdf")
    assert read_pdf(tmp_path / "labelled.pdf").labels == ("xii", "1")


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\nno more", b"PK\x03\x04"])
def test_what_is_no_pdf_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "no.pdf").write_bytes(content)
    with pytest.raises(UnreadableFile, match=r"no\.pdf"):
        read_pdf(tmp_path / "no.pdf")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        read_pdf(tmp_path / "nowhere.pdf")
