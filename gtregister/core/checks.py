"""Is the register sound? What is wrong with a file, one sentence each."""

from gtregister.db.file import File
from gtregister.errors import UserError
from gtregister.i18n import _


def damage(file: File) -> list[str]:
    """Say what is wrong with the file; nothing, if it is sound."""
    try:
        wrong = [str(row[0]) for row in file.rows("pragma integrity_check")]
    except UserError as error:
        return [error.text]
    if wrong != ["ok"]:
        said = _("The file is damaged: {what}. Restore the newest backup.")
        return [said.format(what=what) for what in wrong]
    return [*_broken_links(file), *_unfinished(file)]


def _broken_links(file: File) -> list[str]:
    said = _("Row {row} of {table} refers to a row of {parent} that is not there.")
    return [
        said.format(row=row[1], table=row[0], parent=row[2])
        for row in file.rows("pragma foreign_key_check")
    ]


def _unfinished(file: File) -> list[str]:
    found = []
    if file.value("select count(*) from open_change"):
        found.append(_("A change was left half made. Restore the newest backup."))
    unknown = file.value(
        "select count(*) from changed_rows where change_id not in "
        "(select id from changes)"
    )
    if unknown:
        found.append(_("The history is not whole. Restore the newest backup."))
    return found


def counts(file: File) -> dict[str, int]:
    """Count the rows of each table."""
    tables = file.rows("select name from sqlite_schema where type = 'table'")
    return {
        # The names are those of our own schema.
        name: int(file.value(f'select count(*) from "{name}"') or 0)  # noqa: S608
        for (name,) in tables
    }
