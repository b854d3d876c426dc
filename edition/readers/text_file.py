"""Turn a text by the editor (preface, note on the text, chronology) into an ``EditorialText``."""

from edition.model.edition import Description, EditorialText
from edition.model.finding import Finding, in_order
from edition.model.letter import Version, VersionRole
from edition.model.position import Position
from edition.readers.letter_file import check_id, read_id
from edition.readers.rows import read_notes, read_rows, read_versions, unknown_languages
from edition.yamlfile.nodes import Mapping, compose
from edition.yamlfile.schema import validate
from edition.yamlfile.values import by_key, number, words


def read_text(
    text: str, file: str, description: Description | None
) -> tuple[EditorialText | None, tuple[Finding, ...]]:
    """Read an editor's text; where it names no versions, it has those of the edition, the first as original."""
    root, findings = compose(text, file)
    if root is None:
        return None, in_order(findings)
    faults = [*findings, *validate(root, "text", file)]
    if not isinstance(root, Mapping):
        return None, in_order(faults)
    versions = read_versions(root.get("versions")) or _versions(root, file, description)
    if not versions:
        return None, in_order(faults)
    rows, row_faults = read_rows(root.get("rows"), versions)
    notes, note_faults = read_notes(root.get("notes"), versions)
    titles = root.get("title")
    title_faults = unknown_languages(titles, versions) if isinstance(titles, Mapping) else ()
    place = "back" if words(root.get("place")) == "back" else "front"
    read = EditorialText(
        read_id(root, file),
        Position(file),
        place,
        by_key(titles),
        versions,
        rows,
        notes,
        order=number(root.get("order")),
    )
    return read, in_order([*faults, *row_faults, *note_faults, *title_faults, *check_id(root, file)])


def _versions(root: Mapping, file: str, description: Description | None) -> tuple[Version, ...]:
    """Take the languages of the edition, or those of the title where the description cannot be read."""
    languages = description.languages if description else {key: key for key in by_key(root.get("title"))}
    first = next(iter(languages), "")
    return tuple(
        Version(
            key,
            tag,
            VersionRole.ORIGINAL if key == first else VersionRole.TRANSLATION,
            Position(file),
            of="" if key == first else first,
        )
        for key, tag in languages.items()
    )
