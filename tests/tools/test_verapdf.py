"""veraPDF passes a good file, and each fault put into it is told by the clause that forbids it."""

import warnings
from collections.abc import Callable, Mapping
from pathlib import Path

import pikepdf
import pytest
import weasyprint
from pikepdf import Dictionary, Name, String

from tests.tools.verapdf import Failure, NoVerdict, verdicts, verdicts_on

PAGE = """
<html lang=en><head><title>A bridge</title><style>body { font-family: Vollkorn }</style></head>
<body><h1>A bridge</h1><p>The <a href="https://example.org/">bridge</a> stands.</p></body></html>
"""


def remove_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def remove_structure(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


def take_out_the_font(pdf: pikepdf.Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and thing.get("/Type") == Name.FontDescriptor:
            for key in ("/FontFile", "/FontFile2", "/FontFile3"):
                if key in thing:
                    del thing[key]


def run_a_script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert('A bridge')"))


def take_out_the_colour_profile(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


def leave_the_link_without_words(pdf: pikepdf.Pdf) -> None:
    for note in pdf.pages[0].Annots:
        del note.Contents


def make_the_paragraph_a_note(pdf: pikepdf.Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and thing.get("/S") == Name.P and "/K" in thing:
            thing.S = Name.Note


def leave_a_drawing_unmarked(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"0 0 10 10 re f")


Fault = Callable[[pikepdf.Pdf], None]
FAULTS: Mapping[Fault, tuple[str, ...]] = {
    remove_language: ("ua1 7.2-",),
    remove_structure: ("ua1 7.1-11", "2a 6.7.3.3-1"),
    take_out_the_font: ("ua1 7.21.4.1-1", "2a 6.2.11.4.1-1"),
    run_a_script: ("2a 6.5.1-1",),
    take_out_the_colour_profile: ("2a 6.2.4.3-",),
    leave_the_link_without_words: ("ua1 7.18.5-2",),
    make_the_paragraph_a_note: ("ua1 7.9-1",),
    leave_a_drawing_unmarked: ("ua1 7.1-3",),
}
"""What is done to a file that passes, and how the rules begin that it breaks then."""


def flavour_of(rule: str) -> str:
    return rule.split(" ")[0]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A file for each standard, as WeasyPrint writes it."""
    folder = tmp_path_factory.mktemp("whole")
    made = {flavour: folder / f"{flavour}.pdf" for flavour in ("ua1", "2a")}
    for flavour, variant in (("ua1", "pdf/ua-1"), ("2a", "pdf/a-2a")):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)  # it leaves the colour profile open
            weasyprint.HTML(string=PAGE).write_pdf(made[flavour], pdf_variant=variant)
    return made


@pytest.fixture(scope="module")
def judged(whole: dict[str, Path]) -> dict[tuple[str, str], tuple[Failure, ...]]:
    """The verdicts on files with a fault each, by its name and the flavour."""
    out: dict[tuple[str, str], tuple[Failure, ...]] = {}
    for flavour, path in whole.items():
        faults = [fault for fault, rules in FAULTS.items() if flavour in map(flavour_of, rules)]
        broken = [path.with_name(f"{flavour}-{fault.__name__}.pdf") for fault in faults]
        for fault, target in zip(faults, broken, strict=True):
            with pikepdf.open(path) as pdf:
                fault(pdf)
                pdf.save(target)
        for fault, failures in zip(faults, verdicts_on(broken, [flavour]), strict=True):
            out[fault.__name__, flavour] = failures
    return out


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_a_good_file_passes(whole: dict[str, Path], flavour: str) -> None:
    assert verdicts(whole[flavour], [flavour]) == ()


@pytest.mark.parametrize(
    ("name", "rule"),
    [(fault.__name__, rule) for fault, rules in FAULTS.items() for rule in rules],
)
def test_a_fault_is_told_by_the_clause_that_forbids_it(
    judged: dict[tuple[str, str], tuple[Failure, ...]], name: str, rule: str
) -> None:
    failures = judged[name, flavour_of(rule)]
    assert [failure for failure in failures if failure.rule.startswith(rule)], failures


def test_a_failure_says_how_often_where_and_what(judged: dict[tuple[str, str], tuple[Failure, ...]]) -> None:
    (failure,) = judged["run_a_script", "2a"]
    assert failure.count == 1
    assert failure.object.startswith("root/document[0]")
    assert "JavaScript" in failure.message


def test_what_is_no_pdf_has_no_verdict(tmp_path: Path) -> None:
    path = tmp_path / "words.pdf"
    path.write_text("no book", encoding="utf-8")
    with pytest.raises(NoVerdict, match=r"words\.pdf"):
        verdicts(path)


def test_a_profile_that_is_not_there_gives_no_verdict(whole: dict[str, Path]) -> None:
    with pytest.raises(NoVerdict):
        verdicts(whole["2a"], ["9z"])
