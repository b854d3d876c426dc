"""Write a PDF from its first byte to its last, without going back and without keeping what is written."""

import zlib
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import BinaryIO, Final

from edition.typeset.joining.block_file import PACKED
from edition.typeset.joining.literals import dictionary, reference

_HEADER: Final = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_ENTRY: Final = 8
_FREE: Final = bytes(_ENTRY)
_LEVEL: Final = 6


class PdfFile:
    """A PDF 1.7 with a cross-reference stream; what it keeps is eight bytes an object."""

    def __init__(self, out: BinaryIO) -> None:
        """Begin the file."""
        self._out = out
        self._digest = sha256()
        self._at = 0
        self._entries = bytearray(_FREE)
        self._unused: list[int] = []
        self._waiting: list[tuple[int, bytes]] = []
        self._write(_HEADER)

    def reserve(self, count: int) -> int:
        """Take numbers that follow each other, and give the first."""
        first = len(self._entries) // _ENTRY
        self._entries += _FREE * count
        return first

    def give_back(self, number: int) -> None:
        """Let a reserved number be taken by something else."""
        self._unused.append(number)

    def number(self) -> int:
        """Take one number."""
        return self._unused.pop() if self._unused else self.reserve(1)

    def add(self, body: bytes, number: int = 0) -> int:
        """Write an object, in time, with others into an object stream; give its number."""
        number = number or self.number()
        self._waiting.append((number, body))
        if len(self._waiting) == PACKED:
            self._write_waiting()
        return number

    def add_stream(self, entries: Mapping[str, bytes], content: bytes, *, compressed: bool = True) -> int:
        """Write a stream of bytes at once; give its number."""
        number = self.number()
        filtered = {"Filter": b"/FlateDecode"} if compressed else {}
        raw = zlib.compress(content, _LEVEL) if compressed else content
        self.write_stream(number, dictionary({**entries, **filtered, "Length": b"%d" % len(raw)}), raw)
        return number

    def write_stream(self, number: int, entries: bytes, raw: bytes) -> None:
        """Write a stream as it is, with its whole dictionary."""
        self._enter(number, b"\x01" + self._at.to_bytes(5, "big") + b"\0\0")
        self._write(b"%d 0 obj\n%b\nstream\n%b\nendstream\nendobj\n" % (number, entries, raw))

    def pack(self, number: int, objects: Sequence[tuple[int, bytes]]) -> None:
        """Write objects together as the object stream of that number."""
        places: list[bytes] = []
        bodies = bytearray()
        for ordinal, (own, body) in enumerate(objects):
            self._enter(own, b"\x02" + number.to_bytes(5, "big") + ordinal.to_bytes(2, "big"))
            places.append(b"%d %d" % (own, len(bodies)))
            bodies += body + b"\n"
        first = b" ".join(places) + b"\n"
        raw = zlib.compress(first + bytes(bodies), _LEVEL)
        said = {"Type": b"/ObjStm", "N": b"%d" % len(objects), "First": b"%d" % len(first)}
        entries = dictionary({**said, "Filter": b"/FlateDecode", "Length": b"%d" % len(raw)})
        self.write_stream(number, entries, raw)

    def close(self, catalog: int, information: int) -> None:
        """Write what waits and the cross-reference stream; the identifier is a digest of all that was written."""
        self._write_waiting()
        number, begins = self.number(), self._at
        self._enter(number, b"\x01" + begins.to_bytes(5, "big") + b"\0\0")
        identifier = b"<" + self._digest.hexdigest()[:32].encode() + b">"
        raw = zlib.compress(self._entries, _LEVEL)
        entries = {
            "Type": b"/XRef",
            "Size": b"%d" % (len(self._entries) // _ENTRY),
            "W": b"[1 5 2]",
            "Root": reference(catalog),
            "Info": reference(information),
            "ID": b"[" + identifier * 2 + b"]",
            "Filter": b"/FlateDecode",
            "Length": b"%d" % len(raw),
        }
        self.write_stream(number, dictionary(entries), raw)
        self._write(b"startxref\n%d\n%%%%EOF\n" % begins)

    def _write_waiting(self) -> None:
        if self._waiting:
            waiting, self._waiting = self._waiting, []
            self.pack(self.number(), waiting)

    def _enter(self, number: int, entry: bytes) -> None:
        self._entries[number * _ENTRY : (number + 1) * _ENTRY] = entry

    def _write(self, piece: bytes) -> None:
        self._digest.update(piece)
        self._at += len(piece)
        self._out.write(piece)
