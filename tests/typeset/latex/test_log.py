"""What the engine's log says, in an editor's words."""

from edition.model.finding import Severity
from edition.typeset.latex.log import described, position, read_log

LOG = """\
Missing character: There is no ☃ (U+2603) in font [fonts/regular.ttf]/OT!
edition-place: l-1901-quill-r2
Overfull \\hbox (0.9pt too wide) in paragraph at lines 3--4
Overfull \\hbox (12.25pt too wide) in paragraph at lines 3--4
edition-place: l-1901-quill-n-bridge-en
edition-place:\x20
Missing character: There is no 字 (U+5B57) in font [fonts/regular.ttf]/OT!
Missing character: There is no 字 (U+5B57) in font [fonts/regular.ttf]/OT!
Overfull \\vbox (6.0pt too high) has occurred while \\output is active
Underfull \\hbox (badness 10000) in paragraph at lines 3--4
"""


def test_findings_come_in_order_each_once_with_their_places() -> None:
    found = [(finding.code, str(finding.position)) for finding in read_log(LOG)]
    assert found == [
        ("E022", "edition.yaml:1:1"),
        ("E023", "letters/1901-quill.yaml:1:1"),
        ("E022", "letters/1901-quill.yaml:1:1"),
        ("E024", "letters/1901-quill.yaml:1:1"),
    ]


def test_messages_name_the_place_and_the_measure() -> None:
    snow, line, sign, page = read_log(LOG)
    assert snow.message == "the face has no «☃» (U+2603, snowman), which stands in the front matter."
    assert line.message == "a line in letter 1901-quill, row 2 is 12.2 pt longer than its column."
    assert "letter 1901-quill, note bridge" in sign.message
    assert page.severity is Severity.ERROR


def test_places_of_letters_texts_and_all_else() -> None:
    assert described("t-note-on-the-text-r12") == "text note-on-the-text, row 12"
    assert str(position("t-note-on-the-text-r12")) == "texts/note-on-the-text.yaml:1:1"
    assert described("l-1931-09-07-h") == "letter 1931-09-07, the heading"
    assert described("x-en-bumagin") == "«x-en-bumagin»"
    assert str(position("x-en-bumagin")) == "edition.yaml:1:1"


def test_an_error_stops_with_the_words_of_the_engine() -> None:
    stopped = read_log("edition-place: l-a-r1\n! Undefined control sequence.\nl.7 \\x\n")
    assert [(finding.code, finding.message) for finding in stopped] == [
        ("E021", "XeTeX stopped at letter a, row 1: «Undefined control sequence»."),
    ]
