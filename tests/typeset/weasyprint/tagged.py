"""Read back what a PDF says of its structure, by other libraries than those that wrote it."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium


@dataclass(frozen=True, slots=True)
class Words:
    """What a page shows in one marked content sequence: its tag, its number (-1 for artifacts), its words."""

    page: int
    tag: str
    number: int
    text: str


def shown(pdf: bytes) -> list[Words]:
    """Give all text of a file as it is marked, in the order of the content."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [words for page in range(len(document)) for words in _shown_on(document[page], page)]


def _shown_on(page: pypdfium2.PdfPage, ordinal: int) -> Iterator[Words]:
    text_page = page.get_textpage()
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        length = pdfium.FPDFTextObj_GetText(item.raw, text_page.raw, None, 0)
        buffer = (pdfium.FPDF_WCHAR * length)()
        pdfium.FPDFTextObj_GetText(item.raw, text_page.raw, buffer, length)
        text = bytes(buffer).decode("utf-16-le").rstrip("\0")
        number = pdfium.FPDFPageObj_GetMarkedContentID(item.raw)
        yield Words(ordinal, _tag(item), number, text)


def _tag(item: pypdfium2.PdfObject) -> str:
    """Give the name of the outermost mark around an object of a page, or nothing where none is."""
    if not pdfium.FPDFPageObj_CountMarks(item.raw):
        return ""
    mark = pdfium.FPDFPageObj_GetMark(item.raw, 0)
    length = pdfium.c_ulong(0)
    pdfium.FPDFPageObjMark_GetName(mark, None, 0, length)
    buffer = (pdfium.FPDF_WCHAR * (length.value // 2))()
    pdfium.FPDFPageObjMark_GetName(mark, buffer, length.value, length)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")


def outline(pdf: bytes) -> str:
    """Write the structure tree as text: a line for each element and each stretch of words, deeper by two spaces.

    ``P @ru`` is a paragraph that says its language, ``Note #n-1`` has an ID, ``(link 2)`` is the area of a link on
    the second page. Word spaces count once: the reader guesses some from the places of the letters.
    """
    texts: dict[tuple[int, int], str] = {}
    for words in shown(pdf):
        texts[words.page, words.number] = texts.get((words.page, words.number), "") + words.text
    with pikepdf.open(BytesIO(pdf)) as document:
        pages = {page.obj.objgen: ordinal for ordinal, page in enumerate(document.pages)}
        reader = _Outline(texts, pages)
        return "\n".join(reader.lines(document.Root.StructTreeRoot.K[0], 0))


class _Outline:
    def __init__(self, texts: dict[tuple[int, int], str], pages: dict[tuple[int, int], int]) -> None:
        self._texts = texts
        self._pages = pages

    def lines(self, element: pikepdf.Object, depth: int) -> Iterator[str]:
        id_ = f" #{element.ID}" if "/ID" in element else ""
        language = f" @{element.Lang}" if "/Lang" in element else ""
        alternative = f" ({element.Alt})" if "/Alt" in element else ""
        yield f"{'  ' * depth}{str(element.S)[1:]}{id_}{language}{alternative}"
        words = ""
        for kid in _kids(element):
            if isinstance(kid, int) or kid.get("/Type") == pikepdf.Name.MCR:
                words += self._words(element, kid)
                continue
            yield from _quoted(words, depth + 1)
            words = ""
            if kid.get("/Type") == pikepdf.Name.OBJR:
                yield f"{'  ' * (depth + 1)}(link {self._page(kid.Pg if '/Pg' in kid else element.Pg) + 1})"
            else:
                yield from self.lines(kid, depth + 1)
        yield from _quoted(words, depth + 1)

    def _words(self, element: pikepdf.Object, kid: pikepdf.Object | int) -> str:
        if isinstance(kid, int):
            return self._texts.get((self._page(element.Pg), kid), "")
        return self._texts.get((self._page(kid.Pg), int(kid.MCID)), "")

    def _page(self, page: pikepdf.Object) -> int:
        return self._pages[page.objgen]


def _kids(element: pikepdf.Object) -> list[pikepdf.Object | int]:
    kids = element.K
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _quoted(words: str, depth: int) -> Iterator[str]:
    if words:
        yield f"{'  ' * depth}{' '.join(words.split())!r}"


def owners(document: pikepdf.Pdf) -> dict[int, pikepdf.Object]:
    """Give the parent tree of a file as it stands, number by number."""
    numbers = list(document.Root.StructTreeRoot.ParentTree.Nums)
    return {int(number): owner for number, owner in zip(numbers[::2], numbers[1::2], strict=True)}


def elements(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Yield all structure elements in reading order, the document first."""
    waiting = [document.Root.StructTreeRoot.K[0]]
    while waiting:
        element = waiting.pop()
        yield element
        kids = [kid for kid in _kids(element) if not isinstance(kid, int) and "/S" in kid]
        waiting += reversed(kids)


def marks(element: pikepdf.Object) -> Iterator[tuple[tuple[int, int], int]]:
    """Yield page (by its object) and number of each marked content sequence that an element holds itself."""
    for kid in _kids(element):
        if isinstance(kid, int):
            yield element.Pg.objgen, kid
        elif kid.get("/Type") == pikepdf.Name.MCR:
            yield kid.Pg.objgen, int(kid.MCID)
