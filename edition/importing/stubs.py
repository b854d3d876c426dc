"""Write the entries that the registers still want, for the editor to put in and complete."""

from collections.abc import Mapping

from edition.importing.persons import Party, inverted, nominative
from edition.model.languages import primary
from edition.readers.letter_writer import scalar


def person_stub(party: Party, languages: Mapping[str, str], dative: bool) -> str:
    """Write an entry of registers/persons.yaml; ``dative``: the Russian words are in the case of an addressee."""
    lines = [f"{party.id}:"]
    for key, words in party.words.items():
        name = nominative(words) if dative and primary(languages[key]) == "ru" else words
        lines.append(f"  {key}: {scalar(inverted(name))}  # as on the page: {words}")
    return "\n".join(lines)


def work_stub(id: str, words: Mapping[str, str]) -> str:
    """Write an entry under works: of registers/sources.yaml."""
    full = "\n".join(f"    {key}: {scalar(name)}" for key, name in words.items())
    pages = ", ".join(f"{key}: {_flow(name)}" for key, name in words.items())
    return f"works:\n  {id}:\n{full}\n    as_on_pages: {{{pages}}}\n    rights: unknown"


def repository_stub(id: str, words: Mapping[str, str], levels: Mapping[str, str]) -> str:
    """Write an entry under repositories: of registers/sources.yaml; ``levels`` are those of its shelfmarks."""
    forms = "\n".join(
        f'    {key}: {{name: {_flow(name)}, short: {_flow(name)}, form: "{_form(levels, key)}"}}'
        for key, name in words.items()
    )
    return f"repositories:\n  {id}:\n{forms}"


_RUSSIAN = {"fond": "Ф. {fond}", "opis": "Оп. {opis}", "delo": "Д. {delo}"}
_ENGLISH = {"fond": "f. {fond}", "opis": "op. {opis}", "delo": "d. {delo}"}


def _form(levels: Mapping[str, str], key: str) -> str:
    if primary(key) == "ru":
        return ". ".join([*(_RUSSIAN.get(level, f"{{{level}}}") for level in levels), "Л. {leaves}"])
    return ", ".join([*(_ENGLISH.get(level, f"{{{level}}}") for level in levels), "ll. {leaves}"])


def _flow(words: str) -> str:
    return f'"{words}"' if "," in words and not scalar(words).startswith('"') else scalar(words)
