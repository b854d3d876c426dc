"""Blocks → one PDF 1.7 that conforms to PDF/UA-1 and PDF/A-2a; the memory needed hardly grows with the book."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from edition.model.finding import Finding
from edition.typeset.destinations import decode_name
from edition.typeset.joining.block_file import Block, Element
from edition.typeset.joining.book_file import BookFile
from edition.typeset.joining.elements import Elements
from edition.typeset.joining.faults import lost_bookmark, lost_link
from edition.typeset.joining.fonts import BookFont, unite_fonts, write_font
from edition.typeset.joining.labels import write_labels
from edition.typeset.joining.literals import array, dictionary, name_bytes, reference, string
from edition.typeset.joining.merging import by_name, lost_names, missing
from edition.typeset.joining.metadata import information, xmp
from edition.typeset.joining.outline import write_outline
from edition.typeset.joining.pdf_file import PdfFile
from edition.typeset.joining.references import Place
from edition.typeset.joining.trees import PageNode, write_name_tree, write_number_tree, write_page_tree


def join_blocks(blocks: Sequence[Path], target: Path, file: BookFile) -> tuple[Finding, ...]:
    """Write the blocks, in order, as one file; the same blocks give the same bytes, whatever their paths.

    Where a link leads nowhere or a face is not the style's, findings say so and no file is written. Raise
    ``ValueError`` if the pages have labels and not one each.
    """
    opened = [Block(path) for path in blocks]
    pages = sum(len(block.head.pages) for block in opened)
    if file.labels and len(file.labels) != pages:
        raise ValueError(f"{pages} pages have {len(file.labels)} labels")
    fonts, findings = unite_fonts((block.fonts() for block in opened), file.faces)
    findings = (*findings, *_lost(opened, file))
    if findings:
        return findings
    with target.open("wb") as out:
        _Joining(PdfFile(out), opened, fonts).write(file)
    return ()


def _lost(blocks: Sequence[Block], file: BookFile) -> Iterator[Finding]:
    begins = [0]
    for block in blocks:
        begins.append(begins[-1] + len(block.head.pages))
    for name, ordinal, page in lost_names(blocks):
        label = file.labels[begins[ordinal] + page] if file.labels else str(begins[ordinal] + page + 1)
        yield lost_link(decode_name(name), label)
    nowhere = missing((name_bytes(item.anchor) for item in file.outline), blocks)
    for item in file.outline:
        if name_bytes(item.anchor) in nowhere:
            yield lost_bookmark(item.anchor, item.title)


@dataclass(frozen=True, slots=True)
class _Root:
    catalog: int
    pages: int
    tree: int
    document: int


class _Joining:
    """Gives everything its number, then writes block by block."""

    def __init__(self, out: PdfFile, blocks: Sequence[Block], fonts: dict[str, BookFont]) -> None:
        self._out = out
        self._blocks = blocks
        self._fonts = {name: (out.number(), font) for name, font in fonts.items()}
        self._root = _Root(out.number(), out.number(), out.number(), out.number())
        self._nodes = [out.number() for _ in blocks]
        self._firsts = [out.reserve(block.head.size) for block in blocks]
        self._elements = Elements(blocks, self._firsts)
        self._places = list(self._placed())

    def _placed(self) -> Iterator[Place]:
        key = 0
        for ordinal, block in enumerate(self._blocks):
            head = block.head
            elsewhere = {number: self._fonts[name][0] for number, name in head.faces}
            elsewhere |= {head.parent: self._nodes[ordinal], head.document: self._root.document}
            yield Place(self._firsts[ordinal], key, elsewhere | self._elements.elsewhere(ordinal))
            key += head.keys

    def write(self, file: BookFile) -> None:
        """Write the whole book."""
        for block, place in zip(self._blocks, self._places, strict=True):
            self._write_block(block, place)
        for number, font in self._fonts.values():
            write_font(self._out, number, font)
        self._write_page_tree()
        self._write_structure()
        self._write_catalog(file)
        self._out.close(self._root.catalog, self._out.add(information(file)))

    def _write_block(self, block: Block, place: Place) -> None:
        put_down = place.put_down
        for own, entries, raw in block.streams():
            self._out.write_stream(place.number(own), put_down(entries), raw)
        container = place.first + block.head.size - len(block.head.packs)
        for ordinal, pack in enumerate(block.packs()):
            objects: list[tuple[int, bytes]] = []
            for own, body in pack:
                written = self._elements.written(body, place) if isinstance(body, Element) else put_down(body)
                if written is not None:
                    objects.append((place.number(own), written))
                elif place.first + own - 1 != place.number(own):
                    self._out.give_back(place.first + own - 1)
            if objects:
                self._out.pack(container + ordinal, objects)

    def _write_page_tree(self) -> None:
        leaves = []
        for node, block, place in zip(self._nodes, self._blocks, self._places, strict=True):
            kids = tuple(reference(place.number(page)) for page in block.head.pages)
            leaves.append(PageNode(node, kids, len(kids)))
        write_page_tree(self._out, leaves, self._root.pages)

    def _write_structure(self) -> None:
        for number, body in self._elements.wholes():
            self._out.add(body, number)
        kids = [place.put_down(kid) for block, place in self._pairs() for kid in block.head.kids]
        said = {"Type": b"/StructElem", "S": b"/Document", "P": reference(self._root.tree)}
        self._out.add(dictionary({**said, "K": array(dict.fromkeys(kids))}), self._root.document)
        owners = write_number_tree(self._out, self._owners())
        names = write_name_tree(self._out, ((name, reference(own)) for name, own in self._elements.names()))
        tree = {
            "Type": b"/StructTreeRoot",
            "K": array([reference(self._root.document)]),
            "ParentTree": reference(owners),
            "ParentTreeNextKey": b"%d" % sum(block.head.keys for block in self._blocks),
            "IDTree": reference(names),
        }
        self._out.add(dictionary(tree), self._root.tree)

    def _pairs(self) -> Iterator[tuple[Block, Place]]:
        return zip(self._blocks, self._places, strict=True)

    def _owners(self) -> Iterator[tuple[int, int, bytes]]:
        for block, place in self._pairs():
            if block.head.keys:
                yield place.key, place.key + block.head.keys - 1, place.put_down(block.owners())

    def _write_catalog(self, file: BookFile) -> None:
        catalog = {
            "Type": b"/Catalog",
            "Pages": reference(self._root.pages),
            "Lang": string(next(iter(file.metadata.languages), "")),
            "MarkInfo": b"<</Marked true>>",
            "StructTreeRoot": reference(self._root.tree),
            "ViewerPreferences": b"<</DisplayDocTitle true>>",
            "Names": dictionary({"Dests": reference(write_name_tree(self._out, self._destinations()))}),
            "Outlines": self._outline(file),
            "PageMode": b"/UseOutlines" if file.outline else b"",
            "PageLabels": write_labels(file.labels) if file.labels else b"",
            "Metadata": self._metadata(file),
            "OutputIntents": array([self._colours()]),
        }
        self._out.add(dictionary(catalog), self._root.catalog)

    def _destinations(self) -> Iterator[tuple[bytes, bytes]]:
        """Yield the named places in order; of several of one name, the first of the book."""
        for name, found in by_name([block.places() for block in self._blocks]):
            ordinal, target = found[0]
            yield name, self._places[ordinal].put_down(target)

    def _outline(self, file: BookFile) -> bytes:
        if not file.outline:
            return b""
        wanted = {name_bytes(item.anchor) for item in file.outline}
        elements = {name: number for name, number in self._elements.names() if name in wanted}
        return reference(write_outline(self._out, file.outline, elements))

    def _metadata(self, file: BookFile) -> bytes:
        said = {"Type": b"/Metadata", "Subtype": b"/XML"}
        return reference(self._out.add_stream(said, xmp(file), compressed=False))

    def _colours(self) -> bytes:
        """Write which colours are meant (PDF/A-2 §6.2.3): those of screens, by the profile that WeasyPrint has."""
        profile = files("weasyprint.pdf") / "sRGB2014.icc"
        stream = self._out.add_stream({"N": b"3"}, profile.read_bytes())
        named = string("sRGB IEC61966-2.1")
        said = {"Type": b"/OutputIntent", "S": b"/GTS_PDFA1", "OutputConditionIdentifier": named, "Info": named}
        return dictionary({**said, "DestOutputProfile": reference(stream)})
