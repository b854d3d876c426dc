"""Import one page: bytes → letter file, receipts, the page's own bytes, and findings. Writes nothing itself."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from edition.importing import faults
from edition.importing.holdings import Holdings
from edition.importing.ledger import UnbalancedError
from edition.importing.letter import Draft, draft_letter
from edition.importing.persons import Identify
from edition.model.edition import Description
from edition.model.finding import Finding, has_errors, in_order
from edition.model.letter import Letter
from edition.model.position import Position
from edition.model.receipt import Receipts, play_back
from edition.model.register import Register
from edition.readers.decoding import decode_page
from edition.readers.letter_file import read_letter
from edition.readers.letter_writer import write_letter
from edition.readers.page import read_page
from edition.readers.receipts import write_receipts


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import makes: files by path relative to the edition's folder, to be written only where none is yet.

    ``stubs`` are entries that the registers still want, by the register's path: for the editor, never written.
    """

    letter: Letter
    receipts: Receipts
    files: Mapping[str, bytes]
    stubs: Mapping[str, tuple[str, ...]]


def import_page(
    name: str, content: bytes, description: Description, register: Register, identify: Identify, holdings: Holdings
) -> tuple[Imported | None, tuple[Finding, ...]]:
    """Import a page that is called ``name`` (the file's name without folders).

    ``identify`` finds the entry of the register that a name means. Where the page cannot be read, is imported already
    or does not add up, nothing comes out but findings.
    """
    file = f"pages/{name}"
    decoded, findings = decode_page(content, file)
    if decoded is None:
        return None, findings
    digest = hashlib.sha256(content).hexdigest()
    refusal = holdings.refusal(file, digest)
    if refusal:
        return None, (refusal,)
    transcript, read = read_page(decoded.text, file, description.languages)
    if transcript is None:
        return None, in_order((*findings, *read))
    try:
        draft = draft_letter(transcript, description, register, identify, holdings)
    except UnbalancedError as fault:
        return None, (*findings, *read, _unbalanced(file, str(fault)))
    receipts = Receipts(draft.letter.id, file, digest, decoded.encoding, draft.acts, draft.pieces, draft.confidences)
    text = write_letter(draft.letter, draft.comments)
    faulty = tuple(_proof(decoded.text, text, receipts))
    found = in_order((*findings, *read, *draft.findings, *faulty))
    return (None if faulty else _imported(draft, text, receipts, file, content)), found


def _imported(draft: Draft, text: str, receipts: Receipts, page: str, content: bytes) -> Imported:
    files = {
        f"letters/{draft.letter.id}.yaml": text.encode(),
        f"letters/{draft.letter.id}.receipts.json": write_receipts(receipts).encode(),
        page: content,
    }
    return Imported(draft.letter, receipts, files, draft.stubs)


def _proof(page: str, text: str, receipts: Receipts) -> Iterator[Finding]:
    """Read the letter file that would be written and play the receipts backwards: they must give the page."""
    file = f"letters/{receipts.letter}.yaml"
    letter, findings = read_letter(text, file)
    if letter is None or has_errors(findings):
        faulty = "; ".join(str(finding) for finding in findings)
        yield _unbalanced(receipts.page, f"the letter file cannot be read again: {faulty}")
        return
    try:
        if play_back(receipts, letter) != page:
            yield _unbalanced(receipts.page, "the receipts, played backwards, do not give the page")
    except ValueError as fault:
        yield _unbalanced(receipts.page, str(fault))


def _unbalanced(file: str, what: str) -> Finding:
    hint = "please report this with the page; nothing was written."
    return faults.UNBALANCED.at(Position(file), f"the import does not add up: {what}.", hint)
