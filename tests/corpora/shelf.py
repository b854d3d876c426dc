"""The collections by name, with what is known of each."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from tests.corpora import cicero, serafin, tolstoy
from tests.corpora.ledger import words_of_elements, words_of_files
from tests.corpora.plain import Collection
from tests.corpora.prose import read, the


@dataclass(frozen=True)
class Kept:
    """A collection: how it is made, how many letters it has, and the words that its files hold."""

    made: Callable[[], Collection]
    letters: int
    words: Callable[[], Counter[str]]


def _serafin() -> Counter[str]:
    """One word is parted in the file and closed up in its letter."""
    files = [read(path) for path in sorted(serafin.FOLDER.glob("*.xml"))]
    words = words_of_elements([*files, *(the(root, "titleStmt/title") for root in files)])
    return words - Counter(["Mag", "ne"]) + Counter(["Magne"])


def _tolstoy() -> Counter[str]:
    """The titles stand twice in the letter: over its text, and under ``titles``."""
    return words_of_files([tolstoy.FILE]) + Counter(["Письмо", "к", "индусу", "Letter", "to", "a", "Hindoo"])


def _cicero(number: str, work: str) -> Callable[[], Counter[str]]:
    def words() -> Counter[str]:
        latin = words_of_files([cicero.FOLDER / f"phi0474.phi{number}.perseus-lat1.xml"])
        return latin + words_of_elements(cicero.english_letters(number, work).values())

    return words


SHELF = {
    "tolstoy": Kept(tolstoy.tolstoy, 1, _tolstoy),
    "serafin": Kept(serafin.serafin, 46, _serafin),
    "brutus": Kept(cicero.brutus, 26, _cicero("059", "BRUT.")),
    "quintus": Kept(cicero.quintus, 27, _cicero("058", "Q FR")),
    "friends": Kept(cicero.friends, 431, _cicero("056", "F")),
}
