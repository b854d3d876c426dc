"""Put single spaces for double ones, and no-break spaces where words belong together."""

import re
from collections.abc import Iterator, Mapping

from edition.model.languages import primary
from edition.prepare.tape import NBSP, Edit, apart

_S = r"[ \t\n]+"
_HEAD = r"(?<![^\W_])(?<![-.])"
_INITIAL = r"(?<![^\W_])[^\W\d_a-zа-яё]\."
_FIGURE = r"(?=\d|[IVXLC]+(?!\w))"
_MONTHS = r"январ|феврал|март|апрел|ма[йяею]|июн|июл|август|сентябр|октябр|ноябр|декабр"
_UNITS = r"год|месяц|недел|дне[йм]|дн[яюию]|день|час|минут|век|рубл|копе|пуд|тонн|верст|вёрст|процент|человек|раз"

_RUSSIAN: tuple[str, ...] = (
    rf"{_HEAD}(?:[Тт]|[Тт]т|[Тт]ов|[Гг]|[Гг]г|[Гг]р|[Гг]-н|[Гг]-жа|проф|акад|[Дд]-р|им|ул|св|ген)\.{_S}(?=[^\W\d_a-zа-яё])",
    rf"{_INITIAL}{_S}(?=[^\W\d_a-zа-яё](?:\.|[^\W\d_]))",
    rf"(?<=\d){_S}(?=(?:гг?|вв?|руб|коп|тыс|млн|млрд|кг|км|м|см|ч|мин|экз)\.?(?!\w))",
    rf"(?<=\d){_S}(?=(?:{_MONTHS}|{_UNITS})[а-яё]{{0,4}}(?!\w))",
    rf"(?<=[½¼¾⅓⅔⅛]){_S}(?=[а-яё])",
    rf"{_HEAD}(?:[Фф]|[Оо]п|[Дд]|[Лл]{{1,2}}|[Сс]|[Тт]{{1,2}}|[Кк]н|[Чч]|[Гг]л|[Вв]ып|[Сс]тр?|[Пп]{{1,2}}|[Рр]ис|[Дд]ок)\.{_S}{_FIGURE}",
    rf"[№§]{_S}(?=[\dIVXLC])",
    rf"(?<![^\W_])[вксуоВКСУО]{_S}(?=[\w«„“\"(])",
    rf"{_HEAD}т\.{_S}(?=[деднкпч]\.)",
    rf"{_HEAD}и{_S}(?=(?:т\.|др\.|пр\.|проч\.))",
    rf"{_HEAD}н\.{_S}(?=э\.)",
    rf"{_HEAD}до{_S}(?=н\.[ \t\n\xa0]+э\.)",
)
_ENGLISH: tuple[str, ...] = (
    rf"(?<![^\W_])(?:[A-Z]|Iu|Ia|Yu|Ya|Ye|Zh|Kh|Ts|Ch|Sh|Shch)\.{_S}(?=[A-Z](?:\.|[^\W\d_]))",
    rf"{_HEAD}(?:[Pp]{{1,2}}|[Nn]os?|[Vv]ols?|[Ff]ols?|[Ff]{{1,2}}|[Ll]{{1,2}}|[Dd]{{1,2}}|[Oo]p|[Cc]h|[Aa]rt|[Ff]ig|[Bb]k|[Nn]{{1,2}})\.{_S}{_FIGURE}",
    rf"{_HEAD}(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Messrs)\.{_S}(?=[A-Z])",
    rf"§{_S}(?=\d)",
    rf"(?<=\d){_S}(?=(?:a\.m\.|p\.m\.|B\.C\.|A\.D\.|percent(?!\w)))",
)
_PLAIN: tuple[str, ...] = (rf"{_INITIAL}{_S}(?=[^\W\d_a-zа-яё](?:\.|[^\W\d_]))",)

_NO_BREAK: Mapping[str, re.Pattern[str]] = {
    "ru": re.compile("|".join(_RUSSIAN)),
    "en": re.compile("|".join(_ENGLISH)),
    "": re.compile("|".join(_PLAIN)),
}
"""Each match ends with the spaces that it ties."""
_DOUBLE = re.compile(r" {2,}")
_SPACES = " \t\n"


def spaces(text: str, language: str) -> Iterator[Edit]:
    """Find the spaces that must change: double ones, and those at which no line may end.

    Russian: «т. Каганович», initials and surname, «1931 г.», «23 августа», «Ф. 81», «№ 5», «и т. д.», «1½ месяца»,
    one-letter prepositions. English: initials and surname, "p. 5", "No. 5", "Mr. Quill". Spaces are never put between
    initials that stand close.
    """
    pattern = _NO_BREAK.get(primary(language), _NO_BREAK[""])
    tied = {(match.start() + len(match.group().rstrip(_SPACES)), match.end()) for match in pattern.finditer(text)}
    doubled = {match.span() for match in _DOUBLE.finditer(text)} - tied
    edits = [Edit(start, end, NBSP) for start, end in tied]
    edits += apart((Edit(start, end, " ") for start, end in doubled), tied)
    yield from sorted(edits, key=lambda edit: edit.start)
