"""What an import cannot settle by itself, in words for editors."""

from edition.model.finding import Rule, Severity

SOURCES_DIFFER = Rule(
    "I020",
    Severity.WARNING,
    "sources that differ between the languages of a page",
    "The page gives one archive or book differently in its two languages.",
    "One of them is wrong, and the book would cite it.",
    "Look in the document or the book, and correct source: in the letter file. What the original has was taken.",
)
WORK_WORDS = Rule(
    "I021",
    Severity.NOTE,
    "words for a book that the register does not know",
    "The page names a book in words that stand under no as_on_pages: of the register.",
    "The import took it for the book that the other language names in the same place.",
    "Add the words to as_on_pages: of the book, or correct source: in the letter file.",
)
NEW_SOURCE = Rule(
    "I022",
    Severity.WARNING,
    "a book or archive that is not in the register",
    "The page names a book or an archive that registers/sources.yaml does not have.",
    "The letter file refers to it by an id that the import proposes; without an entry it cannot be cited.",
    "Put the entry of the hint into registers/sources.yaml and complete it, or write the id of an entry that is there.",
)
NEW_PERSON = Rule(
    "I023",
    Severity.WARNING,
    "a writer or addressee who is not in the register",
    "The page names as writer or addressee somebody whom registers/persons.yaml does not have, or not surely.",
    "The letter file refers to them by an id that the import proposes; heading and index need an entry.",
    "Put the entry of the hint into registers/persons.yaml and correct it, or write the id of an entry that is there.",
)
PERSONS_DIFFER = Rule(
    "I024",
    Severity.WARNING,
    "a person who differs between the languages of a page",
    "The page names different persons in its two languages in the same place.",
    "It may hold the translation of another letter.",
    "Compare the two texts; correct from: or to: in the letter file.",
)
NO_PERSON = Rule(
    "I025",
    Severity.WARNING,
    "no writer or no addressee",
    "The page has no signature or no title from which to tell who writes, or to whom.",
    "The heading of the letter in the book needs both.",
    "Write the ids of the register after from: and to: in the letter file; unknown if nobody knows.",
)
DATES_DIFFER = Rule(
    "I026",
    Severity.WARNING,
    "dates that differ on a page",
    "Dateline, titles and heading of the page do not give the same date.",
    "The date decides the order of the letters and their headings.",
    "Find out which is right and correct date: in the letter file.",
)
NO_DATE = Rule(
    "I027",
    Severity.WARNING,
    "no date",
    "The page gives the letter no date that can be read.",
    "Without a date the letter stands at the end of the book.",
    "Write what is known after date: when:, if only the year (1931) or about when (1931~), with basis: editor.",
)
ONE_LANGUAGE = Rule(
    "I028",
    Severity.WARNING,
    "a page in one language only",
    "The page has text in only one of the edition's languages.",
    "The letter would stand in the book without its translation, or without its original.",
    "Add the other version in the letter file, or check that the page was saved whole.",
)
TRANSLATOR_UNKNOWN = Rule(
    "I029",
    Severity.WARNING,
    "nobody says who translated",
    "The page does not tell who or what made the translation.",
    "The book must say whether a person or a machine translated, and whether it was revised.",
    "Write made_by: machine or the translator's name in the letter file.",
)
CALLER_LOST = Rule(
    "I030",
    Severity.WARNING,
    "a note whose caller was lost",
    "The page has a note, but nothing in its text calls it.",
    "A note that hangs on no words cannot be printed under them.",
    "Put [^name] after the words it explains, in each language, and anchored_by: editor under the note.",
)
NOTES_DIFFER = Rule(
    "I031",
    Severity.WARNING,
    "a note in one language only",
    "The page has a note in one language that the other does not have.",
    "The same notes stand on both sides of the book.",
    "Translate the note, or leave it as untranslated or omitted if that is meant.",
)
REFERENCES_DIFFER = Rule(
    "I032",
    Severity.WARNING,
    "a reference that differs between the languages of a page",
    "A note refers to another letter, but to a different one in each language.",
    "One of them is wrong.",
    "Look at the page and correct the reference in the letter file.",
)
ROW_ALONE = Rule(
    "I033",
    Severity.WARNING,
    "words that the other language does not have",
    "For some words of one language the import found no counterpart in the other.",
    "A sentence may be missing, or the rows are paired wrongly.",
    "Compare the two texts. Join the words to their row, translate them, or leave untranslated or omitted.",
)
ROW_DOUBTFUL = Rule(
    "I034",
    Severity.WARNING,
    "a row whose pairing is doubtful",
    "The import is not sure that the words of a row belong together.",
    "A wrong pairing printed as a parallel text is the worst fault that an edition can have.",
    "Compare the two cells; move words to the row where they belong.",
)
UNBALANCED = Rule(
    "I060",
    Severity.ERROR,
    "an import that does not add up",
    "The letter file would not hold every word of the page in its place: a fault of the program.",
    "Nothing may be lost without a word, so nothing is written.",
    "Please report it with the page. Until it is mended, the letter file can be written by hand.",
)
