"""Take an inverted heading of a person apart («Вымыслов, Пётр Ильич», "Quill, Ada")."""

import re
from dataclasses import dataclass

_BRACKETED = re.compile(r"\s*[(\[][^)\]]*[)\]]")


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a name: surname with its particles, first names with a patronymic in their order."""

    surname: str
    given: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()


def parse_heading(heading: str) -> PersonName:
    """Take a heading apart; words in brackets and what follows a second comma (Jr., a title) are left out.

    >>> parse_heading("Вымыслов (Коготь), Пётр Ильич")
    PersonName(surname='Вымыслов', given=('Пётр', 'Ильич'), particles=())
    >>> parse_heading("Quill, Ada von, Baroness")
    PersonName(surname='Quill', given=('Ada',), particles=('von',))
    """
    surname, *rest = (part.strip() for part in _BRACKETED.sub("", heading).split(","))
    words = rest[0].replace(".", ". ").replace(". -", ".-").split() if rest else []
    particles = tuple(word for word in words if word[:1].islower())
    given = tuple(word for word in words if not word[:1].islower())
    return PersonName(surname, given, particles)


def surname(heading: str) -> str:
    """Give what stands before the comma of an inverted heading.

    >>> surname("Quill, Ada"), surname("Вымыслов, Пётр")
    ('Quill', 'Вымыслов')
    """
    return heading.split(",")[0].strip()


def natural(heading: str) -> str:
    """Turn an inverted heading round.

    >>> natural("Quill, Ada"), natural("Вымыслов, Пётр Ильич")
    ('Ada Quill', 'Пётр Ильич Вымыслов')
    """
    last, _, first = (part.strip() for part in heading.partition(","))
    return f"{first} {last}".strip()


_DIGRAPHS = ("Shch", "Zh", "Kh", "Ts", "Ch", "Sh", "Iu", "Ia", "Yu", "Ya", "Ye")


def initials(given: tuple[str, ...]) -> tuple[str, ...]:
    """Abbreviate first names.

    >>> initials(("Пётр", "Ильич")), initials(("Jean-Jacques",)), initials(("Т.",))
    (('П.', 'И.'), ('J.-J.',), ('Т.',))
    """
    return tuple(name if name.endswith(".") else "-".join(part[:1] + "." for part in name.split("-")) for name in given)


def long_initials(given: tuple[str, ...]) -> tuple[str, ...]:
    """Abbreviate romanised first names as Russian letters are: "Iu." for Iurii, "Sh." for Shota.

    >>> long_initials(("Iurii", "Petrovich"))
    ('Iu.', 'P.')
    """
    return tuple(
        next((digraph + "." for digraph in _DIGRAPHS if name.startswith(digraph)), initials((name,))[0])
        for name in given
    )
