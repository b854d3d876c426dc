"""A letter of the text face under a mark of the supplement is marked up, and nothing else is."""

import pytest
from lxml import etree

from edition.render.html.clusters import bind_clusters
from edition.settings.face import ONE_FACE, Signs

SIGNS = Signs(("A", "B"), frozenset("abz\u0301 τ"), frozenset("abz\u0301\u035bτὸᾱ"), frozenset("τὸᾱ\u035b"))
BOUND = '<span class="supplement">'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>ab τὸ a\u0301</p>", "<p>ab τὸ a\u0301</p>"),
        ("<p>z\u035b</p>", f"<p>{BOUND}z\u035b</span></p>"),
        (
            "<p>a z\u035bb <em>ᾱ\u0301a</em> b<i/>z\u035b</p>",
            f"<p>a {BOUND}z\u035b</span>b <em>{BOUND}ᾱ\u0301</span>a</em> b<i/>{BOUND}z\u035b</span></p>",
        ),
        ("<head><title>z\u035b</title></head>", "<head><title>z\u035b</title></head>"),
    ],
)
def test_only_what_is_mixed_is_bound_and_only_once(before: str, after: str) -> None:
    html = etree.fromstring(before)
    for _ in range(2):
        bind_clusters(html, SIGNS)
        assert etree.tostring(html, encoding="unicode") == after


def test_spans_are_of_the_namespace_of_what_they_stand_in() -> None:
    html = etree.fromstring('<p xmlns="http://www.w3.org/1999/xhtml">z\u035b</p>')
    bind_clusters(html, SIGNS)
    assert html[0].tag == "{http://www.w3.org/1999/xhtml}span"


def test_without_a_supplement_nothing_is_bound() -> None:
    html = etree.fromstring("<p>z\u035b</p>")
    bind_clusters(html, ONE_FACE)
    assert len(html) == 0
