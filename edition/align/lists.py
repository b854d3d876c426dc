"""Divide the lists of one version as the other has them: items, and the sentence that goes on after the last."""

import re
from collections.abc import Iterator, Sequence

from edition.model.enumerators import divided, inline_markers, item_role
from edition.model.transcript import Marker, Segment

_DASH = re.compile(r"\s(?=(?:--|—|–)\s)")

Segments = tuple[Segment, ...]


def level_lists(original: Sequence[Segment], translation: Sequence[Segment]) -> tuple[Segments, Segments]:
    """Divide paragraphs of each version at the enumerators that begin segments of the other."""
    divided_translation = _divided_like(tuple(translation), tuple(original))
    return _divided_like(tuple(original), divided_translation), divided_translation


def _divided_like(segments: Segments, model: Segments) -> Segments:
    """Divide the segments that hold inline a list that ``model`` has apart; lists are matched in their order."""
    lists = [items for items in _lists(model) if len(items) > 1]
    own = sum(1 for items in _lists(segments) if len(items) > 1)
    parts: list[Segment] = []
    for segment in segments:
        wanted = _inline_list(segment, lists[own:] if own < len(lists) else [])
        if wanted is None:
            parts.append(segment)
            continue
        items, places = wanted
        lists.remove(items)
        *most, last = divided(segment, places)
        parts.extend((*most, *_continued(last, items, model)))
    return tuple(parts)


def _lists(segments: Segments) -> Iterator[tuple[int, ...]]:
    """Give the runs of enumerated segments of one family, as their indexes."""
    run: list[int] = []
    for index, segment in enumerate(segments):
        marker = segment.marker
        last = segments[run[-1]].marker if run else None
        if (
            marker
            and last
            and marker.family == last.family
            and marker.number == last.number + 1
            and index == run[-1] + 1
        ):
            run.append(index)
            continue
        if run:
            yield tuple(run)
        run = [index] if marker and marker.number == 1 else []
    if run:
        yield tuple(run)


def _inline_list(
    segment: Segment, lists: Sequence[tuple[int, ...]]
) -> tuple[tuple[int, ...], list[tuple[int, str, Marker | None]]] | None:
    """Give the first list of the model with as many items as the segment has inline, and the places to divide at."""
    inline = inline_markers(segment.text)
    for family in ("letter", "digit"):
        markers = [(at, marker) for at, marker in inline if marker.family == family]
        for items in lists:
            if len(markers) > 1 and len(items) == len(markers):
                return items, [(at, item_role(marker), marker) for at, marker in markers]
    return None


def _continued(item: Segment, items: tuple[int, ...], model: Segments) -> Segments:
    """Divide the last item from what follows it, where the model has a segment that goes on after its list."""
    after = items[-1] + 1
    if after >= len(model) or model[after].role != "continuation":
        return (item,)
    share = len(model[items[-1]].text) / (len(model[items[-1]].text) + len(model[after].text))
    places = [match.end() for match in _DASH.finditer(item.text)]
    if not places:
        return (item,)
    best = min(places, key=lambda at: abs(at / len(item.text) - share))
    return divided(item, [(best, "continuation", None)])
