"""Values → the bytes that stand for them in a PDF (PDF 1.7 §7.3)."""

from codecs import BOM_UTF16_BE
from collections.abc import Iterable, Mapping

import pikepdf


def name_bytes(name: str) -> bytes:
    """Give the bytes of the name of a place: ASCII, else UTF-16 with its mark, as WeasyPrint writes them.

    >>> name_bytes("l-1"), name_bytes("п")
    (b'l-1', b'\\xfe\\xff\\x04?')
    """
    return name.encode("ascii") if name.isascii() else BOM_UTF16_BE + name.encode("utf-16-be")


def string(text: str | bytes) -> bytes:
    """Write a string: words as text, bytes as they are.

    >>> string("a(b"), string("п")
    (b'(a\\\\(b)', b'<feff043f>')
    """
    return pikepdf.String(text).unparse()


def reference(number: int) -> bytes:
    """Write a reference to an object."""
    return b"%d 0 R" % number


def array(items: Iterable[bytes]) -> bytes:
    """Write an array of values that are written already."""
    return b"[" + b" ".join(items) + b"]"


def dictionary(entries: Mapping[str, bytes]) -> bytes:
    """Write a dictionary of values that are written already; empty values are left out.

    >>> dictionary({"Type": b"/Page", "Rotate": b"0", "Lang": b""})
    b'<</Type /Page/Rotate 0>>'
    """
    return b"<<" + b"".join(b"/%b %b" % (key.encode("ascii"), value) for key, value in entries.items() if value) + b">>"
