"""Make LaTeX of text: every character prints as itself, whatever it would mean to TeX.

Spaces of Unicode become spaces that TeX can stretch or keep; characters that nobody can see (controls, overrides of
the direction of writing) print as their number, so that nothing stands in a file unseen.
"""

import re
import unicodedata

_SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}
_BLANKS = {**dict.fromkeys("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029", " ")}
_SPACES = {
    "\N{NO-BREAK SPACE}": "~",
    "\N{NARROW NO-BREAK SPACE}": r"\fixedspace{.2em}",
    "\N{FIGURE SPACE}": r"\fixedspace{.5em}",
    "\N{EN QUAD}": r"\openspace{.5em}",
    "\N{EM QUAD}": r"\openspace{1em}",
    "\N{EN SPACE}": r"\openspace{.5em}",
    "\N{EM SPACE}": r"\openspace{1em}",
    "\N{THREE-PER-EM SPACE}": r"\openspace{.33em}",
    "\N{FOUR-PER-EM SPACE}": r"\openspace{.25em}",
    "\N{SIX-PER-EM SPACE}": r"\openspace{.17em}",
    "\N{PUNCTUATION SPACE}": r"\openspace{.25em}",
    "\N{THIN SPACE}": r"\openspace{.2em}",
    "\N{HAIR SPACE}": r"\openspace{.1em}",
    "\N{MEDIUM MATHEMATICAL SPACE}": r"\openspace{.22em}",
    "\N{IDEOGRAPHIC SPACE}": r"\openspace{1em}",
}
_UNSEEN = {
    "\N{SOFT HYPHEN}": r"\-",
    "\N{ZERO WIDTH SPACE}": r"\openspace{0pt}",
    "\N{WORD JOINER}": r"\nobreak{}",
    "\N{ZERO WIDTH NO-BREAK SPACE}": r"\nobreak{}",
    "\N{ZERO WIDTH NON-JOINER}": r"{}",
    "\N{ZERO WIDTH JOINER}": "",
}
_HIDDEN = {"Cc", "Cf", "Cs", "Cn", "Co"}


class _Table(dict[int, str]):
    """A table for ``str.translate`` that finds its way for characters it has not met yet."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        hidden = unicodedata.category(character) in _HIDDEN
        self[code] = f"[U+{code:04X}]" if hidden else character
        return self[code]


_TEXT = _Table({ord(sign): tex for table in (_SIGNS, _BLANKS, _SPACES, _UNSEEN) for sign, tex in table.items()})
_STRING = _Table(
    {
        **{ord(sign): tex for table in (_SIGNS, _BLANKS) for sign, tex in table.items()},
        **{ord(sign): " " for sign in _SPACES},
        **{ord(sign): "" for sign in _UNSEEN},
    }
)

LONGEST_WORD = 60
"""A word of more characters than this may be broken anywhere within, so that it stays on the page."""

_LONG_WORD = re.compile(rf"(\S{{{LONGEST_WORD + 1},}})")
_BROKEN_AFTER = 15


def escape(text: str) -> str:
    r"""Make LaTeX of running text.

    >>> escape("100 % of \\input{x} & ^^5c")
    '100 \\% of \\textbackslash{}input\\{x\\} \\& \\textasciicircum{}\\textasciicircum{}5c'
    >>> escape("«№\N{NO-BREAK SPACE}5»"), escape("a\x07b")
    ('«№~5»', 'a[U+0007]b')
    """
    parts = _LONG_WORD.split(text)
    parts[::2] = [part.translate(_TEXT) for part in parts[::2]]
    parts[1::2] = [_breakable(word) for word in parts[1::2]]
    return "".join(parts)


def escape_string(text: str) -> str:
    r"""Make LaTeX of text that becomes a string of the PDF (a title, a bookmark), where no command may stand.

    >>> escape_string("В.\N{NO-BREAK SPACE}Ы. {5%}")
    'В. Ы. \\{5\\%\\}'
    """
    return " ".join(text.translate(_STRING).split())


_NAME = re.compile(r"[^\w.:-]")


def name(anchor: str) -> str:
    """Give the name of an anchor as LaTeX writes it; names that are XML ids stay as they are.

    >>> name("l-1931-09-07-r2")
    'l-1931-09-07-r2'
    """
    return _NAME.sub(lambda match: f":{ord(match.group()):x}:", anchor)


def _breakable(word: str) -> str:
    # The line of the source ends too, for TeX reads none of more than 200,000 bytes; the sign % makes no space of it.
    pieces = (word[at : at + _BROKEN_AFTER] for at in range(0, len(word), _BROKEN_AFTER))
    return "\\openspace{0pt}%\n".join(piece.translate(_TEXT) for piece in pieces)
