"""Letters to files: PDF, Word, text, e-mail drafts, labels and a list for messages."""

import base64
import binascii
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from gtregister.core import exports, school
from gtregister.core.register import Register
from gtregister.core.telling import letter_settings
from gtregister.core.telling.letter_template import FIELDS
from gtregister.core.telling.letter_writing import Written
from gtregister.errors import UserError
from gtregister.i18n import N_, _
from gtregister.table import Column, Table
from gtregister.writers import labels_pdf, letter_docx, letter_eml, letter_pdf
from gtregister.writers.labels_pdf import SHEETS
from gtregister.writers.letter import Batch, Letterhead

__all__ = ["SHEETS"]

SUFFIXES = (".pdf", ".docx", ".txt")

_MESSAGES = (
    Column("form", N_("Form")),
    Column("pupil", N_("Pupil")),
    Column("people", N_("Names")),
    Column("telephone", N_("Telephone")),
    Column("email", N_("E-mail")),
    Column("subject", N_("Subject")),
    Column("text", N_("Text")),
)

Step = Callable[[int, int], None]


def save(
    register: Register,
    letters: Sequence[Written],
    path: Path,
    *,
    template: Path | None = None,
    two_sided: bool = False,
    overwrite: bool = True,
    step: Step | None = None,
) -> None:
    """Write letters to one file, whole or not at all; its ending says which kind.

    `template` is a .docx of the school's own with merge fields. `step` hears how many
    letters are done, of how many, and may raise Cancelled.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        said = _("Letters go to a file that ends in {endings}, not to “{name}”.")
        raise UserError(said.format(endings=", ".join(SUFFIXES), name=path.name), "out")
    if not letters:
        raise UserError(_("There is no letter to write. Look at who is to be told."))
    batch = _batch(register, letters)
    with exports.leaving(register, _("Letters"), path, overwrite=overwrite) as part:
        if suffix == ".pdf":
            letter_pdf.write(batch, part, two_sided=two_sided, step=step)
        elif suffix == ".docx":
            letter_docx.write(batch, part, template=template, step=step)
        else:
            text = "\n\f".join(letter.text for letter in batch.letters)
            part.write_text(text, encoding="utf-8", errors="replace")


def save_by_form(
    register: Register,
    letters: Sequence[Written],
    folder: Path,
    suffix: str = ".pdf",
    *,
    two_sided: bool = False,
    overwrite: bool = True,
    step: Step | None = None,
) -> list[Path]:
    """Write one file for each form into a folder, and return the files."""
    forms: dict[str, list[Written]] = defaultdict(list)
    for one in letters:
        forms[one.letter.form].append(one)
    made = []
    for form, theirs in forms.items():
        name = "".join(c if c.isalnum() else "-" for c in form) or "no-form"
        path = folder / f"letters-{name}{suffix}"
        save(
            register, theirs, path, two_sided=two_sided, overwrite=overwrite, step=step
        )
        made.append(path)
    return made


def save_drafts(
    register: Register, letters: Sequence[Written], folder: Path
) -> tuple[list[Written], list[str]]:
    """Write an e-mail draft for each family with an address, into a folder.

    Gives the letters for which one was written, and a sentence for each of the others.
    The names of the files say nobody's name.
    """
    folder.mkdir(parents=True, exist_ok=True)
    done: list[Written] = []
    problems: list[str] = []
    for number, one in enumerate(letters, 1):
        if not one.letter.email:
            said = _("{names} has no e-mail address.")
            problems.append(said.format(names=one.letter.address[0]))
            continue
        path = folder / f"letter-{number:04}.eml"
        try:
            with exports.leaving(register, _("Letters"), path) as part:
                letter_eml.write(one.letter, part)
        except UserError as error:
            problems.append(error.text)
            continue
        done.append(one)
    return done, problems


def save_labels(
    register: Register,
    letters: Sequence[Written],
    path: Path,
    *,
    sheet: str = "21",
    first: int = 1,
    overwrite: bool = True,
) -> int:
    """Print a label for each letter that is posted, and return how many there are.

    One for each household, if the school puts the letters of siblings together.
    """
    posted = [one for one in letters if one.way == "post"]
    if letter_settings.of(register).siblings_together:
        posted = list({_home(one): one for one in reversed(posted)}.values())[::-1]
    if not posted:
        raise UserError(_("None of these letters is posted, so there is no label."))
    addresses = [one.letter.address for one in posted]
    with exports.leaving(register, _("Labels"), path, overwrite=overwrite) as part:
        labels_pdf.write(addresses, part, register.today, sheet=sheet, first=first)
    return len(posted)


def messages(register: Register, letters: Sequence[Written]) -> Table:
    """List the letters to households for the school's messaging system, a row each."""
    telephones = dict(
        map(
            tuple,
            register.rows("select id, telephone from contacts where telephone <> ''"),
        )
    )
    shown = []
    for one in letters:
        if one.owed.household is None:
            continue
        people = one.owed.household.people
        telephone = next(
            (telephones.get(p.id) for p in people if p.id in telephones), None
        )
        shown.append(
            (
                one.letter.form,
                one.letter.child,
                one.letter.address[0],
                telephone,
                one.letter.email or None,
                one.letter.subject,
                one.letter.text,
            )
        )
    return Table(N_("Messages to families"), _MESSAGES, shown)


def template_problems(template: Path) -> list[str]:
    """Name the merge fields of the school's own template that letters do not have."""
    return letter_docx.problems(template, FIELDS)


def together(letters: Sequence[Written]) -> list[Written]:
    """Put the letters to one household one after the other, for one envelope."""
    homes: dict[tuple[str, int], list[Written]] = defaultdict(list)
    for one in letters:
        homes[_home(one)].append(one)
    return [one for theirs in homes.values() for one in theirs]


def _home(one: Written) -> tuple[str, int]:
    """Name the envelope that a letter goes into; a pupil has one of their own."""
    home = one.owed.household
    return ("pupil", one.owed.event.pupil_id) if home is None else ("home", home.id)


def _batch(register: Register, letters: Sequence[Written]) -> Batch:
    settings = letter_settings.of(register)
    if settings.siblings_together:
        letters = together(letters)
    logo = register.value("select logo from school")
    head = Letterhead(
        school.of(register).name,
        tuple(settings.letterhead.splitlines()),
        _decoded(str(logo)) if logo else None,
    )
    return Batch(head, [one.letter for one in letters], register.today)


def _decoded(logo: str) -> bytes | None:
    try:
        return base64.b64decode(logo, validate=True)
    except (binascii.Error, ValueError):
        return None
