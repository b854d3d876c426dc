"""Join the parts of a book into one PDF: parts → blocks, made side by side → one file, made in one stream."""

from edition.typeset.joining.block import make_block
from edition.typeset.joining.book_file import BookFile, OutlineItem
from edition.typeset.joining.join import join_blocks

__all__ = ["BookFile", "OutlineItem", "join_blocks", "make_block"]
