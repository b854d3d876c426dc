"""The cover: a picture that says what the book is, also in words."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from edition.inspect.epub import read_epub
from edition.settings.style import Style
from edition.typeset.epub.cover import cover_picture
from tests.specimens.book import EN, RU, specimen_book, specimen_metadata


def test_the_picture_is_large_enough_for_shops_and_small_enough_for_readers(specimen: Path) -> None:
    content = read_epub(specimen).read("EPUB/cover.png")
    with Image.open(BytesIO(content)) as picture:
        assert picture.size == (1600, 2400)
    assert len(content) < 200_000


def test_the_cover_page_says_the_titles_in_words(specimen: Path) -> None:
    page = etree.fromstring(read_epub(specimen).read("EPUB/00-cover.xhtml"))
    image = page.find(".//{http://www.w3.org/1999/xhtml}img")
    assert image is not None and image.get("alt") == "Письма о мосте / Letters about a Bridge"


LONG = "Достопримечательности Нижнего Вымышленска и его окрестностей в письмах современников"


BOUND = "Письма\N{NO-BREAK SPACE}Л.\N{NO-BREAK SPACE}М.\N{NO-BREAK SPACE}Вымысловой"


@pytest.mark.parametrize("title", ["Мост", BOUND, LONG])
def test_a_title_of_any_length_stays_on_its_panel(octavo: Style, title: str) -> None:
    """The margins of the cover stay free: what is drawn there is the ground of the panel."""
    metadata = replace(specimen_metadata(), titles={RU: title, EN: title})
    content = cover_picture(replace(specimen_book(), metadata=metadata), octavo)
    with Image.open(BytesIO(content)) as picture:
        drawn = picture.convert("RGB")
    for panel in range(2):
        top = panel * 1200
        ground = drawn.getpixel((2, top + 5))
        for margin in ((0, top + 2, 90, top + 1190), (1510, top + 2, 1600, top + 1190), (0, top + 2, 1600, top + 60)):
            assert drawn.crop(margin).getcolors(4) is not None
            assert {colour for _, colour in drawn.crop(margin).getcolors(4) or []} == {ground}
