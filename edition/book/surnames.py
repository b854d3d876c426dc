"""How many correspondents bear each surname: who shares one is named in full."""

from collections import Counter
from collections.abc import Mapping

from edition.model.edition import Edition
from edition.model.register import Entity
from edition.prepare.headings import surname


def count_surnames(edition: Edition) -> Mapping[str, Mapping[str, int]]:
    """Count the correspondents by surname, for each language key of their headings."""
    counted: dict[str, Counter[str]] = {}
    for id in sorted(edition.correspondents):
        entity = edition.register.entities.get(id)
        for key, heading in entity.headings.items() if entity else ():
            counted.setdefault(key, Counter())[surname(heading)] += 1
    return counted


def shares_surname(entity: Entity, key: str, edition: Edition, counted: Mapping[str, Mapping[str, int]]) -> bool:
    """Tell whether another correspondent bears the surname of this entity; nobody shares having none."""
    mine = surname(entity.headings.get(key, ""))
    others = counted.get(key, {}).get(mine, 0) - (entity.id in edition.correspondents)
    return bool(mine) and others > 0
