"""The tokens of a style as CSS, and what the book may read."""

import re
from dataclasses import replace

import pytest
import tinycss2

from edition.settings.style import Face
from edition.typeset.weasyprint.fetching import RefusedURL, StyleFetcher
from edition.typeset.weasyprint.typecase import stylesheet
from tests.specimens.style import specimen_face, specimen_style


def test_every_token_is_a_custom_property() -> None:
    style = specimen_style(page_width="120mm")
    sheet = stylesheet(style)
    found = dict(re.findall(r"--([a-z-]+): ([^;]+);", sheet))
    assert found.items() >= {"face": '"Vollkorn Text"', **style.tokens}.items()
    assert "--page-width: 120mm;" in sheet
    assert sheet.count("@font-face") == 4


def test_the_name_of_a_face_stays_a_name() -> None:
    hostile = 'Vollkorn"; } body { display: none } x { a: "\\'
    sheet = stylesheet(replace(specimen_style(), face=replace(specimen_face(), family=hostile)))
    rules = tinycss2.parse_stylesheet(sheet, skip_whitespace=True)
    assert [rule.type for rule in rules] == ["at-rule"] * 4 + ["qualified-rule"]
    names = [token.value for token in rules[0].content if token.type == "string"]
    assert names[0] == f"{hostile} Text"


def test_the_faces_of_the_style_are_read() -> None:
    face = specimen_face()
    response = StyleFetcher(face).fetch(face.regular.as_uri())
    assert response.read() == face.regular.read_bytes()
    response.close()


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "file://localhost/etc/passwd",
        "http://example.org/face.ttf",
        "https://example.org/face.ttf",
        "ftp://example.org/face.ttf",
        "data:text/plain,words",
        "face.ttf",
        "",
    ],
)
def test_nothing_else_is_read(url: str) -> None:
    with pytest.raises(RefusedURL):
        StyleFetcher(specimen_face()).fetch(url)


def test_no_way_leads_from_a_face_to_its_neighbours() -> None:
    face = specimen_face()
    upright = Face("Upright", face.regular, face.regular, face.regular, face.regular)
    with pytest.raises(RefusedURL):
        StyleFetcher(upright).fetch(f"{face.regular.parent.as_uri()}/x/../{face.italic.name}")
