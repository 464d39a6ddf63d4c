"""Letters to Word, plain ones; `letter_merge` fills the school's own template."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from gtregister.writers import Step, no_step
from gtregister.writers.letter import Batch, Letter, Letterhead

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SIZE, _LARGE = 12, 18  # points
_TITLE, _NAME, _AWARD = 40, 34, 20  # points, of a certificate


def write(batch: Batch, path: Path, *, step: Step = no_step) -> None:
    """Write letters into one document, each on a page of its own."""
    from docx import Document  # slow, and few schools need it
    from docx.shared import Mm

    document = Document()
    section = document.sections[0]
    size = Mm(210), Mm(297)
    is_across = any(letter.is_certificate for letter in batch.letters)
    section.page_width, section.page_height = size[::-1] if is_across else size
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(20)
    for done, letter in enumerate(batch.letters, 1):
        if letter.is_certificate:
            _certificate(document, batch.head, letter, is_first=done == 1)
        else:
            _letter(document, batch.head, letter, is_first=done == 1)
        step(done, len(batch.letters))
    document.core_properties.author = ""
    document.save(str(path))


def xml(text: str) -> str:
    """Leave out of a text what no document may hold."""
    return _NOT_XML.sub("", text)


def _letter(
    document: "Document", head: Letterhead, letter: Letter, *, is_first: bool
) -> None:
    size = _LARGE if letter.large_print else _SIZE
    for place, (text, style, is_bold) in enumerate(_lines(head, letter)):
        paragraph = _put(document, text, size, style=style, is_bold=is_bold)
        paragraph.paragraph_format.page_break_before = place == 0 and not is_first


def _put(
    document: "Document",
    text: str,
    size: int,
    *,
    style: str | None = None,
    is_bold: bool = False,
) -> "Paragraph":
    from docx.shared import Pt

    paragraph = document.add_paragraph(style=style)
    run = paragraph.add_run(xml(text))
    run.bold = is_bold
    run.font.size = Pt(size)
    return paragraph


def _lines(head: Letterhead, letter: Letter) -> Iterator[tuple[str, str | None, bool]]:
    """Give each paragraph with its style, and whether it is bold."""
    yield "\n".join((head.school, *head.lines)), None, True
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


def _certificate(
    document: "Document", head: Letterhead, letter: Letter, *, is_first: bool
) -> None:
    """Write a certificate on a page of its own, all of it in the middle."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    for place, (text, size, is_bold) in enumerate(_centred(head, letter)):
        paragraph = _put(document, text, size, is_bold=is_bold)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.page_break_before = place == 0 and not is_first


def _centred(head: Letterhead, letter: Letter) -> Iterator[tuple[str, int, bool]]:
    """Give each paragraph of a certificate with its size, and whether it is bold."""
    yield head.school, _AWARD, True
    yield letter.subject, _TITLE, True
    size = _NAME
    for block in letter.blocks:
        is_heading = block.kind == "heading"
        yield block.text, size if is_heading else _SIZE, is_heading
        size = _AWARD if is_heading else size
    signed = "_" * 24
    yield "\n".join((letter.day, "", signed, *letter.closing)), _SIZE, False
