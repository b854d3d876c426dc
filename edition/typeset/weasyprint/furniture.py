"""Heads, folios, numbers of lines and rules → boxes that can be put on pages.

All of it is laid out in a document of its own, where every element has the class ``furniture``: it is no part of the
text. The parts of a head are lines of their own until they are put together; what is too long for its room is
shortened at a word.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final
from xml.etree.ElementTree import Element

from lxml import etree

from edition.typeset.weasyprint.lanes import PageSize
from edition.typeset.weasyprint.private import POINTS, Box, baseline_of, box_of, is_line
from edition.typeset.weasyprint.sheetplan import Head, LineNumber, Place, PlacedRule, SheetPlan
from edition.typeset.weasyprint.typecase import LaidOut, TypeCase

_SHEET: Final = "furniture.css"
_ENDLESS: Final = "10000000px"
_ELLIPSIS: Final = "…"
_LOOSE: Final = " ,;:.—–-·("
"""What is taken off the end of words before an ellipsis."""


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of furniture: its classes, its words and their language, the width of a rule's lane in points."""

    kind: str
    words: str = ""
    language: str = ""
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Fitting:
    """An item as it was laid out: the boxes around it from the root down, its block, its line (none in a rule)."""

    around: tuple[Box, ...]
    block: Box
    line: Box | None

    @property
    def width(self) -> float:
        """The width of its words, in pixels."""
        return self.line.width if self.line else 0.0


@dataclass(frozen=True, slots=True)
class Hung:
    """A fitting and how far it is moved to its place on a page, in pixels."""

    fitting: Fitting
    dx: float
    dy: float


class Furniture:
    """The furniture of some pages, laid out; ``root`` is the HTML that its boxes belong to."""

    def __init__(self, size: PageSize, heads: Mapping[Head, Head], laid_out: LaidOut, items: Sequence[Item]) -> None:
        self._size = size
        self._heads = heads
        self._fittings = dict(zip(items, _fittings(laid_out), strict=True))
        self.root: Element = laid_out.root

    def on(self, plan: SheetPlan, baselines: Mapping[LineNumber, float]) -> Iterator[Hung]:
        """Give what stands on a page; ``baselines`` are those of the numbered lines, in pixels from its head."""
        yield from self._head(self._heads[plan.head], plan.recto)
        for number in plan.numbers:
            yield self._number(number, baselines[number])
        for rule in plan.rules:
            yield self._rule(rule)

    def _head(self, head: Head, recto: bool) -> Iterator[Hung]:
        if head.place == Place.NONE:
            return
        if head.place == Place.FOOT:
            yield from self._foot(head, recto)
            return
        room = _Room(self._size.x(recto) / POINTS, self._size.text_width / POINTS)
        folio, title, status = (self._fittings.get(item) for item in _head_items(head))
        reference = folio or title or status
        for fitting, at_end in ((folio, recto), (status, not recto)):
            if fitting and reference:
                yield self._above(fitting, reference, room.take(fitting, at_end))
        if title and reference:
            yield self._above(title, reference, room.middle(title))

    def _above(self, fitting: Fitting, reference: Fitting, x: float) -> Hung:
        """Hang a part of a head at ``x``, on the baseline that the reference part has when it stands on the text."""
        assert fitting.line and reference.line  # parts of heads are words
        dy = self._size.top / POINTS - _foot_of(reference.block)
        return Hung(fitting, x - fitting.line.position_x, dy + baseline_of(reference.line) - baseline_of(fitting.line))

    def _foot(self, head: Head, recto: bool) -> Iterator[Hung]:
        folio = self._fittings.get(_folio_at_foot(head))
        if folio and folio.line:
            x = (self._size.x(recto) + self._size.text_width / 2) / POINTS - folio.width / 2
            y = (self._size.height - self._size.bottom) / POINTS
            yield Hung(folio, x - folio.line.position_x, y - folio.block.border_box_y())

    def _number(self, number: LineNumber, baseline: float) -> Hung:
        fitting = self._fittings[_number_item(number)]
        assert fitting.line  # a number is words
        x = number.x / POINTS - fitting.block.padding_right - fitting.width
        return Hung(fitting, x - fitting.line.position_x, baseline - baseline_of(fitting.line))

    def _rule(self, rule: PlacedRule) -> Hung:
        fitting = self._fittings[_rule_item(rule)]
        x, y = rule.x / POINTS, rule.top / POINTS
        return Hung(fitting, x - fitting.block.position_x, y - fitting.block.border_box_y())


class _Room:
    """The width above a text, from which the parts of a head take theirs."""

    def __init__(self, x: float, width: float) -> None:
        self._centre = x + width / 2
        self._begin, self._end = x, x + width

    def take(self, fitting: Fitting, at_end: bool) -> float:
        """Give a part its place at the begin or the end of what is left, with white beside it."""
        if at_end:
            x = self._end - fitting.width
            self._end = x - _gap(fitting)
            return x
        x = self._begin
        self._begin = x + fitting.width + _gap(fitting)
        return x

    def middle(self, fitting: Fitting) -> float:
        """Give the place of a part in the middle of the text, or as near to it as what is left allows."""
        return min(max(self._centre - fitting.width / 2, self._begin), self._end - fitting.width)


def lay_out_furniture(plans: Sequence[SheetPlan], size: PageSize, case: TypeCase) -> Furniture:
    """Lay out all that stands around the text of some pages, each different thing once."""
    heads = {head: head for head in dict.fromkeys(plan.head for plan in plans)}
    others = _items_of(plans)
    items = list(dict.fromkeys([*_items_of_heads(heads.values()), *others]))
    laid_out = _lay_out(items, case)
    fitting = dict(zip(items, _fittings(laid_out), strict=True))
    shortened = {head: _shortened(head, fitting, size, case) for head in heads}
    if shortened != heads:
        items = list(dict.fromkeys([*_items_of_heads(shortened.values()), *others]))
        laid_out = _lay_out(items, case)
    return Furniture(size, shortened, laid_out, items)


def _shortened(head: Head, fittings: Mapping[Item, Fitting], size: PageSize, case: TypeCase) -> Head:
    """Shorten what is too long in a head: the status to half the width, the title to what is left."""
    if head.place != Place.HEAD:
        return head
    folio, title, status = (fittings.get(item) for item in _head_items(head))
    room = size.text_width / POINTS
    if status and status.width > room / 2:
        head = replace(head, status=_fitted(head.status, "head status", head.language, room / 2, case))
        status = _only(_head_items(head)[2], case)
    room -= sum(part.width + _gap(part) for part in (folio, status) if part)
    if title and title.width > room:
        head = replace(head, title=_fitted(head.title, "head title", head.language, room, case))
    return head


def _fitted(words: str, kind: str, language: str, room: float, case: TypeCase) -> str:
    """Give as many words as have room, and an ellipsis."""
    parts = words.split(" ")
    shorter = [" ".join(parts[:count]).rstrip(_LOOSE) + _ELLIPSIS for count in range(len(parts) - 1, 0, -1)]
    items = list(dict.fromkeys(Item(kind, choice, language) for choice in shorter))
    fittings = _fittings(_lay_out(items, case)) if items else []
    chosen = (item.words for item, fitting in zip(items, fittings, strict=True) if fitting.width <= room)
    return next(chosen, "")


def _only(item: Item, case: TypeCase) -> Fitting | None:
    return next(iter(_fittings(_lay_out([item], case))), None) if item.words else None


def _items_of_heads(heads: Iterable[Head]) -> Iterator[Item]:
    for head in heads:
        if head.place == Place.HEAD:
            yield from (item for item in _head_items(head) if item.words)
        elif head.place == Place.FOOT and head.folio:
            yield _folio_at_foot(head)


def _items_of(plans: Iterable[SheetPlan]) -> list[Item]:
    numbers = (_number_item(number) for plan in plans for number in plan.numbers)
    rules = (_rule_item(rule) for plan in plans for rule in plan.rules)
    return [*dict.fromkeys(numbers), *dict.fromkeys(rules)]


def _head_items(head: Head) -> tuple[Item, Item, Item]:
    return (
        Item("head folio", head.folio),
        Item("head title", head.title, head.language),
        Item("head status", head.status, head.language),
    )


def _folio_at_foot(head: Head) -> Item:
    return Item("foot folio", head.folio)


def _number_item(number: LineNumber) -> Item:
    return Item("line-number", str(number.number))


def _rule_item(rule: PlacedRule) -> Item:
    return Item("rule continued" if rule.continued else "rule", width=rule.width)


def _lay_out(items: Sequence[Item], case: TypeCase) -> LaidOut:
    """Lay out items one under the other, each on one line."""
    html = etree.Element("html")
    etree.SubElement(etree.SubElement(html, "head"), "meta", charset="utf-8")
    body = etree.SubElement(html, "body", {"class": "furniture"})
    widths: dict[float, str] = {}
    for item in items:
        lane = widths.setdefault(item.width, f"lane-{len(widths)}")
        outer = etree.SubElement(body, "div", {"class": f"furniture {lane}"})
        inner = etree.SubElement(outer, "div", {"class": f"furniture {item.kind}"})
        if item.language:
            inner.set("lang", item.language)
        inner.text = item.words
    rules = "".join(f".{name} {{ width: {width}pt }}\n" for width, name in widths.items() if width)
    return case.lay_out(html, _SHEET, css=f"@page {{ size: {_ENDLESS} {_ENDLESS} }}\n{rules}")


def _fittings(laid_out: LaidOut) -> list[Fitting]:
    (page,) = laid_out.document.pages
    (root,) = box_of(page).children
    (body,) = root.children
    found = [((root, body, outer), outer.children[0]) for outer in body.children]
    return [Fitting(around, block, next(filter(is_line, block.children), None)) for around, block in found]


def _foot_of(block: Box) -> float:
    """Give where the border box of a block ends."""
    spacing = block.padding_top + block.padding_bottom + block.border_top_width + block.border_bottom_width
    return block.border_box_y() + block.height + spacing


def _gap(fitting: Fitting) -> float:
    """Give the white that a style wants beside a part of a head."""
    return float(fitting.block.style["column_gap"].value)
