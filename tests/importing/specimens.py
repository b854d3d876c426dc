"""Small pages under fictional names, one fault each."""

from edition.importing import Holdings, Imported, by_headings, import_page
from edition.model.finding import Finding
from edition.model.register import Register
from tests.readers.page.variants import DESCRIPTION, variant

REGISTER = variant(0).register

HEAD = """← Back to index

Letter to S. Nebylin, March 4, 1925

Письмо С.И. Небылину 4 марта 1925 года

1925-03-04 ru:tom5;en:AI AI translated

Letter to S. Nebylin, March 4, 1925
Source: Tom 5

"""
ENGLISH = """Greetings, Comrade Nebylin!

I received the map and 17 leaves of the inventory. The map is good.

Who allowed Grezov to take 250 books?

Regards,

P. Vymyslov
"""
RUSSIAN = """Том 5
Письмо С.И. Небылину 4 марта 1925 года
Здравствуйте, т. Небылин!
Получил карту и опись на 17 листах. Карта хороша.
Кто разрешил Грёзову увезти 250 книг?
Привет
П. Вымыслов
"""
BELOW_ENGLISH = """
---
Source: Vymyslov and Nebylin: Letters, 1920-1940, pp. 8-9.
GAVE. F. 8. Op. 3. D. 9. L. 21-23.

Note: The inventory is lost.
See: Letter to A. Nebyvalova, May 20, 1925.
"""
BELOW_RUSSIAN = """Вымыслов и Небылин. Письма. 1920–1940 гг. С. 8–9.
ГАВЕ Ф. 8. Оп. 3. Д. 9. Л. 21–23.
ПРИМЕЧАНИЕ
Опись утрачена.
См.: Письмо А.Л. Небываловой 20 мая 1925 года.
"""
PAGE = f"{HEAD}{ENGLISH}{BELOW_ENGLISH}\n{RUSSIAN}{BELOW_RUSSIAN}"


def attempt(
    page: str, register: Register = REGISTER, holdings: Holdings | None = None, name: str = "p.txt"
) -> tuple[Imported | None, tuple[Finding, ...]]:
    """Import a page."""
    return import_page(name, page.encode(), DESCRIPTION, register, by_headings(register), holdings or Holdings())


def taken(page: str, register: Register = REGISTER) -> tuple[Imported, dict[str, list[Finding]]]:
    """Import a page that can be imported; give its findings by code."""
    found, findings = attempt(page, register)
    assert found is not None, [str(finding) for finding in findings]
    codes: dict[str, list[Finding]] = {}
    for finding in findings:
        codes.setdefault(finding.code, []).append(finding)
    return found, codes


def rows(found: Imported) -> list[tuple[str, str, str]]:
    """Give role and words of every row; the state where there are none."""
    return [
        (row.role, *(cell.text if cell.paragraphs else f"<{cell.state.value}>" for cell in row.cells))  # type: ignore[misc]  # two versions
        for row in found.letter.rows
    ]
