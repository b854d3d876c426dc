"""Who writes, and to whom: from the signature, the titles and, for want of a title, the salutation."""

from collections.abc import Iterator, Mapping, Sequence

from edition.importing.persons import Identify, Party, party, together
from edition.model.languages import primary
from edition.model.register import Register
from edition.model.transcript import Transcript
from edition.readers.page.vocabulary import VOCABULARIES, compiled


class Parties:
    """Writers and addressees of a page; ``languages`` maps its language keys to tags, the original first."""

    def __init__(
        self, transcript: Transcript, languages: Mapping[str, str], identify: Identify, register: Register
    ) -> None:
        self.transcript = transcript
        self.languages = languages
        self.identify = identify
        self.register = register

    def writers(self) -> tuple[Party, ...]:
        """Read the signature: one person over several lines where the register knows the lines together."""
        lines = {key: self._lines(key, "signature") for key in self.languages}
        signed = {key: list(self._signers(names, key)) for key, names in lines.items() if names}
        if not signed:
            senders = {key: self.transcript.versions[key].sender for key in self.languages}
            signed = {key: [words] for key, words in senders.items() if words}
        return self._settled(signed)

    def addressees(self) -> tuple[Party, ...]:
        """Read the titles; where there are none, the salutation, if it names somebody of the register."""
        titled = {key: list(self.transcript.versions[key].addressees) for key in self.languages}
        if any(titled.values()):
            return self._settled({key: names for key, names in titled.items() if names})
        greeted = {key: [name] for key in self.languages if (name := self._greeted(key))}
        return tuple(found for found in self._settled(greeted) if found.known)

    def offset(self, role: str) -> int:
        """Give the place on the page of the first segment of a role, else of the page's beginning."""
        found = (segment for key in self.languages for segment in self.transcript.versions[key].segments)
        return next((segment.passage.start for segment in found if segment.role == role), 0)

    def _settled(self, names: Mapping[str, Sequence[str]]) -> tuple[Party, ...]:
        return tuple(party(words, self.languages, self.identify, self.register) for words in together(names))

    def _signers(self, names: Sequence[str], key: str) -> Iterator[str]:
        whole = " ".join(names)
        language = primary(self.languages[key])
        if len(names) == 1 or self.identify(whole, language) or not self._surnames(names):
            yield whole
            return
        named = [name for name in names if self.identify(name, language)]
        yield from named or (whole,)

    def _surnames(self, names: Sequence[str]) -> bool:
        """Tell whether every line has a surname: else the lines are one name («И.» / «Вымыслов»)."""
        return all(any(len(word.strip(".,")) > 2 for word in name.split()) for name in names)

    def _lines(self, key: str, role: str) -> list[str]:
        vocabulary = VOCABULARIES.get(primary(self.languages[key]))
        lines = [s.text for s in self.transcript.versions[key].segments if s.role == role]
        if vocabulary is None:
            return lines
        return [compiled(rf"^(?:{vocabulary.closers})[,:]?\s+").sub("", line).strip(" ,") for line in lines]

    def _greeted(self, key: str) -> str:
        greeting = next(iter(self._lines(key, "salutation")), "")
        vocabulary = VOCABULARIES.get(primary(self.languages[key]))
        if vocabulary and greeting:
            greeting = compiled(rf"(?<!\w)(?:{vocabulary.salutations}|{vocabulary.forms})(?!\w)").sub(" ", greeting)
        return " ".join(word for word in greeting.strip(" ,!:.").split() if word[:1].isupper())
