"""Verbs about the file itself: new, check, backup, restore, history, undo."""

from pathlib import Path

import click

from gtregister.cli.session import REGISTER, Session, UsersTurn, verb
from gtregister.core import backup as backups
from gtregister.core import checks, history, undo
from gtregister.core import school as schools
from gtregister.core.roll import pupils
from gtregister.core.school import School
from gtregister.i18n import _, ngettext


@click.command("new")
@REGISTER
@click.option("--school", required=True, metavar="NAME", help="The name of the school.")
@click.option("--dfe", metavar="NUMBER", help="Local authority and establishment.")
@click.option("--lowest-year", type=int, default=7, show_default=True)
@click.option("--highest-year", type=int, default=11, show_default=True)
@click.option(
    "--academic-year", type=int, help="2026 is September 2026 to August 2027."
)
@verb
def new(
    session: Session,
    file: Path,
    school: str,
    dfe: str | None,
    lowest_year: int,
    highest_year: int,
    academic_year: int | None,
) -> None:
    """Make a register for a school; refuses to overwrite a file."""
    made = School(school, dfe, lowest_year, highest_year, academic_year or 0)
    schools.create(file, made, session.by, session.today)
    said = _("Made {path}. Import your pupils next.")
    session.answer({"made": str(file)}, [said.format(path=file)])


@click.command("check")
@REGISTER
@verb
def check(session: Session, file: Path) -> None:
    """Check that a register is sound."""
    with session.reading(file) as register:
        wrong = checks.damage(register.file)
        changes = int(register.value("select count(*) from changes") or 0)
    said = _("{path} is sound: {changes} changes are on record.")
    lines = wrong or [said.format(path=file, changes=changes)]
    session.answer({"sound": not wrong, "damage": wrong, "changes": changes}, lines)
    if wrong:
        raise UsersTurn(_("The register is damaged. Restore the newest backup."))


@click.command("backup")
@REGISTER
@click.option(
    "--to",
    "folder",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="Another folder, on another drive for example.",
)
@verb
def backup(session: Session, file: Path, folder: Path | None) -> None:
    """Copy a register, and check the copy."""
    with session.reading(file) as register:
        made = backups.make(register.file, folder)
    said = _("Backed up to {path}, opened and checked.")
    session.answer({"backup": str(made)}, [said.format(path=made)])


@click.command("restore")
@click.argument("copy", metavar="BACKUP", type=click.Path(path_type=Path))
@REGISTER
@verb
def restore(session: Session, copy: Path, file: Path) -> None:
    """Put a backup in the place of a register; the replaced file is kept."""
    kept = backups.restore(copy, file, session.lock(file))
    lines = [_("Restored {path} from {backup}.").format(path=file, backup=copy)]
    if kept:
        lines.append(_("The replaced file is kept as {path}.").format(path=kept))
    session.answer({"restored": str(file), "kept": kept and str(kept)}, lines)


@click.command("history")
@REGISTER
@click.option("--pupil", metavar="UPN", help="Only what touched one pupil.")
@verb
def show_history(session: Session, file: Path, pupil: str | None) -> None:
    """List what happened: who changed what, when and why."""
    with session.reading(file) as register:
        pupil_id = pupils.by_upn(register, pupil)["id"] if pupil else None
        session.answer_table(history.table(register, pupil_id))


@click.command("undo")
@REGISTER
@click.argument("change", type=int, required=False)
@verb
def put_back(session: Session, file: Path, change: int | None) -> None:
    """Put a change back; without CHANGE, the last one that still stands.

    What was edited since is kept, and listed. An undo is a change itself: name its
    number to undo it.
    """
    with session.writing(file) as register:
        undone = undo.undo(register, change)
    lines = [
        _("Undone: {what} (change {change}).").format(
            what=undone.what, change=undone.change_id
        )
    ]
    if undone.kept:
        n = len(undone.kept)
        lines.append(
            ngettext(
                "{n} thing was edited since and stays:",
                "{n} things were edited since and stay:",
                n,
            )
        )
        lines += [f"  {kept.text}" for kept in undone.kept]
    found = {
        "undone": undone.change_id,
        "what": undone.what,
        "rows": undone.rows,
        "kept": [
            {"table": k.table, "row": k.row_id, "text": k.text} for k in undone.kept
        ],
    }
    session.answer(found, lines)
