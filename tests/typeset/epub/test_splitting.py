"""Long sections become several files, and nothing of them is lost."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from edition.typeset.epub.documents import anchors, divide
from edition.typeset.epub.splitting import size, split
from tests.specimens.book import specimen_book


def section(lengths: Sequence[Sequence[int]]) -> etree._Element:
    made = etree.Element("section", {"id": "s", "class": "division letters"})
    for count, paragraphs in enumerate(lengths):
        article = etree.SubElement(made, "article", id=f"a{count}")
        for place, length in enumerate(paragraphs):
            etree.SubElement(article, "p", id=f"a{count}-p{place}").text = "ы" * length
    return made


def texts(parts: Sequence[etree._Element]) -> list[str]:
    return [str(text) for part in parts for text in part.itertext()]


def ids(parts: Sequence[etree._Element]) -> list[str]:
    return [str(element.get("id")) for part in parts for element in part.iter() if element.get("id")]


@given(st.lists(st.lists(st.integers(0, 120), max_size=5), max_size=8), st.integers(200, 900))
def test_no_word_and_no_anchor_is_lost_or_doubled(lengths: list[list[int]], limit: int) -> None:
    whole = section(lengths)
    parts = split(whole, limit)
    assert texts(parts) == texts([whole])
    assert ids(parts) == ids([whole])


@given(st.lists(st.lists(st.integers(0, 40), max_size=5), max_size=8))
def test_no_part_is_longer_than_the_limit_asks(lengths: list[list[int]]) -> None:
    """Beyond the limit comes at most what wraps a part: the tags of its section and article."""
    for part in split(section(lengths), 400):
        assert size(part) <= 400 + 2 * len('<section id="s" class="division letters"></section>')


def test_a_short_section_stays_as_it_is() -> None:
    whole = section([[10], [10]])
    assert split(whole) == [whole]


def test_short_letters_share_a_file() -> None:
    parts = split(section([[50]] * 10), 600)
    assert 1 < len(parts) < 10
    assert [part.get("class") for part in parts] == ["division letters"] * len(parts)


def test_the_parts_of_a_division_are_numbered_and_every_anchor_is_found() -> None:
    documents = divide(specimen_book())
    assert len({document.path for document in documents}) == len(documents)
    files = anchors(documents)
    assert files["l-1901-03-02-quill-m1"] == files["letters"] != files["index-en"]
