"""The command line: one command a file. Nothing else in the package prints or exits."""

from edition.cli.program import main

__all__ = ["main"]
