"""The bytes of a page: encodings told surely, or refused."""

import pytest

from edition.readers.decoding import LARGEST, decode_page

_WORDS = "Здравствуйте, т. Вымыслов!\nПолучил карту и опись. Возвращаю оба документа.\nПривет\nС. Небылин\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1251", "koi8-r", "cp866"])
def test_encodings_are_told(encoding: str) -> None:
    decoded, findings = decode_page(_WORDS.encode(encoding), "pages/a.txt")
    assert decoded is not None
    assert (decoded.text, decoded.encoding) == (_WORDS, encoding)
    assert [finding.code for finding in findings] == (["I005"] if encoding in ("cp1251", "koi8-r", "cp866") else [])


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "I003"),
        (b"PK\x03\x04" + bytes(range(32)) * 8, "I003"),
        (b"x" * (LARGEST + 1), "I002"),
        (b"\xff\xfe\x00", "I004"),
        ("Cafe cr\xe8me, voil\xe0".encode("latin-1"), "I004"),
        (_WORDS.encode()[:61], "I004"),
    ],
)
def test_what_is_not_a_page_is_refused(content: bytes, code: str) -> None:
    decoded, findings = decode_page(content, "pages/a.txt")
    assert decoded is None
    assert [finding.code for finding in findings] == [code]
    assert findings[0].hint
