"""Pages of a website, saved as text → ``Transcript``."""

from edition.readers.page.reading import read_page

__all__ = ["read_page"]
