"""The words by which pages mark their parts, per language: letters, notes, sources, greetings.

A page in a language without a vocabulary is read all the same, by its punctuation and its order.
"""

import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Regular expressions, without anchors and case-insensitive, for what a language calls the parts of a page.

    ``kinds`` are kinds of letters as they stand in titles, with all that stands before the addressee; ``forms`` are
    words of address that may stand before a name; ``before_names`` are abbreviations that never end a sentence;
    ``solid`` are words that look like two but are one.
    """

    kinds: str
    back: str
    source: str
    archive_of: str
    note: str
    see: str
    closers: str
    salutations: str
    forms: str
    volume: str
    pages: str
    not_later: str
    abbreviations: frozenset[str]
    before_names: frozenset[str]
    solid: frozenset[str]


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


RUSSIAN = Vocabulary(
    kinds=r"(?:из\s+)?(?:[а-яё-]+\s+)?(?:письм[оа]|(?:шифро?)?телеграмм[аы]|записк[аи]|открытк[аи]|телефонограмм[аы])",
    back=r"(?:назад|вернуться|обратно)?\s*(?:к|в)\s+(?:оглавлени|указател|списк|содержани|индекс)\w*",
    source=r"источник(?:и)?|опубликовано(?:\s+в)?|печатается\s+по|переведено\s+с",
    archive_of=r"из\s+архива",
    note=r"примечани[ея]|сноск[аи]",
    see=r"см\.(?:\s+также)?\s*:?",
    closers=r"привет\w*|с\s+\w*\s*приветом|с\s+комприветом|(?:крепко\s+)?жму\s+(?:\w+\s+){0,2}руку|ваш[аи]?|твой|твоя|"
    r"всего\s+(?:хорошего|доброго|лучшего)|до\s+свидания|обнимаю|целую|с\s+уважением|будьте\s+здоровы",
    salutations=r"здравствуй(?:те)?|дорог(?:ой|ая|ие)|уважаем(?:ый|ая|ые)|многоуважаем\w+|милостивый\s+государь|"
    r"привет|т\.|тов\.|товарищ\w*|любезн\w+|мил(?:ый|ая|ые)",
    forms=r"(?:товарищ\w*|тт?\.|тов\.|гр\.|гражданин\w*|господин\w*|г-н\w*|г-ж\w+)\s*",
    volume=r"(?:том|т\.)\s+(?:\d+|[ivxl]+)",
    pages=r"(?:с|стр|сс)\.\s*",
    not_later=r"(?:не\s+(?:позднее|ранее)|около|до|после)\s+",
    abbreviations=_words(
        "т тт тов г гг гр ул им см ср с стр ф оп д л лл п пп ст гл рис табл ред изд сост проф акад ген напр "
        "руб коп тыс млн млрд кг км др пр вв в н э обл р"
    ),
    before_names=_words("т тт тов гр им ул см ср проф акад ген г-н г-жа"),
    solid=_words(
        "также тоже чтобы чтоб зато итак притом причем причём потому поэтому отчего оттого почему затем зачем отсюда "
        "откуда потом вовремя вместо вначале сначала навстречу вследствие ввиду насчет насчёт вроде наподобие "
        "впоследствии несмотря невзирая никто ничто нисколько некогда незачем нечего столько сколько"
    ),
)
ENGLISH = Vocabulary(
    kinds=r"(?:from\s+(?:a|the)\s+)?(?:[a-z-]+\s+)?(?:letter|telegram|cable|note|postcard|message|memorandum)\b",
    back=r"(?:back|return)\s+to\b.*|(?:index|contents)",
    source=r"sources?|translated\s+from|published\s+in|printed\s+in",
    archive_of=r"from\s+the\s+archives?\s+of",
    note=r"(?:foot)?notes?",
    see=r"see(?:\s+also)?\s*:?",
    closers=r"regards|greetings|yours(?:\s+\w+)?|(?:\w+\s+)?(?:sincerely|truly|faithfully)(?:\s+yours)?|"
    r"with\s+(?:\w+\s+){0,3}(?:greetings|regards|wishes)|best(?:\s+wishes|\s+regards)?|(?:i\s+)?(?:\w+\s+)?shake\s+"
    r"(?:\w+\s+){0,3}hand|all\s+the\s+best|goodbye|farewell|love|cordially",
    salutations=r"dear|greetings|hello|comrades?|sir|madam|esteemed|my\s+dear|respected",
    forms=r"(?:comrades?|cdes?\.|mr\.?|mrs\.?|ms\.?|miss|dr\.?|professor|citizen)\s+",
    volume=r"(?:tom|vol(?:ume)?\.?)\s+(?:\d+|[ivxl]+)",
    pages=r"(?:pp?\.|pages?)\s*",
    not_later=r"(?:not\s+(?:later|earlier)\s+than|before|after|about|circa|c\.)\s+",
    abbreviations=_words(
        "mr mrs ms dr prof st no nos vol vols p pp f ff op d l ll fig ed eds trans etc vs cf e.g i.e gen col lt capt "
        "sr jr inc co mt approx c ca jan feb mar apr jun jul aug sept sep oct nov dec"
    ),
    before_names=_words("mr mrs ms dr prof st col gen capt lt cf vs"),
    solid=_words(
        "also into onto upon cannot another already although altogether always anybody anyone anything anyway became "
        "become before behind below beside besides between beyond everybody everyone everything forever however "
        "inside instead itself maybe meanwhile moreover myself nobody nothing nowhere otherwise outside overall "
        "somebody someone something sometimes somewhere therefore thereby throughout today together tomorrow toward "
        "towards whatever whenever whereas wherever whether within without yourself overtime undertake understand "
        "overlook outcome input output online wherein hereby herein thereof"
    ),
)
VOCABULARIES = {"ru": RUSSIAN, "en": ENGLISH}


def any_language(part: str) -> str:
    """Join what all vocabularies have for one part into one alternative."""
    return "|".join(f"(?:{getattr(vocabulary, part)})" for vocabulary in VOCABULARIES.values())


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern of the vocabulary."""
    return re.compile(pattern, re.IGNORECASE)
