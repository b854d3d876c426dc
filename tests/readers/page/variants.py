"""Pages like those of the website, made from a seed, with everything that an import should find in them.

Other people, works, figures, dates, line breaks and faults each time; all of them fictional.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from edition.model.edition import Description
from edition.model.position import Position
from edition.model.register import Entity, EntityKind, Register, Repository, Work

_AT = Position("registers/specimen.yaml")

LANGUAGES = {"ru": "ru", "en": "en-US"}
DESCRIPTION = Description("specimen", _AT, LANGUAGES, {"ru": "Письма", "en": "Letters"})


@dataclass(frozen=True)
class Person:
    """A fictional person: Russian heading and forms, English form."""

    id: str
    heading: str
    english_heading: str
    signature: str
    dative: str
    vocative: str
    english: str


PERSONS = (
    Person("vymyslov", "Вымыслов, Пётр Андреевич", "Vymyslov, Petr Andreevich", "П. Вымыслов", "П.А. Вымыслову",
           "Вымыслов", "P. Vymyslov"),
    Person("nebylin", "Небылин, Савва Ильич", "Nebylin, Savva Ilich", "С. Небылин", "С.И. Небылину", "Небылин",
           "S. Nebylin"),
    Person("skazkinskii", "Сказкинский, Фома Фомич", "Skazkinskii, Foma Fomich", "Ф. Сказкинский",
           "Ф.Ф. Сказкинскому", "Сказкинский", "F. Skazkinskii"),
    Person("nebyvalova", "Небывалова, Анна Львовна", "Nebyvalova, Anna Lvovna", "А. Небывалова", "А.Л. Небываловой",
           "Небывалова", "A. Nebyvalova"),
)  # fmt: skip

PARAGRAPHS: tuple[tuple[tuple[str, str], ...], ...] = (
    (
        ("Мост через Выдумку закрыт с 3 марта, и паром ходит только по вторникам.",
         "The bridge over the Vydumka has been closed since March 3, and the ferry runs only on Tuesdays."),
        ("Зачем же Фантазёров уверял нас, что всё готово?",
         "Why then did Fantazerov assure us that everything was ready?"),
    ),
    (
        ("Для меня ясно, что Химерин и Грёзов допустили большую ошибку, которую придётся исправлять всю зиму.",
         "It is clear to me that Khimerin and Grezov have made a great mistake, which will take all winter to mend."),
    ),
    (
        ("Получил карту Мечтаева и опись на 17 листах.",
         "I received Mechtaev's map and the inventory of 17 leaves."),
        ("Карта хороша, но на ней нет ни одной деревни севернее Сонного озера.",
         "The map is good, but it does not show a single village north of Lake Sonnoe."),
        ("Скажите Мечтаеву, чтобы он прислал другую, и как можно скорее, потому что ждать больше нельзя.",
         "Tell Mechtaev to send another one, and as soon as possible, because it is no longer possible to wait."),
    ),
    (
        ("Кстати, кто разрешил Грёзову увезти 250 книг из библиотеки?",
         "Incidentally, who allowed Grezov to take 250 books from the library?"),
        ("Выясните это дело и напишите мне.",
         "Look into this matter and write to me."),
    ),
    (
        ("Что касается школы в Небывалом, то её надо строить из камня, а не из дерева, как предлагает «комиссия».",
         'As for the school in Nebyvaloe, it must be built of stone and not of wood, as the "commission" proposes.'),
    ),
    (
        ("Вчера видел пьесу Химерина: скучно, длинно, и три действия из пяти можно выбросить.",
         "Yesterday I saw Khimerin's play: dull, long, and three acts out of five could be thrown out."),
        ("Публика, впрочем, смеялась.",
         "The audience, however, laughed."),
    ),
)  # fmt: skip

LEADS = (
    ("Узнайте, пожалуйста, каково:", "Please find out what the following are:"),
    ("Сообщите мне сведения:", "Send me the figures:"),
)
ITEMS = (
    (
        "число лодок на озере в сравнении с июнем {year} года",
        "the number of boats on the lake compared with June {year}",
    ),
    (
        "количество муки на складе (считая овёс) в сравнении с маем",
        "the quantity of flour in store (counting oats) compared with May",
    ),
    (
        "число учеников за {n} недель в сравнении с прошлым годом",
        "the number of pupils over {n} weeks compared with last year",
    ),
    ("расход бумаги в сравнении с планом на {n} лет", "the use of paper compared with the plan for {n} years"),
)
CONTINUATIONS = (("— и пришлите мне ответ с почтой.", "-- and send me the answer by mail."),)
CLOSERS = (("Привет", "Regards,"), ("Жму руку!", "I shake your hand!"), ("С приветом", "With greetings,"))
POSTSCRIPT = ("P.S. Не забудьте про 40 мешков зерна.", "P.S. Do not forget the 40 sacks of grain.")
NOTES = (
    ("В ответе от 5 мая Мечтаев писал, что карту чертил не он.",
     "In his answer of May 5 Mechtaev wrote that it was not he who had drawn the map."),
    ("Речь идёт о пароме «Стрела», построенном Грёзовым.",
     'This refers to the ferry "Arrow", which Grezov had built.'),
)  # fmt: skip
WORKS = (
    ("vydumka-1999", "Вымыслов и Небылин. Письма. 1920–1940 гг.", "Vymyslov and Nebylin: Letters, 1920-1940"),
    ("pesni-2003", "Переписка друзей. М., 2003.", "Correspondence of Friends, 2003"),
)
REPOSITORIES = (("gave", "ГАВЕ", "GAVE"), ("av-so", "АВ СО", "AV SO"))
MONTHS = (
    (("марта", "март"), "March", 3), (("августа", "август"), "August", 8), (("сентября", "сентябрь"), "September", 9),
    (("ноября", "ноябрь"), "November", 11),
)  # fmt: skip

Row = tuple[str, str, str]


@dataclass
class Variant:
    """A page and what is to be found in it.

    ``rows`` hold role, Russian and English; ``readings`` lemma and the word of the page.
    """

    seed: int
    page: str = ""
    register: Register = field(default_factory=Register)
    rows: list[Row] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)
    date: str = ""
    basis: str = ""
    sender: str = ""
    addressee: str = ""
    made_by: str = ""
    shelfmark: tuple[str, dict[str, str], str] | None = None
    works: list[tuple[str, str]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    called: bool = False
    reference: str = ""
    readings: list[tuple[str, str]] = field(default_factory=list)
    strays: int = 0


def variant(seed: int) -> Variant:
    """Make the page of a seed. The same seed always gives the same page."""
    return _Maker(seed).make()


class _Maker:
    """Build the two halves of one page line by line, keeping account of what they hold."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.random = random.Random(seed)
        self.made = Variant(seed)
        self.writer, self.addressee = self.random.sample(PERSONS, 2)
        self.year = self.random.randint(1921, 1938)
        self.russian: list[str] = []
        self.english: list[str] = []
        self.headless = seed % 10 == 7
        self.wrapped = seed % 6 == 5

    def make(self) -> Variant:
        self._date()
        self._register()
        self._salutation()
        self._body()
        self._close()
        self._damage()
        head, russian_head = self._heads()
        english, russian = self._below()
        divider = self.random.choice(["---", "***", "* * *"]) if self.seed % 4 != 3 else ""
        english_text = [*self.english, *([divider] if divider and english else []), *english]
        self.made.page = "\n\n".join(head + english_text) + "\n\n" + "\n".join(russian_head + self.russian + russian)
        self.made.page += "\n" * (self.seed % 3)
        if self.seed % 7 == 4:
            self.made.page = self.made.page.replace("\n", "\r\n")
        return self.made

    def _date(self) -> None:
        (genitive, nominative), english, number = self.random.choice(MONTHS)
        if self.seed % 5 == 2:
            self.words = f"{nominative} {self.year} года", f"{english} {self.year}"
            self.when = f"{self.year}-{number:02d}"
        else:
            day = self.random.randint(1, 28)
            self.words = f"{genitive} {self.year} года", f"{english} {day}, {self.year}"
            self.words = f"{day} {self.words[0]}", self.words[1]
            self.when = f"{self.year}-{number:02d}-{day:02d}"
        self.made.date, self.made.basis = ("", "dateline") if self.headless else (self.when, "title")

    def _register(self) -> None:
        entities = {
            p.id: Entity(p.id, EntityKind.PERSON, {"ru": p.heading, "en": p.english_heading}, _AT) for p in PERSONS
        }
        works = {id: Work(id, _AT, {"ru": ru, "en": en}, {}, {"ru": (ru,), "en": (en,)}) for id, ru, en in WORKS} | {
            "tom-5": Work("tom-5", _AT, {}, {}, {"ru": ("Том 5",), "en": ("Tom 5",)})
        }
        repositories = {id: Repository(id, _AT, {}, {"ru": ru, "en": en}, {}) for id, ru, en in REPOSITORIES}
        self.made.register = Register(entities, works, repositories)

    def _add(self, role: str, russian: str, english: str, lines: Sequence[str] = ()) -> None:
        self.made.rows.append((role, russian, english))
        self.russian.extend(lines or [russian])
        self.english.append(english)

    def _salutation(self) -> None:
        if self.seed % 9 == 8:
            self._dateline()
        english = f"Greetings, Comrade {self.addressee.english.split()[-1]}!"
        self._add("salutation", f"Здравствуйте, т. {self.addressee.vocative}!", english)

    def _dateline(self) -> None:
        self._add("dateline", f"Выдумск, {self.words[0]}", f"Vydumsk, {self.words[1]}")
        self.made.date, self.made.basis = self.when, "dateline"

    def _body(self) -> None:
        paragraphs = self.random.sample(PARAGRAPHS, self.random.randint(2, 4))
        points = self.seed % 3
        for number, paragraph in enumerate(paragraphs, 1):
            marker = f"{number}) " if number <= points and points > 1 else ""
            self._paragraph("point" if marker else "paragraph", paragraph, marker)
        if self.seed % 4 != 1:
            self._list(f"{points + 1}) " if points > 1 else "")

    def _paragraph(self, role: str, paragraph: Sequence[tuple[str, str]], marker: str) -> None:
        sentences = [russian for russian, _ in paragraph]
        sentences[0] = marker + sentences[0]
        lines: list[str] = []
        for sentence in sentences:
            if lines and (marker or self.random.random() < 0.4):
                lines[-1] += f" {sentence}"
            else:
                lines.append(sentence)
        lines = [part for line in lines for part in self._broken(line)]
        self._add(role, " ".join(sentences), marker + " ".join(english for _, english in paragraph), lines)

    def _broken(self, line: str) -> list[str]:
        """Break a line inside a sentence, before a word in lower case."""
        words = line.split(" ")
        places = [i for i in range(3, len(words) - 1) if words[i][:1].islower() and words[i - 1][-1:].isalpha()]
        if not places or self.random.random() < 0.5:
            return [line]
        at = self.random.choice(places)
        return [" ".join(words[:at]), " ".join(words[at:])]

    def _list(self, marker: str) -> None:
        """Make a list: within one paragraph in English, in Russian on lines of its own (perhaps but for the first)."""
        lead, english_lead = self.random.choice(LEADS)
        items = self.random.sample(ITEMS, self.random.randint(2, 4))
        role = "point" if marker else "paragraph"
        rows: list[Row] = [(role, marker + lead, marker + english_lead)]
        for index, (russian, english) in enumerate(items):
            figures = {"year": self.year - 1, "n": self.random.randint(3, 30)}
            last = index == len(items) - 1
            continued = last and self.seed % 2 == 0
            end, english_end = ("", "") if continued else (".", ".") if last else (",", ";")
            rows.append((
                "item",
                f"{'абвг'[index]}) {russian.format(**figures)}{end}",
                f"({'abcd'[index]}) {english.format(**figures)}{english_end}",
            ))  # fmt: skip
        if self.seed % 2 == 0:
            rows.append(("continuation", *CONTINUATIONS[0]))
        self.made.rows.extend(rows)
        self.english.append(" ".join(english for _, _, english in rows))
        lines = [part for _, russian, _ in rows for part in self._broken(russian)]
        if self.seed % 3 == 0:
            lines[:2] = [f"{lines[0]} {lines[1]}"]
        self.russian.extend(lines)

    def _close(self) -> None:
        self._add("closer", *self.random.choice(CLOSERS))
        signature, english = self.writer.signature, self.writer.english
        self._add("signature", signature, english, signature.split(" ") if self.seed % 8 == 6 else ())
        self.made.sender = self.writer.id
        self.made.addressee = self.addressee.id
        if self.seed % 6 == 1:
            self._add("postscript", *POSTSCRIPT)
        if self.headless or self.seed % 9 == 2:
            self._dateline()

    def _damage(self) -> None:
        """Put faults of a transcription into the Russian lines: a lost space, a Latin letter, stray lines."""
        spaced = [i for i, line in enumerate(self.russian) if "сравнении с " in line]
        if len(spaced) > 2:
            at = self.random.choice(spaced)
            self.russian[at] = self.russian[at].replace("сравнении с ", "сравнениис ", 1)
            self.made.readings.append(("сравнении с", "сравнениис"))
        if self.seed % 5 == 3:
            words = [(i, word) for i, line in enumerate(self.russian) for word in line.split(" ") if "о" in word[1:]]
            at, word = next((i, word) for i, word in words if len(word) > 3 and word.isalpha())
            faulty = word.replace("о", "o", 1)
            self.russian[at] = self.russian[at].replace(word, faulty, 1)
            self.made.readings.append((word, faulty))
        for sign in self.random.sample([".", ",", "*", "·"], self.seed % 3):
            self.russian.insert(self.random.randint(1, len(self.russian)), sign)
            self.made.strays += 1
        if self.wrapped:
            self.english = [part for text in self.english for part in ("\n".join(_wrapped(text, 64)),)]

    def _heads(self) -> tuple[list[str], list[str]]:
        if self.headless:
            self.made.addressee = self.addressee.id
            return [], []
        to, english_to = self.addressee.dative, self.addressee.english
        kinds = ("Телеграмма", "Telegram") if self.seed % 4 == 2 else ("Письмо", "Letter")
        self.made.titles = {
            "ru": f"{kinds[0]} {to} {self.words[0]}",
            "en": f"{kinds[1]} to {english_to}, {self.words[1]}",
        }
        head = ["← Back to index"] if self.seed % 3 else []
        head += [self.made.titles["en"], self.made.titles["ru"]]
        if self.seed % 5 != 4:
            head.append(f"{self.when} ru:tom5;en:AI AI translated")
            self.made.made_by = "machine"
        head.append(f"{self.made.titles['en']}\nSource: Tom 5")
        self.made.works.append(("tom-5", ""))
        return head, (["Том 5"] if self.seed % 2 else []) + [self.made.titles["ru"]]

    def _below(self) -> tuple[list[str], list[str]]:
        english: list[str] = []
        russian: list[str] = []
        if self.seed % 6 != 4:
            self._sources(english, russian)
        self._notes(english, russian)
        return english, russian

    def _sources(self, english: list[str], russian: list[str]) -> None:
        id, ru, en = self.random.choice(WORKS)
        first = self.random.randint(10, 400)
        prefix = "Source: " if self.seed % 2 else ""
        english.append(f"{prefix}{en}, pp. {first}-{first + 2}.")
        russian.append(f"{ru} С. {first}–{first + 2}.")
        self.made.works.insert(0, (id, f"{first}–{first + 2}"))
        repository, ru, en = self.random.choice(REPOSITORIES)
        fond, opis, delo, leaf = (str(self.random.randint(1, 900)) for _ in range(4))
        stop = "." if self.seed % 2 else ""
        leaves = f"{leaf}–{leaf} об." if self.seed % 7 == 3 else f"{leaf}–{int(leaf) + 4}"
        english_leaves = leaves.replace("–", "-").replace("об.", "ob.")
        english.append(
            f"{en}{'.' if not stop else ''} F. {fond}. Op. {opis}. D. {delo}. L. {english_leaves.strip('.')}."
        )
        russian.append(f"{ru}{stop} Ф. {fond}. Оп. {opis}. Д. {delo}. Л. {leaves.strip('.')}.")
        self.made.shelfmark = repository, {"fond": fond, "opis": opis, "delo": delo}, leaves

    def _notes(self, english: list[str], russian: list[str]) -> None:
        count = self.seed % 3
        if not count or self.headless:
            return
        notes = self.random.sample(NOTES, count)
        self.made.notes = list(notes)
        other = next(p for p in PERSONS if p not in (self.writer, self.addressee))
        reference = f"{self.year}-05-20"
        self.made.reference = f"letter:{other.id}@{reference}"
        see = (
            f"См.: Письмо {other.dative} 20 мая {self.year} года.",
            f"See: Letter to {other.english}, May 20, {self.year}.",
        )
        if count == 1:
            english.append(f"{self.random.choice(['Note', 'NOTE'])}: {notes[0][1]}\n{see[1]}")
            russian.extend([self.random.choice(["ПРИМЕЧАНИЕ", "Примечание:"]), notes[0][0], see[0]])
            return
        english.append("Notes:\n" + "\n".join(f"{n}. {note[1]}" for n, note in enumerate(notes, 1)) + f"\n{see[1]}")
        russian.extend(["ПРИМЕЧАНИЯ", *(f"{n}. {note[0]}" for n, note in enumerate(notes, 1)), see[0]])


def _wrapped(text: str, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split(" "):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
