"""Letters through the school's own Word template with merge fields.

A template is a .docx in which somebody has put merge fields by Word's own Insert,
Quick Parts, Field, MergeField. Their names are those of a letter's fields, and the
parts of the whole letter below.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from gtregister.errors import UserError
from gtregister.i18n import N_, _
from gtregister.writers import Step
from gtregister.writers.letter import Batch, Block, Letter
from gtregister.writers.letter_docx import xml

if TYPE_CHECKING:
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

_LARGEST = 50_000_000  # bytes, unpacked: a letterhead has pictures


def write(batch: Batch, path: Path, template: Path, step: Step) -> None:
    """Merge letters into one document, each on a page of its own.

    UserError if the template cannot be read or has a field that letters do not.
    """
    fields = {key: key for letter in batch.letters for key in letter.merge}
    wrong = problems(template, fields)
    if wrong:
        raise UserError(wrong[0], "template")
    with _opened(template) as document:
        rows = _Rows(batch.letters, step)
        document.merge_templates(rows, separator="nextPage_section")
        document.write(str(path))
        step(len(rows), len(rows))


class _Rows:
    """The values of each letter; the library asks for them as it merges, one by one."""

    def __init__(self, letters: Sequence[Letter], step: Step) -> None:
        self._letters = letters
        self._step = step

    def __len__(self) -> int:
        return len(self._letters)

    def __getitem__(self, place: int) -> dict[str, str]:
        self._step(place, len(self))
        return _values(self._letters[place])


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
    return {key: xml(text) for key, text in (letter.merge | parts).items()}


def _plain(block: Block) -> str:
    return f"• {block.text}" if block.kind == "bullet" else block.text


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


def problems(template: Path, fields: Mapping[str, str]) -> list[str]:
    """Name the merge fields of a template that letters do not have, in sentences."""
    said = _("The template has the field “{field}”, which letters do not have.")
    known = fields.keys() | PARTS.keys()
    with _opened(template) as document:
        unknown = sorted(document.get_merge_fields() - known)
        return [said.format(field=field) for field in unknown]
