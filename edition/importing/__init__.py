"""Bring a file in from outside: a page of a website → letter file, receipts and findings."""

from edition.importing.holdings import Holdings
from edition.importing.importing import Imported, import_page
from edition.importing.persons import Identify, by_headings

__all__ = ["Holdings", "Identify", "Imported", "by_headings", "import_page"]
