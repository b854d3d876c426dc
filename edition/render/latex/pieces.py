"""Commands and environments of LaTeX, made by PyLaTeX from arguments that are LaTeX already.

All text passes ``escape`` on its way; nothing here escapes it a second time.
"""

from typing import TypeAlias

from pylatex import Command, NoEscape
from pylatex.base_classes import Environment, LatexObject

Piece: TypeAlias = LatexObject
"""What can be put into a document or an environment, one piece a line."""


def command(name: str, *arguments: str, options: str = "") -> Piece:
    """Make a command that stands by itself."""
    return Command(name, [NoEscape(argument) for argument in arguments], NoEscape(options) if options else None)


def call(name: str, *arguments: str) -> str:
    """Write a command that stands among words.

    >>> call("emph", "very good")
    '\\\\emph{very good}'
    """
    return str(command(name, *arguments).dumps())


def written(latex: str) -> Piece:
    """Make a piece of LaTeX that is written already."""
    return NoEscape(latex)


def environment(name: str, *arguments: str) -> Environment:
    """Make an environment without content."""
    made = Environment(arguments=[NoEscape(argument) for argument in arguments])
    made._latex_name = name
    return made
