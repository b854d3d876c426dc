"""Enumerators that stand at the head of a list item: «а)», "(a)", "1."."""

import re

_ENUMERATOR = re.compile(r"(\(?(?:\d{1,3}|[^\W\d_]|[ivxIVX]{1,5})[.)]|[•–—])\s+(?=\S|\Z)")


def split_enumerator(text: str) -> tuple[str, str]:
    """Part the enumerator from the words that follow it; the first is empty where there is none.

    The text may end with the space after the enumerator: what follows then stands in another node.

    >>> split_enumerator("а) объем продукции"), split_enumerator("(a) the volume")
    (('а)', 'объем продукции'), ('(a)', 'the volume'))
    >>> split_enumerator("Иду.")
    ('', 'Иду.')
    """
    match = _ENUMERATOR.match(text)
    return (match.group(1), text[match.end() :]) if match else ("", text)
