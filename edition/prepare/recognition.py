"""Find the names of the register in a text, by the longest match of their forms.

Nothing is guessed: where a form belongs to two entries, or the words around it speak against its bearer, the hit is
given as a doubt with its reason.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from edition.model.languages import primary
from edition.model.register import Entity
from edition.prepare.forms import FormKind, forms
from edition.prepare.tokens import Token, Words, fold, tokens

_RANK = {kind: rank for rank, kind in enumerate(FormKind)}
_ALONE = (FormKind.SURNAME, FormKind.PLURAL)
_PATRONYMIC = re.compile(r"(?:[ое]вич|[ьмк]ич)(?:а|у|[ое]м|е)?\Z|(?:[ое]вн|ичн)(?:а|ы|е|у|ой)\Z|(?:vich|vna)\Z")
_TITLES = frozenset({"т", "тт", "тов", "г", "гг", "гр", "д-р", "проф", "mr", "mrs", "ms", "dr", "prof", "messrs"})
_POSSESSIVE = re.compile(r"(.+)['’]s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that are a form of a name.

    ``entity`` is the entry meant; empty in doubt: then ``candidates`` are those it may be, and ``doubt`` says why.
    """

    start: int
    end: int
    words: str
    entity: str
    candidates: tuple[str, ...]
    doubt: str = ""


@dataclass(slots=True)
class _End:
    """An entry whose form ends at a node of the tree of forms."""

    entity: str
    kind: FormKind
    capitals: tuple[bool, ...]
    dotted: bool


@dataclass(slots=True)
class _Node:
    """A word on the way through the forms; the next words by the gap before them and themselves."""

    following: dict[tuple[str, str], "_Node"] = field(default_factory=dict)
    ends: list[_End] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Match:
    """The longest form at a place: how many tokens it takes, and the kind of the form by entry."""

    length: int
    end: int
    kinds: Mapping[str, FormKind]


@dataclass(frozen=True, slots=True)
class _Found:
    """A place where a form begins; ``after_name`` says that the word before it belongs to a name just found."""

    words: Words
    index: int
    after_name: bool


class Matcher:
    """The forms of all entries of a register in one language, ready to be found in texts."""

    def __init__(self, entities: Iterable[Entity], language: str, romanisation: str) -> None:
        self.entities = {entity.id: entity for entity in entities}
        self.possessives = primary(language) == "en"
        self._root = _Node()
        self._given: set[str] = set()
        self._surnames: dict[str, set[str]] = {}
        self._begins: dict[str, bool] = {}
        for entity in self.entities.values():
            for form in forms(entity, language, romanisation):
                self._add(form.text, form.kind, entity.id)
        self.first_words = frozenset(word for _, word in self._root.following)

    def find(
        self, text: str, common: frozenset[str] = frozenset(), closed: Sequence[tuple[int, int]] = ()
    ) -> Iterator[Hit]:
        """Yield the names in a text in order, none overlapping.

        ``common`` are words that the edition also has in small letters: at the head of a sentence such a word need
        not be a name. ``closed`` are stretches that are not searched, in order; their words are context all the same.
        """
        words = Words(text, closed)
        taken = 0
        for index, (start, end) in enumerate(words.spans):
            if index < taken or not (words.open[index] and self._may_begin(text[start:end])):
                continue
            match = self._longest(words, index)
            if match is not None:
                after_name = index > 0 and (taken == index or not words.open[index - 1])
                yield self._judged(_Found(words, index, after_name), match, common)
                taken = index + match.length

    def _add(self, form: str, kind: FormKind, entity: str) -> None:
        words = list(tokens(form))
        if not words:
            return
        node = self._root
        for ordinal, word in enumerate(words):
            node = node.following.setdefault((word.gap if ordinal else "", fold(word.text)), _Node())
        capitals = tuple(word.capital for word in words)
        node.ends.append(_End(entity, kind, capitals, form.endswith(".")))
        if kind is FormKind.SURNAME and len(words) == 1:
            self._surnames.setdefault(entity, set()).add(fold(form))
        if kind in (FormKind.FULL, FormKind.GIVEN) and len(words[0].text) > 1:
            self._given.add(fold(words[0].text))

    def _may_begin(self, word: str) -> bool:
        """Tell whether a form begins with the word; the answer is kept, for words come again."""
        if word not in self._begins:
            match = _POSSESSIVE.fullmatch(word) if self.possessives else None
            bare = match.group(1) if match else word
            self._begins[word] = fold(word) in self.first_words or fold(bare) in self.first_words
        return self._begins[word]

    def _longest(self, words: Words, index: int) -> _Match | None:
        node: _Node | None = self._root
        best: _Match | None = None
        read: list[Token] = []
        while node is not None and index + len(read) < len(words) and words.open[index + len(read)]:
            token = words[index + len(read)]
            gap = token.gap if read else ""
            read.append(token)
            here = node.following.get((gap, fold(token.text)))
            for end_node in (here, self._of_possessive(node, gap, token)):
                best = _match(end_node, read, words.text) or best
            node = here
        return best

    def _of_possessive(self, node: _Node, gap: str, token: Token) -> _Node | None:
        match = _POSSESSIVE.fullmatch(token.text) if self.possessives else None
        return node.following.get((gap, fold(match.group(1)))) if match else None

    def _judged(self, found: _Found, match: _Match, common: frozenset[str]) -> Hit:
        start, _ = found.words.spans[found.index]
        candidates = tuple(sorted(match.kinds))
        entity = self._bearer(match.kinds)
        doubt = "" if entity else "shared"
        if entity and match.length == 1:
            doubt = self._doubt(found) or self._common(found, entity, match.kinds[entity], common)
        return Hit(start, match.end, found.words.text[start : match.end], "" if doubt else entity, candidates, doubt)

    def _bearer(self, kinds: Mapping[str, FormKind]) -> str:
        """Give the one entry that a form means, or the empty string.

        A form declared by hand beats generated ones, a fuller form a barer one; ``bare_surname`` decides on a
        surname alone, never on its plural.
        """
        if len(kinds) == 1:
            return next(iter(kinds))
        best = min(_RANK[kind] for kind in kinds.values())
        nearest = [entity for entity, kind in kinds.items() if _RANK[kind] == best]
        if len(nearest) == 1 and (_RANK[FormKind.SURNAME] > best):
            return nearest[0]
        if all(kind is FormKind.SURNAME for kind in kinds.values()):
            bare = [entity for entity in kinds if self.entities[entity].bare_surname]
            return bare[0] if len(bare) == 1 else ""
        return ""

    def _doubt(self, found: _Found) -> str:
        """Tell what in the words beside a name of one word speaks against its bearer."""
        words, index = found.words, found.index
        token = words[index]
        before = words[index - 1] if index else None
        if before is not None and before.capital and not found.after_name:
            if token.gap == "." and len(before.text) == 1 and not _is_title(words, index - 1):
                return "initials"
            if token.gap == "-":
                return "double"
            if token.gap == " " and (fold(before.text) in self._given or _PATRONYMIC.search(before.text)):
                return "first name"
        after = words.part(index + 1, index + 4)
        if after and after[0].capital and after[0].gap == "-" and fold(after[0].text) not in self.first_words:
            return "double"
        return "initials" if _initials_follow(after, words.text) else ""

    def _common(self, found: _Found, entity: str, kind: FormKind, common: frozenset[str]) -> str:
        """Tell whether a surname at the head of a sentence may be a word that is no name."""
        if kind not in _ALONE or self._surnames.get(entity, set()).isdisjoint(common):
            return ""
        token = found.words[found.index]
        if token.gap == "." and found.index and found.words[found.index - 1].text.casefold() in _TITLES:
            return ""
        return "common" if _heads_sentence(found.words.text, token.start) else ""


def _match(node: _Node | None, words: Sequence[Token], text: str) -> _Match | None:
    if node is None or not node.ends:
        return None
    capitals = [word.capital for word in words]
    end = words[-1].end
    dotted = text[end : end + 1] == "."
    kinds: dict[str, FormKind] = {}
    wants_dot = False
    for form in node.ends:
        if any(wanted and not there for wanted, there in zip(form.capitals, capitals, strict=True)):
            continue
        if form.dotted and not dotted:
            continue
        wants_dot = wants_dot or form.dotted
        kinds[form.entity] = min(kinds.get(form.entity, form.kind), form.kind, key=_RANK.__getitem__)
    return _Match(len(words), end + wants_dot, kinds) if kinds else None


def _is_title(words: Words, index: int) -> bool:
    """Tell whether a capital with a stop may be «Т.» (Comrade) at the head of a sentence, and no initial."""
    after_initial = words[index].gap == "." and index > 0 and len(words[index - 1].text) == 1
    return words[index].text == "Т" and words[index].gap in "?." and not after_initial


def _initials_follow(after: Sequence[Token], text: str) -> bool:
    """Tell whether two initials follow that belong to the name before them, not to one after them."""
    if len(after) < 2 or [word.gap for word in after[:2]] != [" ", "."]:
        return False
    if not all(word.capital and len(word.text) == 1 for word in after[:2]) or text[after[1].end :][:1] != ".":
        return False
    return not (len(after) > 2 and after[2].gap == "." and after[2].capital)


def _heads_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \n\t\xa0«„“\"'(—–-")
    return not before or before[-1] in ".!?…:)"
