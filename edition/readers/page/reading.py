"""Turn a scraped page into a transcript: what each language has of the letter, and every run that was left out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from edition.model.date import HistoricalDate
from edition.model.finding import Finding, Rule, Severity
from edition.model.languages import primary
from edition.model.position import Position
from edition.model.receipt import line_and_column
from edition.model.transcript import Passage, Run, Segment, Transcript, VersionOnPage
from edition.readers.page.dates import find_dates
from edition.readers.page.kinds import PROVENANCE, LineKind, kind_of
from edition.readers.page.lines import Line, split_lines
from edition.readers.page.mending import Suspicion, mend
from edition.readers.page.notes import Below, read_below, read_source, removal
from edition.readers.page.roles import is_name, signature_at
from edition.readers.page.streams import languages_of
from edition.readers.page.titles import Title, read_title
from edition.readers.page.wrapping import segments_of
