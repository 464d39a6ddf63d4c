"""Letters to Word: plain ones, or through the school's own template with merge fields.

A template is a .docx in which somebody has put merge fields by Word's own Insert,
Quick Parts, Field, MergeField. Their names are those of a letter's fields, and the
parts of the whole letter below.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from gtregister.errors import UserError
from gtregister.i18n import N_, _
from gtregister.writers.letter import Batch, Block, Letter

if TYPE_CHECKING:
    from docx.document import Document
    from mailmerge import MailMerge

PARTS = {
    "address": N_("The names and the address"),
    "date": N_("The date of the letter"),
    "greeting": N_("Dear …"),
    "subject": N_("What the letter is about"),
    "text": N_("The whole text"),
    "closing": N_("The end, with who signs"),
    "slip_number": N_("The number of the reply slip"),
    "slip_questions": N_("The questions of the reply slip"),
}

Step = Callable[[int, int], None]

_LARGEST = 50_000_000  # bytes, unpacked: a letterhead has pictures
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SIZE, _LARGE = 12, 18  # points


def write(
    batch: Batch,
    path: Path,
    *,
    template: Path | None = None,
    step: Step | None = None,
) -> None:
    """Write letters into one document, each on a page of its own.

    UserError if the template cannot be read or has a field that letters do not.
    """
    if template is not None:
        _merge(batch, path, template)
    else:
        _write_plain(batch, path, step)


def problems(template: Path, fields: Mapping[str, str]) -> list[str]:
    """Name the merge fields of a template that letters do not have, in sentences."""
    said = _("The template has the field “{field}”, which letters do not have.")
    known = fields.keys() | PARTS.keys()
    with _opened(template) as document:
        unknown = sorted(document.get_merge_fields() - known)
        return [said.format(field=field) for field in unknown]


def _merge(batch: Batch, path: Path, template: Path) -> None:
    fields = {key: key for letter in batch.letters for key in letter.merge}
    wrong = problems(template, fields)
    if wrong:
        raise UserError(wrong[0], "template")
    with _opened(template) as document:
        values = [_values(letter) for letter in batch.letters]
        document.merge_templates(values, separator="nextPage_section")
        document.write(str(path))


def _values(letter: Letter) -> dict[str, str]:
    slip = letter.slip
    parts = {
        "address": "\n".join(letter.address),
        "date": letter.day,
        "greeting": letter.greeting,
        "subject": letter.subject,
        "text": "\n".join(_plain(block) for block in letter.blocks),
        "closing": "\n".join(letter.closing),
        "slip_number": slip.number if slip else "",
        "slip_questions": "\n".join(slip.questions) if slip else "",
    }
    return {key: _xml(text) for key, text in (letter.merge | parts).items()}


def _plain(block: Block) -> str:
    return f"• {block.text}" if block.kind == "bullet" else block.text


def _xml(text: str) -> str:
    return _NOT_XML.sub("", text)


def _opened(template: Path) -> "MailMerge":
    """Open a template after a look at what is in it."""
    from mailmerge import MailMerge  # slow, and few schools need it

    said = _("{name} is not a Word document that can be read. Save it as .docx again.")
    try:
        with ZipFile(template) as parts:
            size = sum(part.file_size for part in parts.infolist())
            names = set(parts.namelist())
        if size > _LARGEST or "word/document.xml" not in names:
            raise UserError(said.format(name=template.name), "template")
        return MailMerge(str(template))
    except (OSError, BadZipFile, KeyError, SyntaxError, ValueError):
        raise UserError(said.format(name=template.name), "template") from None


def _write_plain(batch: Batch, path: Path, step: Step | None) -> None:
    from docx import Document  # as above
    from docx.shared import Mm

    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(20)
    for done, letter in enumerate(batch.letters, 1):
        _letter(document, batch, letter)
        if done < len(batch.letters):
            document.add_page_break()  # type: ignore[no-untyped-call]  # as it is
        if step is not None:
            step(done, len(batch.letters))
    document.core_properties.author = ""
    document.save(str(path))


def _letter(document: "Document", batch: Batch, letter: Letter) -> None:
    size = _LARGE if letter.large_print else _SIZE
    for text, style, is_bold in _lines(batch, letter):
        paragraph = document.add_paragraph(style=style)
        run = paragraph.add_run(_xml(text))
        run.bold = is_bold
        _sized(run, size)


def _sized(run: object, size: int) -> None:
    from docx.shared import Pt

    run.font.size = Pt(size)  # type: ignore[attr-defined]  # a Run, loaded late


def _lines(batch: Batch, letter: Letter) -> Iterator[tuple[str, str | None, bool]]:
    """Give each paragraph with its style, and whether it is bold."""
    yield "\n".join((batch.head.school, *batch.head.lines)), None, True
    if letter.copy:
        yield letter.copy, None, True
    yield "\n".join(letter.address), None, False
    yield letter.day, None, False
    yield letter.greeting, None, False
    yield letter.subject, None, True
    for block in letter.blocks:
        style = "List Bullet" if block.kind == "bullet" else None
        yield block.text, style, block.kind == "heading"
    yield "\n".join((letter.closing[0], "\n", *letter.closing[1:])), None, False
    slip = letter.slip
    if slip is not None:
        yield "- " * 40, None, False
        yield f"{slip.title} {slip.number}", None, True
        yield f"{slip.pupil}\n{slip.instruction}", None, False
        for question in slip.questions:
            yield f"{question}   {slip.yes} ☐   {slip.no} ☐", None, False
        yield f"{slip.signed} ______________   {slip.dated} ________", None, False
