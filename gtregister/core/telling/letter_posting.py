"""What goes with letters, or in their place: e-mail drafts, labels, a list of messages.

None of it names anybody in the name of a file.
"""

from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

from gtregister.core import exports
from gtregister.core.register import Register
from gtregister.core.telling import letter_batches, letter_files, letter_settings
from gtregister.core.telling.letter_writing import Written
from gtregister.errors import UserError
from gtregister.i18n import N_, _
from gtregister.table import Column, Table
from gtregister.writers import Step, labels_pdf, letter_eml, no_step
from gtregister.writers.labels_pdf import SHEETS

__all__ = ["SHEETS"]

_MESSAGES = (
    Column("form", N_("Form")),
    Column("pupil", N_("Pupil")),
    Column("people", N_("Names")),
    Column("telephone", N_("Telephone")),
    Column("email", N_("E-mail")),
    Column("subject", N_("Subject")),
    Column("text", N_("Text")),
)


def save_drafts(
    register: Register,
    letters: Sequence[Written],
    folder: Path,
    step: Step = no_step,
) -> tuple[list[Written], list[str]]:
    """Write an e-mail draft for each family with an address, into a folder.

    Gives the letters for which one was written, and a sentence for each of the others.
    Drafts of another day stay as they are; if it is stopped, none of these stays.
    """
    done: list[Written] = []
    problems: list[str] = []
    with letter_files.into_folder(register, _("E-mail drafts"), folder) as made:
        paths = _free(folder)
        for number, one in enumerate(letters):
            step(number, len(letters))
            if not one.letter.email:
                said = _("{names} has no e-mail address.")
                problems.append(said.format(names=one.letter.address[0]))
                continue
            path = next(paths)
            try:
                with exports.leaving(register, _("Letters"), path) as part:
                    letter_eml.write(one.letter, part)
            except UserError as error:
                problems.append(error.text)
                continue
            made.append(path)
            done.append(one)
        step(len(letters), len(letters))
    return done, problems


def _free(folder: Path) -> Iterator[Path]:
    """Name files that are not there yet, from letter-0001.eml on."""
    names = (folder / f"letter-{number:04}.eml" for number in count(1))
    return (path for path in names if not path.exists())


def save_labels(
    register: Register,
    letters: Sequence[Written],
    path: Path,
    *,
    sheet: str = "21",
    first: int = 1,
    overwrite: bool = True,
    step: Step = no_step,
) -> int:
    """Print a label for each letter that is posted, and return how many there are.

    One for each household, if the school puts the letters of siblings together.
    """
    posted = [one for one in letters if one.way == "post"]
    if letter_settings.of(register).siblings_together:
        homes = {letter_batches.envelope(one): one for one in reversed(posted)}
        posted = list(homes.values())[::-1]
    if not posted:
        raise UserError(_("None of these letters is posted, so there is no label."))
    addresses = [one.letter.address for one in posted]
    with exports.leaving(register, _("Labels"), path, overwrite=overwrite) as part:
        labels_pdf.write(
            addresses, part, register.today, sheet=sheet, first=first, step=step
        )
    return len(posted)


def messages(register: Register, letters: Sequence[Written]) -> Table:
    """List the letters to households for the school's messaging system, a row each."""
    rows = register.rows("select id, telephone from contacts where telephone <> ''")
    telephones = {row["id"]: row["telephone"] for row in rows}
    shown = [
        (
            one.letter.form,
            one.letter.child,
            one.letter.address[0],
            next((telephones[p.id] for p in people if p.id in telephones), None),
            one.letter.email or None,
            one.letter.subject,
            one.letter.text,
        )
        for one in letters
        if one.owed.household is not None
        for people in [one.owed.household.people]
    ]
    return Table(N_("Messages to families"), _MESSAGES, shown)
