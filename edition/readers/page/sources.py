"""Read the lines that name archives and printed works.

«РГАСПИ Ф. 81. Оп. 3. Д. 99. Л. 21–23.», "Stalin and Kaganovich: Correspondence, 1931-1936, pp. 88-89."
"""

import re

from edition.model.transcript import DocumentOnPage, WorkOnPage
from edition.readers.page.vocabulary import any_language, compiled

_DASHES = str.maketrans("-‐‑‒—−", "––––––")
_LEVELS = {
    "fond": r"(?:фонд|ф|fond|f)",
    "opis": r"(?:опись|оп|opis'?|op)",
    "delo": r"(?:дело|д|ед\.?\s*хр|delo|d|ed\.?\s*khr)",
}
_VALUE = r"[0-9]+[0-9a-zа-яё-]*"
_SIDE = r"(?:\s*(?:об|ob|v|r)\b\.?)?"
_LEAVES = rf"(?P<leaves>[0-9]+{_SIDE}(?:\s*[–,‐-—-]\s*[0-9]+{_SIDE})*)"
_FOND, _OPIS, _DELO = (rf"(?:{_LEVELS[level]}\.?\s*(?P<{level}>{_VALUE}))" for level in ("fond", "opis", "delo"))
_SHELFMARK = compiled(
    rf"(?P<repository>[^\W\d_][^.;,:!?()]{{0,60}}?(?:\s*\([^)]{{0,40}}\))?)[.,]?\s+{_FOND}"
    rf"(?:[.,;\s]+{_OPIS})?(?:[.,;\s]+{_DELO})?(?:[.,;\s]+(?:листы?|лл?|ll?|leaf|leaves)\.?\s*{_LEAVES})?\.?"
)
_SAME_PLACE = compiled(
    rf"(?P<repository>там\s+же|ibid(?:em)?)[.,]?(?:\s+{_FOND})?(?:[.,;\s]+{_OPIS})?(?:[.,;\s]+{_DELO})?"
    rf"(?:[.,;\s]+(?:листы?|лл?|ll?)\.?\s*{_LEAVES})?\.?"
)
_HEADING = compiled(rf"^(?:{any_language('source')})\s*[:.]?\s+|^(?:{any_language('source')})\s*:\s*")
_PAGES = compiled(
    rf"[.,;]?\s*(?:{any_language('pages')})(?P<pages>[0-9]+(?:\s*[-–—,]\s*[0-9]+)*|[ivxlc]+(?:\s*[-–—]\s*[ivxlc]+)?)\s*\.?\s*$"
)
_VOLUME = compiled(rf"^(?:{any_language('volume')})\.?$")
_ARCHIVE_OF = compiled(rf"^(?:{any_language('archive_of')})\b")


def documents(text: str, offset: int, earlier: tuple[DocumentOnPage, ...] = ()) -> tuple[DocumentOnPage, ...]:
    """Find every shelfmark of a line; «там же» takes what it leaves out from the one before.

    >>> [d.repository for d in documents("АП РФ. Ф. 45. Оп. 1. Д. 7. Л. 86–86 об.", 0)]
    ['АП РФ']
    >>> documents("RGASPI, f. 81, op. 3, d. 99, ll. 21-23", 0)[0].leaves
    '21–23'
    """
    found = list(earlier)
    for match in sorted([*_SHELFMARK.finditer(text), *_SAME_PLACE.finditer(text)], key=lambda match: match.start()):
        same = _SAME_PLACE.fullmatch(match[0]) is not None
        if same and (not found or not any(match.group(name) for name in (*_LEVELS, "leaves"))):
            continue
        if any(match.start() + offset < done.offset for done in found):
            continue
        parts = dict(found[-1].parts) if same else {}
        repository = found[-1].repository if same else match["repository"].strip(" .,")
        parts |= {level: match[level].strip("-") for level in _LEVELS if match[level]}
        found.append(DocumentOnPage(repository, parts, _leaves(match["leaves"] or ""), offset + match.start()))
    return tuple(found[len(earlier) :])


def work(text: str, offset: int) -> WorkOnPage | None:
    """Read a line as a printed work: words and pages, a volume alone, or whatever stands after "Source:".

    >>> work("Source: Tom 17", 0).words
    'Tom 17'
    >>> found = work("Сталин и Каганович. Переписка. 1931–1936 гг. С. 88–89.", 0)
    >>> found.words, found.pages
    ('Сталин и Каганович. Переписка. 1931–1936 гг.', '88–89')
    """
    heading = _HEADING.match(text)
    words = text[heading.end() :] if heading else text
    volume = _VOLUME.match(words) is not None
    pages = _PAGES.search(words)
    if not (heading or volume or pages):
        return None
    title = words[: pages.start()] if pages else words
    title = title.rstrip(" ,;:") if pages and not words[pages.start() :].startswith(".") else f"{title.rstrip(' ,;:')}."
    title = title if pages else words.strip(" .")
    number = re.sub(r"\s", "", pages["pages"]).translate(_DASHES) if pages else ""
    at = offset + (heading.end() if heading else 0)
    return WorkOnPage(title, number, at, heading=volume or not pages) if title.strip(" .") else None


def is_document(text: str) -> bool:
    """Tell whether a line is a shelfmark, or names an archive ("From the archive of ...")."""
    words = text[heading.end() :] if (heading := _HEADING.match(text)) else text
    return bool(_ARCHIVE_OF.match(words) or _SHELFMARK.match(words) or (_SAME_PLACE.match(words) and len(words) < 60))


def is_work(text: str) -> bool:
    """Tell whether a line names a printed work with its pages, a volume, or begins with "Source:"."""
    return len(text) < 400 and (
        _HEADING.match(text) is not None or _VOLUME.match(text) is not None or _PAGES.search(text) is not None
    )


def archive_of(text: str) -> bool:
    """Tell whether a line says only whose archive it is from."""
    return _ARCHIVE_OF.match(text) is not None


def _leaves(words: str) -> str:
    joined = re.sub(r"\s*([–—‐-])\s*", r"\1", words.strip()).translate(_DASHES)
    return re.sub(r"\s*(?:об|ob|v)\b\.?", " об.", joined)
