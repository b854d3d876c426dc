"""Find when a letter was written: its dateline, its titles, the page's own heading, in this order of weight."""

from collections.abc import Iterator, Mapping

from edition.model.date import HistoricalDate
from edition.model.languages import primary
from edition.model.transcript import DateOnPage, Passage, VersionOnPage
from edition.readers.page.dates import FoundDate, find_dates
from edition.readers.page.titles import Title


def dates_of(
    versions: Mapping[str, VersionOnPage],
    titles: Mapping[str, tuple[Passage, Title]],
    heading: tuple[str, int] | None,
    languages: Mapping[str, str],
) -> tuple[DateOnPage, ...]:
    """Gather every date that the page gives for the letter; a year of two figures takes its century from the titles."""
    titled = tuple(_titled(titles))
    headed = tuple(_headed(heading))
    years = [date.date.edtf[:4] for date in (*titled, *headed)]
    return (*_datelines(versions, languages, years), *titled, *headed)


def _datelines(
    versions: Mapping[str, VersionOnPage], languages: Mapping[str, str], years: list[str]
) -> Iterator[DateOnPage]:
    for key, version in versions.items():
        for segment in version.segments:
            if segment.role != "dateline":
                continue
            found = find_dates(segment.text, primary(languages[key]))
            edtf = _completed(found[0], years) if found else ""
            if (date := _date(edtf, "dateline", segment.text)) is not None:
                yield DateOnPage(date, key, segment.passage.start)


def _completed(found: FoundDate, years: list[str]) -> str:
    """Give the date with the year that the titles have, where the dateline has none or only two figures of it."""
    if found.year and not found.short:
        return found.edtf
    fitting = [year for year in years if not found.year or int(year) % 100 == found.year % 100]
    year = int(fitting[0]) if fitting else found.year
    return FoundDate(found.first, found.last, year, found.month, found.day).edtf


def _titled(titles: Mapping[str, tuple[Passage, Title]]) -> Iterator[DateOnPage]:
    for key, (passage, title) in titles.items():
        if title.date and (date := _date(title.date.edtf, "title", "")) is not None:
            yield DateOnPage(date, key, passage.start)


def _headed(heading: tuple[str, int] | None) -> Iterator[DateOnPage]:
    if heading and (date := _date(heading[0], "title", "")) is not None:
        yield DateOnPage(date, "", heading[1])


def _date(edtf: str, basis: str, words: str) -> HistoricalDate | None:
    """Make a date; ``None`` where the page gives one that cannot be («31 июня»)."""
    try:
        return HistoricalDate.parse(edtf, basis, words) if edtf else None
    except ValueError:
        return None
