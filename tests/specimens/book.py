"""A hand-built specimen of the neutral book tree: three letters of fictional people, with all that a book can hold."""

from typing import TypeAlias

from edition.book.tree import (
    Anchored,
    Apparatus,
    ApparatusLine,
    Book,
    BookInline,
    Break,
    Caller,
    Contents,
    ContentsLine,
    Division,
    Entry,
    Footnote,
    Heading,
    Index,
    IndexEntry,
    IndexGroup,
    Linked,
    Metadata,
    Para,
    Parallel,
    Run,
    Side,
    Spoken,
    Styled,
)

RU, EN = "ru", "en-US"
NB = "\N{NO-BREAK SPACE}"

Words: TypeAlias = str | tuple[BookInline, ...]


def inline(words: Words) -> tuple[BookInline, ...]:
    """Make inline nodes of bare words; nodes stay as they are."""
    return (Run(words),) if isinstance(words, str) else words


def para(words: Words, language: str, role: str = "paragraph", marker: str = "") -> Para:
    """Make a paragraph."""
    return Para(inline(words), language, role, marker=inline(marker) if marker else ())


def row(
    ru: Words,
    en: Words,
    role: str = "paragraph",
    id: str = "",
    *,
    markers: tuple[str, str] = ("", ""),
    level: int = 0,
    notes: tuple[Footnote, ...] = (),
) -> Parallel:
    """Make a row of one paragraph in each language; an empty text leaves its side without words."""
    sides = tuple(
        Side(language, (para(words, language, role, marker),) if words else ())
        for language, words, marker in ((RU, ru, markers[0]), (EN, en, markers[1]))
    )
    return Parallel(sides, role, id, level, notes)


def note(owner: str, number: str, kind: str, ru: tuple[Words, ...], en: tuple[Words, ...]) -> Footnote:
    """Make a note of some paragraphs in each language."""
    name = f"{owner}-n-{number}"
    sides = tuple(
        Side(language, tuple(para(words, language, "note") for words in paragraphs), f"{name}-{language[:2]}")
        for language, paragraphs in ((RU, ru), (EN, en))
    )
    return Footnote(name, number, kind, sides, (f"{owner}-c-{number}-ru", f"{owner}-c-{number}-en"))


def caller(owner: str, number: str, language: str) -> Caller:
    """Make the caller of a note in the text of one language."""
    return Caller(f"{owner}-c-{number}-{language}", f"{owner}-n-{number}-{language}", number)


def heading(number: str, ru: tuple[str, str], en: tuple[str, str]) -> Parallel:
    """Make the heading of a letter: number, correspondents, date."""
    roles = ("entry-number", "entry-title", "entry-date")
    sides = tuple(
        Side(language, tuple(para(words, language, role) for role, words in zip(roles, (number, *texts), strict=True)))
        for language, texts in ((RU, ru), (EN, en))
    )
    return Parallel(sides, "entry-heading")


def lemma(owner: str, words: str) -> tuple[BookInline, ...]:
    """Make words that have a reading, and the letter that calls it."""
    mark = Linked(f"{owner}-v1", (Run("a"),))
    return (Anchored(f"{owner}-a1", (Run(words),)), Styled("superior", (mark,)))


def reading(owner: str, words: str, other: str, siglum: str) -> ApparatusLine:
    """Make the line of the apparatus for these words."""
    mark = Linked(f"{owner}-a1", (Run("a"),), "backlink")
    content = (
        Styled("superior", (mark,)),
        Run(f"{NB}{words}] {other}{NB}"),
        Styled("emphasis", (Run(siglum),)),
    )
    return ApparatusLine(content, RU, f"{owner}-a1", f"{owner}-v1")


def first_letter() -> Entry:
    """Make a letter with points, items, two notes, a reading, and names that the index finds."""
    at = "l-1901-03-02-quill"
    pact = note(
        at,
        "1",
        "earlier",
        ("Черновик не сохранился.", "См.: Письмо А. Квилл 5 марта 1901 г. [W]"),
        (
            "The draft is lost.",
            (Run("See: "), Linked("l-1901-03-05-quill", (Run("Letter to A."), Run(f"{NB}Quill"))), Run(", no. 2. [W]")),
        ),
    )
    bridge = note(
        at,
        "2",
        "editor",
        (f"Мост через вымышленную реку. —{NB}Ред.",),
        ("A bridge over a river that does not exist. —Ed.",),
    )
    return Entry(
        at,
        "1",
        heading("1", ("Вымыслов — Квилл", "[2 марта 1901 г.]"), ("Vymyslov to Quill", "[March 2, 1901]")),
        (
            row("Дорогая Ада!", "Dear Ada,", "salutation", f"{at}-r1"),
            row(
                (
                    Run("Получил Ваш черновик"),
                    caller(at, "1", "ru"),
                    Run(" и "),
                    Anchored(f"{at}-m1", (Run("Бумагина"),)),
                    Run(" видел. Всё это "),
                    Styled("emphasis", (Run("очень хорошо"),)),
                    Run("."),
                ),
                (
                    Run("I have your draft"),
                    caller(at, "1", "en"),
                    Run(" and have seen "),
                    Anchored(f"{at}-m2", (Run("Bumagin"),)),
                    Run(". All this is "),
                    Styled("emphasis", (Run("very good"),)),
                    Run("."),
                ),
                "point",
                f"{at}-r2",
                markers=("1)", "1)"),
                notes=(pact,),
            ),
            row("Узнайте, пожалуйста:", "Please find out:", "point", f"{at}-r3", markers=("2)", "2)")),
            row(
                (Run("где стоит "), Styled("emphasis", (Run("большой мост"), caller(at, "2", "ru"))), Run(";")),
                (Run("where the great bridge"), caller(at, "2", "en"), Run(" stands;")),
                "item",
                f"{at}-r4",
                markers=("а)", "(a)"),
                level=1,
                notes=(bridge,),
            ),
            row(
                (
                    Run("кто сказал «"),
                    Spoken("fr", (Run("quel pont"),)),
                    Run("» в "),
                    *lemma(at, "сравнении с"),
                    Run(" прошлым годом"),
                ),
                (Run("who said “"), Spoken("fr", (Run("quel pont"),)), Run("” compared with last year")),
                "item",
                f"{at}-r5",
                markers=("б)", "(b)"),
                level=1,
            ),
            row("— и сообщите мне.", "—and let me know.", "continuation", f"{at}-r6"),
            row("Привет", "Regards,", "closer", f"{at}-r7"),
            row("П. Вымыслов", "P. Vymyslov", "signature", f"{at}-r8"),
        ),
        row(
            "ВА. Ф. 7. Оп. 1. Д. 2. Л. 3–4. Английский перевод машинный, не отредактирован.",
            "VA, f. 7, op. 1, d. 2, ll. 3–4. English: machine translation, not revised.",
            "source-note",
        ),
        Apparatus((reading(at, "сравнении с", "сравнениис", "W"),)),
        {RU: "1 · 2 марта 1901 г.", EN: "1 · March 2, 1901"},
        {RU: "машинный перевод", EN: "machine translation, unrevised"},
        "1. Vymyslov to Quill, March 2, 1901",
        {RU: "2 марта 1901 г.", EN: "March 2, 1901"},
    )


def second_letter() -> Entry:
    """Make a letter with verse, a row that is not translated, and a note that only the translation calls."""
    at = "l-1901-03-05-quill"
    verse = Footnote(
        f"{at}-n-1",
        "1",
        "translator",
        (Side(RU, ()), Side(EN, (para("The rhyme is lost. —Trans.", EN, "note"),), f"{at}-n-1-en")),
        ("", f"{at}-c-1-en"),
    )
    return Entry(
        at,
        "2",
        heading("2", ("Вымыслов — Квилл", "5 марта 1901 г."), ("Vymyslov to Quill", "March 5, 1901")),
        (
            row("Вымышленск, 5 марта", "Vymyshlensk, March 5", "dateline", f"{at}-r1"),
            row(
                (Run("Шуршит бумага на столе,"), Break(), Run("молчит перо в моей руке.")),
                (
                    Run("The paper rustles on the table,"),
                    Break(),
                    Run("the pen lies silent in my hand."),
                    caller(at, "1", "en"),
                ),
                "verse",
                f"{at}-r2",
                notes=(verse,),
            ),
            row("Этого никто не перевёл.", "", "paragraph", f"{at}-r3"),
            row("П. В.", "P. V.", "signature", f"{at}-r4"),
        ),
        row("ВА. Ф. 7. Оп. 1. Д. 2. Л. 5.", "VA, f. 7, op. 1, d. 2, l. 5.", "source-note"),
        None,
        {RU: "2 · 5 марта 1901 г.", EN: "2 · March 5, 1901"},
        title="2. Vymyslov to Quill, March 5, 1901",
        dates={RU: "5 марта 1901 г.", EN: "March 5, 1901"},
    )


def third_letter() -> Entry:
    """Make a letter that nothing distinguishes but hostile characters: text is text."""
    at = "l-1901-04-quill"
    return Entry(
        at,
        "3",
        heading("3", ("Вымыслов — Квилл", "апрель 1901 г."), ("Vymyslov to Quill", "April 1901")),
        (
            row("Ада!", "Ada!", "salutation", f"{at}-r1"),
            row(
                (
                    Anchored(f"{at}-m1", (Run("Бумагин"),)),
                    Run(r" пишет: 5 < 6 & 7 > 2, 100 % \alpha {x} #1 $2 _a ^b ~."),
                ),
                (
                    Anchored(f"{at}-m2", (Run("Bumagin"),)),
                    Run(r" writes: 5 < 6 & 7 > 2, 100% \alpha {x} #1 $2 _a ^b ~."),
                ),
                id=f"{at}-r2",
            ),
        ),
        row("ВА. Ф. 7. Оп. 1. Д. 3. Л. 1.", "VA, f. 7, op. 1, d. 3, l. 1.", "source-note"),
        None,
        {RU: "3 · апрель 1901 г.", EN: "3 · April 1901"},
        title="3. Vymyslov to Quill, April 1901",
        dates={RU: "апрель 1901 г.", EN: "April 1901"},
    )


def locator(target: str, number: str) -> tuple[BookInline, ...]:
    """Make a locator of an index that leads to the words of a mention."""
    return (Linked(target, (Run(number),), "locator", f"letter {number}"),)


def name_index() -> Index:
    """Make an index with an entry that has locators and one that refers to it."""
    bumagin = IndexEntry(
        "x-en-bumagin",
        (Run("Bumagin, Foma"),),
        EN,
        (Run("("), Spoken(RU, (Run("Бумагин, Фома"),)), Run("; 1850–1910), clerk")),
        (locator("l-1901-03-02-quill-m2", "1"), locator("l-1901-04-quill-m2", "3")),
    )
    paper = IndexEntry(
        "x-en-paperman",
        (Run("Paperman"),),
        EN,
        see=((Styled("emphasis", (Run("see"),)), Run(" "), Linked(bumagin.id, (Run("Bumagin, Foma"),), "see")),),
    )
    return Index(EN, (IndexGroup("B", (bumagin,)), IndexGroup("P", (paper,))))


def division_heading(ru: str = "", en: str = "") -> Heading:
    """Make the heading of a division: a title in each language, or in one of them."""
    titles = ((tag, title) for tag, title in ((RU, ru), (EN, en)) if title)
    return Heading(1, tuple(Side(tag, (para(title, tag, "title"),)) for tag, title in titles))


def front() -> tuple[Division, ...]:
    """Make half-title, title page, copyright page, contents and a note on the text."""
    titles = {RU: "Содержание", EN: "Contents"}
    lines = tuple(
        ContentsLine(target, (Side(RU, (para(ru, RU),)), Side(EN, (para(en, EN),))), page, level)
        for target, ru, en, page, level in (
            ("t-note", "О тексте", "Note on the Text", "vii", 1),
            ("l-1901-03-02-quill", "1. Вымыслов — Квилл, 2 марта", "1. Vymyslov to Quill, March 2", "3", 2),
            ("l-1901-03-05-quill", "2. Вымыслов — Квилл, 5 марта", "2. Vymyslov to Quill, March 5", "4", 2),
            ("l-1901-04-quill", "3. Вымыслов — Квилл, апрель", "3. Vymyslov to Quill, April", "5", 2),
            ("index-en", "Указатель имён", "Index of Names", "9", 1),
        )
    )
    on_text = Footnote(
        "t-note-n-1",
        "1",
        "editor",
        (
            Side(RU, (para("Так в списке.", RU, "note"),), "t-note-n-1-ru"),
            Side(EN, (para("So the copy.", EN, "note"),), "t-note-n-1-en"),
        ),
        ("t-note-c-1-ru", "t-note-c-1-en"),
    )
    pages = (
        (RU, "П. Вымыслов", "Письма о мосте", "Вымышленск"),
        (EN, "P. Vymyslov", "Letters about a Bridge", "Nowhere"),
    )
    return (
        Division("half-title", "half-title", "front", RU, {}, (para("Письма о мосте", RU, "half-title"),)),
        *(
            Division(
                "title-page",
                f"title-page-{tag}",
                "front",
                tag,
                {},
                (
                    para(author, tag, "author"),
                    para(title, tag, "title"),
                    para(place, tag, "imprint"),
                ),
            )
            for tag, author, title, place in pages
        ),
        Division("copyright", "copyright", "front", EN, {}, (para("The texts are invented and free.", EN, "imprint"),)),
        Division("contents", "contents", "front", RU, titles, (division_heading(*titles.values()), Contents(lines))),
        Division(
            "text",
            "t-note",
            "front",
            RU,
            {RU: "О тексте", EN: "Note on the Text"},
            (
                division_heading("О тексте", "Note on the Text"),
                row(
                    (Run("Письма печатаются по спискам"), caller("t-note", "1", "ru"), Run(".")),
                    (Run("The letters follow the copies."), caller("t-note", "1", "en")),
                    id="t-note-r1",
                    notes=(on_text,),
                ),
            ),
        ),
    )


def back() -> tuple[Division, ...]:
    """Make the list of sources, the index, the statement of method and the colophon."""
    sources = (
        row(
            "Вымыслов П. Собрание. Вымышленск, 1950.",
            "Vymyslov, P. Sobranie. Vymyshlensk, 1950.",
            "source",
            id="w-sobranie",
        ),
        row(
            "Квилл А. Мосты. Нигде, 1960.",
            (Run("Quill, Ada. "), Styled("emphasis", (Run("Bridges"),)), Run(". Nowhere, 1960.")),
            "source",
            id="w-bridges",
        ),
    )
    return (
        Division(
            "sources",
            "sources",
            "back",
            RU,
            {RU: "Источники", EN: "Sources"},
            (division_heading("Источники", "Sources"), *sources),
        ),
        Division(
            "index",
            "index-en",
            "back",
            EN,
            {EN: "Index of Names"},
            (
                division_heading(en="Index of Names"),
                para("Numbers are those of letters.", EN, "headnote"),
                name_index(),
            ),
        ),
        Division(
            "method",
            "method",
            "back",
            EN,
            {EN: "Method"},
            (division_heading(en="Method"), para("Quotation marks follow the custom of each language.", EN)),
        ),
        Division("colophon", "colophon", "back", EN, {EN: "Colophon"}, (para("Set in Vollkorn.", EN, "colophon"),)),
    )


def specimen_metadata() -> Metadata:
    """Describe the specimen."""
    return Metadata(
        "bridge",
        {RU: "Письма о мосте", EN: "Letters about a Bridge"},
        {RU: "О мосте", EN: "About a Bridge"},
        (RU, EN),
        (("P. Vymyslov", "aut"), ("A. Quill", "edt")),
        "urn:uuid:00000000-0000-4000-8000-000000001901",
        "Nowhere Press",
        "Free to use.",
        "Letters of a man who did not live.",
        "1960",
    )


def specimen_book() -> Book:
    """Make the specimen."""
    letters = (first_letter(), second_letter(), third_letter())
    body = Division("letters", "letters", "body", RU, {RU: "Письма", EN: "Letters"}, letters)
    return Book(specimen_metadata(), (*front(), body, *back()))
