"""What was imported: each file, what its columns became, and its change to undo."""

import json
from datetime import date

from gtregister.core import history
from gtregister.core.register import Register, Row
from gtregister.core.roll import field_words
from gtregister.i18n import N_, _, translated
from gtregister.table import Column, Table, Value

_COLUMNS = (
    Column("file_name", N_("File")),
    Column("sheet", N_("Sheet")),
    Column("made_on", N_("Imported on"), "date"),
    Column("made_by", N_("By")),
    Column("added", N_("Pupils added"), "number"),
    Column("changed", N_("Pupils changed"), "number"),
    Column("results", N_("Results"), "number"),
    Column("state", N_("State"), "status"),
)
_MAPPING = (
    Column("heading", N_("Column of the file")),
    Column("field", N_("Became")),
    Column("why", N_("Why")),
)
STANDS, UNDONE = N_("Imported"), N_("Undone")


def table(register: Register) -> Table:
    """List every import, newest first; the keys are the numbers of their changes.

    An import that was undone is listed as well: its row is in the history alone.
    """
    undone = history.undone(register)
    rows = register.rows(
        """
        select
            changes.id as change_id,
            changes.about,
            changes.made_by as changed_by,
            date(changes.made_at) as changed_on,
            imports.*
        from changes
        left join changed_rows
            on changed_rows.change_id = changes.id
            and changed_rows.table_name = 'imports'
            and changed_rows.before is null
        left join imports on imports.id = changed_rows.row_id
        where changes.what = 'File imported'
        order by changes.id desc
        """
    )
    return Table(
        N_("Import history"),
        _COLUMNS,
        [_shown(row, is_undone=row["change_id"] in undone) for row in rows],
        [row["change_id"] for row in rows],
    )


def columns(register: Register, change_id: int) -> Table:
    """Say what became of each column of an imported file."""
    mapping = register.value(
        """
        select coalesce(imports.mapping, json_extract(gone.before, '$.mapping'))
        from changed_rows as added
        left join imports on imports.id = added.row_id
        left join changed_rows as gone
            on gone.table_name = 'imports'
            and gone.row_id = added.row_id
            and gone.before is not null
        where added.table_name = 'imports'
            and added.before is null
            and added.change_id = :change_id
        """,
        change_id=change_id,
    )
    found = json.loads(str(mapping)) if mapping else []
    rows = [(heading, _became(field), why) for heading, field, _sure, why in found]
    return Table(N_("Columns"), _MAPPING, rows)


def _became(field: str | None) -> str:
    """Name the field that a column became, as the pupil's page names it."""
    if field is None:
        return _("Not used")
    return field_words.column(field)


def _shown(row: Row, *, is_undone: bool) -> tuple[Value, ...]:
    counts = json.loads(row["counts"]) if row["counts"] else {}
    return (
        row["file_name"] or row["about"],
        row["sheet"] or None,
        date.fromisoformat(row["changed_on"]),
        row["changed_by"],
        counts.get("new_pupils"),
        counts.get("changed_pupils"),
        counts.get("new_results"),
        translated(UNDONE if is_undone else STANDS),
    )
