"""Words → LaTeX that prints each of them in the face that has it: the only place where a face is chosen."""

from edition.render.latex.escape import escape
from edition.render.latex.pieces import call
from edition.settings.face import Signs
from edition.settings.runs import runs


def printed(text: str, signs: Signs) -> str:
    r"""Make LaTeX of running text; what the supplement prints is an argument of ``\supplement``.

    >>> printed("100 % τὸ", Signs(("A", "B"), frozenset("τ"), frozenset("τὸ"), frozenset("τὸ")))
    '100 \\% \\supplement{τὸ}'
    """
    return "".join(
        call("supplement", escape(run)) if of_supplement else escape(run) for run, of_supplement in runs(text, signs)
    )
