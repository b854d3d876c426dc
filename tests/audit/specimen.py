"""A small edition of letters between people who never lived, and plain books made of it without the program.

The books are set by hand-written HTML, so that the audit is tried on finished files that ``book`` and ``render`` have
no part in. ``typeset`` is what an edition may do to the words of its files: quotation marks, dashes, spaces, callers.
"""

import re
import zipfile
from collections.abc import Iterator
from html import escape
from pathlib import Path

from weasyprint import HTML

from edition.model.edition import Description, Edition
from edition.model.inline import PARENTS, Citation, Editorial, Inline, LineBreak, NoteCall, Text, walk
from edition.model.letter import Cell, Letter, Note
from edition.model.position import Position
from edition.readers.letter_file import read_letter

FACES = Path("/usr/share/fonts/truetype/vollkorn")


FIRST = """\
id: 1921-05-03-quill
from: vymyslov
to: quill
date: 1921-05-03

versions:
  ru: {role: original, text_from: W, collated_with: none}
  en: {language: en-US, role: translation, of: ru, text_from: W, made_by: machine, engine: unknown, revised_by: none}

source:
  A: {archive: archive, fond: 1, opis: 2, delo: 3, leaves: 4–5, kind: unknown}
  W: {page: pages/quill.txt}

rows:
- role: salutation
  ru: |
    Здравствуйте, дорогая Ада!
  en: |
    Greetings, dear Ada!

- role: point
  ru: |
    1) Получил проект устава и “беседу” Пустельгина с Заречным[^record].
    Возвращаю оба документа -- и прошу, по возможности, не терять их в дороге, как это случилось в 1919-20 годах.
    Пустельгин не понял того, что после истории с мельниками (опровержение газеты, данное 1½ месяца тому
    назад) никто-либо не решится взять на себя инициативу.
    И вот вместо того, чтобы уцепиться за повод, Пустельгин — по рассеянности — испортил дело.
  en: |
    1) I received the draft statutes and the record of Pustelgin's "conversation" with Zarechny[^record].
    I am returning both documents -- and ask you, if possible, not to lose them on the road, as happened in 1919-20.
    Pustelgin failed to understand that after the episode with the millers (the newspaper's denial issued a
    month and a half ago) no one would take the initiative on a non-aggression treaty.
    And so, instead of seizing upon the opening, Pustelgin -- out of absent-mindedness -- ruined the matter.

- ru: |
    Кстати, почему проект был вручен [сторожу с]{W="сторожус"} мельницы, а не Заречному?
    Обязательно выясните это, [и сообщите]{.supplied} мне, пожалуйста.
  en: |
    Incidentally, why was the draft handed to [the watchman]{W="teh watchman"} of the mill rather than to Zarechny?
    Be sure to investigate this, [and let me know]{.supplied}, please.

- role: verse
  ru: |
    Мельница старая, речка бежит,\\
    сторож не спит и колёса сторожит.
  en: |
    The mill is an old one, the river runs by,\\
    the watchman keeps watch with a difficult eye.

- role: closer
  ru: |
    Привет
  en: |
    Regards,

- role: signature
  ru: |
    П. Вымыслов
  en: |
    P. Vymyslov

notes:
  record:
    kind: editor
    ru: |
      В записи беседы Пустельгин сообщал: “Уходя, он заметил, что хотел бы все-таки надеяться на известный
      толчок в деле устава”.

      См.: [Письмо Аде Квилл 4 мая 1921 года](letter:1921-05-04-quill).
    en: |
      In the record of the conversation Pustelgin reported: "As he was leaving, he remarked that he would
      still like to hope for a certain impetus in the matter of the statutes."

      See: [Letter to Ada Quill, May 4, 1921](letter:1921-05-04-quill).
"""

SECOND = """\
id: 1921-05-04-quill
from: vymyslov
to: quill
date: 1921-05-04

versions:
  ru: {role: original, text_from: W, collated_with: none}
  en: {language: en-US, role: translation, of: ru, text_from: W, made_by: machine, engine: unknown, revised_by: none}

source:
  W: {page: pages/quill-2.txt}

rows:
- role: salutation
  ru: |
    Здравствуйте, дорогая Ада!
  en: |
    Greetings, dear Ada!

- ru: |
    Проекта устава я больше не видел; сторож, говорят, уехал к сестре, а бумаги лежат в ящике стола.
    Напишите мне об этом подробнее[^box]. См. [письмо мельнику](letter:miller@1921-05-01).
  en: |
    I have not seen the draft statutes again; the watchman, they say, has gone to his sister, and the papers
    lie in the drawer of the desk.
    Write me more about this[^box]. See [the letter to the miller](letter:miller@1921-05-01).

- role: closer
  ru: |
    Привет
  en: |
    Regards,

- role: signature
  ru: |
    П. Вымыслов
  en: |
    P. Vymyslov

notes:
  box:
    kind: editor
    ru: |
      Ящик не сохранился.
    en: |
      The drawer has not been preserved.
"""


def letter(text: str) -> Letter:
    """Read a letter file that must be without faults of form."""
    name = re.search(r"^id: (.+)$", text, re.M)
    assert name
    read, findings = read_letter(text, f"letters/{name[1]}.yaml")
    assert read is not None and not findings, [str(finding) for finding in findings]
    return read


def edition(*letters: Letter) -> Edition:
    """Put letters into an edition."""
    description = Description("specimen", Position("edition.yaml"), {"ru": "ru", "en": "en-US"}, {"ru": "Письма"})
    return Edition(description, letters or (letter(FIRST), letter(SECOND)))


# --- a plain book ------------------------------------------------------------------------------------------------

STYLE = f"""
@font-face {{ font-family: Face; src: url(file://{FACES}/Vollkorn-Regular.ttf) }}
@font-face {{ font-family: Face; font-style: italic; src: url(file://{FACES}/Vollkorn-Italic.ttf) }}
@page {{ size: 125mm 150mm; margin: 14mm 11mm; @top-center {{ content: "Письма · " counter(page); font: 8pt Face }} }}
html {{ font: 9.5pt/12pt Face; hyphens: auto; hyphenate-character: "-"; text-align: justify }}
h2 {{ font: 12pt Face; font-variant-caps: small-caps; text-align: center }}
table {{ border-collapse: collapse; width: 100% }} td {{ width: 50%; vertical-align: top; padding: 0 2.5mm }}
p {{ margin: 0 }}
sup {{ font-size: 60%; line-height: 0; vertical-align: super }}
.note {{ float: footnote; font-size: 8pt; line-height: 10pt; footnote-display: block }}
.note::footnote-call {{ content: "" }} .note::footnote-marker {{ content: "" }}
.small {{ font-size: 8pt }}
"""


def typeset(text: str, language: str) -> str:
    """Do to words what typography does."""
    text = text.replace("--", "—")
    if language == "ru":
        text = re.sub('[“"](?=\\w)', "«", text)
        text = re.sub('[”"]', "»", text).replace("“", "»")
        text = text.replace(" —", "\u00a0—").replace("П. В", "П.\u00a0В")
    else:
        text = re.sub(" ?— ?", "—", text)
        text = re.sub('(^|[ (])"', "\\1“", text).replace('"', "”").replace("'", "’")
    return re.sub(r"(\d)-(\d)", "\\1–\\2", text)


def inlines(nodes: tuple[Inline, ...], language: str, numbers: dict[str, int]) -> str:
    """Give the HTML of a paragraph; Russian callers stand before punctuation, English ones behind it."""
    out = ""
    for node in nodes:
        if isinstance(node, Text):
            out += escape(typeset(node.content, language), quote=False)
        elif isinstance(node, LineBreak):
            out += "<br>"
        elif isinstance(node, NoteCall):
            out += f'<sup><a role="doc-noteref">{numbers[node.name]}</a></sup>'
        elif isinstance(node, Citation):
            out += "[Works, 1–2.]"
        elif isinstance(node, PARENTS):
            inner = inlines(node.children, language, numbers)
            out += f"[{inner}]" if isinstance(node, Editorial) else inner
    if language == "en":
        out = re.sub("(<sup>.*?</sup>)([.,;])", "\\2\\1", out)
    return out


def cell_html(cell: Cell | None, numbers: dict[str, int]) -> str:
    """Give the paragraphs of a cell."""
    paragraphs = cell.paragraphs if cell else ()
    language = cell.version if cell else ""
    return "".join(f"<p>{inlines(paragraph.content, language, numbers)}</p>" for paragraph in paragraphs)


def note_html(note: Note, number: int, version: str) -> str:
    """Give a note with its number and whose it is."""
    by = {"ru": "— Ред.", "en": "—Ed."}[version]
    return f"<p><sup>{number}</sup> " + cell_html(note.cell(version), {})[3:-4] + f" {by}</p>"


def letter_html(of: Letter, first_note: int = 1) -> str:
    """Give a letter as a table of rows, its notes behind the cell that calls them."""
    numbers = {note.name: number for number, note in enumerate(of.notes, first_note)}
    rows = ""
    for row in of.rows:
        rows += "<tr>"
        for cell in row.cells:
            called = [node.name for p in cell.paragraphs for node in walk(p.content) if isinstance(node, NoteCall)]
            notes = "".join(
                f'<div class="note">{note_html(note, numbers[note.name], cell.version)}</div>'
                for note in of.notes
                if note.name in called
            )
            rows += f'<td lang="{cell.version}">{cell_html(cell, numbers)}{notes}</td>'
        rows += "</tr>\n"
    apparatus = "".join(f'<p class="small">{escape(line)}</p>' for line in apparatus_lines(of))
    return f"<h2>Вымыслов — Квилл<br>{of.date.edtf}</h2><table>{rows}</table><p class=small>Архив. Ф. 1.</p>{apparatus}"


def apparatus_lines(of: Letter) -> Iterator[str]:
    """Give lemma and readings, one line each."""
    for entry in of.apparatus:
        for reading in entry.reading.readings:
            yield f"12 {entry.lemma}] {reading.text} {reading.siglum}"


def book_html(book: Edition) -> str:
    """Give the whole book."""
    first, parts = 1, ""
    for of in book.letters:
        parts += letter_html(of, first)
        first += len(of.notes)
    return f'<html lang="ru"><head><title>Письма</title><style>{STYLE}</style></head><body>{parts}</body></html>'


def write_pdf(html: str, path: Path) -> Path:
    """Set a book."""
    HTML(string=html).write_pdf(path, pdf_tags=True)
    return path


# --- a plain e-book ----------------------------------------------------------------------------------------------

CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="ru">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:x</dc:identifier>
<dc:title xml:lang="ru">Письма</dc:title><dc:language>ru</dc:language>
<meta property="schema:accessMode">textual</meta></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="l" href="text/letters.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="l"/><itemref idref="nav" linear="no"/></spine></package>"""
NAV = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>n</title></head>
<body><nav epub:type="toc"><ol><li><a href="text/letters.xhtml#a">Письма</a>
<ol><li><a href="text/letters.xhtml">Первое</a></li></ol></li></ol></nav>
<nav epub:type="page-list"><ol><li><a href="text/letters.xhtml#p1">1</a></li></ol></nav></body></html>"""
XHTML = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="ru">
<head><title>x</title></head><body>{}</body></html>"""


def epub_files(html: str) -> dict[str, str]:
    """Give the files of an e-book with the body of a book."""
    body = re.search("<body>(.*)</body>", html, re.S)
    assert body
    content = body[1].replace("<br>", "<br/>").replace("<p class=small>", "<p>")
    return {
        "META-INF/container.xml": CONTAINER,
        "EPUB/package.opf": PACKAGE,
        "EPUB/nav.xhtml": NAV,
        "EPUB/text/letters.xhtml": XHTML.format(content),
    }


def write_epub(files: dict[str, str], path: Path) -> Path:
    """Pack an e-book."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        for name, content in sorted(files.items()):
            archive.writestr(name, content)
    return path
