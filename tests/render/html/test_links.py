"""Links hold words alone, whatever stands in them."""

from lxml import etree

from edition.book.tree import Anchored, BookInline, Caller, Linked, Run, Spoken, Styled
from edition.render.html.elements import element
from edition.render.html.inline import link, write_inline


def html(*nodes: BookInline) -> str:
    made = element("p")
    write_inline(made, nodes)
    return etree.tostring(made, encoding="unicode")


def test_italics_stand_about_the_link() -> None:
    assert html(Linked("w-1", (Styled("emphasis", (Run("Bridges"),)),))) == (
        '<p><em class="emphasis"><a class="reference" href="#w-1">Bridges</a></em></p>'
    )


def test_a_link_of_several_runs_is_one() -> None:
    assert html(Linked("w-1", (Run("Letter"), Run(" 2")))) == '<p><a class="reference" href="#w-1">Letter 2</a></p>'


def test_a_listener_hears_the_description_once() -> None:
    made = html(Linked("m1", (Run("12"), Styled("emphasis", (Run("n2"),))), "locator", "page 12, note 2"))
    assert made.count("aria-label") == 1


def test_a_link_within_a_link_gives_way() -> None:
    assert html(link((Run("see "), Linked("b", (Run("B"),))), "a", "contents")) == (
        '<p><a class="contents" href="#a">see B</a></p>'
    )


def test_anchor_language_and_caller_within_a_link() -> None:
    made = html(Linked("a", (Anchored("m", (Run("x"),)), Spoken("fr", (Run("y"),)), Caller("c", "n", "1"))))
    assert made == (
        '<p><span id="m"><a class="reference" href="#a">x</a></span>'
        '<span lang="fr"><a class="reference" href="#a">y</a></span>'
        '<a class="caller" id="c" href="#n" role="doc-noteref">1</a></p>'
    )


def test_a_web_address_is_written_as_one() -> None:
    assert 'href="https://example.org/%D0%BC%D0%BE%D1%81%D1%82%20a?b=c#d"' in html(
        Linked("https://example.org/мост a?b=c#d", (Run("there"),), "web")
    )
