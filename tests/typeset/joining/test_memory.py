"""Memory does not grow with the book."""

import subprocess
import sys
from pathlib import Path

import pikepdf

from tests.specimens.style import specimen_face
from tests.typeset.joining.parts import block, part

JOIN = """
import resource, sys
from pathlib import Path
from edition.book.tree import Metadata
from edition.typeset.joining import BookFile, join_blocks
block, target, copies, *faces = sys.argv[1:]
metadata = Metadata("m", {"en": "M"}, {}, ("en",), (), "", "", "", "", "")
assert join_blocks([Path(block)] * int(copies), Path(target), BookFile(metadata, tuple(map(Path, faces)))) == ()
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
PAGES = 30
MEGABYTE = 1024


def kilobytes(path: Path, target: Path, copies: int) -> int:
    """Join copies of a block in a process of their own and give the most memory that it had."""
    arguments = [str(path), str(target), str(copies), *map(str, specimen_face().files)]
    done = subprocess.run([sys.executable, "-c", JOIN, *arguments], capture_output=True, text=True, check=True)
    return int(done.stdout)


def test_a_book_of_many_blocks_needs_hardly_more_than_one_of_few(tmp_path: Path) -> None:
    line = '<p class=page>Пётр Вымыслов пишет <a href="edition:l">снова</a> <i>о мосте</i>.</p>'
    (path,) = block(tmp_path, part("<p id=l>Мост" + f"<div>{line}</div>" * (PAGES - 1)))
    few = kilobytes(path, tmp_path / "few.pdf", 2)
    many = kilobytes(path, tmp_path / "many.pdf", 60)
    with pikepdf.open(tmp_path / "many.pdf") as pdf:
        assert len(pdf.pages) == 60 * PAGES
    assert many - few < 8 * MEGABYTE
