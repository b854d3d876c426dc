"""What the audit can find, in words for editors."""

from edition.model.finding import Rule, Severity

_MEND = (
    "Nothing in the letter file needs mending unless the message surprises you: the program lost or changed words of "
    "yours between the file and the book. Do not hand the book out. Build it again; if the finding stays, report it "
    "with the letter file."
)

MISSING = Rule(
    "A001", Severity.ERROR, "words of a letter file are missing from the book",
    "Words that stand in a letter file, an editor's text or a note do not stand in the finished file at their place.",
    "An edition is a promise that every word is there; programs that make books have lost words without a message.",
    _MEND,
)  # fmt: skip
CHANGED = Rule(
    "A002", Severity.ERROR, "words stand in the book in another form than in the letter file",
    "At the place of a word of the letter file the finished file has another. Quotation marks, dashes, spaces, hyphens "
    "at a line's end and ligatures may differ; letters, figures and other marks may not.",
    "A reader of the book quotes what is printed; it must be what the editor wrote.",
    _MEND,
)  # fmt: skip
DOUBLED = Rule(
    "A003", Severity.ERROR, "words of a letter file stand twice in the book",
    "Words that the letter file has once stand in the finished file twice.",
    "A doubled word or line is a fault that readers see at once and trust less for.",
    _MEND,
)  # fmt: skip
SWAPPED = Rule(
    "A004", Severity.ERROR, "words stand in another order than in the letter file",
    "All words of a cell are there, but not in the order of the letter file.",
    "A line or word that changed places changes what a letter says.",
    _MEND,
)  # fmt: skip
ADDED = Rule(
    "A005", Severity.ERROR, "the book has words within a text that the letter file does not have",
    "Between words of a cell stand others that are neither in the letter file nor of the edition's own making.",
    "Words that nobody wrote must not stand in a letter.",
    _MEND,
)  # fmt: skip
CELL_MISSING = Rule(
    "A006", Severity.ERROR, "a whole row, note or reading is missing from the book",
    "No word of a row, a note, a reading or a title was found in the finished file.",
    "Whole passages have been lost unnoticed in books made by well-known programs.",
    _MEND,
)  # fmt: skip
ROW_ASTRAY = Rule(
    "A007", Severity.ERROR, "a row stands in another place than the letter file has it",
    "A row is printed whole, but before a row that it follows in the letter file, or behind one that it precedes.",
    "Rows out of order make another letter.",
    _MEND,
)  # fmt: skip
BLANK = Rule(
    "A008", Severity.ERROR, "letters print blank",
    "The finished file has letters for which its face draws nothing: the text can be copied, but not read on paper.",
    "A face with an empty glyph prints gaps, and neither the engine nor its log says so.",
    "Set another face in style.yaml, or another version of this one, and build again.",
)  # fmt: skip
UNREADABLE = Rule(
    "A009", Severity.ERROR, "the finished file cannot be read",
    "The file that the audit was given is damaged, encrypted, of another kind, or holds nothing.",
    "What cannot be read cannot be shown to be whole.",
    "Build it again. If you gave the file's name yourself, give that of a PDF or EPUB made from this edition.",
)  # fmt: skip
